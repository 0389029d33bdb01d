import { useState, type ReactNode } from 'react'
import { Button } from '../design/Button.tsx'
import { DueDate } from '../design/DueDate.tsx'
import { Frame } from '../design/Frame.tsx'
import { KindMark } from '../design/KindMark.tsx'
import { Link } from '../design/Link.tsx'
import { Menu } from '../design/Menu.tsx'
import { Facts, Page, Section } from '../design/Page.tsx'
import { Panes, type Step } from '../design/Panes.tsx'
import { StateMark } from '../design/StateMark.tsx'
import { Table } from '../design/Table.tsx'
import { useSay } from './FieldSamples.tsx'
import { Story } from './MatterSamples.tsx'
import { cases, proof } from './samples.ts'
import { toneOf, useCaseColumns } from './TableSamples.tsx'

function SampleFrame({ children }: { children: ReactNode }) {
  const say = useSay()
  const [branch, setBranch] = useState('bog')
  return (
    <Frame branch={{ value: branch, onChange: setBranch, options: [{ value: 'all', label: say('Todas las sucursales', 'All branches') }, { value: 'bog', label: 'Bogotá Norte' }, { value: 'mde', label: 'Medellín' }] }}
      areas={[
        { href: '/cases', word: say('Casos', 'Cases'), icon: 'inbox', count: 14, current: true },
        { href: '/contacts', word: say('Contactos', 'Contacts'), icon: 'phone' },
        { href: '/cylinders', word: say('Cilindros', 'Cylinders'), icon: 'cylinder' },
        { href: '/returns', word: say('Devoluciones', 'Returns'), icon: 'swap', count: 3 },
        { href: '/surveys', word: say('Satisfacción', 'Satisfaction'), icon: 'smile' },
        { href: '/reports', word: say('Indicadores', 'Indicators'), icon: 'chart' },
        { href: '/documents', word: say('Documentos', 'Documents'), icon: 'book' },
        { href: '/settings', word: say('Ajustes', 'Settings'), icon: 'settings' },
      ]}
      person={<Menu label="Luz Marina Peña" trigger={<span>LP</span>} items={[{ verb: say('Salir', 'Leave'), run: () => {} }]} />}>
      {children}
    </Frame>
  )
}

function Views() {
  const say = useSay()
  const line = (word: string, count: number, current = false) => <li><Link href={`/cases?view=${word}`} aria-current={current || undefined}><span>{word}</span><span className="soft">{count}</span></Link></li>
  return (
    <nav className="Views" aria-label={say('Vistas', 'Views')}>
      <h2>{say('Vistas', 'Views')}</h2>
      <ul>{line(say('Mis casos', 'My cases'), 14, true)}{line(say('Vencen hoy', 'Due today'), 3)}{line(say('Vencidos', 'Overdue'), 1)}{line(say('Sin dueño', 'No owner'), 5)}{line(say('Sucursal', 'Branch'), 41)}</ul>
      <h2>{say('Guardadas', 'Saved')}</h2>
      <ul>{line(say('Devoluciones', 'Returns'), 7)}</ul>
    </nav>
  )
}

export function ListSample() {
  const say = useSay()
  const columns = useCaseColumns()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return (
    <SampleFrame>
      <Panes list={<Views />} step="work" onBack={() => {}}>
        <Page flush title={say('Mis casos', 'My cases')} primary={<Button weight="primary" icon="plus" kbd="c">{say('Registrar un caso', 'Register a case')}</Button>} actions={<Button kbd="f">{say('Filtrar', 'Filter')}</Button>}>
          <Table label={say('Mis casos', 'My cases')} rows={cases} columns={columns} rowKey={({ number }) => number} rowName={({ number }) => number} rowHref={({ number }) => `/cases/${number}`}
            rowTone={toneOf} selected={selected} onSelect={setSelected} onPeek={() => {}} keys />
        </Page>
      </Panes>
    </SampleFrame>
  )
}

export function CaseSample() {
  const say = useSay()
  const [step, setStep] = useState<Step>('work')
  return (
    <SampleFrame>
      <Panes list={<Views />} step={step} onBack={() => setStep('list')} aside={(
        <>
          <h2>Clínica del Norte</h2>
          <p className="soft">NIT 900.123.456-8</p>
          <Facts facts={[
            { name: say('Sedes', 'Sites'), value: say('3 sedes', '3 sites'), href: '/sites' },
            { name: say('Crédito', 'Credit'), value: <StateMark shape="verified" tone="verified">{say('al día', 'in order')}</StateMark> },
            { name: say('Abiertos', 'Open'), value: say('2 casos', '2 cases'), href: '/cases' },
            { name: say('Cilindros', 'Cylinders'), value: '12 O₂', href: '/cylinders' },
            { name: say('Último pedido', 'Last order'), value: say('dom 19 jul', 'Sun 19 Jul') },
            { name: say('Satisfacción', 'Satisfaction'), value: '8,5' },
          ]} />
        </>
      )}>
        <Page title="BOG-2026-000123" eyebrow={say('Mis casos', 'My cases')}
          facts={<><KindMark kind="complaint" /><span>{say('Facturación', 'Billing')}</span><DueDate dueOn="2026-07-22" left={{ days: 3 }} elapsed={0.8} proof={proof} /><StateMark shape="half">{say('En análisis', 'In analysis')}</StateMark></>}
          actions={<><Button kbd="a">{say('Área', 'Area')}</Button><Button kbd="n">{say('Nota', 'Note')}</Button><Menu label={say('Más acciones', 'More actions')} items={[{ verb: say('Unir', 'Merge'), run: () => {} }]} /></>}
          primary={<Button weight="primary" kbd="r">{say('Responder', 'Answer')}</Button>}>
          <Section title={say('Lo que se pide', 'What is asked')}><p>{say('Corregir la factura FE-88213: se cobran 12 cilindros y se recibieron 10.', 'Correct invoice FE-88213: 12 cylinders are charged and 10 were received.')}</p></Section>
          <Story />
        </Page>
      </Panes>
    </SampleFrame>
  )
}
