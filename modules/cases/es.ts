import type { CaseRefusal, Channel, Kind, MessageKind, Remedy, Severity, Stage, Status, WaitingFor, Way } from './contract.ts'

const refusals: Record<CaseRefusal, string> = {
  'case-not-open': 'El caso está cerrado. Reábralo si hay que trabajarlo otra vez.',
  'case-not-closed': 'El caso está abierto; no hay nada que reabrir.',
  'case-merged': 'Este caso está unido a otro. Trabaje en aquel, o deshaga la unión.',
  'case-without-term': 'Ninguna regla le da un término a este caso, y un caso abierto debe tener uno. Defina en Ajustes, Términos, la meta que falta.',
  'received-in-future': 'La fecha de recibo es posterior a este momento. Escriba cuándo llegó.',
  'received-long-ago': 'Es de hace más de un año, y casi siempre es el año mal escrito. Revise el día en que llegó: lo de antes no se registra aquí, porque nacería vencido y encabezaría todas las listas.',
  'branch-unknown': 'Esa sucursal no existe o no está a su alcance.',
  'branch-needed': 'Diga en qué sucursal se registra.',
  'cause-unknown': 'Esa causa no existe en el árbol de causas.',
  'cause-inactive': 'Esa causa ya no se usa. Elija otra.',
  'area-unknown': 'Esa área no existe o ya no está activa.',
  'owner-unknown': 'Esa persona no existe.',
  'owner-cannot-work-it': 'Esa persona no puede trabajar casos de esta sucursal. Elija otra, o pida que le den el permiso.',
  'customer-unknown': 'Ese cliente no existe.',
  'product-unknown': 'Ese producto no existe o ya no se ofrece.',
  'file-unknown': 'Uno de los archivos no está, o lo subió otra persona. Adjúntelo de nuevo.',
  'reason-needed': 'El caso tiene otra persona a cargo. Diga por qué lo toma.',
  'area-request-open': 'Un área aún debe su respuesta. Espérela, o retire la solicitud diciendo por qué.',
  'area-request-not-open': 'Esa solicitud ya se respondió, se devolvió o se retiró.',
  'duty-open': 'Además de responder, falta cumplir algo. En Términos o en Deberes, diga que se cumplió, o por qué no se debía.',
  'duty-not-owed': 'Por lo que se dice del caso, ese hecho no le trae ningún deber. Si lo trae, corrija de qué trata.',
  'duty-begun-already': 'Ese hecho ya se dijo de este caso.',
  'duty-ended': 'Ese deber ya se cumplió o se dejó sin efecto.',
  'duty-not-ended': 'De ese deber no se ha dicho eso, o ya se quitó: no hay nada que corregir.',
  'duty-told': 'Se cumplió cuando el cliente tuvo su respuesta. Si no le llegó, dígalo en la respuesta.',
  'duty-begun-again': 'Después se dijo otra vez que ocurrió, y el deber cuenta desde entonces: corrija ese.',
  'happened-before-received': 'No pudo ocurrir antes de que se recibiera el caso. Revise la fecha.',
  'happened-long-ago': 'Es de hace más de cinco años. Revise el año.',
  'happened-another-day': 'El caso dice que ocurrió otro día. Si es este, corrija primero esa fecha en el caso.',
  'done-before-begun': 'Es anterior al hecho que lo trajo. Revise la fecha.',
  'told-whom-needed': 'Diga ante quién se reportó.',
  'area-not-yours': 'Solo responde quien pertenece a esa área.',
  'answer-not-awaiting': 'Esa respuesta no espera aprobación.',
  'approver-is-author': 'Quien escribió la respuesta no puede aprobarla. Debe hacerlo otra persona.',
  'answer-pending': 'Una respuesta espera aprobación, o está aprobada y falta decírsela al cliente. Deje constancia de que se le dijo, o tráigala de vuelta.',
  'approval-needed': 'Una segunda persona debe aprobar lo que se le dice al cliente en este caso, o ese valor. Escríbalo como respuesta: alguien la aprueba y después usted cierra.',
  'answer-left': 'La respuesta ya salió; no se puede traer de vuelta. Puede escribir otra que la corrija.',
  'answer-not-leaving': 'Esa respuesta no espera constancia de entrega.',
  'recipient-needed': 'Escriba el correo al que va la respuesta.',
  'not-answered-yet': 'Al cliente aún no se le ha respondido. Respóndale, o diga cómo y cuándo se le informó.',
  'amount-needed': 'Ese remedio es en dinero: diga cuánto.',
  'merge-with-itself': 'Es el mismo caso.',
  'merge-other-customer': 'Son de dos clientes distintos: no se unen. Puede enlazarlos, o agruparlos en un mismo evento.',
  'merge-closed': 'Solo se unen casos abiertos. Reabra el que esté cerrado.',
  'merge-undone': 'Esa unión ya se deshizo.',
  'bulk-went-on': 'Después de ese acto pasó algo más en el caso: no se deshizo.',
  'merge-went-on': 'El caso que lo recibió está a su vez unido a otro. Deshaga primero aquella unión.',
  'link-with-itself': 'Un caso no se enlaza consigo mismo.',
  'draft-changed': 'Este borrador cambió en otra ventana. Se guardaron los dos; elija con cuál sigue.',
  'term-cannot-be-extended': 'Este término no se puede ampliar.',
  'term-cannot-be-paused': 'Este término no se puede suspender por esa causa.',
  'term-not-paused': 'Este término no está suspendido.',
  'snooze-in-past': 'Ese momento ya pasó. Elija uno que esté por venir.',
  'snooze-beyond-due': 'El caso no puede esperar tanto: hasta su fecha; si ya venció la meta, hasta la de la ley o el contrato; si todo venció, hasta el fin del día hábil siguiente.',
  'fact-unknown': 'Ninguna regla en uso pregunta por «{code}». Revise cómo está escrito.',
  'serial-needed': 'Esta causa necesita el serial del cilindro. Escríbalo en los datos del caso, con Corregir, y después ciérrelo.',
  'incident-in-future': 'Ese día no ha llegado. Escriba qué día ocurrió.',
  'told-in-future': 'Ese momento no ha llegado. Escriba cuándo se le informó.',
  'told-before-received': 'Es anterior a lo que se responde. Revise la fecha.',
  'kind-unchanged': 'El caso ya es de esa clase.',
  'template-field-left': 'Falta llenar «{field}» en el texto: escriba su valor en lugar de las llaves.',
  'template-unknown': 'Esa plantilla no existe.',
  'view-not-yours': 'Esa vista es de otra persona. Guarde la suya con otro nombre.',
  'view-shown-beyond': 'A todo el equipo le muestra una vista quien ve todas las sucursales; a una sucursal, quien la ve. Déjela para usted o para una sucursal suya.',
  'views-enough-own': 'Ya tiene {most} vistas para usted, que es lo más que se guarda. Quite una que no use, o guarde en ella lo que se ve.',
  'views-enough-branch': 'Esa sucursal ya tiene {most} vistas, que es lo más que se guarda. Quite una que no se use, o guarde en ella lo que se ve.',
  'views-enough-everybody': 'El equipo ya tiene {most} vistas, que es lo más que se guarda. Quite una que no se use, o guarde en ella lo que se ve.',
  'case-has-owner': 'El caso ya tiene quien responda por él.',
  'case-id-taken': 'Ese identificador ya es de otro caso. Registre de nuevo.',
  'case-not-snoozed': 'El caso no está aplazado.',
  'cause-code-taken': 'Ya hay una causa con el código {code}.',
  'cause-under-itself': 'Una causa no puede quedar debajo de sí misma.',
  'product-code-taken': 'Ya hay un producto o servicio con el código {code}.',
  'template-name-taken': 'Ya hay una plantilla llamada {name} en ese idioma.',
  'placeholder-unknown': 'El campo {placeholder} no existe. Los que hay: {known}.',
  'mention-cannot-see': 'Una de las personas mencionadas no ve este caso. Si es de un área, pídale respuesta al área.',
  'rule-without-effect': 'La regla no dice nada. Elija al menos una clase o un valor.',
}

