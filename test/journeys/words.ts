import { en as appEn } from '#app/en.ts'
import { es as appEs } from '#app/es.ts'
import { en as casesEn } from '#modules/cases/en.ts'
import { es as casesEs } from '#modules/cases/es.ts'
import { en as alikeEn } from '#modules/cases/en-alike.ts'
import { es as alikeEs } from '#modules/cases/es-alike.ts'
import { en as registerEn } from '#modules/cases/en-register.ts'
import { en as screensEn } from '#modules/cases/en-screens.ts'
import { en as listsEn } from '#modules/cases/en-lists.ts'
import { es as listsEs } from '#modules/cases/es-lists.ts'
import { es as registerEs } from '#modules/cases/es-register.ts'
import { es as screensEs } from '#modules/cases/es-screens.ts'
import { en as channelsEn } from '#modules/channels/en.ts'
import { es as channelsEs } from '#modules/channels/es.ts'
import { en as customersEn } from '#modules/customers/en.ts'
import { es as customersEs } from '#modules/customers/es.ts'
import { en as workEn } from '#modules/cases/en-work.ts'
import { es as workEs } from '#modules/cases/es-work.ts'
import { en as peopleEn } from '#modules/people/en.ts'
import { es as peopleEs } from '#modules/people/es.ts'
import { en as designEn } from '#platform/web/en.ts'
import { es as designEs } from '#platform/web/es.ts'

/** What the screens say, so that a journey finds things as a person does: by what is written on them. */
export const WORDS = {
  es: { app: appEs, cases: casesEs, screens: { ...screensEs, ...registerEs }, lists: listsEs, alike: alikeEs, work: workEs, channels: channelsEs, customers: customersEs, people: peopleEs, design: designEs },
  en: { app: appEn, cases: casesEn, screens: { ...screensEn, ...registerEn }, lists: listsEn, alike: alikeEn, work: workEn, channels: channelsEn, customers: customersEn, people: peopleEn, design: designEn },
}

/** What is told in the day: the same day in both languages. */
export const STORY = {
  es: {
    company: 'Gases del Altiplano', branch: 'Bogotá Norte', head: 'Rosa Elvira Ávila', agent: 'Diego Peña', responder: 'Marta Ibáñez', post: 'Coordinadora de entregas',
    area: 'Entrega', areaEn: 'Delivery', cause: 'Válvula con fuga', causeEn: 'Leaking valve', customer: 'Clínica Nuestra Señora de la Peña', unaccented: 'clinica nuestra senora',
    story: 'La válvula del cilindro de oxígeno llegó con fuga y la facturación cobró dos veces el mismo envío.', unaccentedWord: 'facturacion',
    again: 'Otra vez: la válvula del cilindro de oxígeno llegó con fuga y cobraron dos veces el envío.', question: '¿Quién entregó el cilindro y en qué estado salió de la planta?',
    answer: 'Lo entregó la ruta 4; la válvula no se revisó a la salida.', template: 'Reclamo aceptado', subject: 'Respuesta a su reclamo {{case.number}}',
    body: 'Revisamos su reclamo {{case.number}} y lo aceptamos: repusimos el cilindro y devolvemos el cobro repetido.', bodyTold: 'devolvemos el cobro repetido',
    action: 'Se repuso el cilindro y se devolvió el cobro.', reason: 'Cuentan lo mismo.', view: 'Reclamos de hoy', give: 'Lo atiende quien lo recibió.',
    filed: 'El pedido de esta mañana llegó incompleto: faltaron dos cilindros.', added: 'La remisión es la 4471.', told: 'Le enviamos hoy los dos cilindros que faltaron.', visitor: 'Julián Ñáñez',
  },
  en: {
    company: 'Highland Gases', branch: 'Bogotá North', head: 'Rose Avila', agent: 'James Pena', responder: 'Martha Ibanez', post: 'Head of deliveries',
    area: 'Entrega', areaEn: 'Delivery', cause: 'Válvula con fuga', causeEn: 'Leaking valve', customer: 'Clínica Nuestra Señora de la Peña', unaccented: 'clinica nuestra senora',
    story: 'The valve of the oxygen cylinder from Ibagué came leaking, and the same delivery was charged twice.', unaccentedWord: 'ibague',
    again: 'Again: the valve of the oxygen cylinder from Ibagué came leaking and the delivery was charged twice.', question: 'Who delivered the cylinder, and how did it leave the plant?',
    answer: 'Route 4 delivered it; the valve was not checked on leaving.', template: 'Claim accepted', subject: 'Your claim {{case.number}}',
    body: 'We looked into your claim {{case.number}} and accept it: the cylinder was replaced and the double charge is refunded.', bodyTold: 'the double charge is refunded',
    action: 'The cylinder was replaced and the charge refunded.', reason: 'They tell the same.', view: 'Claims of today', give: 'Whoever took it deals with it.',
    filed: 'The order of this morning came incomplete: two cylinders were missing.', added: 'The delivery note is 4471.', told: 'The two missing cylinders are on their way today.', visitor: 'Julian Nunez',
  },
}
