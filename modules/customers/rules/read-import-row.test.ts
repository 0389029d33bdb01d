import { expect, test } from 'vitest'
import { COLOMBIAN_IDENTITY_TYPES } from '#kernel/identity-types-colombia.ts'
import { planRows, readImportRow } from './read-import-row.ts'
import { suggestColumns } from './suggest-columns.ts'

const columns = ['cod', 'nombre', 'nit', 'dv', 'tel', 'cel', 'correo', 'sucursal', 'tipo', '__proto__']
const plan = planRows(
  { code: 'cod', name: 'nombre', identityNumber: 'nit', checkDigit: 'dv', telephones: ['tel', 'cel'], emails: ['correo'], branch: 'sucursal', kind: 'tipo', segment: '__proto__' },
  { columns, types: COLOMBIAN_IDENTITY_TYPES, country: 'CO', branches: new Map([['bog', 'branch-1'], ['bogota', 'branch-1']]) },
)
const row = (cells: Record<string, string>) => {
  const given = new Map(Object.entries({ cod: 'A1', nombre: 'Gases', ...cells }))
  return readImportRow(plan, columns.map((column) => given.get(column) ?? ''))
}

test('a row is read whole', () => {
  expect(row({ nit: '900.123.456', dv: '8', tel: '7421234 ext 5', cel: "'+57 300 123 4567", correo: 'Compras@Gases.co; otro@gases.co', sucursal: 'BOGOTÁ', tipo: 'Jurídica', ['__proto__']: 'Industrial' })).toEqual({
    code: 'A1',
    content: {
      code: 'A1', name: 'Gases', kind: 'company', segment: 'Industrial', branchId: 'branch-1', identity: { type: 'NIT', number: '900123456', checkDigit: '8' },
      telephones: [expect.objectContaining({ e164: null, lastSeven: '7421234', extension: '5' }), expect.objectContaining({ e164: '+573001234567' })],
      emails: ['compras@gases.co', 'otro@gases.co'],
    },
  })
  expect(Object.prototype).not.toHaveProperty('Industrial')
})

test.each<[Record<string, string>, string[], string]>([
  [{ tel: 'N/A', cel: '0', correo: 'no tiene', nit: '0' }, [], 'what old bases hold where nothing is known is nothing'],
  [{ nombre: '' }, ['nombre required'], 'a name is needed'],
  [{ cod: '' }, ['cod required'], 'a code is needed'],
  [{ nombre: 'x'.repeat(201) }, ['nombre too-long'], 'longer than a name'],
  [{ nombre: 'a\u0000b' }, ['nombre unreadable-character'], 'NUL'],
  [{ nombre: 'a\ud800b' }, ['nombre unreadable-character'], 'half of a pair'],
  [{ nombre: 'Pe\ufffda' }, ['nombre unreadable-character'], 'a letter that was lost in some conversion'],
  [{ nit: '900123456', dv: '1' }, ['nit nit-check-digit-wrong'], 'a digit that does not fit'],
  [{ tel: '12345', correo: 'arroba.com' }, ['tel telephone-unreadable', 'correo email'], 'two at once'],
  [{ sucursal: 'Marte' }, ['sucursal branch-unknown'], 'a branch that is not there'],
  [{ tipo: 'constructor' }, ['tipo kind-unknown'], 'a word that objects know'],
])('%o → %j: %s', (cells, problems) => {
  const read = row(cells)
  expect('problems' in read ? read.problems.map(({ column, code }) => `${column} ${code}`) : []).toEqual(problems)
})

test('columns are taken for what their names say, each once', () => {
  expect(suggestColumns(['Código', 'Tipo Documento', 'NIT', 'DV', 'Razón Social', 'Nombre Comercial', 'Teléfono 1', 'Teléfono 2', 'Celular', 'Correo electrónico', 'Dirección', 'Ciudad', 'Nombre contacto', 'Cargo', 'Sucursal', '__proto__', 'Saldo'])).toEqual({
    code: 'Código', identityType: 'Tipo Documento', identityNumber: 'NIT', checkDigit: 'DV', name: 'Razón Social', tradeName: 'Nombre Comercial', telephones: ['Celular', 'Teléfono 1', 'Teléfono 2'],
    emails: ['Correo electrónico'], address: 'Dirección', city: 'Ciudad', contact: 'Nombre contacto', contactPost: 'Cargo', branch: 'Sucursal',
  })
  expect(suggestColumns(['Customer code', 'Name', 'Phone', 'E-mail'])).toEqual({ code: 'Customer code', name: 'Name', telephones: ['Phone'], emails: ['E-mail'] })
})
