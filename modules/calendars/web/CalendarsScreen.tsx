import './CalendarsScreen.css'
import { useEffect, useState } from 'react'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useMay } from '#modules/people/web/use-me.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page, Section } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useDraft } from '#platform/web/drafts.ts'
import { formErrors, errorOf } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import type { CalendarFacts } from '../contract.ts'
import { AddCalendar, ApplyCalendarVersion, ListCalendars, ProposeCalendarVersion, ReadCalendar, type CalendarRow } from '../contract-endpoints.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { sameJson } from '../rules/same-json.ts'
import { BranchCalendars } from './BranchCalendars.tsx'
import { HolidaysSection } from './HolidaysSection.tsx'
import { HoursSection } from './HoursSection.tsx'
import { ApplyProposal, ChangeProgress, Proposal } from './Proposal.tsx'
import { SpecialDays } from './SpecialDays.tsx'
import { Versions } from './Versions.tsx'
import { YearGrid } from './YearGrid.tsx'

type Whole = ReplyOf<typeof ReadCalendar>

/** A branch's time: the year at a glance, hours, special days, and what a change would do before it is one. */
export function CalendarsScreen() {
  const [{ calendar: chosen }] = useSearch()
  const { calendars, settings } = useWords({ es, en })
  const list = useReply(ListCalendars)
  const id = chosen ?? list.data?.items[0]?.id
  const whole = useReply(ReadCalendar, { params: { calendarId: id ?? '' } }, { enabled: id !== undefined })
  const error = list.error ?? whole.error
  // What is being changed does not go away with the server.
  if (!whole.data || !list.data)
    return (
      <Page title={calendars.title} eyebrow={<Link href="/settings">{settings.back}</Link>}>
        {error ? <ErrorState what={error.message} onRetry={() => { void list.refetch(); void whole.refetch() }} /> : <Skeleton />}
      </Page>
    )
  return <CalendarSheet key={`${whole.data.id} ${whole.data.version}`} calendar={whole.data} all={list.data.items} />
}

const factsOf = ({ week, laterWeeks, holidays, specialDays, saturdayCounts }: CalendarDefinition): CalendarFacts => ({ week, laterWeeks: laterWeeks ?? [], holidays, specialDays, saturdayCounts: saturdayCounts ?? false })

function CalendarSheet({ calendar, all }: { calendar: Whole; all: readonly CalendarRow[] }) {
  const { calendars, settings } = useWords({ es, en })
  const formats = useFormats()
  const [{ year: asked }, change] = useSearch()
  const year = Number(asked) || Number(formats.today().slice(0, 4))
  const draft = useDraft<CalendarFacts>(`calendar ${calendar.id} ${calendar.version}`, factsOf(calendar.definition))
  const [proposing, setProposing] = useState(false)
  const locked = useMay('settings.manage') ? null : settings.mayNot
  const dirty = !sameJson(draft.value, factsOf(calendar.definition))
  const next: CalendarDefinition = { ...calendar.definition, ...draft.value }
  const turn = (to: number) => change({ year: String(to) })
  return (
    <Page title={calendars.title} eyebrow={<Link href="/settings">{settings.back}</Link>}
      facts={<>
        <span>{calendars.version.replace('{n}', String(calendar.version))}</span>
        {dirty ? <StateMark shape="near" tone="near">{calendars.unsaved}</StateMark> : calendar.change && <ChangeProgress change={calendar.change} />}
      </>}
      actions={<>
        <CopyCalendar calendar={calendar} locked={locked} />
        {dirty && <Button onPress={draft.discard}>{calendars.discard}</Button>}
      </>}
      primary={dirty && <Button weight="primary" onPress={() => setProposing(true)}>{calendars.propose}</Button>}>
      {all.length > 1 && <div className="Calendars-which"><Select label={calendars.which} value={calendar.id} onChange={(id) => change({ calendar: id })} options={all.map(({ id, name }) => ({ value: id, label: name }))} /></div>}
      <div className="Calendars">
        <div className="Calendars-main">
          <Section title={String(year)} action={
            <div className="Calendars-turn">
              <Button small weight="quiet" icon="back" label={calendars.previousYear} onPress={() => turn(year - 1)} />
              <Button small weight="quiet" icon="forward" label={calendars.nextYear} onPress={() => turn(year + 1)} />
            </div>}>
            <YearGrid calendar={next} year={year} />
          </Section>
          <HolidaysSection facts={draft.value} year={year} onChange={draft.set} locked={locked} />
        </div>
        <div className="Calendars-side">
          <HoursSection facts={draft.value} onChange={draft.set} locked={locked} />
          <SpecialDays facts={draft.value} year={year} onChange={draft.set} locked={locked} />
          <Checkbox label={calendars.saturday} hint={calendars.saturdayHint} checked={draft.value.saturdayCounts === true} disabled={locked !== null} onChange={(saturdayCounts) => draft.set({ ...draft.value, saturdayCounts })} />
          <BranchCalendars calendars={all} />
          <Versions versions={calendar.versions} />
        </div>
      </div>
      <ProposalDialog calendar={calendar} facts={draft.value} open={proposing} onClose={() => setProposing(false)} onApplied={draft.discard} />
    </Page>
  )
}

/** As many as one preview shows; the figures tell of the rest. */
const MOST = 200

function ProposalDialog({ calendar, facts, open, onClose, onApplied }: { calendar: Whole; facts: CalendarFacts; open: boolean; onClose: () => void; onApplied: () => void }) {
  const { proposal } = useWords({ es, en })
  const params = { calendarId: calendar.id }
  const { mutate: weigh, data, error, variables } = useVerb(ProposeCalendarVersion)
  useEffect(() => {
    if (open) weigh({ params: { calendarId: calendar.id }, body: { definition: facts } })
  }, [open, weigh, calendar.id, facts])
  const all = variables?.body?.limit === MOST
  const apply = useVerb(ApplyCalendarVersion, { rereads: [ReadCalendar, ListCalendars] })
  const send = (reason: string) => apply.mutate({ params, body: { definition: facts, reason }, ifMatch: calendar.version }, {
    onSuccess: ({ version }) => { onApplied(); onClose(); showToast({ text: proposal.applied(version) }) },
  })
  return (
    <Dialog open={open} onClose={onClose} title={proposal.title} size="large" primary={data && !error && <ApplyProposal applying={apply.isPending} />}>
      <Proposal preview={data} error={error} onMore={all ? undefined : () => weigh({ params, body: { definition: facts, limit: MOST } })} applyError={apply.error} onApply={send} />
    </Dialog>
  )
}

function CopyCalendar({ calendar, locked }: { calendar: Whole; locked: string | null }) {
  const { calendars } = useWords({ es, en })
  const [, change] = useSearch()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const add = useVerb(AddCalendar, { rereads: [ListCalendars] })
  const send = () => add.mutate({ body: { name, copyOf: calendar.id } }, { onSuccess: ({ id }) => { setOpen(false); change({ calendar: id }) } })
  return (
    <>
      <Button disabledReason={locked} onPress={() => setOpen(true)}>{calendars.copy}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={calendars.copyTitle} primary={<Button weight="primary" pending={add.isPending} onPress={send}>{calendars.create}</Button>}>
        <div className="Stack">
          <p className="soft">{calendars.copyNote}</p>
          <FormErrors errors={formErrors(add.error)} />
          <TextField label={calendars.name} name="name" value={name} onChange={setName} error={errorOf(add.error, 'name')} autoFocus />
        </div>
      </Dialog>
    </>
  )
}
