import { useState } from 'react'
import { call, useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { FormRow, Parts, Section } from '#platform/web/design/Page.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ReadCoverage } from '../contract-places.ts'
import { AddAbsence, ListAbsences, ListStaff, RemoveAbsence, type StaffMember } from '../contract-staff.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { submitting } from './Door.tsx'

export function AbsencesSection({ member, mayManage }: { member: StaffMember; mayManage: boolean }) {
  const { staff } = useWords({ es, en })
  const formats = useFormats()
  const { data } = useReply(ListAbsences, { query: { personId: member.id } })
  const remove = useVerb(RemoveAbsence, { rereads: [ListAbsences, ListStaff, ReadCoverage] })
  const [adding, setAdding] = useState(false)
  return (
    <Section title={staff.absence} note={staff.absenceNote} action={mayManage && !adding && <Button small icon="plus" onPress={() => setAdding(true)}>{staff.addAbsence}</Button>}>
      <Parts>
        {data?.items.map((absence) => (
          <li key={absence.id}>
            <span>
              {formats.day(absence.fromOn)} – {formats.day(absence.untilOn)}
              <br />
              <span className="soft small">{staff.substituteIs}: {absence.substituteName ?? staff.noSubstitute}{absence.reason && ` · ${absence.reason}`}</span>
            </span>
            {mayManage && <Button small weight="quiet" icon="close" label={staff.remove} onPress={() => remove.mutateAsync({ params: { absenceId: absence.id } })} />}
          </li>
        ))}
      </Parts>
      {data?.items.length === 0 && !adding && <p className="soft">{staff.noAbsences}</p>}
      {adding && <AbsenceForm personId={member.id} onDone={() => setAdding(false)} />}
    </Section>
  )
}

function AbsenceForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const { staff } = useWords({ es, en })
  const add = useVerb(AddAbsence, { rereads: [ListAbsences, ListStaff, ReadCoverage] })
  const [fromOn, setFromOn] = useState<string | null>(null)
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const [substitute, setSubstitute] = useState<ComboOption | null>(null)
  const [reason, setReason] = useState('')
  const send = () => add.mutate({ body: { personId, fromOn: fromOn ?? '', untilOn: untilOn ?? '', substituteId: substitute?.id ?? null, reason } }, { onSuccess: onDone })
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(send)}>
      <FormErrors errors={formErrors(add.error)} />
      <FormRow>
        <DateField label={staff.fromOn} name="fromOn" value={fromOn} onChange={setFromOn} error={errorOf(add.error, 'fromOn')} />
        <DateField label={staff.untilOn} name="untilOn" value={untilOn} onChange={setUntilOn} error={errorOf(add.error, 'untilOn')} />
      </FormRow>
      <ComboBox label={staff.substituteIs} name="substituteId" value={substitute} onChange={setSubstitute} search={findStaff} optional />
      <TextField label={staff.reason} name="reason" value={reason} onChange={setReason} optional />
      <div><Button type="submit" pending={add.isPending}>{staff.addAbsence}</Button></div>
    </form>
  )
}

/** Staff found as one types, for any field that asks for a person. */
async function findStaff(text: string, signal: AbortSignal): Promise<ComboOption[]> {
  const { items } = await call(ListStaff, { query: { text, limit: 8, state: 'active' }, signal })
  return items.map(({ id, name, post }) => ({ id, label: name, detail: post }))
}
