import type { TelephoneKind } from '#kernel/telephone.ts'
import type { TableRefusal } from '#platform/server/unreadable-table.ts'
import type { PluralForms } from '#platform/web/formats.ts'
import type { CustomerRefusal } from './contract.ts'
import type { ImportField, IMPORT_REFUSALS } from './contract-import.ts'

type IdentityCode = 'identity-empty' | 'identity-type-unknown' | 'identity-unreadable' | 'identity-wrong-form' | 'nit-check-digit-wrong'

const refusals: Record<CustomerRefusal | IdentityCode | TableRefusal | (typeof IMPORT_REFUSALS)[number], string> = {
  'customer-code-taken': 'Ese código ya es de otro cliente. Revíselo o déjelo en blanco.',
  'customer-identity-taken': 'Ese documento ya es de {name}. Si es correcto que dos clientes lo compartan, confírmelo.',
  'import-not-finished': 'La importación aún no termina; el informe estará al final.',
  'import-file-unknown': 'El archivo ya no está a su alcance. Súbalo de nuevo.',
  'identity-empty': 'Falta el número del documento.',
  'identity-type-unknown': 'No se conoce el tipo de documento «{type}».',
  'identity-unreadable': 'El documento tiene signos que no le corresponden.',
  'identity-wrong-form': 'El número no tiene la forma de un documento {type}.',
  'nit-check-digit-wrong': 'El dígito de verificación no corresponde: dice {given} y debería ser {expected}.',
  'telephone-unreadable': 'Ahí no se reconoce ningún teléfono; tiene menos de siete cifras.',
  'branch-unknown': 'No hay una sucursal con ese código o nombre.',
  'kind-unknown': 'No se sabe si es empresa o persona; escriba una de las dos.',
  'answer-unknown': 'Se espera sí o no (o activo, inactivo).',
  'code-twice': 'El código ya vino en la fila {row} de este archivo.',
  'row-refused-by-database': 'La base de datos no admitió la fila; revise sus datos.',
  'column-unknown': 'El archivo no tiene la columna «{column}».',
  'map-unfit': 'No está claro qué columna es cada dato; se necesitan al menos código y nombre.',
  'table-empty': 'El archivo no tiene filas con datos.',
  'table-not-readable': 'El archivo no se pudo leer como CSV ni como XLSX. Ábralo en su hoja de cálculo y guárdelo de nuevo.',
  'table-old-excel': 'Es un libro de Excel antiguo (.xls) o con contraseña. Guárdelo sin contraseña como .xlsx o .csv.',
  'table-locked': 'El libro está protegido con contraseña. Quítela y súbalo de nuevo.',
  'table-bomb': 'El archivo crece de manera desmedida al descomprimirse y no se leyó.',
  'table-row-too-long': 'La fila {row} es desmedidamente larga; tal vez quedó una comilla sin cerrar.',
  'table-too-many-columns': 'La fila {row} tiene más de {limit} columnas.',
  'table-too-many-rows': 'El archivo tiene más de {limit} filas. Divídalo en partes.',
  'table-sheet-unknown': 'El libro no tiene la hoja «{sheet}».',
}

const fields: Record<ImportField, string> = {
  code: 'Código', name: 'Nombre o razón social', tradeName: 'Nombre comercial', kind: 'Empresa o persona', identityType: 'Tipo de documento',
  identityNumber: 'Número de documento', checkDigit: 'Dígito de verificación', segment: 'Segmento', branch: 'Sucursal', active: 'Activo', telephones: 'Teléfonos',
  emails: 'Correos', address: 'Dirección', city: 'Ciudad', site: 'Nombre de la sede', contact: 'Contacto', contactPost: 'Cargo del contacto',
}

