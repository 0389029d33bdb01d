import { phrases } from '../grammar.ts'

/** What the desk writes around a case: to an area, to itself, to the customer. */
export const TO_AREA = phrases([
  '{Por favor revisar|Agradecemos su revisión}: $matter. {Necesitamos causa y acción tomada|Indicar qué pasó y qué se le responde al cliente}.',
  'Cliente $company ($quarter): $matter. {Quedo atenta a la respuesta|Por favor respuesta con soporte} para contestar dentro del término.',
  '{Adjunto lo que reporta el cliente|Traslado caso}: $matter. {¿Procede?|¿Qué fecha le confirmo?|Favor confirmar si se acepta.}',
  '$matter. {El cliente está molesto, es reincidente|Es cliente de contrato|Cliente al día}. {Favor priorizar|Por favor responder antes del vencimiento}.',
])
export const AREA_RETURNS = phrases(['Esto {no es de nuestra área|le corresponde a otra área}: {el error está en la factura|la novedad es de despacho|lo maneja el comercial}.', '{Falta el serial|Sin número de remisión no podemos ubicarlo|No se entiende cuál pedido es}. {Completar y reenviar.|Por favor aclarar.}'])
export const OTHER_AREA = phrases(['Para su concepto: {posible riesgo en las instalaciones del cliente|revisar si hay patrón con otros casos del mes|confirmar si afecta otros clientes}. Caso: $matter.'])
export const NOTES = phrases([
  '{Se revisa histórico|Revisado el histórico}: {es la segunda vez en tres meses|sin casos similares|tiene otro caso cerrado por lo mismo}.',
  '{Se verifica en el sistema comercial|En Prax aparece}: {pedido $order facturado|saldo de $many envases|cliente sin bloqueo|remisión $note sin legalizar}.',
  '{Hablé con $driver|Se habló con despacho|Se consultó con la sucursal}, {confirma la novedad|queda de averiguar y llamar|dice que sí se entregó}.',
  '{Pendiente|Falta} {foto del cliente|copia de la remisión $note|confirmar el serial} {para cerrar|para pasar al área}.',
  '{Reincidente, ojo con el tono de la respuesta.|Cliente pide que lo llame el jefe.|Ofrecer visita del asesor.}',
])
export const CALLS = phrases([
  'Se llama al $phone, {contesta $meGiven|contesta $person}: {queda enterado|agradece la llamada|pide que le escriban al correo}.',
  'Llamada al cliente {a $hour|en la tarde}: {se informa que el caso está en revisión|se confirma fecha|se valida la información}. {Queda conforme.|Espera respuesta escrita.}',
  'Se marca {dos|tres} veces al $phone, {no contesta|buzón}. {Se deja mensaje.|Se intentará mañana.}',
])
/** The first answer of a person: what is said at the telephone or the desk, as noted, and what is written. */
export const FIRST_TOLD = phrases([
  '{Se llama al cliente|Se marca al $phone}: se le confirma que el caso {está en revisión con $areaName|ya lo tiene $areaName} y {que se le avisa apenas haya respuesta|en qué fecha vence}. {Queda conforme.|Agradece la llamada.|Pide que le escriban al correo.|Queda a la espera.}',
  'Llamada de primera respuesta: {se le explica el paso que sigue|se le cuenta qué se está revisando} con $areaName y {se confirman sus datos|se aclara lo que faltaba del caso}. {Conforme.|Pide prontitud.|Sin más preguntas.}',
  '{Se le devuelve la llamada|Se contacta al cliente}, se le escucha y se le dice que lo revisa $areaName {y quién lo atiende|y cuándo tendrá respuesta}.',
])
export const FIRST_TOLD_AT_ONCE = phrases([
  '{En la misma llamada|De una vez} se le explica qué sigue: {lo revisa $areaName|pasa a $areaName} y la respuesta {sale dentro del término|se le da en la fecha del acuse}. {Queda conforme.|Toma nota del radicado.|Agradece.}',
  'Se le informa el número y quién lo va a revisar, $areaName. {El cliente queda a la espera.|Pide que le avisen por teléfono.|Conforme con el término.}',
])
export const FIRST_WRITTEN = phrases([
  'Recibimos su $kindWord sobre $topic y ya $it está revisando $areaName. Le responderemos de fondo {dentro del término que aparece en su acuse|a más tardar en la fecha de su acuse de recibo}. Si tiene {más datos|fotos o documentos que ayuden}, puede responder a este mensaje.',
  'Quiero confirmarle que su $kindWord quedó a mi cargo. {Le pedí a $areaName lo que hace falta para responderle|$areaName ya está verificando lo que nos cuenta} y le escribiré {tan pronto lo tenga|con la respuesta}.',
  'Gracias por {escribirnos|avisarnos}. {Leí con atención su $kindWord|Ya revisé su $kindWord}, y estoy reuniendo con $areaName lo necesario para responderle de fondo. {Cualquier novedad se la informo por este medio.|Puede responder a este mensaje en cualquier momento.}',
])
export const FIRST_SUBJECTS = phrases(['Estamos revisando su $kindWord', 'Su $kindWord está en revisión', 'Su $kindWord sobre $topic'])
export const ENGLISH_FIRST = phrases(['Thank you for {writing|your message}. I have taken charge of your case and {passed it to the area that answers for it|am having it looked into}. You will have our answer before the date on your acknowledgement.'])
export const REOPENINGS = phrases(['El cliente {llama|escribe|responde al correo} y dice que {la solución no se cumplió|sigue igual|la nota crédito no llegó|no está de acuerdo con la respuesta}.', '{Reincide la novedad|Volvió a pasar} {a los pocos días|en la siguiente entrega}; el cliente pide reabrir.', '{La respuesta no atendió todo lo que preguntó|Falta resolver lo del cobro}, {según correo del cliente|según llamada}.'])
export const SECOND_ANSWERS = phrases(['Retomamos su caso. {Verificamos de nuevo con el área responsable|Revisamos lo que nos indicó} y {ya quedó corregido|encontramos que faltaba una parte}: {el ajuste se hizo hoy|la gestión se completó y lo confirmamos por teléfono}. Le ofrecemos disculpas por la molestia adicional.', 'Tenía usted razón en insistir: {la acción prometida no se había ejecutado|quedó un valor pendiente}. {Ya se hizo y lo verificamos|Se hizo hoy mismo}.'])
export const SECOND_DONE = phrases(['Se ejecutó lo pendiente y se confirmó con el cliente por teléfono.', 'Corregido y verificado con el cliente; se revisa por qué no se cumplió la primera vez.'])
export const WITHDRAWALS = phrases(['El cliente {llama|escribe} e indica que {ya no lo necesita|lo resolvió con la sucursal|consiguió la información}.', 'Cliente desiste: {el pedido llegó mientras se registraba|encontró el documento|fue una confusión de su área contable}.'])
export const MERGES = phrases(['Es el mismo caso: {el cliente lo puso por otro canal|llegó por correo y por teléfono}.', 'Duplicado: {mismos hechos|mismo pedido y mismo cliente}.'])
export const REROUTES = phrases(['El área indica que {le corresponde a esta|el origen es otro}; se traslada.', 'Se clasificó mal al recibir; {la causa es otra|se corrige el área}.'])
export const RECLASSIFIED = phrases(['Al leer los soportes, la causa es esta.', 'El área confirmó otra causa.', 'Se había escogido la causa aparente.'])
export const SUBJECTS = phrases(['Respuesta a su $kindWord', 'Respuesta a su $kindWord sobre $topic', 'Su $kindWord: $topic'])
export const LETTER_OPENINGS = phrases([
  '{Reciba un cordial saludo|Cordial saludo}. En respuesta a su $kindWord sobre $topic, {le informamos|nos permitimos informarle} lo siguiente.',
  'Gracias por {comunicarse con nosotros|escribirnos|darnos a conocer su caso}. {Revisamos|Atendimos} su $kindWord {con detenimiento|con el área responsable}.',
  'Recibimos su $kindWord y {la revisamos con el área responsable|hicimos las verificaciones del caso}.',
])
export const LETTER_ENDINGS = phrases(['{Lamentamos los inconvenientes causados|Le ofrecemos disculpas por lo ocurrido} y {agradecemos su confianza|quedamos atentos a cualquier inquietud}.', '{Si la solución no corresponde a lo que usted esperaba|Si algo no quedó resuelto}, puede responder a este mensaje y retomaremos su caso con el mismo número.', '{Quedamos a su disposición en nuestra línea de servicio|Con gusto ampliaremos cualquier punto}.'])
export const REQUEST_ENDINGS = phrases(['Con gusto le atenderemos si necesita algo más.', '{Quedamos atentos|Quedamos a su disposición}.', 'Puede responder a este mensaje si le falta algún dato.'])
export const MONEY = phrases(['El valor reconocido es de $money.', 'El ajuste asciende a $money y {se verá en su próximo estado de cuenta|quedará aplicado en su cuenta}.'])
export const ENGLISH_LETTER = phrases(['Thank you for your message. {We checked the matter with the responsible area|We looked into it} and {it has been taken care of|the necessary correction has been made}.', 'We have reviewed your case with the responsible area. {The action you asked for has been completed|The matter is now solved}; please reply to this message if anything is still open.'])
export const ENGLISH_SUBJECTS = ['Our answer to your case', 'Your message: our answer', 'Answer to your request'] as const
export const HEARD = phrases(['{Gracias|Ok, gracias}, {quedo pendiente|espero}.', '{Envío|Adjunto} lo que me pidieron: {remisión $note|el serial es $serial|la factura es la $invoice}.', '{Alguna novedad|Qué ha pasado} con esto? {Sigo esperando|No me han llamado}.', 'Les aclaro que {fue $when|son $many|el contacto es el $phone}.'])
