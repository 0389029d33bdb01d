/** Lo que se escribe al lado de un caso que puede ser el mismo. */
export const es = {
  compare: 'Comparar', title: (number: string) => `¿Es el mismo asunto de ${number}?`, add: (number: string) => `Agregarlo a ${number}`, added: (number: string) => `Quedó agregado a ${number}`, wait: 'Espere a que se lea el otro caso', writeFirst: 'Escriba primero qué pasó',
  explain: 'Si es el mismo, lo escrito y sus archivos se agregan a aquel caso como palabras del cliente, y no se registra otro. Si no lo es, cancele y siga.', why: 'Por qué se parecen', here: 'Lo que está escribiendo', unnumbered: 'Sin registrar', there: 'Ya registrado', against: (text: string) => `En contra: ${text}`,
  reasons: {
    'same-customer': () => 'mismo cliente', 'same-reach': () => 'mismo teléfono o correo', 'same-cause': () => 'misma causa', 'same-text': () => 'mismo texto', 'same-serial': (serials) => `mismo serial: ${serials}`, 'same-order': (orders) => `mismo pedido: ${orders}`,
    'similar-text': (percent) => `texto parecido en ${percent} %`, 'near-in-time': (days) => (days === '0' ? 'del mismo día' : days === '1' ? 'con un día de diferencia' : `con ${days} días de diferencia`),
    'different-customer': () => 'otro cliente', 'different-serial': () => 'otro serial', 'different-order': () => 'otro pedido',
  } as Record<string, (filled: string) => string>,
}
export type AlikeWords = typeof es
