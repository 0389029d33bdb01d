import { email as emailField } from '#kernel/fields.ts'
import { ROLES, type Role } from '#modules/people/contract.ts'
import { addFromConsole, disableFromConsole, resetFromConsole } from '#modules/people/public.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import { addressOf } from '../address.ts'
import { required, text, WrongUse, type Command } from '../command.ts'
import { quietGround, withDatabase } from '../installation.ts'
import { theOrganisation } from '../organisation.ts'
import { PLACE_FLAGS, readPlace } from '../place-flags.ts'

export const user: Command = {
  name: 'user',
  usage: 'user create|disable|reset --email E [--name N] [--role R] [--branch B] [--area A] [--supplier S] [--organisation O] [--data DIR]',
  summary: 'Add a person, take one out of service, or give one a new link to choose a password.',
  options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, organisation: { type: 'string' }, ...PLACE_FLAGS },
  async run({ words, flags, print }) {
    const verb = words[0]
    if (verb !== 'create' && verb !== 'disable' && verb !== 'reset') throw new WrongUse(`'user' is followed by 'create', 'disable' or 'reset'.`)
    const email = emailField().safeParse(required(flags, 'email')).data
    if (!email) throw new WrongUse(`--email has to be like name@company.com.`)
    const role = (text(flags, 'role') ?? 'agent') as Role
    if (!ROLES.includes(role)) throw new WrongUse(`--role has to be one of ${ROLES.join(', ')}.`)
    return withDatabase(flags, async (db, { config }) => {
      const publicUrl = addressOf(config)
      const organisation = await theOrganisation(db, text(flags, 'organisation'))
      const place = await readPlace(db, organisation.id, flags)
      const done = await doWork(quietGround(db), systemActor(organisation.id), async (work) => {
        if (verb === 'reset') return (await resetFromConsole({ publicUrl }, work, email)).link
        if (verb === 'create') return (await addFromConsole({ publicUrl }, work, { name: text(flags, 'name') ?? email, email, grant: { role, ...place, substitute: false, untilOn: null } })).link
        await disableFromConsole(work, email)
        return `${email} is out of service.`
      })
      print(done)
      return 0
    })
  },
}
