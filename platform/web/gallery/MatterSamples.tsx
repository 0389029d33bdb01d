import { useState } from 'react'
import { BarRows, StackedBar } from '../design/Bars.tsx'
import { Button } from '../design/Button.tsx'
import { DueDate } from '../design/DueDate.tsx'
import { Figure, Figures } from '../design/Figure.tsx'
import { KindMark } from '../design/KindMark.tsx'
import { Facts, Parts, Section } from '../design/Page.tsx'
import { Pill, StateMark } from '../design/StateMark.tsx'
import { ErrorState, Skeleton } from '../design/States.tsx'
import { Tabs } from '../design/Tabs.tsx'
import { Timeline } from '../design/Timeline.tsx'
import { useFormats } from '../words.ts'
import { useSay } from './FieldSamples.tsx'
import { proof } from './samples.ts'

export function MatterSamples() {
  return (
    <>
      <Dates />
      <Marks />
      <Numbers />
      <Story />
      <States />
    </>
  )
}

function Dates() {
  const say = useSay()
  return (
    <Section title={say('Fechas que son promesas', 'Dates that are promises')}>
      <div className="Sample-line" id="dates">
        <DueDate dueOn="2026-07-22" left={{ days: 3 }} elapsed={0.8} proof={proof} />
        <DueDate dueOn="2026-07-16" near left={{ days: 0 }} elapsed={0.97} />
        <DueDate dueOn="2026-07-16" dueAt="2026-07-16T12:40:00-05:00" near left={{ seconds: 8_400 }} elapsed={0.7} />
        <DueDate dueOn="2026-07-14" left={{ days: -2 }} elapsed={1.1} proof={() => Promise.reject(new Error('x'))} />
        <DueDate dueOn="2026-07-30" state="paused" left={{ days: 9 }} elapsed={0.4} />
        <DueDate dueOn="2026-07-10" state="met" metOn="2026-07-09" />
        <DueDate dueOn="2027-01-13" left={{ days: 1 }} elapsed={0.02} />
        <DueDate dueOn={null} />
      </div>
    </Section>
  )
}

function Marks() {
  const say = useSay()
  return (
    <Section title={say('Marcas', 'Marks')}>
      <div className="Sample">
        <div className="Sample-line">
          {(['request', 'complaint', 'claim', 'suggestion', 'compliment'] as const).map((kind) => <KindMark key={kind} kind={kind} />)}
        </div>
        <div className="Sample-line">
          <StateMark shape="hollow">{say('Registrado', 'Registered')}</StateMark>
          <StateMark shape="half">{say('En análisis', 'In analysis')}</StateMark>
          <StateMark shape="dot">{say('Respondido', 'Answered')}</StateMark>
          <StateMark shape="paused" tone="soft">{say('Espera al cliente', 'Waits for the customer')}</StateMark>
          <StateMark shape="done" tone="soft">{say('Cerrado', 'Closed')}</StateMark>
          <StateMark shape="cancelled" tone="soft">{say('Anulado', 'Void')}</StateMark>
          <StateMark shape="near" tone="near">{say('Próximo a vencer', 'Due soon')}</StateMark>
          <StateMark shape="broken" tone="broken">{say('Vencido', 'Overdue')}</StateMark>
          <StateMark shape="verified" tone="verified">{say('Verificado', 'Verified')}</StateMark>
          <StateMark shape="emergency" tone="emergency">{say('Emergencia', 'Emergency')}</StateMark>
        </div>
        <div className="Sample-line">
          <Pill>{say('crédito', 'credit')}</Pill><Pill tone="accent">{say('nuevo', 'new')}</Pill><Pill tone="near">{say('reincidente', 'recurring')}</Pill><Pill tone="verified">NIT</Pill>
        </div>
      </div>
    </Section>
  )
}

