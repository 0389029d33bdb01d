import type { FamilyTexts } from './leaf-texts.ts'

export const DELIVERY_DELAYS: FamilyTexts = {
  'ENT.DEM.PED': {
    says: [
      'el pedido de $many $cyls de $gas que <hicimos/hicieron> $when {no ha llegado|todavía no llega|no lo han traído}',
      '<pedimos/pidieron> $gas $when, {quedaron de traerlo|dijeron que llegaba|lo prometieron para} {al otro día|en la mañana|a primera hora} y {nada|es la hora y nada|no apareció nadie}',
      'el pedido $order {aparece despachado|figura como en ruta|según ustedes salió} $when y {acá no ha llegado nada|a la sede no ha llegado|nadie lo ha recibido}',
      '<llevamos/llevan> esperando $elGas $since',
      'la entrega de $gas estaba programada para $hour y {el camión nunca llegó|no llegó ni llamaron|siguieron derecho y no entregaron}',
      'el carro {pasó|estuvo} por {$quarter|la cuadra|el sector} $when y no <nos/les> dejó $elGas {que estaba pedido|del pedido $order|}',
      '<nos/les> incumplieron {otra vez|nuevamente|de nuevo} con $elGas, {iba|estaba} para {la mañana|el día de hoy|antes de $hour} y no llegó',
      '<hicimos/hicieron> el pedido con $agent $when y quedó para entregar antes de $hour, pero {no cumplieron|a la fecha no hay entrega|el despacho no se dio}',
    ],
    adds: [
      '{es la segunda|ya es la tercera|no es la primera} vez {este mes|en el mes|en lo que va del año} que {pasa|sucede} lo mismo',
      '<llamé/llamó> {al punto|a la línea|al despacho} y dicen que {el camión está varado|va en camino|no tienen ruta hasta $soon|no aparece la remisión}',
      '{nadie da razón|nadie responde|cada persona dice algo distinto}: uno dice que {ya salió|está cargado} y otro que {no hay producto|ni siquiera está montado}',
      'solo <nos/les> queda $un $cyl a medio consumir',
      'el conductor dijo que {no traía más llenos|se le acabó el producto|a él no le habían cargado ese pedido}',
      '<teníamos/tenían> {listos|alistados} los vacíos en la puerta desde {temprano|$hour}',
      'la remisión que {<nos/les> mandaron|aparece} es la $note',
    ],
    asks: [
      '<necesitamos/necesita> que {lo traigan|despachen|entreguen} {hoy mismo|a más tardar $soon|cuanto antes}',
      '<pedimos/solicita> que {digan|confirmen} {la hora real|a qué hora llega|qué día llega} y no <nos/los> {dejen esperando|tengan en vilo}',
      '{si no lo van a traer que avisen|que al menos avisen} para {conseguirlo|buscarlo|comprarlo} en otra parte',
      '<agradecemos/pide> {una solución|respuesta} {hoy|en la mañana|de inmediato}',
    ],
    quick: [
      'Buenas, {nada que llega|no ha llegado} $elGas del pedido $order',
      'Pedido $order $gas, era para {hoy|ayer}. Qué pasó??',
      '{oigan|hola} y $elGas a qué hora llega? lo pedí $when',
      'sigo sin {el gas|el pedido}, $since esperando',
      'No llegó {el camión|el pedido $order}. {Solucionen por favor|Quedo atento|Es urgente}.',
    ],
    area: [
      'Se validó con {el conductor $driverFull|el despachador}: el pedido $order {quedó fuera de la ruta por cupo|no se cargó por falta de producto lleno|se devolvió por no encontrar quién recibiera}. Se reprograma para $soon en el {primer viaje|vehículo de la mañana}.',
      'El vehículo terminado en $plate presentó {falla mecánica|pinchazo|retraso por cierre vial} y no alcanzó a cubrir {$quarter|la zona}. Producto entregado, remisión $note firmada {por el cliente|por portería}.',
      '{Confirmado|Revisado}: el pedido se montó con fecha errada en el sistema comercial. Se corrige y se entrega $soon. {Se habló con la persona que lo tomó.|Se retroalimenta a toma de pedidos.}',
      'La ruta de $quarter se saturó {por el puente festivo|por el fin de mes|por vehículo en mantenimiento}. Se le dio prioridad y quedó entregado con remisión $note.',
    ],
    done: [
      'Se entregó el pedido $order con la remisión $note y se {habló|confirmó} con el cliente por teléfono.',
      'Entrega reprogramada y cumplida; {se retroalimentó al despachador|se revisó la secuencia de la ruta}. Remisión $note.',
      'Se entregó el producto y se fijó ventana de entrega {de la mañana|antes de $hour} para este cliente.',
    ],
    letter: [
      'Verificamos con el área de Entrega lo ocurrido con su pedido de $gas: {la ruta no alcanzó a cubrir su sector|una novedad del vehículo impidió terminar el recorrido|el pedido quedó programado con una fecha distinta a la que se le ofreció}. El producto le fue entregado con la remisión $note.',
      'Encontramos que su pedido no se cargó en la ruta prevista. Ya fue entregado y, para que no se repita, dejamos registrada en su ficha una ventana de entrega que el despacho debe respetar.',
    ],
  },
  'ENT.DEM.REC': {
    says: [
      '<tenemos/tiene> $many $cyls vací$os de $gas {ocupando espacio|arrumad$os|en el patio} y no los han recogido {pese a que se pidió $when|aunque se solicitó $when|$since}',
      'la recogida de {los vacíos|los envases} que <pedimos/pidió> $when {no se ha hecho|nunca se hizo|sigue sin hacerse}',
      'el camión {viene|pasa}, deja los llenos y no se lleva {los vacíos|todos los vacíos|los $cyls desocupad$os} porque {dice que no tiene espacio|no trae orden de recogida|no le cuadra la planilla}',
      '$since <estamos/están> pidiendo que recojan {los $cyls|los envases} de $gas y {nadie viene|quedan en venir y no vienen}',
      '<entregamos/entregó> la obra y todavía <tenemos/tiene> allá $many $cyls que no {han ido a recoger|recogen}, el celador ya no los responde',
    ],
    adds: [
      'y mientras tanto {siguen cobrando|corre} el alquiler de {cada uno|esos envases}',
      '{la brigada|el de seguridad industrial|salud ocupacional} <nos/les> llamó la atención por tenerlos {en el pasillo|a la intemperie|sin encadenar}',
      'la solicitud quedó con $agent y <nos/les> dieron el número $past',
      'el conductor <nos/les> dice que {eso es con otra ruta|él no tiene esa orden|llamemos a la oficina}',
      'ya <entregamos/entregó> {el local|la bodega} y el dueño los quiere afuera',
    ],
    asks: [
      '<por favor programen/solicita programar> la recogida para $soon',
      '<pedimos/pide> que {congelen|dejen de cobrar} el alquiler desde $date',
      '<necesitamos/necesita> fecha {exacta|cierta} y nombre de quién viene',
    ],
    quick: ['cuándo {recogen|vienen por} los vacíos? solicitud $past', 'Sigo con $many {vacíos|envases} sin recoger, pedido $order', 'por favor recoger $many $cyls, ya lo pedí $when y nada', 'Los envases siguen aquí. {Van tres semanas.|Favor recoger.}'],
    area: [
      'La solicitud de recogida {no se generó en la ruta|quedó sin asignar}. Se programa para $soon con el conductor $driverFull, {deben tener los seriales listos|capacidad para $many envases}.',
      'Se recogieron $many envases con la remisión $note. {Se envía a Facturación la fecha para detener el alquiler.|Saldo actualizado.}',
      'El vehículo iba lleno ese día y el conductor no reportó la novedad. Se recoge en el siguiente viaje; se le recuerda registrar la recogida fallida.',
    ],
    done: ['Se recogieron $many envases con la remisión $note y se ajustó el saldo del cliente.', 'Recogida realizada; se solicitó a Facturación detener el alquiler desde el $shortDate.', 'Se hizo la recogida pendiente y se dejó día fijo de recogida los {martes|jueves|miércoles}.'],
    letter: [
      'Los envases pendientes fueron recogidos con la remisión $note y su saldo de cilindros quedó actualizado. El alquiler dejó de causarse desde la fecha de su primera solicitud.',
      'Revisamos por qué no se atendió su solicitud: no quedó asignada a una ruta. La recogida ya se realizó y usted puede verificar los seriales en la remisión $note.',
    ],
  },
  'ENT.DEM.URG': {
    says: [
      '<pedimos/pidieron> $gas como URGENTE $when a $hour y {todavía no llega|pasaron horas sin respuesta|no han despachado}',
      '$elGas del paciente se {está acabando|acabó en la madrugada} y el pedido de urgencia $order no {aparece|lo han despachado|llega}',
      'la central de gases {está en la reserva|quedó con un solo lado del manifold|está en baja presión} y el despacho de $gas prometido para $hour no llegó',
      'se {solicitó|pidió} $gas por la línea de urgencias, {contestaron que en dos horas|aseguraron que salía de una} y {van cinco|ya pasaron más de cuatro} horas',
    ],
    adds: [
      '{tuvimos que|tocó} {trasladar|mover} pacientes {a otro piso|al otro pabellón} y usar los portátiles de {la ambulancia|urgencias}',
      'la paciente {es|depende} {de oxígeno 24 horas|oxigenodependiente} y {la bala de respaldo|el portátil} aguanta {una hora|poco}',
      'el médico de turno dejó la novedad en {la historia clínica|el libro de turno}',
      'en la línea <nos/les> pusieron música $minutes minutos y se cortó',
    ],
    asks: ['<necesitamos/exigen> el producto YA y el nombre del responsable', '<pedimos/solicitan> {una respuesta escrita|explicación por escrito} y un plan para que no {se repita|vuelva a pasar}', '{si algo le pasa al paciente ustedes responden|se hace responsable a la empresa de cualquier evento}'],
    quick: ['URGENTE $gas no llega, pedido $order, hay pacientes', 'Se está acabando el oxígeno y no llegan, pedido $order', 'Urgencia sin atender {desde $hour|$since}. $gas.'],
    area: ['El despacho de urgencia salió {a $hour|con demora} por {falta de conductor de turno|no haber producto liberado en la sucursal}. Se trajo desde planta. Entregado con remisión $note y recibido por $person.', 'Se confirma demora de {tres|cuatro|dos} horas frente al compromiso. Se deja inventario mínimo de {6|8|10} envases liberados en la sucursal para urgencias.'],
    done: ['Se entregó de urgencia con la remisión $note; Calidad y Entrega revisaron el tiempo de respuesta y se fijó inventario de seguridad.', 'Producto entregado el mismo día; {se dejó línea directa del despacho de turno|se instaló respaldo adicional} para la institución.'],
    letter: ['Reconocemos que el tiempo de respuesta a su pedido urgente de $gas superó el compromiso. El producto se entregó con la remisión $note y, como medida inmediata, la sucursal mantendrá un inventario liberado exclusivo para urgencias asistenciales.'],
  },
}
