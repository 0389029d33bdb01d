import { phrases, type Phrase } from '../grammar.ts'
import type { Segment } from '../products.ts'

export type Temper = 'calm' | 'angry' | 'ironic' | 'terse' | 'rambling'

/** How a written message begins, how it introduces who writes, and how it ends. */
export const GREETINGS = phrases(['{Buenos días|Buenas tardes|Buen día|Buenas}', '{Cordial saludo|Reciban un cordial saludo|Respetados señores}', '{Hola|Hola, buen día|Hola buenas}', 'Señores Servicio al Cliente', '{Muy buenos días|Buenos días, espero que se encuentren bien}', ''])
export const LETTER_GREETINGS = phrases(['Señores\nServicio al Cliente\n$branchCity', 'Respetados señores', 'Cordial saludo', 'Señores Tequendal Gases'])
export const WHO = phrases(['escribo {de|desde} $whence', 'soy $iAm', 'les escribe $me$ofCompany', 'habla $meGiven$ofCompany', 'mi nombre es $me'])
export const FAREWELLS = phrases(['{Quedo atento|Quedo atenta|Quedamos atentos|Quedo pendiente}', '{Gracias|Muchas gracias|Mil gracias|Gracias por su atención}', '{Cordialmente|Atentamente|Saludos}, $me', 'Gracias, $meGiven', '{Feliz día|Feliz tarde}', '', '', 'Cualquier inquietud al $phone'])

/** An agent at the telephone or the desk notes what was said; the clause that follows begins after "que". */
export const NOTED = phrases([
  '{Se comunica|Llama} $meCalled$ofCompany {e informa|y manifiesta|, indica|y reporta} que ',
  '{Cliente|El cliente|Usuario} {informa|manifiesta|indica|reporta|expresa} que ',
  '$meCalled$ofCompany {informa|indica|dice} que ',
  '{Cte|Cliente} {indica|informa} que ',
  '{Llamada|Comunicación} de $meCalled, {manifiesta|indica} que ',
  '{Se recibe llamada|Ingresa llamada} {de|desde} $quarter, $meCalled {informa|refiere} que ',
])
export const NOTED_AT_DESK = phrases(['{Se presenta|Se acerca} {al mostrador|a la sucursal|al punto} $meCalled{$ofCompany|} {y manifiesta|e informa|e indica} que ', 'Cliente {en mostrador|presencial} {manifiesta|informa} que ', '$meCalled {viene|se acerca} {personalmente|a la sucursal} y {dice|manifiesta} que '])
export const NOTED_BY_DRIVER = phrases(['{Cliente|El cliente} en ruta {informa|me dice} que ', 'En la entrega de hoy {en $quarter|} el cliente {manifiesta|reporta} que ', '{Reporto|Novedad}: en $company {dicen|informan} que '])
/** Between what was told and what is added, as an agent writes. */
export const NOTED_MORE = ['Agrega que ', 'Además indica que ', 'Dice que ', 'Manifiesta también que ', 'Refiere que ', 'Comenta que '] as const
export const NOTED_END = phrases(['{Contacto|Cel|Tel}: $phone.', 'Se le informa {el número de radicado|que recibirá respuesta en el término de ley}.', '{Cliente queda a la espera|Queda pendiente}.', '{Se valida|Se verifica} {dirección|dato}: $address.', '', '', ''])