const kinds: Record<Kind, string> = { request: 'Solicitud', complaint: 'Queja', claim: 'Reclamo', suggestion: 'Sugerencia', compliment: 'Felicitación' }
const channels: Record<Channel, string> = {
  telephone: 'Teléfono', visit: 'Visita', letter: 'Carta', mail: 'Correo', web: 'Página web', whatsapp: 'WhatsApp', driver: 'Conductor', internal: 'Interno', api: 'Otro sistema',
}
const stages: Record<Stage, string> = { 'pre-sale': 'Preventa', sale: 'Venta', 'after-sale': 'Postventa' }
const severities: Record<Severity, string> = { low: 'Baja', normal: 'Normal', high: 'Alta', critical: 'Crítica' }
const statuses: Record<Status, string> = { open: 'Abierto', answered: 'Respondido', closed: 'Cerrado', withdrawn: 'Desistido', merged: 'Unido a otro' }
const waiting: Record<WaitingFor, string> = { customer: 'Espera al cliente', area: 'Espera a un área', approval: 'Espera aprobación' }
const remedies: Record<Remedy, string> = {
  none: 'Ninguno', explanation: 'Explicación', apology: 'Disculpa', correction: 'Corrección', replacement: 'Reposición', 'pick-up': 'Recogida', 'credit-note': 'Nota crédito',
  refund: 'Devolución del dinero', goodwill: 'Gesto comercial', information: 'Información entregada',
}
const ways: Record<Way, string> = { mail: 'Correo', letter: 'Carta', telephone: 'Teléfono', 'in-person': 'En persona' }
const messageKinds: Record<MessageKind, string> = {
  note: 'Nota interna', 'telephone-note': 'Nota de llamada', 'customer-message': 'Mensaje del cliente', answer: 'Respuesta al cliente', notice: 'Aviso al cliente', 'area-request': 'Solicitud a un área',
  'area-answer': 'Respuesta del área', 'area-return': 'Devolución del área',
}

