import { useId, useState } from 'react'
import { dayText } from '#kernel/day.ts'
import { holidaysOf, type HolidayRule } from '#kernel/holidays.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { Section } from '#platform/web/design/Page.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import type { CalendarFacts } from '../contract.ts'
import { en } from '../en-holidays.ts'
import { es } from '../es-holidays.ts'
import { draftOf, ruleOf, type HolidayDraft } from './holiday-draft.ts'
import { HolidayForm } from './HolidayForm.tsx'

type Props = { facts: CalendarFacts; year: number; onChange: (facts: CalendarFacts) => void; locked: string | null }
/** The list of the rules, or the one at a place that is written; one that is new has none. */
type Kept = 'list' | { at: number | null; draft: HolidayDraft }

/** The holidays of the year, and the rules that give them every year. */
export function HolidaysSection({ facts, year, onChange, locked }: Props) {
  const t = useWords({ es, en })
  const { language } = useReader()
  const formats = useFormats()
  const [kept, setKept] = useState<Kept | null>(null)
  const law = new Map(facts.holidays.map(({ name, source }) => [name.es, source]))
  const days = [...holidaysOf(facts.holidays, year)]
  const form = useId()
  const written = kept === null || kept === 'list' ? null : kept
  const rule = written?.at == null ? undefined : facts.holidays[written.at]
  const take = (holiday: HolidayRule) => {
    onChange({ ...facts, holidays: rule ? facts.holidays.map((one) => (one === rule ? holiday : one)) : [...facts.holidays, holiday] })
    setKept('list')
  }
  return (
    <Section title={t.title} note={t.note} action={<Button small disabledReason={locked} onPress={() => setKept('list')}>{t.keep}</Button>}>
      {days.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="Lines">
        {days.map(([day, names]) => (
          <li key={day}>
            <div><strong>{formats.day(dayText(day))}</strong> {names.map((name) => name[language]).join(' / ')}</div>
            <span className="soft small">{[...new Set(names.map((name) => law.get(name.es)))].join(', ')}</span>
          </li>
        ))}
      </ul>
      <Dialog open={kept !== null} onClose={() => setKept(null)} title={rule ? t.changeOf(rule.name[language]) : written ? t.addTitle : t.keepTitle} size="large"
        primary={written && <Button type="submit" form={form} weight="primary" kbd="$mod+Enter" disabledReason={ruleOf(written.draft) ? null : t.needs}>{t.take}</Button>}>
        {!written ? <HolidayRules rules={facts.holidays} onOpen={(at) => setKept({ at, draft: draftOf(at === null ? null : facts.holidays[at]!) })} onRemove={(at) => onChange({ ...facts, holidays: facts.holidays.filter((_, i) => i !== at) })} /> : (
          <HolidayForm id={form} draft={written.draft} onChange={(draft) => setKept({ ...written, draft })} isNew={!rule} year={year} onTake={take} onBack={() => setKept('list')} />
        )}
      </Dialog>
    </Section>
  )
}

function HolidayRules({ rules, onOpen, onRemove }: { rules: readonly HolidayRule[]; onOpen: (at: number | null) => void; onRemove: (at: number) => void }) {
  const t = useWords({ es, en })
  const { language } = useReader()
  const { today } = useFormats()
  const said = useHolidayText()
  return (
    <div className="Stack">
      <p className="soft small">{t.removeHint}</p>
      <ul className="Lines">
        {rules.map((rule, at) => (
          <li key={at}>
            <div>
              <strong>{rule.name[language]}</strong> <span className="soft">{said.when(rule)}</span>
              <br /><span className="soft small">{[rule.source, said.force(rule)].filter(Boolean).join(' · ')}</span>
            </div>
            <span className="Lines-verbs">
              <Button small weight="quiet" label={t.changeOf(rule.name[language])} onPress={() => onOpen(at)}>{t.change}</Button>
              {rule.since !== undefined && rule.since > today() && <Button small weight="quiet" icon="close" label={t.removeOf(rule.name[language])} onPress={() => onRemove(at)} />}
            </span>
          </li>
        ))}
      </ul>
      <div><Button icon="plus" onPress={() => onOpen(null)}>{t.add}</Button></div>
    </div>
  )
}

/** When a holiday is and since when, in words. */
function useHolidayText() {
  const t = useWords({ es, en })
  const { shortDay } = useFormats()
  const { locale } = useReader()
  const dated = ({ month, day: of }: { month: number; day: number }) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, of))
  return {
    when({ date }: HolidayRule): string {
      if (date.kind === 'fixed') return t.onDay(dated(date))
      if (date.kind === 'next-monday') return t.mondayFrom(dated(date))
      return t.easter(date.days, date.toMonday)
    },
    force: ({ since, until }: HolidayRule): string => [since && t.sinceDay(shortDay(since)), until && t.untilDay(shortDay(until))].filter(Boolean).join(', '),
  }
}
