import './CaseSettings.css'
import { useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { ChangeLadder, ReadLadder } from '../../contract-settings.ts'
import { useSettingsWords } from './use-settings-words.ts'

type Kept = ReplyOf<typeof ReadLadder>
type Rung = Kept['items'][number]

/** Who is warned that a term nears, ends or has ended: rung by rung, until somebody has seen it. */
export function LadderScreen() {
  const { t } = useSettingsWords()
  const { data, error, refetch } = useReply(ReadLadder)
  return (
    <Page title={t.ladder.title} eyebrow={<Link href="/settings">{t.back}</Link>} facts={<span className="soft">{t.ladder.note}</span>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? <LadderForm key={JSON.stringify(data.items)} kept={data} /> : !error && <Skeleton />}
    </Page>
  )
}

const MOST = 12

function LadderForm({ kept }: { kept: Kept }) {
  const { t, locked, errorsOf } = useSettingsWords()
  const [rungs, setRungs] = useState<Rung[]>([...kept.items])
  const save = useVerb(ChangeLadder, { rereads: [ReadLadder] })
  const set = (at: number, some: Partial<Rung>) => setRungs(rungs.map((rung, i) => (i === at ? { ...rung, ...some } : rung)))
  const send = () => save.mutate({ ifMatch: kept.version, body: { items: rungs } }, { onSuccess: () => showToast({ text: t.saved }) })
  const entries = <Key extends string>(words: Record<Key, string>) => Object.entries<string>(words).map(([value, label]) => ({ value, label }))
  return (
    <form className="CaseSettings-form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={errorsOf(save.error)} />
      <ol className="Ladder">
        <li className="Ladder-head" aria-hidden="true"><span /><span>{t.ladder.who}</span><span>{t.ladder.when}</span><span>{t.ladder.hours}</span></li>
        {rungs.map((rung, i) => (
          <li key={i}>
            <span className="Ladder-step" aria-hidden="true">{i + 1}</span>
            <Select label={`${t.ladder.who}, ${t.ladder.step(i + 1)}`} labelUnseen value={rung.to} disabled={locked !== null} onChange={(to) => set(i, { to: to as Rung['to'] })} options={entries(t.ladder.to)} />
            <Select label={`${t.ladder.when}, ${t.ladder.step(i + 1)}`} labelUnseen value={rung.when} disabled={locked !== null} onChange={(when) => set(i, { when: when as Rung['when'], ...(when === 'due' && { workingHours: 0 }) })} options={entries(t.ladder.whens)} />
            {rung.when === 'due' ? <span /> : (
              <div className="Ladder-hours">
                <TextField label={`${t.ladder.hours}, ${t.ladder.step(i + 1)}`} labelUnseen inputMode="decimal" value={String(rung.workingHours)} disabled={locked !== null} onChange={(hours) => set(i, { workingHours: Number(hours.replace(',', '.')) || 0 })} />
                <span className="Ladder-unit" aria-hidden="true">{t.ladder.hours.toLowerCase()}</span>
              </div>
            )}
            {!locked && <Button weight="quiet" icon="close" label={`${t.ladder.remove} ${i + 1}`} onPress={() => setRungs(rungs.filter((_, at) => at !== i))} />}
          </li>
        ))}
      </ol>
      <div className="Ladder-verbs">
        <Button icon="plus" disabledReason={locked ?? (rungs.length >= MOST ? t.ladder.most : null)} onPress={() => setRungs([...rungs, { to: 'head', when: 'after', workingHours: 8 }])}>{t.ladder.add}</Button>
        <Button type="submit" weight="primary" kbd="$mod+Enter" disabledReason={locked} pending={save.isPending}>{t.save}</Button>
      </div>
    </form>
  )
}
