import { computeTerm } from '#kernel/term-proof.ts'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { TermRule } from '#kernel/term.ts'
import { calendarOf } from '#modules/calendars/packs/calendar-of.ts'
import { PACKS, readTermSettings } from '#modules/calendars/public.ts'
import { amountText, explainTerm, printTerm } from '#modules/calendars/rules/explain-term.ts'
import type { Database } from '#platform/server/database.ts'
import { languageOf, required, text, WrongUse, type Command } from '../command.ts'
import { withDatabase } from '../installation.ts'

export const term: Command = {
  name: 'term',
  usage: 'term compute --rule ID --received INSTANT [--branch B | --pack COUNTRY] [--language es|en] [--explain] [--data DIR] [--json]',
  summary: 'When a term is due and why: the rule, the calendar, each day counted or skipped.',
  options: {
    rule: { type: 'string' }, received: { type: 'string' }, branch: { type: 'string' }, explain: { type: 'boolean' }, language: { type: 'string' }, pack: { type: 'string' },
  },
  async run({ words, flags, print }) {
    if (words[0] !== 'compute') throw new WrongUse(`'term' is followed by 'compute'.`)
    const received = required(flags, 'received')
    if (!/(Z|[+-]\d\d:?\d\d)$/.test(received) || Number.isNaN(Date.parse(received)))
      throw new WrongUse(`--received has to be an instant with its offset, like 2026-06-26T16:40:00-05:00.`)
    const ruleId = required(flags, 'rule')
    const language = languageOf(flags)
    const { rule, calendar } = text(flags, 'pack')
      ? fromPack(text(flags, 'pack')!, ruleId)
      : await withDatabase(flags, (db) => fromDatabase(db, ruleId, text(flags, 'branch')))
    const proof = computeTerm(rule, Date.parse(received), calendar)
    if (flags['json']) print(JSON.stringify(printTerm(proof, language), null, 2))
    else if (flags['explain']) print(explainTerm(proof, language).join('\n'))
    else print(proof.dueOn ? `${proof.dueOn} (${proof.dueAt})` : amountText(proof.basis.amount, proof.basis.unit, language))
    return 0
  },
}

type Found = { rule: TermRule; calendar: CalendarDefinition }

function fromPack(code: string, ruleId: string): Found {
  const pack = PACKS.find(({ country }) => country === code)
  const rule = pack?.terms.find(({ id }) => id === ruleId)
  if (!pack || !rule) throw new WrongUse(`There is no rule ${ruleId} in the pack ${code}.`)
  return { rule, calendar: calendarOf(pack) }
}

/** The rule and calendar of the one organisation of this installation; before there is one, those of the pack that has the rule. */
async function fromDatabase(db: Database, ruleId: string, branch: string | undefined): Promise<Found> {
  const [organisation] = await db.asOwner(async (tx) => {
    const [{ there } = { there: false }] = await tx<{ there: boolean }>`select to_regclass('public.organisations') is not null as there`
    return there ? tx<{ id: string }>`select organisation_id as id from organisations order by created_at limit 1` : []
  })
  const pack = PACKS.find(({ terms }) => terms.some(({ id }) => id === ruleId))
  if (!organisation && pack && !branch) return fromPack(pack.country, ruleId)
  if (!organisation) throw new WrongUse(`There is no rule ${ruleId}.`)
  return db.asOwner(async (tx) => {
    const settings = await readTermSettings(tx, organisation.id)
    const rule = settings.rules.find(({ id }) => id === ruleId)
    if (!rule) throw new WrongUse(`There is no rule ${ruleId}. These are in force: ${settings.rules.map(({ id }) => id).join(', ')}.`)
    const [found] = branch ? await tx<{ id: string }>`select id from branches where organisation_id = ${organisation.id} and code = ${branch}` : [{ id: '' }]
    if (!found) throw new WrongUse(`There is no branch ${branch}.`)
    return { rule, calendar: settings.calendarOf(found.id) }
  })
}
