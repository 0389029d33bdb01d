import { expect, test } from 'vitest'
import { aServedCompany, askingAs } from '#test/app-server.ts'
import { anActor } from '#test/builders.ts'
import type { Ask } from '#test/people-server.ts'

// osTicket served HTML attachments as pages (33ed106); Chatwoot an SVG avatar (CVE-2021-3742); FreeScout .pht (GHSA-27vp-fpg8-j8wv).
const { app, company } = await aServedCompany()
const asHead = await askingAs(app, await anActor(company, 'head'))

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const SCRIPT = '<script>alert(document.domain)</script>'

function upload(ask: Ask, name: string, content: Buffer | string, type: string) {
  const body = Buffer.concat([Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n--x--\r\n')])
  return ask('POST', '/files', body, { 'content-type': 'multipart/form-data; boundary=x' })
}

const HOSTILE: [string, string | Buffer, string][] = [
  ['pagina.html', `<!doctype html><html>${SCRIPT}</html>`, 'text/html'],
  ['foto.png', `<!doctype html><html>${SCRIPT}</html>`, 'image/png'],
  ['dibujo.svg', `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`, 'image/svg+xml'],
  ['nota.xhtml', `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`, 'application/xhtml+xml'],
  ['guion.js', 'alert(1)', 'text/javascript'],
  ['guion.pht', '<?php system($_GET[0]); ?>', 'text/plain'],
  ['carta.eml', `Subject: x\r\nContent-Type: text/html\r\n\r\n${SCRIPT}`, 'message/rfc822'],
  ['tabla.csv', `a,b\n${SCRIPT},=cmd|' /C calc'!A0`, 'text/csv'],
  ['poliglota.png', Buffer.concat([PNG, Buffer.from(SCRIPT)]), 'image/png'],
  ['poliglota.gif', `GIF89a/*${SCRIPT}*/=1;`, 'text/html'],
  ['papel.pdf', `%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n${SCRIPT}`, 'application/pdf'],
]

test.each(HOSTILE)('%s: refused, or given back as what no browser runs', async (name, content, type) => {
  const sent = await upload(asHead, name, content, type)
  expect([201, 400]).toContain(sent.statusCode)
  if (sent.statusCode === 400) return
  const { id } = sent.json<{ id: string }>()
  for (const path of [`/files/${id}`, `/files/${id}?preview`, `/files/${id}?preview=1&type=text/html`]) {
    const { headers } = await asHead('GET', path)
    const disposition = String(headers['content-disposition'])
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(String(headers['content-type'])).not.toMatch(/html|xml|svg|javascript/)
    expect(String(headers['content-security-policy'])).toContain(`default-src 'none'`)
    // What may be looked at in place is a picture or a paper, and nothing else.
    if (!disposition.startsWith('attachment')) expect(String(headers['content-type'])).toMatch(/^(image\/(png|jpeg|gif|webp|avif|apng)|application\/pdf)$/)
    expect(disposition).not.toMatch(/[\r\n]/)
  }
})

test('an answer that is no file is no page either', async () => {
  for (const path of ['/cases', '/cases/%3Cscript%3E', '/me', '/files/x', '/nada%3Cscript%3E']) {
    const { headers } = await asHead('GET', path)
    expect([path, String(headers['content-type']).startsWith('application/'), headers['x-content-type-options']]).toEqual([path, true, 'nosniff'])
  }
})
