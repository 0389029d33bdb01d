import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { DueDate } from '../design/DueDate.tsx'
import { KindMark } from '../design/KindMark.tsx'
import { Section } from '../design/Page.tsx'
import { EmptyState } from '../design/States.tsx'
import { Table, type Column, type Sort } from '../design/Table.tsx'
import { useFormats } from '../words.ts'
import { useSay } from './FieldSamples.tsx'
import { cases, manyCases, proof, type SampleCase } from './samples.ts'

export function useCaseColumns(): Column<SampleCase>[] {
  const say = useSay()
  const formats = useFormats()
  return [
    { id: 'number', head: say('Número', 'Number'), cell: ({ number }) => number, width: '172px', sortable: true },
    { id: 'due', head: say('Vence', 'Due'), kind: 'due', width: '256px', sortable: true,
      cell: ({ dueOn, days, elapsed, near }) => <DueDate dueOn={dueOn} left={{ days }} elapsed={elapsed} near={near} brief proof={proof} /> },
    { id: 'customer', head: say('Cliente', 'Customer'), cell: ({ customer }) => <span dir="auto">{customer}</span> },
    { id: 'kind', head: say('Clase', 'Kind'), cell: ({ kind }) => <KindMark kind={kind} />, width: '120px', hideBelow: 'medium' },
    { id: 'owner', head: say('Dueño', 'Owner'), cell: ({ owner }) => owner || <span className="soft">{say('sin dueño', 'no owner')}</span>, width: '140px', hideBelow: 'medium' },
    { id: 'amount', head: say('Valor', 'Amount'), kind: 'number', cell: ({ amount }) => (amount ? formats.money(amount) : '–'), width: '110px', hideBelow: 'wide' },
    { id: 'received', head: say('Recibido', 'Received'), kind: 'date', cell: ({ receivedOn }) => formats.day(receivedOn), width: '104px', hideBelow: 'wide' },
  ]
}

export const toneOf = ({ days, near }: SampleCase) => (days < 0 ? 'broken' : near ? 'near' : undefined)

export function TableSamples() {
  const say = useSay()
  const columns = useCaseColumns()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['MDE-2026-000087']))
  const [sort, setSort] = useState<Sort | null>({ column: 'due', direction: 'up' })
  const [many] = useState(() => manyCases(1_200))
  return (
    <>
      <Section title={say('Tabla', 'Table')}>
        <div className="Sample-box">
          <Table label={say('Mis casos', 'My cases')} rows={cases} columns={columns} rowKey={({ number }) => number} rowName={({ number }) => number}
            rowHref={({ number }) => `/cases/${number}`} rowTone={toneOf} selected={selected} onSelect={setSelected} sort={sort} onSort={setSort}
            currentKey="BOG-2026-000123" onPeek={() => {}} keys />
        </div>
      </Section>
      <Section title={say('Tabla de 1 200 filas', 'Table of 1,200 rows')}>
        <div className="Sample-box" id="many">
          <Table label={say('Todos', 'All')} rows={many} columns={columns} rowKey={({ number }) => number} rowName={({ number }) => number} rowHref={({ number }) => `/cases/${number}`} />
        </div>
      </Section>
      <Section title={say('Tabla vacía', 'Empty table')}>
        <Table label={say('Devoluciones', 'Returns')} rows={[]} columns={columns} rowKey={({ number }) => number} rowName={({ number }) => number}
          empty={(
            <EmptyState icon="swap" title={say('Aún no hay devoluciones', 'No returns yet')} action={<Button icon="plus" kbd="d">{say('Registrar una devolución', 'Register a return')}</Button>}>
              {say('Aquí verá cada cilindro que vuelve por un reclamo, con quién lo tiene y desde cuándo.', 'Each cylinder that comes back under a claim will be here, with who holds it and since when.')}
            </EmptyState>
          )} />
      </Section>
    </>
  )
}
