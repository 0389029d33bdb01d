import { es as screens } from './es-screens.ts'

/** Sentences of the form that registers: other screens do without them. */
export const es = {
  away: screens.away,
  register: {
    ...screens.register, cancel: 'Cancelar',
    title: 'Registrar un caso', who: 'Quién', whoHint: 'Nombre, NIT, teléfono o código', anonymous: 'No dice quién es', known: 'Cliente', newCustomer: 'Cliente nuevo', thirdParty: 'Habla por otro',
    create: (name: string) => `Cliente nuevo: ${name}`, candidate: 'puede ser', company: 'Empresa', person: 'Persona', idNumber: 'NIT o cédula',
    reporter: 'Quién llama o escribe', reporterName: 'Nombre', telephone: 'Teléfono', email: 'Correo', emailHint: 'A este correo va el acuse de recibo.', emailKept: (to: string) => `Vacío, el acuse va a ${to}.`, contacts: (names: string) => `Sus contactos: ${names}`, onBehalfOf: 'Por quién habla', onBehalfOfCustomer: (customer: string) => `Vacío, por ${customer}.`, relation: 'Qué es de esa persona', relationHint: 'Hija, vecino, abogada, contador…', nothingOpen: 'No tiene casos abiertos.', allOpen: 'Ver todos sus casos abiertos',
    what: 'Qué es', channel: 'Canal', received: 'Recibido', receivedNow: 'ahora', receivedOn: 'Día en que llegó', receivedAt: 'Hora', stage: 'Etapa',
    story: 'Cuente qué pasó, con las palabras del cliente', product: 'Producto o servicio', serial: 'Serial', order: 'Pedido o factura', place: 'Lugar', site: 'Sede', siteNone: 'Sin decir', incident: 'Ocurrió', wished: 'Qué espera el cliente', evidence: 'Evidencia', more: 'Más datos', moreHolds: 'Producto, serial, pedido, sede, lugar, gravedad, fechas, evidencia',
    cause: 'Causa', causeNone: 'Sin clasificar todavía', severity: 'Gravedad', severityOfCause: 'La de la causa', branch: 'Sucursal', branchChoose: 'Elija la sucursal', branchOfCustomer: 'La que atiende al cliente; se puede cambiar.',
    done: (number: string) => `${number} quedó registrado`, acknowledgedTo: (to: string) => `Acuse enviado a ${to}`, at: (when: string) => `Registrado ${when}`, printIt: 'Imprima el acuse: no hay correo al cual enviarlo', print: 'Imprimir acuse', another: 'Registrar otro', recovered: 'Se recuperó lo que había empezado a escribir.', discard: 'Descartar',
    looksLike: 'Se parece a', see: 'Ver', suggested: { kind: 'Clase sugerida', cause: 'Causa sugerida', area: 'Área sugerida' }, agree: { one: '{n} caso parecido', other: '{n} casos parecidos' }, area: 'Va al área', areaNone: 'Quitar', use: 'Usar', words: (words: string) => `por «${words}»`, hazard: (words: string) => `Habla de «${words}». Si hay peligro ahora, atienda primero la emergencia.`, savedAt: (when: string) => `Guardado en este equipo ${when}`,
  },
}
export type RegisterWords = typeof es
