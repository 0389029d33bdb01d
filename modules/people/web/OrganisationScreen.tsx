import './StaffScreen.css'
import { useState } from 'react'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { ConfirmDialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page, Section } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { ReadSession } from '../contract-account.ts'
import { EditOrganisation, ListBranches, ReadOrganisation, type Organisation } from '../contract-places.ts'
import { ROLES, type Role } from '../contract.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { submitting } from './Door.tsx'
import { useMay } from './use-me.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** The company: what it is called, who needs a second factor, and what its customers agree to. */
export function OrganisationScreen() {
  const t = useSettingsWords()
  const { data, error, refetch } = useReply(ReadOrganisation)
  const mayManage = useMay('settings.manage')
  const notNow = mayManage ? null : t.mayNot
  return (
    <Page title={t.organisation.title} eyebrow={<Link href="/settings">{t.back}</Link>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? (
        <div className="Staff-editor Staff-settings">
          <FactsForm key={`facts${data.version}`} organisation={data} notNow={notNow} />
          <FactorForm key={`factor${data.version}`} organisation={data} notNow={notNow} />
          <ConsentForm key={data.consent?.version ?? ''} organisation={data} notNow={notNow} />
        </div>
      ) : !error && <Skeleton kind="text" />}
    </Page>
  )
}

type Props = { organisation: Organisation; notNow: string | null }

const useEdit = () => useVerb(EditOrganisation, { rereads: [ReadOrganisation, ReadSession] })

function FactsForm({ organisation, notNow }: Props) {
  const t = useSettingsWords()
  const { languages } = useWords({ es, en })
  const edit = useEdit()
  const [asked, setAsked] = useState({ name: organisation.name, taxId: organisation.taxId ?? '', language: organisation.language, timeZone: organisation.timeZone, receivingBranchId: organisation.receivingBranchId })
  const { data: branches } = useReply(ListBranches)
  const open = (branches?.items ?? []).filter(({ id, active }) => active || id === organisation.receivingBranchId)
  const send = () => edit.mutate({ body: asked, ifMatch: organisation.version }, { onSuccess: () => showToast({ text: t.saved }) })
  const field = (name: 'name' | 'taxId' | 'timeZone', hint?: string) => (
    <TextField label={t.organisation[name]} name={name} value={asked[name]} onChange={(value) => setAsked({ ...asked, [name]: value })} hint={hint} error={errorOf(edit.error, name)} disabled={notNow !== null} optional={name === 'taxId'} />
  )
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(send)}>
      <FormErrors errors={formErrors(edit.error)} />
      {field('name')}
      {field('taxId')}
      <Choice label={t.organisation.language} name="language" value={asked.language} onChange={(language) => setAsked({ ...asked, language })}
        options={(['es', 'en'] as const).map((value) => ({ value, label: languages[value], disabled: notNow !== null }))} />
      {field('timeZone', t.organisation.timeZoneHint)}
      {open.length > 1 && <Select label={t.organisation.receiving} name="receivingBranchId" value={asked.receivingBranchId ?? ''} onChange={(id) => setAsked({ ...asked, receivingBranchId: id || null })} none={t.organisation.receivingFirst} options={open.map(({ id, name }) => ({ value: id, label: name }))} hint={t.organisation.receivingHint} error={errorOf(edit.error, 'receivingBranchId')} disabled={notNow !== null} optional />}
      <div><Button type="submit" weight="primary" kbd="$mod+Enter" pending={edit.isPending} disabledReason={notNow}>{t.save}</Button></div>
    </form>
  )
}

function FactorForm({ organisation, notNow }: Props) {
  const t = useSettingsWords()
  const { roles } = useWords({ es, en })
  const edit = useEdit()
  const [chosen, setChosen] = useState<readonly Role[]>(organisation.secondFactorRoles)
  const send = () => edit.mutate({ body: { secondFactorRoles: [...chosen] }, ifMatch: organisation.version }, { onSuccess: () => showToast({ text: t.saved }) })
  return (
    <Section title={t.organisation.factorTitle} note={t.organisation.factorNote}>
      <form className="Staff-form" noValidate onSubmit={submitting(send)}>
        <FormErrors errors={formErrors(edit.error)} />
        <div className="Staff-checks">
          {ROLES.map((role) => (
            <Checkbox key={role} label={roles[role]} checked={chosen.includes(role)} disabled={notNow !== null} onChange={(on) => setChosen(on ? [...chosen, role] : chosen.filter((one) => one !== role))} />
          ))}
        </div>
        <div><Button type="submit" pending={edit.isPending} disabledReason={notNow}>{t.save}</Button></div>
      </form>
    </Section>
  )
}

function ConsentForm({ organisation: { consent, version }, notNow }: Props) {
  const t = useSettingsWords()
  const { organisation: words } = t
  const edit = useEdit()
  const [asked, setAsked] = useState({ es: consent?.es ?? '', en: consent?.en ?? '' })
  const [dropping, setDropping] = useState(false)
  const send = () => edit.mutate({ body: { consent: asked }, ifMatch: version }, { onSuccess: () => showToast({ text: words.published }) })
  return (
    <Section title={words.consentTitle} note={words.consentNote}>
      <p>{consent ? words.version(consent.version) : words.own}</p>
      <form className="Staff-form" noValidate onSubmit={submitting(send)}>
        <FormErrors errors={formErrors(edit.error)} />
        <TextArea label={words.es} name="consent.es" value={asked.es} onChange={(text) => setAsked({ ...asked, es: text })} rows={4} limit={4000} error={errorOf(edit.error, 'consent.es')} />
        <TextArea label={words.en} name="consent.en" value={asked.en} onChange={(text) => setAsked({ ...asked, en: text })} rows={4} limit={4000} hint={words.enHint} error={errorOf(edit.error, 'consent.en')} optional />
        <div className="Staff-verbs">
          <Button type="submit" pending={edit.isPending} disabledReason={notNow}>{words.changeConsent}</Button>
          {consent && <Button weight="quiet" disabledReason={notNow} onPress={() => setDropping(true)}>{words.dropConsent}</Button>}
        </div>
      </form>
      <ConfirmDialog open={dropping} onClose={() => setDropping(false)} title={words.dropTitle} verb={words.dropConsent} onConfirm={() => edit.mutateAsync({ body: { consent: null }, ifMatch: version })}>
        <p>{words.dropNote}</p>
      </ConfirmDialog>
    </Section>
  )
}
