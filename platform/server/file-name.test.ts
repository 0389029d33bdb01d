import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, contentDisposition } from './file-name.ts'

test.each<[string, readonly string[], string, string]>([
  ['factura.pdf', ['pdf'], 'factura.pdf', 'as it is'],
  ['C:\\Users\\Ana\\Documentos\\válvula ñ.PDF', ['pdf'], 'válvula ñ.pdf', 'no path of Windows'],
  ['../../etc/passwd', ['txt'], 'passwd.txt', 'no path at all'],
  ['factura.exe', ['pdf'], 'factura.exe.pdf', 'ends as its content is'],
  ['factura\u202efdp.exe', ['pdf'], 'facturafdp.exe.pdf', 'writing is not turned round'],
  ['a\r\nSet-Cookie: x=1.png', ['png'], 'aSet-Cookie_ x=1.png', 'no line ends'],
  ['foto.JPEG', ['jpg', 'jpeg'], 'foto.jpeg', 'any of the kind’s endings'],
  ['', ['pdf'], 'archivo.pdf', 'a name there must be'],
  ['...', ['pdf'], 'archivo.pdf', 'dots are not one'],
  ['.pdf', ['pdf'], 'pdf.pdf', 'nor is an ending'],
  ['página.html', ['txt'], 'página.html.txt', 'a page is opened as text'],
])('%j (%j) is kept as %j: %s', (sent, endings, kept) => {
  expect(cleanFileName(sent, endings)).toBe(kept)
})

test('whatever a file is called, its name is short, well formed, and one header', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 600 })), (sent) => {
      const name = cleanFileName(sent, ['pdf'])
      expect(name.length).toBeLessThanOrEqual(200)
      expect(name.isWellFormed()).toBe(true)
      expect(name).toMatch(/^[^/\\\p{Cc}]+\.pdf$/u)
      const header = contentDisposition(name, 'attachment')
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.!~&+%-]+$/)
      expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name)
      expect(header.split('"')).toHaveLength(3)
    }),
  )
})