export const TEMPERS: Record<Temper, readonly Phrase[]> = {
  calm: phrases(['', '', '', 'agradezco la gestión que puedan hacer', 'entiendo que a veces se presentan inconvenientes', 'siempre <nos/los> han atendido bien']),
  angry: phrases(['{esto es el colmo|qué falta de respeto|esto no puede ser|es una burla}', '{ya estoy cansado|estoy mamado|estamos cansados} de {lo mismo|esta situación|llamar}', 'si no {solucionan|responden} <cambiamos/cambian> de proveedor', '{exijo|exigimos} {una solución|respuesta} {inmediata|hoy mismo}', 'es {inconcebible|inaudito|el colmo} que {una empresa tan grande|a estas alturas} {trabajen así|pase esto}', '{no hay derecho|no hay derecho a que lo traten así a uno|qué desorden}', 'para cobrar sí {son rápidos|llaman todos los días}', 'pésimo {servicio|servicio al cliente}, {pésimo|de verdad}']),
  ironic: phrases(['felicitaciones por la {puntualidad|organización}, {se lucieron|qué belleza}', 'qué maravilla de servicio, {de verdad|uno no sabe si reír o llorar}', 'supongo que {para la otra semana|en Navidad} {será|llega la solución}', '{gracias por nada|les quedó divino}', 'será que {hay que mandar una carta al Papa|toca poner una vela}', 'debe ser que {el calendario de ustedes es otro|el gas se les escondió}', 'muy {eficientes|juiciosos} para facturar, eso sí']),
  terse: phrases(['']),
  rambling: phrases([
    '{mire|vea}, {le cuento|le explico} {cómo fue la cosa|desde el principio}: <nosotros somos/ellos son> clientes desde hace $years años, desde que estaban {en la bodega vieja|en el otro local|donde quedaba antes la planta}, y {nunca|casi nunca} se había presentado {nada|un problema}',
    '{la cosa es que|resulta y pasa que} {mi jefe|mi esposo|el ingeniero|el dueño} {estaba de viaje|no estaba} y {me tocó a mí|quedó uno encargado de} {recibir|estar pendiente}, y uno {no es experto|apenas está aprendiendo} en eso de los gases',
    '{primero|al principio} llamé {a la línea y me contestó|y salió} $agent, {que muy amable pero|y} no {sabía|pudo ayudar}, después {me pasaron con otra persona|se cayó la llamada}, y {así estuvimos|así se fue} {toda la mañana|como $minutes minutos}',
    'yo {no soy de poner quejas|no acostumbro quejarme}, {ni más faltaba|la verdad}, pero {es que ya|esto} {toca|hay que decirlo}, porque si uno no dice nada {siguen igual|no mejora}',
  ]),
}

/** What a rambler adds once it is told. */
export const LATER_RAMBLES = phrases([
    '{el señor de antes|el conductor anterior}, {creo que se llamaba|don} $driverGiven, {ese sí|sí} {sabía cómo era la entrada|conocía la ruta}, {pero lo cambiaron|ahora mandan otro} y desde ahí {empezaron los problemas|no es lo mismo}',
    'además {con este invierno|con la calle rota|con el trancón de $quarter} {todo se demora|uno entiende}, {pero una cosa es eso y otra|aunque no es excusa para} {quedarle mal a la gente|dejarlo a uno esperando}',
    '{a $person|a la persona de compras} también le {consta|tocó vivirlo} porque {estaba ahí|fue quien llamó}, {le pueden preguntar|ella tiene los correos}',
])

/** Ramblings that suit a request. */
export const LONG_REQUEST = phrases([
  'les cuento que <nosotros llevamos/ellos llevan> $years años {comprándoles|trabajando con ustedes} y {siempre muy bien|en general contentos}, la idea es hacer las cosas {bien|con tiempo}',
  '{antes esto lo manejaba|hasta el mes pasado de esto se encargaba} $person, que {se pensionó|se fue para otra empresa|está en licencia}, y {quedaron cosas sin entregar|uno anda averiguando cómo es todo}',
  '{pregunté|averigüé} {en la sucursal|en el punto|con el conductor} y me {dijeron|explicaron} que {tocaba por este medio|escribiera acá|lo hiciera con ustedes}, {ojalá sea así|espero que sí}, porque {en la página|por teléfono} {no encontré|no fue posible}',
  '{en $quarter|por acá} {la calle|la entrada} {es angosta|tiene un arreglo} y {el carro grande|el camión} {no da la vuelta|entra por la otra esquina}, {para que lo tengan en cuenta|le pueden decir al conductor}',
  '{el tema es que|sucede que} {la semana entrante|a partir de $month} arranca {turno doble|temporada|una obra nueva} y no se puede {quedar cortos|improvisar}',
])
export const LONG_PRAISE = phrases([
  'uno casi siempre escribe {para quejarse|cuando hay problemas}, {pero también hay que|así que toca} {decir lo bueno|reconocer} cuando {las cosas salen bien|la gente trabaja con ganas}',
  '<llevamos/llevan> $years años {con la empresa|de clientes} y {se nota|da gusto ver} {el cambio|que hay gente comprometida}',
])

