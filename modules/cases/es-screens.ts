/** Sentences of the screens of cases. */
export const es = {
  away: 'El servidor no responde. Lo que escribió se conserva; intente de nuevo en unos segundos.',
  register: {
    title: 'Registrar un caso', verb: 'Registrar', who: 'Quién', whoHint: 'Nombre, NIT, teléfono o código', anonymous: 'No dice quién es', known: 'Cliente', newCustomer: 'Cliente nuevo', thirdParty: 'Habla por otro',
    create: (name: string) => `Cliente nuevo: ${name}`, candidate: 'puede ser', company: 'Empresa', person: 'Persona', idNumber: 'NIT o cédula',
    reporter: 'Quién llama o escribe', reporterName: 'Nombre', telephone: 'Teléfono', email: 'Correo', emailHint: 'A este correo va el acuse de recibo.',
    what: 'Qué es', channel: 'Canal', received: 'Recibido', receivedNow: 'ahora', receivedOn: 'Día en que llegó', receivedAt: 'Hora', stage: 'Etapa',
    story: 'Cuente qué pasó, con las palabras del cliente', product: 'Producto o servicio', serial: 'Serial', order: 'Pedido o factura', place: 'Lugar', wished: 'Qué espera el cliente', evidence: 'Evidencia', more: 'Más datos', less: 'Menos datos',
    cause: 'Causa', causeNone: 'Sin clasificar todavía', severity: 'Gravedad', severityOfCause: 'La de la causa', branch: 'Sucursal', personalData: 'Trata de sus datos personales', consumer: 'Es consumidor final',
    done: (number: string) => `${number} quedó registrado`, dueLine: 'Vence', acknowledgedTo: (to: string) => `Acuse enviado a ${to}`, printIt: 'Imprima el acuse: no hay correo al cual enviarlo', print: 'Imprimir acuse', openIt: 'Abrir el caso', another: 'Registrar otro', recovered: 'Se recuperó lo que había empezado a escribir.', discard: 'Descartar',
    looksLike: 'Se parece a', see: 'Ver', suggested: 'Causa sugerida', use: 'Usar', words: (words: string) => `por «${words}»`, hazard: (words: string) => `Habla de «${words}». Si hay peligro ahora, atienda primero la emergencia.`, savedAt: (when: string) => `Guardado en este equipo ${when}`,
  },
  list: {
    title: 'Casos', lists: { mine: 'Míos', branch: 'Mi sucursal', unassigned: 'Sin dueño', 'due-today': 'Vencen hoy', overdue: 'Vencidos', waiting: 'En espera', snoozed: 'Aplazados', open: 'Abiertos', everything: 'Todos', area: 'De mi área' },
    columns: { number: 'Número', kind: 'Clase', title: 'Asunto', customer: 'Cliente', owner: 'Responde', area: 'Área', due: 'Vence', received: 'Recibido', branch: 'Sucursal', status: 'Estado' },
    find: 'Buscar por número, serial o palabras', empty: { title: 'Nada aquí', mine: 'Los casos que usted responde aparecen aquí, los que vencen primero arriba.', other: 'Ningún caso cumple estas condiciones.' },
    filters: 'Filtros', clear: 'Quitar filtros', save: 'Guardar vista', saved: 'Guardadas', viewName: 'Nombre de la vista', team: 'La ve todo el equipo', removeView: 'Quitar la vista', newest: 'Más nuevos', due: 'Vencen primero', nobody: 'Nadie', anonymous: 'Sin identificar', more: 'Cargando más', peek: 'Ver al lado',
    selected: (n: number) => (n === 1 ? '1 caso elegido' : `${n} casos elegidos`), bulk: 'Hacer con los elegidos', bulkPreview: 'Ver qué cambiaría', bulkRun: (n: number) => `Hacerlo en ${n}`, bulkWould: 'Cambiaría', bulkRefused: 'No se puede', bulkDone: 'Hecho', undo: 'Deshacer', loadFailed: 'No se pudo leer la lista',
    acts: { assign: 'Dar a quien responda', route: 'Enviar a un área', classify: 'Clasificar', snooze: 'Aplazar', note: 'Escribir una nota' },
  },
  sheet: {
    reply: 'Responder', note: 'Nota', askArea: 'Pedir a un área', more: 'Más', close: 'Cerrar el caso', reopen: 'Reabrir', withdraw: 'Desistió', assign: 'Dar a quien responda', take: 'Tomar el caso', route: 'Enviar a un área', classify: 'Clasificar', retype: 'Cambiar la clase', merge: 'Unir a otro caso', unmerge: 'Deshacer la unión', link: 'Enlazar', snooze: 'Aplazar', wake: 'Retomar', print: 'Imprimir acuse', next: 'Siguiente caso', correct: 'Corregir los datos',
    facts: 'Datos', terms: 'Términos', timeline: 'Historia', customer: 'Cliente', files: 'Archivos', areas: 'Áreas', answers: 'Respuestas', owner: 'Responde', nobody: 'Nadie todavía', area: 'Área', cause: 'Causa', unclassified: 'Sin clasificar', waiting: 'Espera', severity: 'Gravedad', wished: 'Lo que pide', none: 'Sin dato', links: 'Enlazados', merged: 'Unidos a este', mergedInto: (number: string) => `Está unido a ${number}`, alias: (number: string) => `${number} está unido a este caso`,
    reason: 'Por qué', who: 'Quién', when: 'Cuándo', send: 'Enviar', save: 'Guardar', cancel: 'Cancelar', question: 'Qué se le pide al área', theAnswer: 'Respuesta del área', answerAsArea: 'Responder por el área', returnToDesk: 'Devolver', remind: 'Recordar', withdrawRequest: 'Retirar',
    answerWay: 'Cómo', recipient: 'Correo del cliente', subject: 'Asunto', body: 'Texto', final: 'Es la respuesta de fondo', template: 'Plantilla', noTemplate: 'Sin plantilla', missing: (fields: string) => `Falta llenar: ${fields}`, approvalNeeded: { kind: 'Esta clase de caso la aprueba otra persona.', amount: 'Por el monto, la aprueba otra persona.' }, money: 'Valor reconocido', currency: 'Moneda', leaving: 'Sale en diez segundos', undoSend: 'Traer de vuelta', sent: 'La respuesta salió', awaiting: 'Espera aprobación', approve: 'Aprobar', sendBack: 'Devolver', returnedBecause: 'Devuelta', letter: 'Imprimir carta', delivered: 'Se entregó', notDelivered: 'No llegó', proof: 'Constancia', recall: 'Traer de vuelta',
    closing: { root: 'Causa de raíz', action: 'Qué se hizo', remedy: 'Remedio', amount: 'Valor', told: 'Cómo se le informó', toldAt: 'Cuándo se le informó', toldByAnswer: 'Se le informó con la respuesta enviada.' },
    into: 'Número del otro caso', until: 'Hasta', draftOf: (name: string) => `${name} está escribiendo`, yourDraft: 'Su borrador', term: { governs: 'Rige', met: 'Cumplido', late: 'Vencido', paused: 'Suspendido', extend: 'Ampliar', pause: 'Suspender', resume: 'Reanudar', days: 'Días', cause: 'Causa' }, duplicate: 'Parecidos', loadFailed: 'No se pudo abrir el caso', gone: 'Ese caso no existe o no está a su alcance.', internal: 'Interno', visible: 'Lo ve el cliente', undone: 'Deshecho', done: 'Hecho', procedureUndefined: 'No hay procedimiento definido',
  },
  areas: { title: 'Solicitudes a mi área', empty: 'Lo que le pidan a su área aparece aquí, lo que vence primero arriba.', answer: 'Responder', question: 'Pregunta', asked: 'Pedido' },
  board: {
    title: 'Tablero', today: 'Hoy hay que decidir', nothing: 'Nada vence hoy sin respuesta.', open: 'Abiertos', overdue: 'Vencidos', dueToday: 'Vencen hoy', dueSoon: 'Vencen pronto', unassigned: 'Sin dueño', answered: 'Respondidos por cerrar', byAge: 'Por edad, en días hábiles', byBranch: 'Por sucursal', byArea: 'Por área', byCause: 'Por causa', byKind: 'Por clase', days: (from: number, to: number | null) => (to === null ? `más de ${from - 1}` : `${from} a ${to}`), total: 'Total', asOf: (when: string) => `A las ${when}`,
    decisions: {} as Record<string, string>,
  },
}
export type CaseScreenWords = typeof es
