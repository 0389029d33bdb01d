import type { Kind } from '#modules/cases/contract.ts'

export type DemoTemplate = { name: string; language: 'es' | 'en'; kinds: readonly Kind[]; subject: string; body: string }

const SIGNED = '\n\nCordialmente,\n\n{{person.name}}\n{{person.post}}\n{{company.name}} · {{branch.name}}\n{{branch.telephone}}'
const SIGNED_EN = '\n\nYours sincerely,\n\n{{person.name}}\n{{person.post}}\n{{company.name}} · {{branch.name}}\n{{branch.telephone}}'
const es = (name: string, kinds: readonly Kind[], subject: string, body: string): DemoTemplate => ({ name, language: 'es', kinds, subject, body: `Apreciado cliente {{customer.name}}:\n\n${body}${SIGNED}` })
const en = (name: string, kinds: readonly Kind[], subject: string, body: string): DemoTemplate => ({ name, language: 'en', kinds, subject, body: `Dear {{customer.name}},\n\n${body}${SIGNED_EN}` })

/** Bodies leave a line of dots where the person writes what was found: a template is a frame, not an answer. */
export const TEMPLATES: readonly DemoTemplate[] = [
  es('Reclamo aceptado con reposición', ['claim'], 'Respuesta a su reclamo {{case.number}}', 'Recibimos su reclamo {{case.number}} del {{case.receivedOn}} sobre {{case.product}}, serial {{case.serial}}.\n\nRevisamos el cilindro y encontramos lo siguiente: …\n\nPor lo anterior aceptamos su reclamo y el producto fue reemplazado sin costo. Lamentamos los inconvenientes que esto le causó.'),
  es('Reclamo aceptado con nota crédito', ['claim'], 'Respuesta a su reclamo {{case.number}}', 'Revisamos su reclamo {{case.number}}, recibido el {{case.receivedOn}}, contra las remisiones y la factura correspondiente.\n\nEncontramos: …\n\nEmitiremos la nota crédito, que llegará a su correo de facturación electrónica.'),
  es('Reclamo no procedente', ['claim'], 'Respuesta a su reclamo {{case.number}}', 'Analizamos su reclamo {{case.number}} del {{case.receivedOn}} con las pruebas que usted aportó y las nuestras.\n\nEncontramos: …\n\nPor estas razones no es posible aceptarlo. Adjuntamos los soportes. Si tiene información adicional, puede responder a este mensaje y lo revisaremos de nuevo.'),
  es('Queja por trato', ['complaint'], 'Respuesta a su queja {{case.number}}', 'Le ofrecemos disculpas por lo ocurrido. Hablamos con la persona involucrada y con su jefe inmediato.\n\nTomamos las siguientes medidas: …\n\nAgradecemos que nos lo haya contado.'),
  es('Demora en la entrega', ['claim', 'complaint'], 'Su pedido {{case.orderNumber}}: caso {{case.number}}', 'Verificamos con el área de Entrega lo ocurrido con su pedido {{case.orderNumber}}.\n\nLa causa fue: …\n\nEl producto le fue entregado y dejamos en su ficha una franja de entrega que el despacho debe respetar.'),
  es('Recogida programada', ['request'], 'Recogida de envases: caso {{case.number}}', 'Su recogida quedó programada. Le pedimos tener los envases en un lugar de fácil acceso, con la válvula cerrada y los seriales a la vista. En la remisión constará cada serial recogido.'),
  es('Envío de documentos', ['request'], 'Documentos solicitados: caso {{case.number}}', 'Adjuntamos los documentos que usted solicitó el {{case.receivedOn}}. Si necesita recibirlos con cada entrega, responda a este mensaje y lo dejaremos programado.'),
  es('Falta información', ['request', 'claim'], 'Necesitamos un dato para su caso {{case.number}}', 'Para continuar con su caso {{case.number}} necesitamos: …\n\nPuede responder a este mensaje o llamarnos con el número del caso. Entretanto el término queda suspendido, como lo permite la ley.'),
  es('Aviso de ampliación del término', ['claim', 'complaint', 'request'], 'Nueva fecha para su caso {{case.number}}', 'Su caso {{case.number}} requiere una revisión que no hemos terminado, por la siguiente razón: …\n\nLe responderemos a más tardar el {{case.dueOn}}.'),
  es('Datos personales', ['request'], 'Su solicitud sobre datos personales {{case.number}}', 'Atendimos su solicitud en los términos de la Ley 1581 de 2012.\n\nLo que hicimos: …\n\nSi no está de acuerdo, puede acudir a la Superintendencia de Industria y Comercio.'),
  es('Agradecimiento', ['suggestion', 'compliment'], 'Gracias por escribirnos: {{case.number}}', 'Gracias por tomarse el tiempo de escribirnos. Compartimos su mensaje con las personas que lo hicieron posible.'),
  en('Claim accepted', ['claim'], 'Your claim {{case.number}}', 'Thank you for reporting this on {{case.receivedOn}}. We inspected {{case.product}}, serial {{case.serial}}.\n\nWe found: …\n\nYour claim is accepted and the product has been replaced free of charge.'),
  en('Credit note', ['claim'], 'Your claim {{case.number}}', 'We compared invoice and delivery notes for your case {{case.number}}.\n\nWe found: …\n\nA credit note will be issued to your electronic invoicing address.'),
  en('Documents enclosed', ['request'], 'Documents for your case {{case.number}}', 'Please find enclosed the documents you asked for on {{case.receivedOn}}. We can send them with every delivery if you wish.'),
]