/** What the failure costs them, by who they are. */
export const EFFECTS: Record<Segment, readonly Phrase[]> = {
  clinic: phrases(['{tenemos|hay} {pacientes en UCI|pacientes hospitalizados|cirugías programadas} {y no se puede esperar|que dependen de esto}', 'toca {cancelar|reprogramar} {cirugías|procedimientos} de {mañana|la tarde}', 'la {reserva|central} {está en mínimo|no da para la noche}', 'la coordinadora médica {está muy preocupada|ya escaló el tema a gerencia}']),
  homecare: phrases(['<mi/su> {mamá|papá|abuela|esposo} {no puede estar sin oxígeno|depende del oxígeno|ya está saturando bajito}', 'es un paciente de {ochenta y cuatro|setenta y nueve|sesenta y siete} años con EPOC', 'la EPS {no responde|dice que eso es con ustedes}']),
  workshop: phrases(['<tengo/tiene> {el taller parado|tres soldadores parados|a los muchachos sin hacer nada}', 'hay una {entrega|estructura} para {mañana|el viernes} y {sin eso no se termina|la multa la paga uno}', 'cada día parado {cuesta|son} como $amount', '<nos/les> tocó {prestar|conseguir} {un cilindro|donde un colega}']),
  welder: phrases(['<vivo/vive> del {trabajo diario|rebusque} y sin eso no <produzco/produce>', 'el cliente está bravo porque {está atrasado el portón|quedó la reja a medias}', 'es un trabajo en {una obra|una finca} y {cobran por día|el viaje se perdió}']),
  restaurant: phrases(['{en pleno almuerzo|un domingo|con el local lleno} <nos quedamos/se quedaron> sin {poder cocinar|gas}', 'se {perdió|dañó} {la masa|comida preparada|el sancocho} y {tocó devolver|se fueron} clientes', 'tocó {comprar|mandar por} gas {a otro lado|donde el vecino} más caro']),
  hotel: phrases(['los huéspedes {están reclamando|se quejan} {por agua fría|por el desayuno}', '<tenemos/tienen> ocupación {del ochenta por ciento|completa} y {sin agua caliente|la cocina parada}']),
  laboratory: phrases(['{el equipo|el cromatógrafo} está parado y hay {muestras|análisis} {que se vencen|de clientes represados}', 'la acreditación {exige|no permite} {continuidad|esas variaciones}']),
  plant: phrases(['la línea {dos|de empaque|de corte} está {detenida|parada} {desde el turno de la noche|hace rato}', 'cada hora de parada {cuesta|vale} {mucho más que el pedido|varios millones}', 'producción ya {escaló|reportó} el evento']),
  farm: phrases(['los pollitos {recién llegados|de un día} {no aguantan el frío|se mueren sin criadora}', 'los galpones {quedan sin calefacción|están fríos} {en la madrugada|de noche}', 'el termo {se queda sin nitrógeno|tiene pajillas} y {eso es plata|se pierde todo}']),
  household: phrases(['hay {niños pequeños|un bebé} y no se ha podido cocinar', '<nos/les> ha tocado {comer en la calle|cocinar con leña|pedir prestada una pipeta}', '<vivo/vive> en un cuarto piso y {es persona mayor|no hay quien ayude}']),
}
