import { useEffect, useState } from 'react'
import { call, useReply } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { FindDuplicates, SuggestClassification } from '../contract-sheet.ts'
import { ListCauses } from '../contract-settings.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

type Written = { description: string; customerId: string | undefined; serial: string; orderNumber: string }
type Alike = ReplyOf<typeof FindDuplicates>['items']
type Suggested = ReplyOf<typeof SuggestClassification>

const PAUSE_MS = 500

/** While one types: cases that tell the same, and what the closed ones suggest. Neither stops the typing nor applies itself. */
export function LikeCases({ written, cause, onUse }: { written: Written; cause: string | null; onUse: (cause: { id: string; label: string }) => void }) {
  const { register: t } = useWords({ es, en })
  const { language } = useReader()
  const formats = useFormats()
  const { data: causes } = useReply(ListCauses, {}, { staleTime: 300_000 })
  const { alike, suggested } = useLikeness(written)
  const proposal = suggested?.items.find(({ question, id }) => question === 'cause' && id !== cause)
  const known = proposal && causes?.items.find(({ id }) => id === proposal.id)
  const name = known ? (language === 'en' && known.nameEn ? known.nameEn : known.name) : proposal?.name
  return (
    <div aria-live="polite" className="Register-alike">
      {(suggested?.hazardWords.length ?? 0) > 0 && <p data-tone="broken">{t.hazard(suggested!.hazardWords.join(', '))}</p>}
      {alike.slice(0, 3).map((one) => (
        <p key={one.number}>
          {t.looksLike} <Link href={`/cases/${one.number}`}>{one.number}</Link> {one.title}, {formats.ago(one.receivedAt)}
        </p>
      ))}
      {proposal && name && (
        <p>
          {t.suggested}: <strong>{name}</strong> {proposal.words.length > 0 && t.words(proposal.words.join(', '))} <Button small onPress={() => onUse({ id: proposal.id, label: name })}>{t.use}</Button>
        </p>
      )}
    </div>
  )
}

function useLikeness({ description, customerId, serial, orderNumber }: Written) {
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
