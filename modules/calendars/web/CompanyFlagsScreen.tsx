import './SettingsScreen.css'
import { useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useMay } from '#modules/people/web/use-me.ts'
import { ProblemError, useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ChangeCompanyFlags, ListTermRules, ReadCompanyFlags, ReadTermQuestions } from '../contract-endpoints.ts'
import { en as factsEn } from '../en-facts.ts'
import { en } from '../en-screens.ts'
import { es as factsEs } from '../es-facts.ts'
import { es } from '../es-screens.ts'

/** What the company is before the law, which decides whole families of rules. */
export function CompanyFlagsScreen() {
  const { settings } = useWords({ es, en })
  const { company } = useWords({ es: factsEs, en: factsEn })
  const { data, error, refetch } = useReply(ReadCompanyFlags)
  return (
    <Page title={company.title} eyebrow={<Link href="/settings">{settings.back}</Link>} facts={<p className="soft">{company.note}</p>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && (data.items.length === 0 ? <p className="soft">{company.none}</p> : <Flags key={data.version} flags={data} />)}
    </Page>
  )
}

function Flags({ flags: { items, version } }: { flags: ReplyOf<typeof ReadCompanyFlags> }) {
  const { settings } = useWords({ es, en })
  const { company, named } = useWords({ es: factsEs, en: factsEn })
  const formats = useFormats()
  const locked = useMay('settings.manage') ? null : settings.mayNot
  const [carried, setCarried] = useState(items.filter((one) => one.carried).map(({ code }) => code))
  const [reason, setReason] = useState('')
  const change = useVerb(ChangeCompanyFlags, { rereads: [ReadCompanyFlags, ReadTermQuestions, ListTermRules] })
  const stale = change.error instanceof ProblemError && change.error.status === 412
  const send = () => change.mutate({ body: { flags: carried, reason }, ifMatch: version }, { onSuccess: () => showToast({ text: company.saved }) })
  return (
    <form className="Settings-form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={stale ? [{ field: null, message: company.stale }] : formErrors(change.error)} />
      {items.map(({ code, brings }) => (
        <Checkbox key={code} label={company.flags[code]?.name ?? named[code] ?? code} checked={carried.includes(code)} disabled={locked !== null}
          hint={<>{company.flags[code]?.hint} {brings.length > 0 && company.brings(formats.list(brings.map(({ name }) => company.rule(name))))}</>}
          onChange={(on) => setCarried(on ? [...carried, code] : carried.filter((one) => one !== code))} />
      ))}
      <TextArea label={company.reason} name="reason" rows={2} value={reason} onChange={setReason} hint={company.reasonHint} error={errorOf(change.error, 'reason')} />
      <div><Button type="submit" weight="primary" kbd="$mod+Enter" pending={change.isPending} disabledReason={locked}>{company.save}</Button></div>
    </form>
  )
}
