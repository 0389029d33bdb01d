import { useId, useState } from 'react'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useReader, useWords } from '#platform/web/words.ts'
import { AddTermRule, ListTermRules, type RuleRow } from '../contract-endpoints.ts'
import { en as enForm } from '../en-rule-form.ts'
import { en } from '../en-screens.ts'
import { es as esForm } from '../es-rule-form.ts'
import { es } from '../es-screens.ts'
import { draftOf, factsOf, type RuleDraft } from './rule-draft.ts'
import { RuleFields } from './RuleFields.tsx'

/** A rule more, beginning like one that is there: nobody writes all of one from nothing. */
export function NewRule({ rules, onClose, onDone }: { rules: readonly RuleRow[]; onClose: () => void; onDone: (id: string) => void }) {
  const { terms } = useWords({ es, en })
  const t = useWords({ es: esForm, en: enForm })
  const { language } = useReader()
  const [like, setLike] = useState(() => (rules.find(({ definition }) => definition.layer !== 'law') ?? rules[0]!).id)
  const [draft, setDraft] = useState(() => likeOne(rules, like))
  const [asked, setAsked] = useState({ id: '', reason: '' })
  const form = useId()
  const add = useVerb(AddTermRule, { rereads: [ListTermRules] })
  const begin = (id: string) => {
    setLike(id)
    setDraft({ ...likeOne(rules, id), name: draft.name })
  }
  return (
    <Dialog open onClose={onClose} title={terms.addTitle} size="large" primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter" pending={add.isPending}>{terms.create}</Button>}>
      <form id={form} className="Stack" noValidate onSubmit={(event) => { event.preventDefault(); add.mutate({ body: { ...asked, definition: factsOf(draft) } }, { onSuccess: ({ id }) => onDone(id) }) }}>
        <FormErrors errors={formErrors(add.error)} />
        <Select label={terms.like} value={like} onChange={begin} options={rules.map(({ id, definition }) => ({ value: id, label: definition.name[language], group: terms.families[definition.family] ?? definition.family }))} hint={t.likeHint} />
        <TextField label={terms.code} hint={terms.codeHint} name="id" value={asked.id} onChange={(id) => setAsked({ ...asked, id: id.toUpperCase() })} error={errorOf(add.error, 'id')} maxLength={60} />
        <RuleFields draft={draft} onChange={setDraft} error={add.error} rules={rules.map(({ definition }) => definition)} measures="chosen" />
        <TextArea label={terms.reason} name="reason" rows={2} value={asked.reason} onChange={(reason) => setAsked({ ...asked, reason })} error={errorOf(add.error, 'reason')} />
      </form>
    </Dialog>
  )
}

/** All but its name and its days. */
function likeOne(rules: readonly RuleRow[], id: string): RuleDraft {
  const { since: _since, until: _until, ...draft } = draftOf(rules.find((rule) => rule.id === id)!.definition)
  return { ...draft, name: { es: '', en: '' }, source: '' }
}
