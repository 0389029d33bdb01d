import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { call } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { oneOf } from '#platform/web/one-of.ts'
import { Kind } from '../contract.ts'
import { FindDuplicates, SuggestClassification } from '../contract-sheet.ts'
import { en as alikeEn } from '../en-alike.ts'
import { es as alikeEs } from '../es-alike.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'
import { alikeReasons } from './alike-reasons.ts'
import { CompareDialog } from './CompareDialog.tsx'

export type Written = { description: string; customerId: string | undefined; customerName: string; serial: string; orderNumber: string; /** They tell it to a person who writes it down, as when it is registered. */ spoke: boolean; files: readonly string[] }
type Alike = ReplyOf<typeof FindDuplicates>['items']
type Suggested = ReplyOf<typeof SuggestClassification>
type Proposed = Suggested['items'][number]

const PAUSE_MS = 500
const QUESTIONS = ['kind', 'cause', 'area'] as const

type Named = { id: string; label: string }
type Chosen = { kind: Kind; cause: Named | null; area: Named | null }
type Props = Chosen & { written: Written; onUse: (some: Partial<Chosen>) => void; onAdded: () => void }

/** While one types: cases that tell the same, and the kind, cause and area that the closed ones suggest. Neither stops the typing nor applies itself. */
export function LikeCases({ written, onUse, onAdded, ...chosen }: Props) {
  const { register: t } = useWords({ es, en })
  const a = useWords({ es: alikeEs, en: alikeEn })
  const [compared, setCompared] = useState<Alike[number] | null>(null)
  const reasonsOf = ({ reasons }: Alike[number]) => alikeReasons(reasons, a.reasons)
  const formats = useFormats()
  const { alike, suggested } = useLikeness(written)
  const proposed = QUESTIONS.flatMap((asked) => suggested?.items.find(({ question, id }) => question === asked && id !== (asked === 'kind' ? chosen.kind : chosen[asked]?.id)) ?? [])
  const whyOf = ({ alike: agree, words }: Proposed) => [agree > 0 && formats.plural(agree, t.agree), words.length > 0 && t.words(words.join(', '))].filter(Boolean).join(', ')
  function use({ question, id, name }: Proposed) {
    const kind = oneOf(Kind.options, id)
    if (question !== 'kind') onUse({ [question]: { id, label: name } })
    else if (kind) onUse({ kind })
  }
  return (
    <div aria-live="polite" className="Register-alike">
      {(suggested?.hazardWords.length ?? 0) > 0 && <p data-tone="broken">{t.hazard(suggested!.hazardWords.join(', '))}</p>}
      {alike.slice(0, 3).map((one) => (
        <p key={one.number}>
          {t.looksLike} <Link href={`/cases/${one.number}`}>{one.number}</Link> {one.title}, {formats.ago(one.receivedAt)} <span className="soft">{reasonsOf(one).map(({ text, against }) => (against ? a.against(text) : text)).join(', ')}</span>{' '}
          <Button small onPress={() => setCompared(one)}>{a.compare}<span className="unseen"> {one.number}</span></Button>
        </p>
      ))}
      {proposed.map((one) => (
        <p key={one.question}>
          {t.suggested[one.question]}: <strong>{one.name}</strong> <span className="soft">{whyOf(one)}</span> <Button small onPress={() => use(one)}>{t.use}<span className="unseen"> {one.name}</span></Button>
        </p>
      ))}
      {/* Outside of the form and of what is read aloud as it changes: it has a form of its own. */}
      {compared && createPortal(<CompareDialog number={compared.number} reasons={reasonsOf(compared)} written={written} onClose={() => setCompared(null)} onAdded={onAdded} />, document.body)}
      {chosen.area && <p>{t.area}: <strong>{chosen.area.label}</strong> <Button small onPress={() => onUse({ area: null })}>{t.areaNone}</Button></p>}
    </div>
  )
}

function useLikeness({ description, customerId, serial, orderNumber }: Pick<Written, 'description' | 'customerId' | 'serial' | 'orderNumber'>) {
  const [alike, setAlike] = useState<Alike>([])
  const [suggested, setSuggested] = useState<Suggested | null>(null)
  const enough = description.trim().length >= 12 || serial !== '' || orderNumber !== ''
  useEffect(() => {
    if (!enough) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const asked = { signal: stop.signal }
      call(FindDuplicates, { ...asked, body: { description, customerId, serial, orderNumber } }).then(({ items }) => setAlike(items), () => {})
      if (description.trim().length >= 12) call(SuggestClassification, { ...asked, body: { description } }).then(setSuggested, () => {})
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [enough, description, customerId, serial, orderNumber])
  return enough ? { alike, suggested } : { alike: [], suggested: null }
}