/** What happened, as the timeline says it after the person's name. */
/** Whose a date is, before it: 'ley vence jue 1 oct'. */
const dateOf = { law: 'ley', contract: 'contrato', internal: 'meta' }

const actions: Record<string, string> = {
  'case-registered': 'registró el caso', 'case-assigned': 'cambió a quien responde', 'case-routed': 'lo envió a un área', 'case-classified': 'lo clasificó',
  'case-retyped': 'cambió la clase', 'case-corrected': 'corrigió los datos', note: 'escribió una nota', 'telephone-note': 'anotó una llamada',
  'customer-message': 'recibió un mensaje del cliente', 'area-asked': 'pidió respuesta a un área', 'area-answered': 'respondió por el área', 'area-returned': 'devolvió la solicitud',
  'area-request-cancelled': 'retiró la solicitud al área', 'area-reminded': 'le recordó al área', 'answer-written': 'escribió la respuesta', 'answer-awaits-approval': 'escribió una respuesta que espera aprobación',
  'answer-approved': 'aprobó la respuesta', 'answer-returned': 'devolvió la respuesta', 'answer-recalled': 'trajo de vuelta la respuesta', 'acknowledgement-sent': 'entregó el acuse al correo del cliente', 'answer-sent': 'entregó la respuesta al correo del cliente',
  'answer-delivered': 'dejó constancia de la entrega', 'answer-not-delivered': 'la respuesta no llegó', 'answer-tried-again': 'mandó otra vez la respuesta', 'case-closed': 'cerró el caso', 'case-reopened': 'reabrió el caso', 'case-withdrawn': 'registró el desistimiento',
  'case-merged': 'lo unió a otro caso', 'case-absorbed': 'le unió otro caso', 'case-unmerged': 'deshizo la unión', 'case-released': 'separó un caso unido', 'merged-answer-told': 'la respuesta de un caso unido llegó al cliente y vale también para este', 'merged-answer-untold': 'la respuesta de un caso unido ya no vale para este', 'case-linked': 'lo enlazó', 'case-grouped': 'lo agrupó en un evento',
  'case-snoozed': 'lo aplazó', 'bulk-undone': 'deshizo un acto en varios casos', 'case-woken': 'lo retomó', 'term-extended': 'amplió un término', 'term-paused': 'suspendió un término', 'term-resumed': 'reanudó un término',
  'term-recomputed': 'recalculó un término', 'duty-begun': 'dio por empezado un deber', 'duty-done': 'dio por cumplido un deber', 'duty-confirmed': 'confirmó el término de un deber', 'duty-released': 'dejó sin efecto un deber', 'duty-taken-back': 'volvió a dejar por cumplir un deber', 'warning-sent': 'avisó del vencimiento', 'warning-acknowledged': 'dio por visto el aviso',
}

