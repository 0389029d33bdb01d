import './CalendarsScreen.css'
import './TermsScreen.css'
import { useState } from 'react'
import { sourceIn } from '#kernel/term.ts'
import { useMay } from '#modules/people/web/use-me.ts'
import { useReply } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { useSearch } from '#platform/web/routing.tsx'
import { useReader, useWords } from '#platform/web/words.ts'
import { ListTermRules, type RuleRow } from '../contract-endpoints.ts'
import { en as enScreens } from '../en-screens.ts'
import { en } from '../en.ts'
import { es as esScreens } from '../es-screens.ts'
import { es } from '../es.ts'
import { amountText } from '../rules/explain-term.ts'
import { NewRule } from './NewRule.tsx'
import { RuleSheet } from './RuleSheet.tsx'
import { TryTerm } from './TryTerm.tsx'

/** Every term that may bind a case, by family, and a date to try them on. */
export function TermsScreen() {
  const { terms, settings } = useWords({ es: esScreens, en: enScreens })
  const { language } = useReader()
  const [{ rule: open, try: tried }, change] = useSearch()
  const { data, error, refetch } = useReply(ListTermRules)
  const mayManage = useMay('settings.manage')
  const [adding, setAdding] = useState(false)
  const shown = data?.items.find(({ id }) => id === open)
  return (
    <Page title={terms.title} eyebrow={<Link href="/settings">{settings.back}</Link>} facts={<p className="soft">{terms.undefinedNote}</p>}
      primary={<Button weight="primary" disabledReason={mayManage ? null : settings.mayNot} onPress={() => setAdding(true)}>{terms.add}</Button>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && (
        <div className="Terms-layout">
          <Rules rules={data.items} current={open ?? null} onOpen={(rule) => change({ rule, try: rule })} />
          <TryTerm rules={data.items} rule={tried ?? data.items.find(({ id }) => id === 'CO-PET-GEN')?.id ?? data.items[0]?.id ?? ''} onRule={(rule) => change({ try: rule })} />
        </div>
      )}
      <SidePeek open={shown !== undefined} title={shown?.definition.name[language] ?? ''} onClose={() => change({ rule: undefined })}>
        {shown && <RuleSheet key={shown.id} ruleId={shown.id} />}
      </SidePeek>
      {adding && data && <NewRule rules={data.items} onClose={() => setAdding(false)} onDone={(rule) => { setAdding(false); change({ rule }) }} />}
    </Page>
  )
}

const CERTAIN = { V: ['verified', 'verified'], S: ['hollow', 'plain'], K: ['hollow', 'plain'], TC: ['near', 'near'] } as const

function Rules({ rules, current, onOpen }: { rules: readonly RuleRow[]; current: string | null; onOpen: (id: string) => void }) {
  const { terms } = useWords({ es: esScreens, en: enScreens })
  const words = useWords({ es, en })
  const { language } = useReader()
  const order = Object.keys(terms.families)
  const place = (family: string) => (order.includes(family) ? order.indexOf(family) : order.length)
  const families = [...Map.groupBy(rules, ({ definition }) => definition.family)].sort(([a], [b]) => place(a) - place(b))
  return (
    <table className="Terms">
      <thead>
        <tr><th scope="col">{terms.rule}</th><th scope="col">{terms.amount}</th><th scope="col" data-wide>{terms.layer}</th><th scope="col" data-wide>{terms.source}</th><th scope="col">{terms.mark}</th></tr>
      </thead>
      {families.map(([family, ofFamily]) => (
        <tbody key={family}>
          <tr className="Terms-family"><th scope="rowgroup" colSpan={5}><h2>{terms.families[family] ?? family}</h2></th></tr>
          {ofFamily.map(({ id, active, definition }) => (
            <tr key={id} data-out={!active || undefined}>
              <th scope="row">
                <button type="button" className="Terms-open" aria-current={id === current || undefined} onClick={() => onOpen(id)}>{definition.name[language]}</button>
                <br /><span className="soft small">{[words.clock[definition.clock], definition.party === 'customer' && terms.customer, !active && terms.out].filter(Boolean).join(' · ')}</span>
              </th>
              <td>{definition.amount === null ? <em className="soft">{words.undefined}</em> : amountText(definition.amount, definition.unit, language)}</td>
              <td data-wide>{words.layer[definition.layer]}</td>
              <td data-wide className="small">{sourceIn(definition.source, language)}</td>
              <td><StateMark shape={CERTAIN[definition.mark][0]} tone={CERTAIN[definition.mark][1]}>{terms.marks[definition.mark]}</StateMark></td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
