import type { FirstArea } from '#modules/people/public.ts'
import type { Severity } from '../contract.ts'

type FirstCause = { code: string; name: string; nameEn: string; severity: Severity; parentId: null; kinds: []; area: FirstArea | null; serialRequired: boolean; procedureUndefined: boolean; active: boolean }

const cause = (code: string, name: string, nameEn: string, area: FirstArea | null, severity: Severity = 'normal'): FirstCause => ({
  code, name, nameEn, severity, parentId: null, kinds: [], area, serialRequired: false, procedureUndefined: false, active: true,
})

/** Classes that any firm has; typologies below them are its own to add. */
export const FIRST_CAUSES: readonly FirstCause[] = [
  cause('PRO', 'Producto', 'Product', 'PRG'),
  cause('ENT', 'Entrega y despacho', 'Delivery', 'ENT'),
  cause('FAC', 'Facturación y pagos', 'Billing and payments', null),
  cause('ATE', 'Atención recibida', 'Service received', 'SAC'),
  cause('COM', 'Información comercial', 'Sales information', 'GEC'),
  cause('SEG', 'Seguridad', 'Safety', null, 'high'),
  cause('DAT', 'Datos personales', 'Personal data', 'SAC', 'high'),
  cause('OTR', 'Otra', 'Other', null),
]

/** The rule that takes what no other does. */
export const REST_TO_SERVICE = { es: 'Lo demás lo atiende Servicio al Cliente', en: 'Customer Service sees to the rest' }

type FirstTemplate = { name: string; language: 'es' | 'en'; kinds: []; subject: string; body: string }

/** Field names in {{ }} are filled from the case (rules/template-fields.ts). */
export const FIRST_TEMPLATES: readonly FirstTemplate[] = [
  {
    name: 'Primera respuesta', language: 'es', kinds: [], subject: 'Su caso {{case.number}}',
    body: `Señor(a) {{customer.name}}:

Recibimos su caso el {{case.receivedOn}} y ya lo estamos revisando. Le daremos una respuesta de fondo a más tardar el {{case.dueOn}}.

Si tiene algo que agregar, puede responder a este correo o llamarnos con el número {{case.number}}.

{{person.name}}
{{branch.name}}`,
  },
  {
    name: 'Aviso de ampliación', language: 'es', kinds: [], subject: 'Nueva fecha de respuesta a su caso {{case.number}}',
    body: `Señor(a) {{customer.name}}:

Aún no podemos responder de fondo su caso {{case.number}}. La razón es la siguiente:

[Escriba aquí la razón]

La nueva fecha de respuesta es el {{case.dueOn}}.

{{person.name}}
{{branch.name}}`,
  },
  {
    name: 'Respuesta de fondo', language: 'es', kinds: [], subject: 'Respuesta a su caso {{case.number}}',
    body: `Señor(a) {{customer.name}}:

En respuesta a su caso {{case.number}}, recibido el {{case.receivedOn}}, le informamos lo siguiente:

[Qué se encontró]

[Qué se hizo o se hará, y cuándo]

Si no está de acuerdo, puede decírnoslo respondiendo a este mensaje; su caso se reabre con el mismo número.

{{person.name}}
{{branch.name}}`,
  },
  {
    name: 'First answer', language: 'en', kinds: [], subject: 'Your case {{case.number}}',
    body: `Dear {{customer.name}},

We received your case on {{case.receivedOn}} and are looking into it. You will have our full answer by {{case.dueOn}} at the latest.

If you have anything to add, reply to this mail or call us with the number {{case.number}}.

{{person.name}}
{{branch.name}}`,
  },
  {
    name: 'Notice of extension', language: 'en', kinds: [], subject: 'New date for the answer to your case {{case.number}}',
    body: `Dear {{customer.name}},

We cannot give a full answer to your case {{case.number}} yet. The reason is this:

[Write the reason here]

The new date for our answer is {{case.dueOn}}.

{{person.name}}
{{branch.name}}`,
  },
  {
    name: 'Final answer', language: 'en', kinds: [], subject: 'Answer to your case {{case.number}}',
    body: `Dear {{customer.name}},

In answer to your case {{case.number}}, received on {{case.receivedOn}}:

[What was found]

[What was or will be done, and when]

If you do not agree, tell us by replying to this message; your case is opened again under the same number.

{{person.name}}
{{branch.name}}`,
  },
]
