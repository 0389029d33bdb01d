import { wordsOf } from '#kernel/plain-text.ts'
import { IMPORT_FIELDS, MANY_COLUMNS, type ImportField, type Mapping } from '../contract-import.ts'

/** What systems call each field, folded, in Spanish and English: a name is equal to one of these, or begins or ends with it. */
const NAMES: Record<ImportField, readonly string[]> = {
  code: ['codigo cliente', 'cod cliente', 'id cliente', 'codigo', 'cod', 'customer code', 'customer id', 'code', 'id tercero', 'codigo tercero'],
  identityType: ['tipo documento', 'tipo de documento', 'tipo identificacion', 'tipo de identificacion', 'tipo doc', 'tipo id', 'document type', 'id type'],
  checkDigit: ['dv', 'digito de verificacion', 'digito verificacion', 'digito', 'check digit'],
  identityNumber: ['nit', 'numero documento', 'numero de documento', 'identificacion', 'numero identificacion', 'documento', 'cedula', 'nit cedula', 'cc', 'tax id', 'document number', 'id number', 'no documento'],
  tradeName: ['nombre comercial', 'establecimiento', 'trade name', 'razon comercial'],
  site: ['sede', 'nombre sede', 'site', 'site name'],
  contactPost: ['cargo', 'cargo contacto', 'cargo del contacto', 'post', 'job title', 'position'],
  contact: ['contacto', 'nombre contacto', 'nombre del contacto', 'persona de contacto', 'contact', 'contact name'],
  name: ['razon social', 'nombre', 'cliente', 'nombre cliente', 'nombre o razon social', 'nombres', 'tercero', 'name', 'customer', 'customer name', 'company'],
  kind: ['tipo persona', 'tipo de persona', 'naturaleza', 'tipo cliente', 'kind', 'customer type'],
  segment: ['segmento', 'sector', 'segment', 'categoria', 'clase cliente'],
  branch: ['sucursal', 'agencia', 'branch', 'regional', 'centro de operacion'],
  active: ['activo', 'estado', 'active', 'status'],
  telephones: ['telefono', 'telefonos', 'tel', 'celular', 'movil', 'fijo', 'whatsapp', 'phone', 'telephone', 'mobile', 'cell'],
  emails: ['correo', 'correos', 'correo electronico', 'email', 'e mail', 'mail'],
  address: ['direccion', 'dir', 'address', 'domicilio'],
  city: ['ciudad', 'municipio', 'city', 'poblacion'],
}

/** What each field probably is, by the names of the columns; a column is one field's alone, and the closer name wins. */
export function suggestColumns(columns: readonly string[]): Partial<Mapping> {
  const suggested: Record<string, string | string[]> = {}
  const taken = new Set<string>()
  const likely = columns
    .flatMap((column) => IMPORT_FIELDS.map((field) => ({ column, field, closeness: closenessOf(wordsOf(column).join(' '), NAMES[field]) })))
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness)
  for (const { column, field } of likely) {
    if (taken.has(column)) continue
    const many = MANY_COLUMNS.includes(field)
    if (!many && suggested[field] !== undefined) continue
    if (many) suggested[field] = [...((suggested[field] as string[] | undefined) ?? []), column].slice(0, 10)
    else suggested[field] = column
    taken.add(column)
  }
  return suggested
}

function closenessOf(column: string, names: readonly string[]): number {
  if (names.includes(column)) return 3
  // Begun at the first digit alone: of a name of thirty thousand digits each would be tried else.
  const apart = column.replace(/ ?(?<!\d)\d+$/, '')
  if (names.includes(apart)) return 2
  const inside = names.find((name) => name.length > 2 && (column.startsWith(`${name} `) || column.endsWith(` ${name}`)))
  return inside ? inside.length / (column.length + 1) : 0
}
