import type { PrintWords } from './es.ts'

export const en: PrintWords = {
  pageOf: 'Page {page} of {pages}',
  qrOpens: 'QR code that opens {url}',
  noRows: 'No records.',
  signature: 'Signature of {name}',
}
