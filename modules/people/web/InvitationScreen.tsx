import { useState } from 'react'
import { ProblemError, useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { Skeleton } from '#platform/web/design/States.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useGo } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { AcceptInvitation, ReadInvitation } from '../contract-account.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { Door, DoorForm } from './Door.tsx'
import { useEnter } from './use-enter.ts'
import { useDoorErrors } from './use-door-errors.ts'

/** Where the link of an invitation, or of a new password, leads: its token stands after '#', which browsers keep to themselves. */
export function InvitationScreen() {
  const { door } = useWords({ es, en })
  const [token] = useState(() => location.hash.slice(1))
  const go = useGo()
  const enter = useEnter()
  const link = useReply(ReadInvitation, { body: { token } }, { enabled: token !== '', staleTime: Infinity })
  const accept = useVerb(AcceptInvitation)
  const errors = useDoorErrors(accept.error)
  const [password, setPassword] = useState('')
  const signIn = <Button weight="quiet" icon="back" onPress={() => go('/sign-in')}>{door.backToSignIn}</Button>

  if (token === '' || link.error) {
    const why = link.error instanceof ProblemError && link.error.status === 409 ? link.error.message : door.linkBroken
    return <Door title={door.linkFailed} note={why} foot={signIn}>{null}</Door>
  }
  if (!link.data) return <Door title={door.newPasswordTitle}><Skeleton kind="text" /></Door>
  const { purpose, name, email, organisation } = link.data
  return (
    <Door title={purpose === 'invitation' ? door.invitationTitle(name) : door.newPasswordTitle} note={<MailText text={door.invitationFor(email, organisation)} />}>
      <DoorForm errors={errors} onSubmit={() => accept.mutate({ body: { token, password } }, { onSuccess: ({ state }) => (state === 'signed-in' ? enter() : go('/sign-in')) })}>
        {/* Unseen, for whoever keeps their passwords in the browser: it is kept with the right name. */}
        <input className="unseen" type="email" name="username" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
        <TextField label={door.newPassword} name="password" type="password" value={password} onChange={setPassword} autoComplete="new-password"
          hint={door.newPasswordHint} error={errorOf(accept.error, 'password')} autoFocus />
        <Button type="submit" weight="primary" pending={accept.isPending}>{door.enter}</Button>
      </DoorForm>
    </Door>
  )
}
