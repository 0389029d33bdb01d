import { useState, type ReactNode } from 'react'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { AskNewPassword, ReadSetUp, SignIn } from '../contract-account.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx'
import { Door, DoorForm } from './Door.tsx'
import { useDoorErrors } from './use-door-errors.ts'
import { useEnter } from './use-enter.ts'

type Step = 'password' | 'code' | 'company' | 'forgot'

export function SignInScreen() {
  const { door } = useWords({ es, en })
  const [step, setStep] = useState<Step>('password')
  const [email, setEmail] = useState('')
  if (step === 'forgot') return <ForgotPassword email={email} setEmail={setEmail} onBack={() => setStep('password')} />
  return (
    <SignInSteps step={step} setStep={setStep} email={email} setEmail={setEmail}
      forgot={<Button weight="quiet" onPress={() => setStep('forgot')}>{door.forgot}</Button>} />
  )
}

function SignInSteps({ step, setStep, email, setEmail, forgot }: { step: Step; setStep: (step: Step) => void; email: string; setEmail: (email: string) => void; forgot: ReactNode }) {
  const { door } = useWords({ es, en })
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [companies, setCompanies] = useState<{ id: string; name: string }[]>([])
  const [company, setCompany] = useState('')
  const enter = useEnter()
  const signIn = useVerb(SignIn)
  const { data } = useReply(ReadSetUp, {}, { staleTime: 60_000 })
  const errors = useDoorErrors(signIn.error)

  function send() {
    const body = { email, password, ...(code && { code }), ...(company && { organisationId: company }) }
    signIn.mutate({ body }, {
      onSuccess: (reply) => {
        if (reply.state === 'signed-in') return enter()
        if (reply.state === 'code-needed') return setStep('code')
        setCompanies(reply.organisations)
        setCompany(reply.organisations[0]?.id ?? '')
        return setStep('company')
      },
    })
  }

  const submit = (verb: string) => <Button type="submit" weight="primary" pending={signIn.isPending}>{verb}</Button>
  if (step === 'code')
    return (
      <Door title={door.codeTitle}>
        <DoorForm errors={errors} onSubmit={send}>
          <TextField label={door.code} name="code" value={code} onChange={setCode} hint={door.codeHint} autoComplete="one-time-code" inputMode="text" autoFocus />
          {submit(door.confirm)}
        </DoorForm>
      </Door>
    )
  if (step === 'company')
    return (
      <Door title={door.companyTitle}>
        <DoorForm errors={errors} onSubmit={send}>
          <Select label={door.company} name="organisationId" value={company} onChange={setCompany} options={companies.map(({ id, name }) => ({ value: id, label: name }))} />
          {submit(door.signIn)}
        </DoorForm>
      </Door>
    )
  return (
    <Door title={door.signInTitle} foot={<>{forgot}{data?.accounts && <DemonstrationAccounts accounts={data.accounts} />}</>}>
      <DoorForm errors={errors} onSubmit={send}>
        <TextField label={door.email} name="email" type="email" value={email} onChange={setEmail} autoComplete="username" error={errorOf(signIn.error, 'email')} autoFocus />
        <TextField label={door.password} name="password" type="password" value={password} onChange={setPassword} autoComplete="current-password" error={errorOf(signIn.error, 'password')} />
        {submit(door.signIn)}
      </DoorForm>
    </Door>
  )
}

function ForgotPassword({ email, setEmail, onBack }: { email: string; setEmail: (email: string) => void; onBack: () => void }) {
  const { door } = useWords({ es, en })
  const ask = useVerb(AskNewPassword)
  const errors = useDoorErrors(ask.error)
  return (
    <Door title={door.forgotTitle} foot={<Button weight="quiet" icon="back" onPress={onBack}>{door.backToSignIn}</Button>}>
      {ask.isSuccess ? <output>{door.forgotSent}</output> : (
        <DoorForm errors={errors} onSubmit={() => ask.mutate({ body: { email } })}>
          <TextField label={door.email} name="email" type="email" value={email} onChange={setEmail} autoComplete="username" error={errorOf(ask.error, 'email')} autoFocus />
          <Button type="submit" weight="primary" pending={ask.isPending}>{door.forgotSend}</Button>
        </DoorForm>
      )}
    </Door>
  )
}
