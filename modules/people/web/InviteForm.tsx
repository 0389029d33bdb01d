import { useState } from 'react'
import type { MailHeld } from '#kernel/mail-held.ts'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { InviteAgain, InviteStaff, ListStaff, type StaffMember } from '../contract-staff.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { submitting } from './Door.tsx'
import { GivenOnce } from './GivenOnce.tsx'
import { GrantFields, NEW_GRANT, refuseDraft } from './GrantFields.tsx'

export function InviteForm({ onDone }: { onDone: (personId: string) => void }) {
  const { staff, refusals } = useWords({ es, en })
  const invite = useVerb(InviteStaff, { rereads: [ListStaff] })
  const [person, setPerson] = useState({ name: '', email: '', post: '' })
  const [grant, setGrant] = useState(NEW_GRANT)
  const wrong = (field: string) => errorOf(invite.error, field)
  const refusal = refuseDraft(grant)
  function send() {
    invite.mutate({ body: { ...person, grants: [grant] } }, {
      onSuccess: ({ id, email, mailHeld }) => {
        if (mailHeld) return
        showToast({ text: staff.invited(email) })
        onDone(id)
      },
    })
  }
  if (invite.data?.mailHeld) return <InvitationHeld invited={invite.data} held={invite.data.mailHeld} onDone={() => onDone(invite.data.id)} />
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(send)}>
      <p className="soft">{staff.inviteNote}</p>
      <FormErrors errors={formErrors(invite.error)} />
      <TextField label={staff.name} name="name" value={person.name} onChange={(name) => setPerson({ ...person, name })} error={wrong('name')} autoFocus />
      <TextField label={staff.email} name="email" type="email" value={person.email} onChange={(email) => setPerson({ ...person, email })} error={wrong('email')} />
      <TextField label={staff.post} name="post" value={person.post} onChange={(post) => setPerson({ ...person, post })} error={wrong('post')} optional />
      <GrantFields grant={grant} onChange={setGrant} error={invite.error} under="grants.0." />
      <Button type="submit" weight="primary" kbd="$mod+Enter" pending={invite.isPending} disabledReason={refusal && refusals[refusal]}>{staff.sendInvitation}</Button>
    </form>
  )
}

/** No mail takes it there: whoever invited hands the link over. */
function InvitationHeld({ invited, held, onDone }: { invited: StaffMember; held: MailHeld; onDone: () => void }) {
  const { staff } = useWords({ es, en })
  const formats = useFormats()
  const again = useVerb(InviteAgain)
  if (again.data?.link) return <GivenOnce title={staff.linkTitle} note={staff.linkNote(formats.instant(again.data.expiresAt))} text={again.data.link} done={staff.linkKept} onDone={onDone} />
  return (
    <div className="Staff-form">
      <FormErrors errors={formErrors(again.error)} />
      <output>{staff.invitationHeld[held](invited.email)}</output>
      <div className="Staff-verbs">
        <Button weight="primary" pending={again.isPending} onPress={() => again.mutate({ params: { personId: invited.id }, body: {} })}>{staff.makeLink}</Button>
        <Button onPress={onDone}>{staff.linkKept}</Button>
      </div>
    </div>
  )
}
