import { useState } from 'react'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormRow, Section } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { Skeleton } from '#platform/web/design/States.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useGo } from '#platform/web/routing.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { ReadSetUp, SetUp, SetUpDemonstration, type Targets } from '../contract-account.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx'
import { Door, DoorForm } from './Door.tsx'
import { useEnter } from './use-enter.ts'
import { useDoorErrors } from './use-door-errors.ts'

/** The first run: a look at the demonstration, or one's own company. */
export function SetUpScreen() {
  const { setUp, door } = useWords({ es, en })
  const go = useGo()
  const { data } = useReply(ReadSetUp, {}, { refetchInterval: 1500 })
  if (!data) return <Door title={setUp.title}><Skeleton kind="text" /></Door>
  if (data.accounts)
    return (
      <Door title={setUp.demonstrationTitle} wide>
        <output>{data.loading ? setUp.demonstrationReady : setUp.demonstrationLoaded}</output>
        {data.loading && <Loading loading={data.loading} />}
        <DemonstrationAccounts accounts={data.accounts} />
      </Door>
    )
  if (data.state === 'ready')
    return <Door title={setUp.title} note={setUp.ready}><Button weight="primary" onPress={() => go('/sign-in')}>{door.signIn}</Button></Door>
  return (
    <Door title={setUp.title} note={setUp.note} wide>
      {(data.demonstration || data.loading) && <Demonstration loading={data.loading} />}
      {!data.loading && <Section title={setUp.own}><CompanyForm countries={data.countries} proposed={data.targets} /></Section>}
    </Door>
  )
}

type Progress = { done: number; of: number }

function Demonstration({ loading }: { loading: Progress | null }) {
  const { setUp } = useWords({ es, en })
  const load = useVerb(SetUpDemonstration, { rereads: [ReadSetUp] })
  const errors = useDoorErrors(load.error)
  return (
    <Section title={setUp.demonstrationTitle} note={setUp.demonstrationNote}>
      {loading ? <Loading loading={loading} /> : (
        <DoorForm errors={errors} onSubmit={() => load.mutate({ body: {} })}>
          <Button type="submit" pending={load.isPending}>{setUp.demonstration}</Button>
        </DoorForm>
      )}
    </Section>
  )
}

function Loading({ loading }: { loading: Progress }) {
  const { setUp } = useWords({ es, en })
  const formats = useFormats()
  const said = setUp.demonstrationLoading(formats.percent(loading.done / Math.max(1, loading.of)))
  return <div className="Door-progress"><progress aria-label={setUp.demonstrationTitle} value={loading.done} max={Math.max(1, loading.of)} /><p className="soft small">{said}</p></div>
}

const TARGETS = ['firstAnswerHours', 'areaAnswerDays', 'courtesyAnswerDays'] as const satisfies readonly (keyof Targets)[]
type TargetTexts = Record<keyof Targets, string>
const textsOf = (targets: Targets) => Object.fromEntries(TARGETS.map((target) => [target, String(targets[target] ?? '')])) as TargetTexts
/** An empty field is a promise not made yet; what is no figure is left to the server to refuse by its field. */
const figuresOf = (texts: TargetTexts) => Object.fromEntries(TARGETS.map((target) => [target, figureOf(texts[target].trim())])) as Targets
const figureOf = (text: string) => (text === '' ? null : /^\d+$/.test(text) ? Number(text) : text)

type Country = { code: string; name: string; language: 'es' | 'en'; timeZone: string }

function CompanyForm({ countries, proposed }: { countries: readonly Country[]; proposed: Targets }) {
  const { setUp, door, languages } = useWords({ es, en })
  const reader = useReader()
  const enter = useEnter()
  const create = useVerb(SetUp)
  const errors = useDoorErrors(create.error)
  const [company, setCompany] = useState({ name: '', taxId: '', country: countries[0]?.code ?? '', language: reader.language })
  const [branch, setBranch] = useState({ name: '', code: '', city: '' })
  const [person, setPerson] = useState({ name: '', email: '', password: '' })
  const [targets, setTargets] = useState(() => textsOf(proposed))
  const timeZone = countries.find(({ code }) => code === company.country)?.timeZone ?? reader.timeZone
  const wrong = (field: string) => errorOf(create.error, field)
  return (
    <DoorForm errors={errors} onSubmit={() => create.mutate({ body: { organisation: { ...company, timeZone }, branch, person, targets: figuresOf(targets) } }, { onSuccess: enter })}>
      <h3>{setUp.company}</h3>
      <TextField label={setUp.companyName} name="organisation.name" value={company.name} onChange={(name) => setCompany({ ...company, name })} error={wrong('organisation.name')} autoComplete="organization" />
      <FormRow>
        <TextField label={setUp.taxId} name="organisation.taxId" value={company.taxId} onChange={(taxId) => setCompany({ ...company, taxId })} error={wrong('organisation.taxId')} optional />
        <Select label={setUp.country} name="organisation.country" value={company.country} onChange={(country) => setCompany({ ...company, country })} hint={setUp.countryHint}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))} error={wrong('organisation.country')} />
        <Select label={setUp.language} name="organisation.language" value={company.language} onChange={(language) => setCompany({ ...company, language: language as 'es' | 'en' })}
          options={Object.entries(languages).map(([value, label]) => ({ value, label }))} />
      </FormRow>
      <h3>{setUp.branch}</h3>
      <TextField label={setUp.branchName} name="branch.name" value={branch.name} onChange={(name) => setBranch({ ...branch, name })} error={wrong('branch.name')} />
      <FormRow>
        <TextField label={setUp.branchCode} name="branch.code" value={branch.code} onChange={(code) => setBranch({ ...branch, code: code.toUpperCase() })} maxLength={6} hint={setUp.branchCodeHint} error={wrong('branch.code')} />
        <TextField label={setUp.city} name="branch.city" value={branch.city} onChange={(city) => setBranch({ ...branch, city })} error={wrong('branch.city')} optional />
      </FormRow>
      <h3>{setUp.targets}</h3>
      <p className="soft">{setUp.targetsNote}</p>
      <FormRow>
        {TARGETS.map((target) => (
          <TextField key={target} label={setUp.target[target]} name={`targets.${target}`} inputMode="numeric" value={targets[target]} onChange={(text) => setTargets({ ...targets, [target]: text })}
            hint={setUp.targetHint[target]} error={wrong(`targets.${target}`)} maxLength={3} optional={target !== 'courtesyAnswerDays'} />
        ))}
      </FormRow>
      <h3>{setUp.you}</h3>
      <p className="soft">{setUp.youNote}</p>
      <TextField label={setUp.yourName} name="person.name" value={person.name} onChange={(name) => setPerson({ ...person, name })} error={wrong('person.name')} autoComplete="name" />
      <TextField label={door.email} name="person.email" type="email" value={person.email} onChange={(email) => setPerson({ ...person, email })} error={wrong('person.email')} autoComplete="username" />
      <TextField label={door.password} name="person.password" type="password" value={person.password} onChange={(password) => setPerson({ ...person, password })}
        hint={door.newPasswordHint} error={wrong('person.password') ?? wrong('password')} autoComplete="new-password" />
      <Button type="submit" weight="primary" kbd="$mod+Enter" pending={create.isPending}>{setUp.create}</Button>
    </DoorForm>
  )
}
