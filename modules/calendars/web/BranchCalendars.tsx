import { useMay } from '#modules/people/web/use-me.ts'
import { ListBranches } from '#modules/people/contract-places.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Section } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useWords } from '#platform/web/words.ts'
import { AssignCalendar, ListCalendars, ReadCalendar, type CalendarRow } from '../contract-endpoints.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

/** Which calendar each branch keeps for cases from now on. */
export function BranchCalendars({ calendars: all }: { calendars: readonly CalendarRow[] }) {
  const { calendars } = useWords({ es, en })
  const branches = useReply(ListBranches).data?.items.filter(({ active }) => active) ?? []
  const assign = useVerb(AssignCalendar, { rereads: [ListCalendars, ReadCalendar] })
  const mayManage = useMay('settings.manage')
  const options = all.map(({ id, name, organisation }) => ({ value: organisation ? '' : id, label: organisation ? `${calendars.own}: ${name}` : name }))
  return (
    <Section title={calendars.branches}>
      <div className="Stack">
        <p className="soft small">{calendars.branchesNote}</p>
        <FormErrors errors={formErrors(assign.error)} />
        {branches.map(({ id, name }) => (
          <Select key={id} label={name} value={all.find(({ branchIds }) => branchIds.includes(id))?.id ?? ''} options={options} disabled={!mayManage}
            onChange={(calendarId) => assign.mutate({ params: { branchId: id }, body: { calendarId: calendarId || null } })} />
        ))}
      </div>
    </Section>
  )
}
