/** Lo que la empresa debe hacer además de responder: qué lo trae, cuándo se cumplió y ante quién. */
export const es = {
  title: 'Deberes',
  unconfirmed: 'Se debe; su término está por confirmar',
  begins: (event: string) => `Aún no corre. Empieza con: ${event.charAt(0).toLowerCase()}${event.slice(1)}.`,
  sayBegun: 'Ya ocurrió', sayDone: 'Se cumplió', sayNotOwed: 'No se debía',
  begin: (event: string) => `${event}: qué día`, fulfil: (name: string) => `Se cumplió: ${name}`, release: (name: string) => `No se debía: ${name}`,
  brings: (names: string) => `Desde ese día corre: ${names}.`,
  on: 'Qué día', note: 'Nota', noteHint: 'Lo que lo prueba: guía, acta, quién lo recibió.',
  doneOn: 'Qué día se cumplió', to: 'Ante quién, o a quién', filing: 'Número de radicado',
  notOwedNote: 'Por qué no se debía', notOwedExplain: 'Su término deja de correr. Queda en la historia.',
  begun: 'Quedó dicho', done: 'El deber quedó cumplido', released: 'El deber quedó sin efecto',
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
