export const es = {
  pageOf: 'Página {page} de {pages}',
  qrOpens: 'Código QR que abre {url}',
  noRows: 'Sin registros.',
  signature: 'Firma de {name}',
}
export type PrintWords = typeof es
