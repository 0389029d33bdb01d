import { useState } from 'react'
import type { Unit } from '#kernel/term.ts'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { AddTermRule, ListTermRules, type RuleRow } from '../contract-endpoints.ts'
import { en as enScreens } from '../en-screens.ts'
import { en } from '../en.ts'
import { es as esScreens } from '../es-screens.ts'
import { es } from '../es.ts'

/** A target or a contract more, like one that is there: what it measures and whom it binds are taken from it. */
export function NewRule({ rules, onDone }: { rules: readonly RuleRow[]; onDone: (id: string) => void }) {
  const { terms } = useWords({ es: esScreens, en: enScreens })
  const words = useWords({ es, en })
  const { language } = useReader()
  const own = rules.filter(({ definition }) => definition.layer !== 'law')
  const [like, setLike] = useState(own[0]?.id ?? '')
  const [asked, setAsked] = useState({ id: '', es: '', en: '', amount: '', unit: 'working-hour' as Unit, source: '', reason: '' })
  const add = useVerb(AddTermRule, { rereads: [ListTermRules] })
  const set = (some: Partial<typeof asked>) => setAsked({ ...asked, ...some })
  function send() {
    const model = own.find(({ id }) => id === like)
    if (!model) return
    const { id: _id, version: _version, ...facts } = model.definition
    const definition = { ...facts, name: { es: asked.es, en: asked.en || asked.es }, amount: asked.amount === '' ? null : Number(asked.amount.replace(',', '.')), unit: asked.unit, source: asked.source }
    add.mutate({ body: { id: asked.id, definition, reason: asked.reason } }, { onSuccess: ({ id }) => onDone(id) })
  }
  const field = (name: 'es' | 'en' | 'amount' | 'source' | 'id', path: string) => ({ name: path, value: asked[name], onChange: (value: string) => set({ [name]: value }), error: errorOf(add.error, path) })
  return (
    <form className="Stack" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={formErrors(add.error)} />
      <Select label={terms.like} value={like} onChange={setLike} options={own.map(({ id, definition }) => ({ value: id, label: definition.name[language] }))} hint={terms.addNote} />
      <TextField label={terms.code} hint={terms.codeHint} {...field('id', 'id')} />
      <FormRow>
        <TextField label={terms.nameEs} {...field('es', 'definition.name.es')} />
        <TextField label={terms.nameEn} {...field('en', 'definition.name.en')} optional />
      </FormRow>
      <FormRow>
        <TextField label={terms.amount} inputMode="decimal" {...field('amount', 'definition.amount')} />
        <Select label={terms.unit} value={asked.unit} onChange={(unit) => set({ unit: unit as Unit })} options={(Object.keys(words.unit) as Unit[]).map((value) => ({ value, label: words.unit[value].other }))} />
      </FormRow>
      <TextField label={terms.source} {...field('source', 'definition.source')} />
      <TextArea label={terms.reason} name="reason" rows={2} value={asked.reason} onChange={(reason) => set({ reason })} error={errorOf(add.error, 'reason')} />
      <div><Button type="submit" weight="primary" kbd="$mod+Enter" pending={add.isPending}>{terms.create}</Button></div>
    </form>
  )
}
