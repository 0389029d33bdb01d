import { useState } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Section } from '#platform/web/design/Page.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { ConfirmSecondFactor, ReadSession, RemoveSecondFactor, StartSecondFactor, type Me } from '../contract-account.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { submitting } from './Door.tsx'
import { QrCode } from './QrCode.tsx'

/** Enrolled in three steps: the password, the scan with a first code, the recovery codes. */
export function SecondFactorSection({ me: { secondFactor } }: { me: Me }) {
  const { account } = useWords({ es, en })
  const [codes, setCodes] = useState<string[] | null>(null)
  const { enrolled, required } = secondFactor
  return (
    <Section title={account.factorTitle}>
      <div className="MyAccount-form">
        <StateMark shape={enrolled ? 'verified' : required ? 'near' : 'hollow'} tone={enrolled ? 'verified' : required ? 'near' : 'plain'}>
          {enrolled ? account.factorOn : required ? account.factorRequired : account.factorOff}
        </StateMark>
        {codes ? <RecoveryCodes codes={codes} onKept={() => setCodes(null)} /> : enrolled ? !required && <Removal /> : <Enrolment onCodes={setCodes} />}
      </div>
    </Section>
  )
}

function Enrolment({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { account } = useWords({ es, en })
  const start = useVerb(StartSecondFactor)
  const confirm = useVerb(ConfirmSecondFactor, { rereads: [ReadSession] })
  const [code, setCode] = useState('')
  if (!start.data) return <PasswordAgain verb={account.factorStart} pending={start.isPending} error={start.error} onPassword={(password) => start.mutate({ body: { password } })} />
  const { uri, secret } = start.data
  return (
    <form className="MyAccount-form" noValidate onSubmit={submitting(() => confirm.mutate({ body: { code } }, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) }))}>
      <FormErrors errors={formErrors(confirm.error)} />
      <p>{account.scan}</p>
      <QrCode text={uri} label={account.scan} />
      <p className="soft">{account.byHand}: <span className="MyAccount-secret">{secret}</span></p>
      <TextField label={account.typeCode} name="code" value={code} onChange={setCode} inputMode="numeric" autoComplete="one-time-code" error={errorOf(confirm.error, 'code')} autoFocus />
      <Button type="submit" weight="primary" pending={confirm.isPending}>{account.factorStart}</Button>
    </form>
  )
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { account } = useWords({ es, en })
  return (
    <>
      <h3>{account.codesTitle}</h3>
      <p className="soft">{account.codesNote}</p>
      <ul className="MyAccount-codes">{codes.map((one) => <li key={one}>{one}</li>)}</ul>
      <Button onPress={onKept}>{account.codesKept}</Button>
    </>
  )
}

function Removal() {
  const { account } = useWords({ es, en })
  const remove = useVerb(RemoveSecondFactor, { rereads: [ReadSession] })
  return (
    <PasswordAgain verb={account.factorRemove} pending={remove.isPending} error={remove.error}
      onPassword={(password) => remove.mutate({ body: { password } }, { onSuccess: () => showToast({ text: account.factorRemoved }) })} />
  )
}

function PasswordAgain({ verb, pending, error, onPassword }: { verb: string; pending: boolean; error: unknown; onPassword: (password: string) => void }) {
  const { account } = useWords({ es, en })
  const [password, setPassword] = useState('')
  return (
    <form className="MyAccount-form" noValidate onSubmit={submitting(() => onPassword(password))}>
      <FormErrors errors={formErrors(error)} />
      <TextField label={account.current} name="password" type="password" value={password} onChange={setPassword} autoComplete="current-password" error={errorOf(error, 'password')} />
      <Button type="submit" pending={pending}>{verb}</Button>
    </form>
  )
}
