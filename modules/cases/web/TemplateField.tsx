import type { ReplyOf } from '#kernel/endpoint.ts'
import { useReply, useVerb, type ProblemError } from '#platform/web/data.ts'
import { Select } from '#platform/web/design/Select.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import type { CaseSheet } from '../contract-sheet.ts'
import { FillTemplate } from '../contract-work.ts'
import { ListTemplates } from '../contract-settings.ts'
import { useCaseWords } from './use-case-words.ts'

type Filled = ReplyOf<typeof FillTemplate>
type Props = { sheet: CaseSheet; value: string; onFilled: (filled: Filled) => void; onNone: () => void }

/** A text to begin with: those of this kind in the customer's language come first. */
export function TemplateField({ sheet, value, onFilled, onNone }: Props) {
  const { t, away } = useCaseWords()
  const { data } = useReply(ListTemplates, {}, { staleTime: 60_000 })
  const fill = useVerb(FillTemplate)
  const fits = (data?.items ?? []).filter(({ active, kinds }) => active && (kinds.length === 0 || kinds.includes(sheet.kind)))
  if (fits.length === 0) return null
  const own = (language: string) => (language === sheet.language ? 0 : 1)
  const options = fits.toSorted((a, b) => own(a.language) - own(b.language) || a.name.localeCompare(b.name)).map(({ id, name, language }) => ({ value: id, label: own(language) ? `${name} (${language})` : name }))
  const choose = (templateId: string) => {
    if (!templateId) return onNone()
    return fill.mutate({ params: { number: sheet.number }, body: { templateId } }, { onSuccess: onFilled, onError: (error: ProblemError) => showToast({ text: error.message || away, tone: 'broken' }) })
  }
  return <Select label={t.template} name="templateId" value={options.some((one) => one.value === value) ? value : ''} onChange={choose} none={t.noTemplate} options={options} optional />
}