function Numbers() {
  const say = useSay()
  const formats = useFormats()
  return (
    <Section title={say('Números que se abren', 'Numbers that open')}>
      <div className="Sample">
        <Figures>
          <Figure label={say('Mis casos', 'My cases')} value={14} href="/cases" detail={say('4 desde ayer', '4 since yesterday')} />
          <Figure label={say('Vencen hoy', 'Due today')} value={3} href="/cases" tone="near" />
          <Figure label={say('Vencidos', 'Overdue')} value={1} href="/cases" tone="broken" detail={say('hace 2 días hábiles', '2 working days ago')} />
          <Figure label={say('Respuesta a tiempo', 'Answered in time')} value={formats.percent(0.943, 1)} href="/cases" detail={say('meta 95%, entre 91,2 y 96,6', 'target 95%, between 91.2 and 96.6')} />
          <Figure label={say('Registrados', 'Registered')} value={1_240_000} />
        </Figures>
        <div className="Sample-grid">
          <BarRows label={say('Días hasta la respuesta, por área', 'Days to answer, by area')} target={{ value: 3, label: say('meta', 'target') }} format={(n) => formats.number(n, 1)} bars={[
            { id: 'ent', label: 'ENT Entregas y logística de última milla', value: 4.2, tone: 'broken', href: '/' },
            { id: 'fac', label: 'GEC Facturación', value: 2.8, href: '/' },
            { id: 'prl', label: 'PRL Producción de líquidos', value: 1.1, href: '/' },
            { id: 'adq', label: 'ADQ Compras', value: 0, href: '/' },
          ]} />
          <StackedBar label={say('Casos abiertos', 'Open cases')} parts={[
            { id: 'a', label: say('En análisis', 'In analysis'), value: 21, href: '/' },
            { id: 'b', label: say('Esperan a un área', 'Wait for an area'), value: 12, href: '/' },
            { id: 'c', label: say('Esperan al cliente', 'Wait for the customer'), value: 6, href: '/' },
            { id: 'd', label: say('Sin dueño', 'Without owner'), value: 2, tone: 'broken', href: '/' },
          ]} />
        </div>
        <p>{formats.plural(1, { one: '{n} caso', other: '{n} casos', many: '{n} de casos' })} · {formats.plural(1_240, { one: '{n} caso', other: '{n} casos', many: '{n} de casos' })} · {formats.plural(1_000_000, { one: '{n} caso', other: '{n} casos', many: '{n} de casos' })} · {formats.money(12_450_900)} · {formats.money(120.5, 'USD')} · {formats.ago('2026-07-14T10:00:00-05:00')} · {formats.instant('2026-07-16T08:05:00-05:00')}</p>
      </div>
    </Section>
  )
}

export function Story() {
  const say = useSay()
  return (
    <Section title={say('Historia', 'Timeline')}>
      <Timeline label={say('Historia del caso', 'The case’s history')} entries={[
        { id: '1', at: '2026-06-26T16:40:00-05:00', who: 'Clínica del Norte', what: say('llamó', 'called'), icon: 'phone', side: 'customer',
          body: say('La factura FE-88213 cobra 12 cilindros y solo recibimos 10. Ya lo habíamos dicho el mes pasado y volvió a pasar.', 'Invoice FE-88213 charges 12 cylinders and we received 10. We said so last month and it happened again.') },
        { id: '2', at: '2026-06-26T16:44:00-05:00', who: 'Acuse', what: say('envió el acuse a compras@clinicadelnorte.co', 'sent the acknowledgement to compras@clinicadelnorte.co'), icon: 'check', side: 'system' },
        { id: '3', at: '2026-07-02T09:12:00-05:00', who: 'Luz Marina Peña', what: say('preguntó a GEC, vence vie 3 jul', 'asked GEC, due Fri 3 Jul'), icon: 'swap' },
        { id: '4', at: '2026-07-06T08:00:00-05:00', who: 'GEC', what: say('no respondió a tiempo', 'did not answer in time'), icon: 'warning', side: 'system', tone: 'broken' },
        { id: '5', at: '2026-07-06T11:30:00-05:00', who: 'Jorge Ariza (GEC)', what: say('respondió', 'answered'), icon: 'back',
          body: say('Error de digitación en la remisión 55102. Se emite nota crédito por dos cilindros.', 'A typing error on delivery note 55102. A credit note for two cylinders is issued.') },
      ]} />
    </Section>
  )
}

function States() {
  const say = useSay()
  const [tab, setTab] = useState('who')
  return (
    <>
      <Section title={say('Fichas y pestañas', 'Facts and tabs')}>
        <Tabs label={say('Cliente', 'Customer')} selected={tab} onSelect={setTab} tabs={[
          { id: 'who', word: say('Quién es', 'Who'), content: <Facts facts={[{ name: 'NIT', value: '900.123.456-8' }, { name: say('Sedes', 'Sites'), value: say('3 sedes', '3 sites'), href: '/sites' }, { name: say('Crédito', 'Credit'), value: <StateMark shape="verified" tone="verified">{say('al día', 'in order')}</StateMark> }]} /> },
          { id: 'open', word: say('Abiertos', 'Open'), count: 2, content: <Parts>{['BOG-2026-000123', 'BOG-2026-000098'].map((number) => <li key={number}><span>{number}</span><Button small>{say('Seguir', 'Follow')}</Button></li>)}</Parts> },
          { id: 'cyl', word: say('Cilindros', 'Cylinders'), count: 12, content: <p>12</p> },
        ]} />
      </Section>
      <Section title={say('Espera y fallo', 'Waiting and failing')}>
        <Skeleton rows={3} />
        <ErrorState what={say('No se pudo traer la lista', 'The list could not be fetched')} meaning={say('Lo que ve es de las 10:18; lo que usted escriba se conserva.', 'What you see is from 10:18; what you type is kept.')}
          advice={say('Revise su conexión y reintente.', 'Check your connection and try again.')} onRetry={() => {}} />
      </Section>
    </>
  )
}
