/** Lo que la empresa debe hacer además de responder: qué lo trae, cuándo se cumplió y ante quién. */
export const es = {
  title: 'Deberes', explain: 'Lo que hay que hacer además de responder.',
  unconfirmed: 'Se debe ya; falta que la empresa confirme para cuándo.',
  begins: (event: string) => `Aún no corre. Empieza con: ${event.charAt(0).toLowerCase()}${event.slice(1)}.`,
  sayBegun: 'Ya ocurrió', sayDone: 'Se cumplió', sayNotOwed: 'No se debía',
  begin: (event: string) => `${event}: qué día`, fulfil: (name: string) => `Se cumplió «${name}»`, release: (name: string) => `No se debía «${name}»`,
  brings: (names: string) => `Desde ese día corre: ${names}.`,
  on: 'Qué día', note: 'Nota', noteHint: 'Lo que lo prueba: guía, acta, quién lo recibió.',
  doneOn: 'Qué día se cumplió', to: 'Ante quién, o a quién', filing: 'Número de radicado',
  notOwedNote: 'Por qué no se debía', notOwedExplain: 'Ya no habrá que cumplirlo, y si corría un término se detiene. Queda en la historia.',
  begun: 'Quedó dicho; lo que ya tiene fecha está en Términos', done: 'El deber quedó cumplido', released: 'El deber quedó sin efecto',
  outcomes: {
    done: (day: string, more: string) => `Cumplido el ${day}${more && `, ${more}`}`,
    'not-owed': (_: string, more: string) => `No se debía${more && `: ${more}`}`,
    withdrawn: (day: string, _: string) => `Sin efecto desde el ${day}: el cliente desistió`,
    corrected: (day: string, _: string) => `Se corrigió el ${day}`,
  },
  toWhom: (who: string) => `ante ${who}`, filed: (filing: string) => `radicado ${filing}`,
  happened: (event: string, day: string) => `${event}: ${day}`,
}
export type DutyWords = typeof es