const screens = {
  title: 'Clientes', customer: 'Cliente', newCustomer: 'Nuevo cliente', find: 'Buscar', findHint: 'Nombre, documento, teléfono, código, correo o cuatro cifras seguidas',
  none: 'Aún no hay clientes', noneHint: 'Escriba el primero o importe su base desde CSV o Excel.', noneFound: 'Nadie coincide con «{find}».', import: 'Importar', edit: 'Editar',
  save: 'Guardar', cancel: 'Cancelar', add: 'Agregar', remove: 'Quitar', new: 'Nuevo: «{name}»', name: 'Nombre o razón social', tradeName: 'Nombre comercial', kind: 'Es',
  company: 'Empresa', person: 'Persona', document: 'Documento', documentType: 'Tipo de documento', documentNumber: 'Número de documento', code: 'Código', segment: 'Segmento', branch: 'Sucursal',
  city: 'Ciudad', address: 'Dirección', siteName: 'Nombre de la sede', post: 'Cargo', telephone: 'Teléfono', telephones: 'Teléfonos', email: 'Correo', emails: 'Correos', sites: 'Sedes',
  contacts: 'Contactos', label: 'Nota', inactive: 'Inactivo', active: 'Activo', facts: 'Datos', matched: 'Coincide', candidate: 'posible: {numbers}', masked: 'Parte de los datos se muestra oculta según su función.',
  verify: 'Dar por verificado', verified: 'Verificado el {day} por {who}', unverified: 'Sin verificar', stale: 'Verificado hace más de un año ({day})', sameIdentity: 'Es correcto que compartan documento',
  telephoneKinds: { mobile: 'móvil', fixed: 'fijo', 'toll-free': 'línea gratuita', premium: 'tarifa especial', unknown: '' } as Record<TelephoneKind, string>,
  saved: 'Guardado', whole: 'En toda la empresa', more: 'Ver más', open: 'Abrir',
}

const why = {
  identity: 'por documento', telephone: 'por teléfono', email: 'por correo', code: 'por código', name: 'por nombre', 'telephone-candidate': 'posible por teléfono; confírmelo',
  contact: 'por contacto', digits: 'por cifras', 'name-alike': 'nombre parecido', 'contact-alike': 'contacto parecido',
}

const imports = {
  title: 'Importar clientes', drop: 'Archivo CSV o XLSX', dropHint: 'Con los nombres de las columnas en una fila, y al menos el código y el nombre de cada cliente. Luego usted dice qué es cada columna y lo prueba: nada se guarda hasta que lo importe.', columns: 'Qué es cada columna', column: 'Columna', is: 'Es', sample: 'Ejemplos', ignore: 'No importar',
  source: 'Sistema de origen', sourceHint: 'El mismo código del mismo sistema es el mismo cliente.', encoding: 'Codificación', separator: 'Separador', sheet: 'Hoja', headerRow: 'Fila de títulos',
  dryRun: 'Probar sin guardar', run: 'Importar', again: 'Subir otro archivo', read: 'Leídas', created: 'Nuevos', updated: 'Cambian', unchanged: 'Iguales', refused: 'Rechazadas',
  tried: 'Prueba: nada se ha guardado', running: 'Importando; puede dejar esta pantalla', trying: 'Probando: nada se guarda; puede dejar esta pantalla', done: 'Importación terminada', failed: 'No se importó', report: 'Descargar las filas rechazadas',
  reportHint: 'Corrija el archivo descargado y súbalo de nuevo: solo cambia lo corregido.', earlier: 'Importaciones anteriores', row: 'Fila', value: 'Valor', problem: 'Problema',
  needCode: 'Indique qué columna es el código.', needName: 'Indique qué columna es el nombre.', tab: 'tabulación', file: 'Archivo', begun: 'Empezó', outcome: 'Qué resultó',
  mend: 'Cambiar las columnas', uploadToImport: 'Para importarlo, suba el archivo de nuevo.', underWay: 'En curso', nothing: 'nada', trial: (figures: string) => `Prueba: ${figures}`, rowNumber: (row: string) => `Fila ${row}`,
  counts: {
    created: { one: '{n} nuevo', other: '{n} nuevos', many: '{n} de nuevos' }, updated: { one: '{n} cambia', other: '{n} cambian', many: '{n} cambian' },
    unchanged: { one: '{n} igual', other: '{n} iguales', many: '{n} de iguales' }, refused: { one: '{n} fila rechazada', other: '{n} filas rechazadas', many: '{n} de filas rechazadas' },
  } satisfies Record<string, PluralForms> as Record<'created' | 'updated' | 'unchanged' | 'refused', PluralForms>,
}

const readings = {
  title: 'Quién vio estos datos', hint: 'Una vez al día por persona y por ficha. Lo último, primero.', none: 'Nadie los ha visto todavía.', who: 'Quién', where: 'Dónde', at: 'Cuándo', program: 'programa',
  sheet: 'Esta ficha',
}

export const es = { refusals, fields, screens, why, imports, readings, report: { row: 'Fila', column: 'Columna', value: 'Valor', problem: 'Problema' } }
export type CustomersWords = typeof es
