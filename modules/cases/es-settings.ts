/** What the settings of cases say. */
export const es = {
  called: 'Nombre', state: 'Estado', back: 'Ajustes', mayNot: 'Su función puede ver los ajustes, pero no cambiarlos.', save: 'Guardar', add: 'Agregar', saved: 'Guardado', out: 'fuera de uso', active: 'En uso',
  all: 'Todas', any: 'cualquiera', none: 'Ninguna', stale: 'Otra persona lo cambió mientras usted lo editaba. Vuelva a abrirlo y repita su cambio.',
  name: 'Nombre', nameEn: 'Nombre en inglés', code: 'Código', area: 'Área', severity: 'Gravedad', kinds: 'Clases', branches: 'Sucursales', causes: 'Causas', products: 'Productos', customers: 'Clientes',
  causesScreen: {
    title: 'Causas', add: 'Agregar una causa', addTitle: 'Causa nueva', edit: (name: string) => `Causa: ${name}`, parent: 'Dentro de', top: 'Nada: es de primer nivel', kindsHint: 'Sin marcar ninguna, sirve para todas.',
    serial: 'Pide el serial del cilindro', gap: 'Su procedimiento está por definir', gapMark: 'sin procedimiento', gapHint: 'Cada caso con esta causa aparece en la lista de procedimientos por definir.', noArea: 'Sin área: decide la ruta',
    keptNote: 'Cada cambio es una versión nueva; los casos conservan la que tenían.', emptyTitle: 'Aún no hay causas', empty: 'Empiece por las tres o cuatro razones por las que más llaman sus clientes.',
  },
  routing: {
    title: 'Rutas', add: 'Agregar una ruta', addTitle: 'Ruta nueva', edit: (name: string) => `Ruta: ${name}`, order: 'Orden', when: 'Cuando', to: 'Va a', owner: 'Persona a cargo', noOwner: 'Quien esté de turno', noArea: 'Ninguna área', up: 'Subir', down: 'Bajar',
    note: 'Se aplica la primera que coincida, de arriba abajo. Una condición vacía no limita. La que no pide nada recibe lo que no toma otra ni tiene área por su causa.', always: 'siempre', emptyTitle: 'Aún no hay rutas', empty: 'Sin rutas, cada caso va al área de su causa.',
  },
  templates: {
    title: 'Plantillas', add: 'Agregar una plantilla', addTitle: 'Plantilla nueva', edit: (name: string) => `Plantilla: ${name}`, language: 'Idioma', languages: { es: 'Español', en: 'Inglés' }, subject: 'Asunto', body: 'Texto', fields: 'Campos', fieldsNote: 'Se llenan con los datos del caso; el que falte se señala antes de enviar.',
    insert: (name: string) => `Insertar ${name}`, emptyTitle: 'Aún no hay plantillas', empty: 'Escriba una vez lo que se repite; los campos ponen el nombre, el número y la fecha.',
    fieldNames: {
      'customer.name': 'cliente', 'case.number': 'número de radicado', 'case.title': 'asunto', 'case.receivedOn': 'fecha de recibo', 'case.dueOn': 'fecha de vencimiento', 'case.product': 'producto', 'case.serial': 'serial', 'case.orderNumber': 'pedido',
      'branch.name': 'sucursal', 'branch.telephone': 'teléfono de la sucursal', 'person.name': 'quien responde', 'person.post': 'su cargo', 'company.name': 'empresa',
    } as Record<string, string>,
  },
  approvals: {
    title: 'Aprobaciones', add: 'Agregar una regla', addTitle: 'Regla nueva', edit: 'Regla de aprobación', amount: 'Si el valor pasa de', amountHint: 'En pesos. Vacío: cualquier valor, también sin dinero.', rule: 'Respuesta que otra persona aprueba', everyKind: 'Todas las clases', above: (amount: string) => `más de ${amount}`, anyAmount: 'cualquier valor',
    note: 'Quien escribe la respuesta nunca la aprueba.', emptyTitle: 'Ninguna respuesta espera aprobación', empty: 'Agregue una regla para que las respuestas con dinero, o de cierta clase, las lea otra persona antes de salir.',
  },
  ladder: {
    title: 'Avisos de vencimiento', note: 'Los avisos llegan dentro del horario de atención. Suben de persona hasta que alguien los dé por vistos.', who: 'A quién', when: 'Cuándo', hours: 'Horas hábiles', add: 'Agregar un escalón', remove: 'Quitar el escalón',
    to: { owner: 'Quien tiene el caso', 'branch-responsible': 'Responsable de la sucursal', head: 'Jefe de servicio', executive: 'Gerencia' }, whens: { before: 'antes de vencer', due: 'el día que vence', after: 'después de vencer' },
    before: (hours: string) => `${hours} horas hábiles antes`, after: (hours: string) => `${hours} horas hábiles después`, step: (n: number) => `Escalón ${n}`, most: 'Son doce escalones como máximo.',
  },
  productsScreen: { title: 'Productos y servicios', add: 'Agregar un producto', addTitle: 'Producto o servicio nuevo', family: 'Familia', activeHint: 'Fuera de uso, nadie lo elige para un caso nuevo; los casos que ya lo tienen lo conservan.', find: 'Buscar por nombre o código', emptyTitle: 'Nada con ese nombre', empty: 'Agregue lo que vende o presta, para saber de qué tratan los casos.' },
  gaps: {
    title: 'Procedimientos por definir', cause: 'Causa', cases: { one: '{n} caso', other: '{n} casos' }, noCases: 'Ningún caso todavía', came: 'Han llegado', last: 'El último', noCause: 'Casos marcados uno a uno', note: 'Cada línea es un procedimiento que falta escribir: lo que más llega, primero.', emptyTitle: 'Todo lo que llega tiene procedimiento', empty: 'Cuando alguien registre un caso sin procedimiento definido, aparecerá aquí.',
  },
}
export type CaseSettingsWords = typeof es
