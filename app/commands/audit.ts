import { join } from 'node:path'
import { exportHistory } from '#platform/server/history-export.ts'
import { verifyHistory } from '#platform/server/verify-history.ts'
import { many, text, WrongUse, type Command } from '../command.ts'
import { withDatabase } from '../installation.ts'
import { theOrganisation } from '../organisation.ts'

export const audit: Command = {
  name: 'audit',
  usage: 'audit verify [--export FILE] [--organisation O] [--data DIR] [--json]',
  summary: 'Check the sealed history against its seals and the anchor files; name the first entry that is not as it was.',
  options: { export: { type: 'string' }, organisation: { type: 'string' } },
  async run({ words, flags, print }) {
    if (words[0] !== 'verify') throw new WrongUse(`'audit' is followed by 'verify'.`)
    return withDatabase(flags, async (db, { config }) => {
      const file = text(flags, 'export')
      if (file) await exportHistory(db, (await theOrganisation(db, text(flags, 'organisation'))).id, file)
      const verdicts = await verifyHistory(db, join(config.dataDir, 'anchors'))
      const ok = verdicts.every((verdict) => verdict.ok)
      const checked = verdicts.reduce((sum, verdict) => sum + verdict.checked, 0)
      const firstBad = verdicts.find((verdict) => !verdict.ok)?.firstBad ?? null
      if (flags['json']) print(JSON.stringify({ ok, checked, firstBad }))
      else print(ok ? `${many(checked, 'entry is as it was', 'entries are as they were')} sealed.` : `${many(checked, 'entry', 'entries')} checked. The first that is not as it was: ${JSON.stringify(firstBad)}`)
      return ok ? 0 : 1
    })
  },
}