type Merged = { from: string; into: string }
type Told = { number: string; company: string }
type Asked = { number: string; area: string }

export const es = {
  refusals, kinds, channels, stages, severities, statuses, waiting, remedies, ways, messageKinds, dateOf, actions,
  noticeTakenBack: 'el aviso al cliente no alcanzó a salir',
  mails: {
    greeting: (name: string) => (name ? `Señor(a) ${name}:` : 'Cordial saludo.'),
    acknowledgementSubject: ({ number, company }: Told) => `${company}: recibimos su caso ${number}`,
    acknowledged: ({ kind, when }: { kind: string; when: string }) => `Recibimos su ${kind.toLowerCase()} el ${when.replace(/\.$/, '')}. Este es su número; con él puede preguntar en cualquier momento.`,
    whatComes: 'Le responderemos a más tardar en la fecha indicada abajo. Si necesitamos algo de usted, le escribiremos a este mismo correo.',
    follow: 'Ver el estado de su caso',
    answerSubject: ({ number, company }: Told) => `${company}: respuesta a su caso ${number}`,
    extensionSubject: ({ number }: { number: string }) => `Nueva fecha de respuesta a su caso ${number}`,
    extended: ({ from, to }: { from: string; to: string }) => `Debíamos responderle el ${from}. No alcanzamos a hacerlo de fondo; la nueva fecha es el ${to}.`,
    extensionReason: (reason: string) => `La razón: ${reason}`,
    mergedSubject: ({ from, into }: Merged) => `Los casos ${from} y ${into} se atienden juntos`,
    merged: ({ from, into }: Merged) => `Los casos ${from} y ${into} cuentan lo mismo: desde ahora los atendemos juntos, con el número ${into}. El número ${from} le sigue sirviendo para preguntar, y ninguna de las fechas en que le debemos respuesta se corre.`,
    unmergedSubject: ({ from, into }: Merged) => `Los casos ${from} y ${into} se atienden otra vez por separado`,
    unmerged: ({ from, into }: Merged) => `Le habíamos escrito que los casos ${from} y ${into} se atendían juntos. Son asuntos distintos: cada uno sigue con su número y con sus fechas.`,
    signed: (company: string) => [`Servicio al cliente`, company],
  },
  facts: {
    number: 'Número de radicado', received: 'Recibido', kind: 'Clase', branch: 'Sucursal', channel: 'Canal', customer: 'Cliente', reporter: 'Quien lo contó', onBehalfOf: 'En nombre de', due: 'Vence', rule: 'Regla', about: 'Asunto',
    product: 'Producto o servicio', serial: 'Serial', order: 'Pedido o factura', wished: 'Lo que pide', registeredBy: 'Registró', term: 'Término', telephone: 'Teléfono', email: 'Correo',
  },
  papers: {
    acknowledgement: 'Acuse de recibo', letter: 'Respuesta a su caso', story: 'Lo que nos contó', terms: 'Cuándo respondemos, y por qué', signature: 'Recibió', customer: 'Cliente', forCustomer: 'Por el cliente', attention: (name: string) => `Atención: ${name}`,
    keep: 'Conserve este acuse. Con el número, o con el código, puede ver el estado de su caso sin crear ninguna cuenta.',
    anonymous: 'Sin identificar',
  },
  warnings: {
    dueSoon: ({ number, due }: { number: string; due: string }) => `El caso ${number} vence el ${due}`,
    overdue: ({ number, due }: { number: string; due: string }) => `El caso ${number} venció el ${due}`,
    why: {
      owner: 'Le avisamos porque usted responde por este caso.',
      'branch-responsible': 'Le avisamos porque usted responde por la sucursal y nadie ha dado por visto el aviso.',
      head: 'Le avisamos porque usted dirige el servicio y nadie ha dado por visto el aviso.',
      executive: 'Le avisamos porque el caso sigue sin respuesta y nadie ha dado por visto el aviso.',
    },
    whatToDo: 'Si ya se está ocupando, dé por visto el aviso en Acuse y no se avisará a nadie más de esta fecha.',
    open: 'Abrir el caso',
  },
  /** Lo que se les escribe a los compañeros. */
  notices: {
    areaAsked: ({ number, area }: Asked) => `Se le pide respuesta a ${area}: caso ${number}`,
    asks: ({ by, area }: { by: string; area: string }) => `${by} pide la respuesta de ${area} sobre este caso. Usted recibe este correo porque responde por el área.`,
    areaReminded: ({ number, area }: Asked) => `Recordatorio: ${area} debe su respuesta en el caso ${number}`,
    reminds: ({ by, area }: { by: string; area: string }) => `${by} le recuerda a ${area} que este caso espera su respuesta.`,
    areaDue: ({ number, area }: Asked) => `${area} debe responder pronto en el caso ${number}`,
    areaOverdue: ({ number, area }: Asked) => `Se venció la respuesta de ${area} en el caso ${number}`,
    owed: ({ area }: { area: string }) => `Nadie de ${area} ha respondido todavía. Si no es un asunto del área, devuélvalo diciendo por qué.`,
    areaAnswered: ({ number, area }: Asked) => `${area} respondió en el caso ${number}`,
    answers: ({ by, area }: { by: string; area: string }) => `${by} respondió por ${area}.`,
    areaReturned: ({ number, area }: Asked) => `${area} devolvió la solicitud del caso ${number}`,
    returns: ({ by, area }: { by: string; area: string }) => `${by} dice que no es un asunto de ${area}. El caso espera otra decisión suya.`,
    mentioned: ({ number, by }: { number: string; by: string }) => `${by} lo menciona en el caso ${number}`,
    merged: ({ from, into }: { from: string; into: string }) => `El caso ${from} se unió a ${into}`,
    merges: ({ by, from, into }: { by: string; from: string; into: string }) => `${by} unió el caso ${from} a ${into}, porque cuentan lo mismo. El número ${from} sigue llevando allá, y los términos de los dos siguen contando.`,
    approvedToTell: ({ number }: { number: string }) => `Aprobada: dígale la respuesta al cliente del caso ${number}`,
    tellNow: ({ by }: { by: string }) => `${by} aprobó la respuesta que usted escribió. El cliente no la conoce todavía y el término corre: dígasela y deje constancia de cuándo se la dijo.`,
    answerReturned: ({ number }: { number: string }) => `Le devolvieron la respuesta del caso ${number}`,
    mendIt: ({ by }: { by: string }) => `${by} no aprobó la respuesta que usted escribió. Está otra vez como borrador, con sus datos y sus archivos.`,
    notDelivered: ({ number }: { number: string }) => `La respuesta del caso ${number} no le llegó al cliente`,
    stillOwed: 'El cliente no cuenta como informado, y el término corre. Entréguela de otra manera y deje constancia, o responda otra vez. Usted recibe este correo porque responde por el caso.',
    reason: (reason: string) => `La razón: ${reason}`,
  },
}
export type CasesWords = typeof es
