import { ROLES, type Role } from '#modules/people/contract.ts'
import { createApiToken } from '#modules/people/public.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import { required, text, WrongUse, type Command } from '../command.ts'
import { quietGround, withDatabase } from '../installation.ts'
import { theOrganisation } from '../organisation.ts'
import { PLACE_FLAGS, readPlace } from '../place-flags.ts'

export const token: Command = {
  name: 'token',
  usage: 'token create --name N --role R [--branch B] [--area A] [--supplier S] [--organisation O] [--data DIR] [--json]',
  summary: 'Make a token by which a program comes in; its text is shown once.',
  options: {
    name: { type: 'string' }, role: { type: 'string' }, organisation: { type: 'string' }, ...PLACE_FLAGS,
  },
  async run({ words, flags, print }) {
    if (words[0] !== 'create') throw new WrongUse(`'token' is followed by 'create'.`)
    const role = required(flags, 'role') as Role
    if (!ROLES.includes(role)) throw new WrongUse(`--role has to be one of ${ROLES.join(', ')}.`)
    const name = required(flags, 'name')
    const made = await withDatabase(flags, async (db) => {
      const organisation = await theOrganisation(db, text(flags, 'organisation'))
      const place = await readPlace(db, organisation.id, flags)
      return doWork(quietGround(db), systemActor(organisation.id), (work) => createApiToken(work, { name, role, ...place }))
    })
    print(flags['json'] ? JSON.stringify(made) : made.token)
    return 0
  },
}
