import './MyAccountScreen.css'
import { useState } from 'react'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { Facts, Page, Section } from '#platform/web/design/Page.tsx'
import { Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { chooseTheme } from '#platform/web/theme.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ChangePassword, EditMe, EndMySession, EndOtherSessions, ListMySessions, ReadSession, type Me } from '../contract-account.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { submitting } from './Door.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'
import { useMe } from './use-me.ts'
import { usePlaceNames } from './use-place-names.ts'
import { useSignOut } from './use-sign-out.ts'

export function MyAccountScreen() {
  const { account } = useWords({ es, en })
  const me = useMe()
  const signOut = useSignOut()
  if (!me) return <Page title={account.title}><Skeleton kind="text" /></Page>
  return (
    <Page title={me.name} eyebrow={account.title} facts={<span className="soft"><MailText text={me.email ?? ''} /></span>} actions={<Button onPress={signOut}>{account.signOut}</Button>}>
      <WhatIMayDo me={me} />
      <PreferencesSection me={me} />
      <SecondFactorSection me={me} />
      <PasswordSection />
      <SessionsSection />
    </Page>
  )
}

function WhatIMayDo({ me }: { me: Me }) {
  const { account, roles } = useWords({ es, en })
  const placeName = usePlaceNames()
  return (
    <Section title={account.mayTitle}>
      {me.grants.length === 0 ? <p className="soft">{account.nothing}</p> : (
        <Facts facts={me.grants.map((grant) => ({ name: roles[grant.role], value: placeName(grant) ?? account.everywhere }))} />
      )}
    </Section>
  )
}

function PreferencesSection({ me }: { me: Me }) {
  const { account, languages } = useWords({ es, en })
  const edit = useVerb(EditMe, { rereads: [ReadSession] })
  const { preferences } = me
  const choose = (body: Parameters<typeof edit.mutate>[0]['body']) => edit.mutate({ body })
  return (
    <Section title={account.preferences}>
      <div className="MyAccount-form">
        <Choice label={account.language} value={me.language} onChange={(language) => choose({ language })}
          options={(['es', 'en'] as const).map((value) => ({ value, label: languages[value] }))} />
        <Choice label={account.theme} value={preferences.theme}
          onChange={(theme) => {
            chooseTheme(theme)
            choose({ theme })
          }}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: account.themes[value] }))} />
        <Choice label={account.density} value={preferences.density} onChange={(density) => choose({ density })}
          options={(['normal', 'compact'] as const).map((value) => ({ value, label: account.densities[value] }))} />
        <Checkbox label={account.shortcuts} checked={preferences.shortcuts} onChange={(shortcuts) => choose({ shortcuts })} />
        <Checkbox label={account.areaAnswerMails} checked={preferences.areaAnswerMails} onChange={(areaAnswerMails) => choose({ areaAnswerMails })} />
      </div>
    </Section>
  )
}

function PasswordSection() {
  const { account, door } = useWords({ es, en })
  const change = useVerb(ChangePassword, { rereads: [ListMySessions] })
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  function send() {
    change.mutate({ body: { current, password } }, {
      onSuccess: () => {
        setCurrent('')
        setPassword('')
        showToast({ text: account.passwordChanged })
      },
    })
  }
  return (
    <Section title={account.passwordTitle} note={account.passwordNote}>
      <form className="MyAccount-form" noValidate onSubmit={submitting(send)}>
        <FormErrors errors={formErrors(change.error)} />
        <TextField label={account.current} name="current" type="password" value={current} onChange={setCurrent} autoComplete="current-password" error={errorOf(change.error, 'current')} />
        <TextField label={door.newPassword} name="password" type="password" value={password} onChange={setPassword} autoComplete="new-password" hint={door.newPasswordHint} error={errorOf(change.error, 'password')} />
        <Button type="submit" pending={change.isPending}>{account.changePassword}</Button>
      </form>
    </Section>
  )
}

type Session = ReplyOf<typeof ListMySessions>['items'][number]

function SessionsSection() {
  const { account } = useWords({ es, en })
  const formats = useFormats()
  const { data } = useReply(ListMySessions)
  const end = useVerb(EndMySession, { rereads: [ListMySessions] })
  const endOthers = useVerb(EndOtherSessions, { rereads: [ListMySessions] })
  const name = ({ device }: Session) => device || account.unknownDevice
  const columns: Column<Session>[] = [
    { id: 'device', head: account.device, cell: (session) => name(session) },
    { id: 'seen', head: account.lastSeen, kind: 'date', width: '160px', cell: ({ current, lastSeenAt }) => (current ? account.thisOne : formats.ago(lastSeenAt)) },
    { id: 'since', head: account.since, kind: 'date', width: '160px', hideBelow: 'narrow', cell: ({ createdAt }) => formats.instant(createdAt) },
    { id: 'end', head: account.end, width: '96px', cell: ({ id, current }) => !current && <Button small onPress={() => end.mutateAsync({ params: { sessionId: id } })}>{account.end}</Button> },
  ]
  const others = (data?.items.length ?? 0) > 1
  return (
    <Section title={account.sessionsTitle} action={others && <Button small onPress={() => endOthers.mutateAsync({})}>{account.endOthers}</Button>}>
      {data ? <Table label={account.sessionsTitle} rows={data.items} columns={columns} rowKey={({ id }) => id} rowName={name} /> : <Skeleton rows={2} />}
    </Section>
  )
}
