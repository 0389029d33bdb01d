import { describe, expect, it } from 'vitest'
import { computeTerm } from '#kernel/term-proof.ts'
import { calendarOf } from '../packs/calendar-of.ts'
import { CO } from '../packs/CO.ts'
import { explainTerm, longDay, printTerm } from './explain-term.ts'

const calendar = calendarOf(CO)
const rule = (id: string) => CO.terms.find((row) => row.id === id)!
const at = (text: string) => Date.parse(`${text}-05:00`)
const plain = (lines: string[]) => lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))

describe('a term explains itself', () => {
  const proof = computeTerm(rule('CO-PET-GEN'), at('2026-06-26T18:40'), calendar, {
    pauses: [{ cause: 'customer-completion', from: at('2026-07-07T10:00'), to: at('2026-07-09T10:00') }, { cause: 'holidays', from: at('2026-07-14T08:00'), to: null }],
    extensions: [{ amount: 5, notifiedAt: at('2026-07-10T10:00') }, { amount: 5, notifiedAt: at('2026-07-10T11:00') }],
  })

  it('in Spanish', () => {
    const lines = plain(explainTerm(proof, 'es'))
    expect(lines).toContain('Petición general, queja, reclamo o sugerencia (regla CO-PET-GEN, versión 1): 15 días hábiles.')
    expect(lines).toContain('Fuente: Ley 1755 de 2015, art. 14 (verificada).')
    expect(lines).toContain('Recibido el viernes, 26 de junio de 2026, 6:40:00 p. m. (hora de America/Bogota).')
    expect(lines).toContain('Llegó fuera del horario o en día no hábil: se entiende radicado el martes, 30 de junio de 2026; la hora real de recibo se conserva.')
    expect(lines.find((line) => line.startsWith('Se contaron 20 días'))).toContain('mié, 1 de jul')
    expect(lines.find((line) => line.startsWith('No contaron 19 días'))).toContain('lun, 29 de jun: San Pedro y San Pablo')
    expect(lines).toContain('Ampliado en 5 días hábiles, avisado el viernes, 10 de julio de 2026, 10:00:00 a. m.; antes vencía el martes, 28 de julio de 2026.')
    expect(lines.some((line) => line.endsWith('no vale: ya se amplió las veces que la regla admite.'))).toBe(true)
    expect(lines.some((line) => line.endsWith('no detuvo el término: la regla no admite esa causa.'))).toBe(true)
    expect(lines.slice(-2)).toEqual(['Vence el martes, 4 de agosto de 2026 a las 11:59:59 p. m.', 'Calendario CO, versión 1.'])
  })

  it('in English', () => {
    const lines = plain(explainTerm(proof, 'en'))
    expect(lines[0]).toBe('General petition, complaint, claim or suggestion (rule CO-PET-GEN, version 1): 15 working days.')
    expect(lines.slice(-2)).toEqual(['Due on Tuesday, 4 August 2026 at 23:59:59.', 'Calendar CO, version 1.'])
  })

  it('says that an undefined term is undefined', () => expect(plain(explainTerm(computeTerm(rule('CO-FV-SERIO'), at('2026-06-26T18:40'), calendar), 'es'))).toEqual([
    'Gas medicinal: evento adverso serio (regla CO-FV-SERIO, versión 1): sin definir.',
    'Fuente: Resolución Invima 2024015321 de 2024 (por confirmar con el asesor jurídico).',
    'Conocimiento del hecho el viernes, 26 de junio de 2026, 6:40:00 p. m. (hora de America/Bogota).',
    'La fuente no define este término, por eso no se calcula. Confírmelo con su asesor jurídico.',
  ]))

  it('tells what happened by its day, which is no filing', () => {
    const accident = computeTerm(rule('CO-SST-FURAT'), at('2026-06-27T00:00'), calendar)
    expect(plain(explainTerm(accident, 'es'))).toEqual(expect.arrayContaining(['Hecho ocurrido el sábado, 27 de junio de 2026.', expect.stringMatching(/^El día del hecho no cuenta\./), expect.stringMatching(/^Vence el miércoles, 1 de julio de 2026/)]))
    expect(plain(explainTerm(accident, 'en'))).toContain('Happened on Saturday, 27 June 2026.')
  })

  it('tells which hours of each day counted, so that they can be counted again by hand', () => {
    const hours = { ...rule('CO-PET-GEN'), amount: 8, unit: 'working-hour' as const, start: 'same-day' as const, afterHours: 'file-same-day' as const, lastDayOff: 'stays' as const }
    const told = (events = {}, language: 'es' | 'en' = 'es') => plain(explainTerm(computeTerm(hours, at('2026-06-26T16:40'), calendar, events), language))
    expect(told()).toContain('Se contaron 8 h de atención: vie, 26 de jun, 4:40 p. m. a 5:30 p. m. (50 min); mar, 30 de jun, 8:00 a. m. a 3:10 p. m. (7 h 10 min).')
    expect(told().at(-2)).toBe('Vence el martes, 30 de junio de 2026 a las 3:10:00 p. m.')
    expect(told({}, 'en')).toContain('8 h at work were counted: Fri 26 Jun, 16:40 to 17:30 (50 min); Tue 30 Jun, 08:00 to 15:10 (7 h 10 min).')
    const late = plain(explainTerm(computeTerm(hours, at('2026-06-26T16:40:30'), calendar), 'es'))
    expect(late).toContain('Se contaron 8 h de atención: vie, 26 de jun, 4:40:30 p. m. a 5:30 p. m. (49 min 30 s); mar, 30 de jun, 8:00 a. m. a 3:10:30 p. m. (7 h 10 min 30 s).')
    const paused = { pauses: [{ cause: 'customer-completion', from: at('2026-06-30T09:00'), to: at('2026-06-30T10:00') }] }
    expect(told(paused)).toContain('Se contaron 8 h de atención: vie, 26 de jun, 4:40 p. m. a 5:30 p. m. (50 min); mar, 30 de jun, 8:00 a. m. a 9:00 a. m., 10:00 a. m. a 4:10 p. m. (7 h 10 min).')
  })

  it('has a sentence for every rule of the pack, in both languages', () => {
    for (const row of CO.terms) for (const language of ['es', 'en'] as const)
      for (const line of explainTerm(computeTerm(row, at('2026-06-26T18:40'), calendar), language)) expect(line).toMatch(/^[^ ].*[^.]\.$/)
  })

  it('does not call the day filed late when it came in time', () =>
    expect(explainTerm(computeTerm(rule('CO-PET-GEN'), at('2026-06-26T16:40'), calendar), 'es').join()).not.toContain('fuera del horario'))
})

it('prints the stable JSON with reasons in words', () => {
  const printed = printTerm(computeTerm(rule('CO-PET-TRAS'), at('2026-06-26T16:40'), calendar), 'es')
  expect(printed).toMatchObject({ rule: 'CO-PET-TRAS', dueOn: '2026-07-06', calendar: { id: 'CO', version: 1 } })
  expect(printed.skipped).toEqual([{ date: '2026-06-27', why: 'sábado' }, { date: '2026-06-28', why: 'domingo' }, { date: '2026-06-29', why: 'San Pedro y San Pablo' },
    { date: '2026-07-04', why: 'sábado' }, { date: '2026-07-05', why: 'domingo' }])
})

it('writes days in long form', () => expect([longDay('2026-07-22', 'es'), longDay('2026-07-22', 'en')]).toEqual(['miércoles, 22 de julio de 2026', 'Wednesday, 22 July 2026']))
