import { useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Section } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { Table } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { useWords } from '#platform/web/words.ts'
import { IMPORT_FIELDS, MANY_COLUMNS, type ImportField, type InspectImport, type Mapping } from '../contract-import.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'

type Props = { file: ReplyOf<typeof InspectImport>; /** As it was tried before. */ asked: { mapping: Mapping; source: string } | null; pending: boolean; onTry: (mapping: Mapping, source: string) => void }

/** Each column of the file with some of what it holds, and what it is taken for. */
export function MappingTable({ file: { columns, sample, suggested }, asked, pending, onTry }: Props) {
  const { imports: t, fields } = useWords({ es, en })
  const [is, setIs] = useState<ReadonlyMap<string, ImportField>>(() => fieldsOf(asked?.mapping ?? suggested))
  const [source, setSource] = useState(asked?.source ?? 'import')
  const mapping = mappingOf(is)
  const choose = (column: string, field: string) => setIs(new Map([...[...is].filter(([other, its]) => other !== column && (its !== field || MANY_COLUMNS.includes(its))), ...(field ? [[column, field as ImportField] as const] : [])]))
  const rows = columns.map((column, at) => ({ column, examples: sample.slice(0, 3).map(({ cells }) => cells[at] ?? '').filter(Boolean).join(' · ') }))
  const missing = mapping.code === undefined ? t.needCode : mapping.name === undefined ? t.needName : null
  return (
    <Section title={t.columns} action={<Button weight="primary" pending={pending} disabledReason={missing} onPress={() => onTry(mapping as Mapping, source)}>{t.dryRun}</Button>}>
      <TextField label={t.source} name="source" value={source} onChange={setSource} hint={t.sourceHint} maxLength={60} />
      <Table label={t.columns} rows={rows} rowKey={({ column }) => column} rowName={({ column }) => column} columns={[
        { id: 'column', head: t.column, cell: ({ column }) => column, width: '26%' },
        { id: 'is', head: t.is, width: '34%', cell: ({ column }) => (
          <Select label={`${t.is}: ${column}`} labelUnseen name={`is-${column}`} value={is.get(column) ?? ''} onChange={(field) => choose(column, field)} none={t.ignore}
            options={IMPORT_FIELDS.map((field) => ({ value: field, label: fields[field] }))} />
        ) },
        { id: 'sample', head: t.sample, cell: ({ examples }) => <span className="soft" dir="auto">{examples}</span>, hideBelow: 'narrow' },
      ]} />
    </Section>
  )
}

const fieldsOf = (mapping: Partial<Mapping>): Map<string, ImportField> =>
  new Map(Object.entries(mapping).flatMap(([field, columns]) => (columns === undefined ? [] : [columns].flat().map((column) => [column, field as ImportField] as const))))

function mappingOf(is: ReadonlyMap<string, ImportField>): Partial<Mapping> {
  const of = (field: ImportField) => [...is].filter(([, its]) => its === field).map(([column]) => column)
  return Object.fromEntries(IMPORT_FIELDS.flatMap((field) => (of(field).length === 0 ? [] : [[field, MANY_COLUMNS.includes(field) ? of(field) : of(field)[0]]])))
}
