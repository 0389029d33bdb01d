import { useState } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { ConfirmDialog, Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Parts, Section } from '#platform/web/design/Page.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { AddGrant, DisableStaffMember, EditStaffMember, EnableStaffMember, EndGrant, InviteAgain, ListStaff, ReadStaffMember, ResetSecondFactor, type StaffMember } from '../contract-staff.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { AbsencesSection } from './AbsencesSection.tsx'
import { submitting } from './Door.tsx'
import { GivenOnce } from './GivenOnce.tsx'
import { GrantFields, NEW_GRANT, refuseDraft } from './GrantFields.tsx'
import { useMay } from './use-me.ts'
import { usePlaceNames } from './use-place-names.ts'

export function StaffEditor({ member }: { member: StaffMember }) {
  const mayManage = useMay('staff.manage')
  return (
    <div className="Staff-editor">
      <PersonForm member={member} mayManage={mayManage} />
      <GrantsSection member={member} mayManage={mayManage} />
      <AbsencesSection member={member} mayManage={mayManage} />
      {mayManage && <AccountVerbs member={member} />}
    </div>
  )
}

type Props = { member: StaffMember; mayManage: boolean }

function PersonForm({ member, mayManage }: Props) {
  const { staff } = useWords({ es, en })
  const edit = useVerb(EditStaffMember, { rereads: [ListStaff] })
  const [person, setPerson] = useState({ name: member.name, email: member.email, post: member.post })
  const wrong = (field: string) => errorOf(edit.error, field)
  const send = () => edit.mutate({ params: { personId: member.id }, body: person, ifMatch: member.version }, { onSuccess: () => showToast({ text: staff.saved }) })
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(send)}>
      <FormErrors errors={formErrors(edit.error)} />
      <TextField label={staff.name} name="name" value={person.name} onChange={(name) => setPerson({ ...person, name })} error={wrong('name')} disabled={!mayManage} />
      <TextField label={staff.email} name="email" type="email" value={person.email} onChange={(email) => setPerson({ ...person, email })} error={wrong('email')} disabled={!mayManage} />
      <TextField label={staff.post} name="post" value={person.post} onChange={(post) => setPerson({ ...person, post })} error={wrong('post')} disabled={!mayManage} optional />
      <div><Button type="submit" pending={edit.isPending} disabledReason={mayManage ? null : staff.mayNot}>{staff.save}</Button></div>
    </form>
  )
}

function GrantsSection({ member, mayManage }: Props) {
  const { staff, roles, refusals } = useWords({ es, en })
  const formats = useFormats()
  const placeName = usePlaceNames()
  const add = useVerb(AddGrant, { rereads: [ListStaff] })
  const end = useVerb(EndGrant, { rereads: [ListStaff] })
  const [draft, setDraft] = useState<typeof NEW_GRANT | null>(null)
  const refusal = draft && refuseDraft(draft)
  return (
    <Section title={staff.holds} action={mayManage && !draft && <Button small icon="plus" onPress={() => setDraft(NEW_GRANT)}>{staff.addRole}</Button>}>
      <FormErrors errors={formErrors(end.error)} />
      <Parts>
        {member.grants.map((grant) => (
          <li key={grant.id}>
            <span>
              {roles[grant.role]}{grant.substitute && `, ${staff.substitute.toLowerCase()}`}
              <br />
              <span className="soft small">
                {placeName(grant) ?? staff.wholeCompany} · {formats.day(grant.fromOn)} – {grant.untilOn ? formats.day(grant.untilOn) : staff.forGood}
              </span>
            </span>
            {mayManage && (
              <Button small label={`${staff.takeAway}: ${roles[grant.role]}`} icon="close" weight="quiet"
                onPress={() => end.mutateAsync({ params: { personId: member.id, grantId: grant.id } }).then(() => showToast({ text: staff.taken }))} />
            )}
          </li>
        ))}
      </Parts>
      {draft && (
        <form className="Staff-form" noValidate onSubmit={submitting(() => add.mutate({ params: { personId: member.id }, body: draft }, { onSuccess: () => setDraft(null) }))}>
          <FormErrors errors={formErrors(add.error)} />
          <GrantFields grant={draft} onChange={setDraft} error={add.error} />
          <div><Button type="submit" pending={add.isPending} disabledReason={refusal && refusals[refusal]}>{staff.addRole}</Button></div>
        </form>
      )}
    </Section>
  )
}

function AccountVerbs({ member }: { member: StaffMember }) {
  const { staff } = useWords({ es, en })
  const formats = useFormats()
  const params = { personId: member.id }
  const invite = useVerb(InviteAgain, { rereads: [ListStaff] })
  const forget = useVerb(ResetSecondFactor, { rereads: [ListStaff] })
  const enable = useVerb(EnableStaffMember, { rereads: [ListStaff, ReadStaffMember] })
  const [disabling, setDisabling] = useState(false)
  const errors = [invite.error, forget.error, enable.error].flatMap(formErrors)
  if (member.state === 'disabled') return <Button onPress={() => enable.mutateAsync({ params })}>{staff.enable}</Button>
  return (
    <div className="Staff-form">
      <FormErrors errors={errors} />
      <div className="Staff-verbs">
        <Button onPress={() => invite.mutateAsync({ params, body: {} }).then(({ link }) => link ?? showToast({ text: staff.linkSent }))}>{staff.sendLink}</Button>
        {member.secondFactor && <Button onPress={() => forget.mutateAsync({ params }).then(() => showToast({ text: staff.factorForgotten }))}>{staff.resetFactor}</Button>}
        <Button weight="danger" onPress={() => setDisabling(true)}>{staff.disable}</Button>
      </div>
      {invite.data?.link && <GivenOnce title={staff.linkTitle} note={staff.linkNote(formats.instant(invite.data.expiresAt))} text={invite.data.link} done={staff.linkKept} onDone={invite.reset} />}
      <Disabling member={member} open={disabling} onClose={() => setDisabling(false)} />
    </div>
  )
}

/** Asks by name, then tells which open cases are left without an owner who can come in, and what they made that still lets in. */
function Disabling({ member, open, onClose }: { member: StaffMember; open: boolean; onClose: () => void }) {
  const { staff } = useWords({ es, en })
  const formats = useFormats()
  const disable = useVerb(DisableStaffMember, { rereads: [ListStaff] })
  const { openCases: left, tokens = [] } = disable.data ?? {}
  const title = staff.disableTitle(member.name)
  if (left)
    return (
      <Dialog open={open} onClose={onClose} title={title}>
        <p>{left.length > 0 ? formats.plural(left.length, staff.openCases) : staff.noCases}</p>
        <ul>{left.map(({ id, caseNumber }) => <li key={id}><Link href={`/cases/${caseNumber}`}>{caseNumber}</Link></li>)}</ul>
        {tokens.length > 0 && (
          <>
            <p>{formats.plural(tokens.length, staff.tokensLeft)}</p>
            <ul>{tokens.map(({ id, name }) => <li key={id}><Link href="/settings/tokens">{name}</Link></li>)}</ul>
          </>
        )}
      </Dialog>
    )
  return (
    <ConfirmDialog open={open} onClose={onClose} title={title} verb={staff.disable} onConfirm={() => disable.mutateAsync({ params: { personId: member.id }, body: {} })}>
      <FormErrors errors={formErrors(disable.error)} />
      <p>{staff.disableNote}</p>
    </ConfirmDialog>
  )
}

