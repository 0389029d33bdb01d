import { ROLES, type Role } from '#modules/people/contract.ts'
import { createApiToken } from '#modules/people/public.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import type { Database } from '#platform/server/database.ts'
import { required, text, WrongUse, type Command } from '../command.ts'
import { quietGround, withDatabase } from '../installation.ts'
import { theOrganisation } from '../organisation.ts'

export const token: Command = {
  name: 'token',
  usage: 'token create --name N --role R [--branch B] [--area A] [--supplier S] [--organisation O] [--json]',
  summary: 'Make a token by which a program comes in; its text is shown once.',
  options: {
    name: { type: 'string' }, role: { type: 'string' }, branch: { type: 'string' }, area: { type: 'string' }, supplier: { type: 'string' }, organisation: { type: 'string' },
  },
  async run({ words, flags, print }) {
    if (words[0] !== 'create') throw new WrongUse(`'token' is followed by 'create'.`)
    const role = required(flags, 'role') as Role
    if (!ROLES.includes(role)) throw new WrongUse(`--role has to be one of ${ROLES.join(', ')}.`)
    const name = required(flags, 'name')
    const made = await withDatabase(flags, async (db) => {
      const organisation = await theOrganisation(db, text(flags, 'organisation'))
      const place = await placeOf(db, organisation.id, { branch: text(flags, 'branch'), area: text(flags, 'area'), supplier: text(flags, 'supplier') })
      return doWork(quietGround(db), systemActor(organisation.id), (work) => createApiToken(work, { name, role, ...place }))
    })
    print(flags['json'] ? JSON.stringify(made) : made.token)
    return 0
  },
}

type Named = { branch: string | undefined; area: string | undefined; supplier: string | undefined }

async function placeOf(db: Database, organisationId: string, { branch, area, supplier }: Named) {
  return db.asOwner(async (tx) => {
    const [branches, areas, suppliers] = await Promise.all([
      branch ? tx<{ id: string }>`select id from branches where organisation_id = ${organisationId} and code = ${branch}` : null,
      area ? tx<{ id: string }>`select id from areas where organisation_id = ${organisationId} and code = ${area}` : null,
      supplier ? tx<{ id: string }>`select id from suppliers where organisation_id = ${organisationId} and name = ${supplier}` : null,
    ])
    for (const [flag, value, found] of [['branch', branch, branches], ['area', area, areas], ['supplier', supplier, suppliers]] as const)
      if (found?.length === 0) throw new WrongUse(`There is no ${flag} ${value}.`)
    return { branchId: branches?.[0]?.id ?? null, areaId: areas?.[0]?.id ?? null, supplierId: suppliers?.[0]?.id ?? null }
  })
}
