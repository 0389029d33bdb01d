import './TermQuestions.css'
import { foldText } from '#kernel/plain-text.ts'
import { useReply } from '#platform/web/data.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Picks } from '#platform/web/design/Picks.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { ReadTermQuestions } from '../contract-endpoints.ts'
import { en } from '../en-facts.ts'
import { es } from '../es-facts.ts'
import type { TermFacts } from '../rules/facts-asked.ts'

type Props = { facts: TermFacts; set: (some: Partial<TermFacts>) => void; error: Error | null }

/** What of a case decides which terms run, as the rules in use ask it. */
export function TermQuestions({ facts, set, error }: Props) {
  const { named, asked } = useWords({ es, en })
  const { data } = useReply(ReadTermQuestions, {}, { staleTime: 300_000 })
  const subject = (code: string) => ({ id: code, label: named[code] ?? code })
  const subjects = (data?.subjects ?? []).map(subject)
  const search = (text: string) => subjects.filter(({ label }) => foldText(label).includes(foldText(text)))
  const flags = [...new Set([...(data?.flags ?? []), ...facts.flags])]
  const flag = (code: string, on: boolean) => set({ flags: on ? [...facts.flags, code] : facts.flags.filter((one) => one !== code) })
  return (
    <>
      {(subjects.length > 0 || facts.subjects.length > 0) && (
        <Picks label={asked.subjects} name="subjects" value={facts.subjects.map(subject)} onChange={(picked) => set({ subjects: picked.map(({ id }) => id) })} search={search} minLength={0}
          placeholder={facts.subjects.length === 0 ? asked.subjectsNone : ''} hint={asked.subjectsHint} error={errorOf(error, 'subjects')} optional />
      )}
      <div className="TermQuestions-flags">
        <Checkbox label={asked.consumer} checked={facts.consumer} onChange={(consumer) => set({ consumer })} />
        <Checkbox label={asked.personalData} checked={facts.personalData} onChange={(personalData) => set({ personalData })} />
        {flags.map((code) => <Checkbox key={code} label={asked.flags[code] ?? named[code] ?? code} checked={facts.flags.includes(code)} onChange={(on) => flag(code, on)} />)}
      </div>
    </>
  )
}
