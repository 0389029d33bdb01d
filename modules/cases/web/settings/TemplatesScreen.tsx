import './CaseSettings.css'
import { useState } from 'react'
import type { z } from 'zod'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useReader } from '#platform/web/words.ts'
import { Kind } from '../../contract.ts'
import { AddTemplate, ChangeTemplate, ListTemplates, type Template as TemplateShape } from '../../contract-settings.ts'
import { TEMPLATE_FIELDS } from '../../rules/template-fields.ts'
import { PickSet } from './PickMany.tsx'
import { useSettingsWords } from './use-settings-words.ts'

type Template = z.infer<typeof TemplateShape>

/** What is said again and again, written once. */
export function TemplatesScreen() {
  const { t, words, locked } = useSettingsWords()
  const formats = useFormats()
  const [{ template: open }, change] = useSearch()
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useReply(ListTemplates)
  const shown = data?.items.find(({ id }) => id === open)
  const { language: mine } = useReader()
  const own = ({ language }: Template) => Number(language === mine)
  const columns: Column<Template>[] = [
    { id: 'name', head: t.called, cell: ({ name }) => name, width: '32%' },
    { id: 'subject', head: t.templates.subject, cell: ({ subject }) => <span dir="auto">{subject}</span>, hideBelow: 'medium' },
    { id: 'kinds', head: t.kinds, cell: ({ kinds }) => (kinds.length > 0 ? formats.list(kinds.map((kind) => words.kinds[kind])) : <span className="soft">{t.all}</span>), hideBelow: 'wide' },
    { id: 'language', head: t.templates.language, cell: ({ language }) => t.templates.languages[language], width: '100px' },
    { id: 'state', head: t.state, width: '130px', cell: ({ active }) => !active && <StateMark shape="cancelled" tone="soft">{t.out}</StateMark> },
  ]
  return (
    <Page title={t.templates.title} flush eyebrow={<Link href="/settings">{t.back}</Link>}
      primary={<Button weight="primary" disabledReason={locked} onPress={() => { change({ template: undefined }); setAdding(true) }}>{t.templates.add}</Button>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? (
        <Table label={t.templates.title} rows={data.items.toSorted((a, b) => own(b) - own(a))} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} currentKey={open ?? null} keys
          onOpen={({ id }) => { setAdding(false); change({ template: id }) }} onPeek={({ id }) => change({ template: id })} empty={<EmptyState title={t.templates.emptyTitle}>{t.templates.empty}</EmptyState>} />
      ) : !error && <Skeleton />}
      <SidePeek open={adding || shown !== undefined} title={shown ? t.templates.edit(shown.name) : t.templates.addTitle} onClose={() => { setAdding(false); change({ template: undefined }) }}>
        <TemplateForm key={shown ? `${shown.id} ${shown.version}` : 'new'} template={shown ?? null} locked={locked} onDone={(id) => { setAdding(false); change({ template: id }) }} />
      </SidePeek>
    </Page>
  )
}

function TemplateForm({ template, locked, onDone }: { template: Template | null; locked: string | null; onDone: (id: string) => void }) {
  const { t, words, errorsOf } = useSettingsWords()
  const add = useVerb(AddTemplate, { rereads: [ListTemplates] })
  const edit = useVerb(ChangeTemplate, { rereads: [ListTemplates] })
  const [asked, setAsked] = useState<Omit<Template, 'id' | 'version'>>(() => {
    if (!template) return { name: '', language: 'es', kinds: [], subject: '', body: '', active: true }
    const { id: _id, version: _version, ...facts } = template
    return facts
  })
  const set = (some: Partial<typeof asked>) => setAsked({ ...asked, ...some })
  const error = template ? edit.error : add.error
  function send() {
    if (template) edit.mutate({ params: { templateId: template.id }, body: asked, ifMatch: template.version }, { onSuccess: () => showToast({ text: t.saved }) })
    else add.mutate({ body: asked }, { onSuccess: ({ id }) => onDone(id) })
  }
  return (
    <form className="CaseSettings-form" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <FormErrors errors={errorsOf(error)} />
      <TextField label={t.called} name="name" value={asked.name} onChange={(name) => set({ name })} error={errorOf(error, 'name')} autoFocus={!template} />
      <Choice label={t.templates.language} value={asked.language} onChange={(language) => set({ language })} options={[{ value: 'es', label: t.templates.languages.es }, { value: 'en', label: t.templates.languages.en }]} />
      <PickSet label={t.kinds} options={Kind.options.map((id) => ({ id, label: words.kinds[id] }))} picked={asked.kinds} onChange={(kinds) => set({ kinds })} />
      <TextField label={t.templates.subject} name="subject" value={asked.subject} onChange={(subject) => set({ subject })} error={errorOf(error, 'subject')} />
      <TextArea label={t.templates.body} name="body" rows={10} value={asked.body} onChange={(body) => set({ body })} limit={20_000} error={errorOf(error, 'body')} />
      <div>
        <h3>{t.templates.fields}</h3>
        <p className="soft small">{t.templates.fieldsNote}</p>
        <div className="Template-fields">
          {TEMPLATE_FIELDS.map((field) => (
            <Button key={field} small label={t.templates.insert(t.templates.fieldNames[field]!)} onPress={() => set({ body: `${asked.body}{{${field}}}` })}>{t.templates.fieldNames[field]}</Button>
          ))}
        </div>
      </div>
      {template && <Checkbox label={t.active} checked={asked.active} onChange={(active) => set({ active })} />}
      <div><Button type="submit" weight={template ? 'plain' : 'primary'} kbd="$mod+Enter" disabledReason={locked} pending={add.isPending || edit.isPending}>{template ? t.save : t.add}</Button></div>
    </form>
  )
}
