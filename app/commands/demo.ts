import type { Database } from '#platform/server/database.ts'
import { CannotStart } from '#platform/server/data-folder.ts'
import { addressOf } from '../address.ts'
import { WrongUse, type Command } from '../command.ts'
import { quietGround, withDatabase } from '../installation.ts'
import { secretsOf } from '../secret.ts'

export const demo: Command = {
  name: 'demo',
  usage: 'demo load|reset [--data DIR] [--json]',
  summary: 'Load the demonstration company where there is none, or load it anew where there is no other.',
  async run({ words, flags, print, complain }) {
    const verb = words[0]
    if (verb !== 'load' && verb !== 'reset') throw new WrongUse(`'demo' is followed by 'load' or 'reset'.`)
    return withDatabase(flags, async (db, { config, secret }) => {
      await clear(db, verb)
      const { loadDemonstration } = await import('../demonstration/load.ts')
      let told = 0
      const onProgress = (done: number, of: number) => {
        const percent = Math.floor((done / of) * 100)
        if (percent >= told + 10) complain(`${(told = percent)} %`)
      }
      const { email, password, replayed } = await loadDemonstration({ ground: quietGround(db), secretOf: secretsOf(secret), publicUrl: addressOf(config) }, { onProgress })
      const refused = Object.fromEntries(await replayed)
      print(flags['json'] ? JSON.stringify({ email, password, refused }) : `Sign in as ${email} with ${password}`)
      return 0
    })
  },
}

/** Only the demonstration is ever cleared away, and only where it is alone. */
async function clear(db: Database, verb: 'load' | 'reset'): Promise<void> {
  const all = await db.asOwner((tx) => tx<{ name: string; demonstration: boolean }>`
    select name, coalesce((settings->>'demonstration')::boolean, false) as demonstration from organisations order by created_at`)
  const real = all.find(({ demonstration }) => !demonstration)
  if (real) throw new CannotStart(`${real.name} is a real company: nothing was changed. Give the demonstration a data folder of its own with --data.`)
  if (all.length === 0) return
  if (verb === 'load') throw new CannotStart('The demonstration is there already. To load it anew: acuse demo reset.')
  await db.asOwner((tx) => tx`truncate organisations cascade`)
}
