import type { FamilyTexts } from './leaf-texts.ts'

export const QUALITY: FamilyTexts = {
  'PRD.CAL.PRE': {
    says: [
      '$el $cyl de $gas serial $serial {llegó|vino|lo entregaron} con {baja presión|apenas $psi psi|la mitad de la carga}',
      '<conectamos/conectaron> $un $cyl nuevo de $gas, serial $serial, y el manómetro {marca|no pasa de} $psi psi',
      'de los $many $cyls de $gas que llegaron $when, {uno|por lo menos uno} {venía vacío|salió desocupad$o|no traía nada}, el $serial',
      '$un $cyl de $gas que <nos/les> duraba {una semana|cinco días|todo el turno} se acabó en {dos días|medio día|unas horas}, serial $serial',
      '$elGas {no está rindiendo|rinde menos|dura menos} {que antes|desde el último pedido}, <pesamos/pesaron> el serial $serial y {le falta|está por debajo}',
    ],
    adds: ['traía {el precinto|el termoencogible} {puesto|completo}, o sea que así salió de la planta', '{el sello venía roto|venía sin precinto}', '{no hay|se revisó con agua y jabón y no hay} fuga en {el regulador|la conexión}', '<tenemos/tienen> foto del manómetro {con fecha|al momento de conectar}', 'lote $lot según {la etiqueta|el rótulo}', 'ya {había pasado|pasó} con otro {el mes pasado|en $month}', 'se cobró como lleno en la factura $invoice'],
    asks: ['<pedimos/solicita> el cambio {sin costo|por uno lleno}', '<necesitamos/pide> {reposición|que lo repongan} o nota crédito', 'que {revisen|verifiquen} {la báscula|la rampa de llenado|el llenado de ese lote}'],
    quick: ['$cyl $serial llegó {vacío|a la mitad}, $gas', 'serial $serial marca $psi psi. Eso es lleno??', 'El $gas no duró nada, $serial', '$serial con baja presion. Favor cambiar'],
    area: ['Envase $serial recibido en cuarentena. Presión residual {incompatible con uso normal|menor a la esperada}; registro del lote $lot {con posición sin cierre completo|sin novedades}. {Reclamo procedente.|Se acepta por duda razonable.}', 'Se verificó la válvula del $serial: fuga por {el empaque|la bonete}. Se envía a taller. Procede reposición.', 'Lote $lot revisado: los demás envases de la rampa con presión correcta. El $serial quedó con la válvula {parcialmente cerrada|cerrada} durante el llenado.'],
    done: ['Se repuso el envase $serial y se retuvo para inspección; sin otros reclamos del lote.', 'Reposición sin costo; válvula del $serial enviada a taller.', 'Se solicitó nota crédito por el contenido faltante.'],
    letter: ['Recibimos e inspeccionamos el cilindro $serial. {La revisión confirma|Encontramos} que salió con contenido inferior al normal y por eso aceptamos su reclamo. {Ya fue reemplazado sin costo.|Se emitirá nota crédito por el contenido.}'],
  },
  'PRD.CAL.CON': {
    says: [
      '{sospechamos|se sospecha} que $elGas del serial $serial {está contaminado|no cumple|trae humedad}',
      'con $el $cyl de $gas $serial {la soldadura sale porosa|el cordón queda negro|la línea base se dispara|el equipo da alarma}',
      'el análisis de <nuestro/su> laboratorio $alGas lote $lot da $ppm ppm {de humedad|de oxígeno|de hidrocarburos} y {el certificado|la especificación} dice menos de 5',
      'desde que se cambió {$al|por $el} $cyl $serial de $gas {se dañaron tres piezas|toca repetir corridas|la producción sale rechazada}',
      '$elGas $serial {huele raro|tiene un olor como a aceite|sale con agua al abrir}',
    ],
    adds: ['con $el $cyl anterior {no pasaba|todo estaba perfecto}', '{ya se cambió} {manguera|filtro|trampa de humedad} y sigue igual', '<tenemos/tienen> {cromatogramas|fotos de las piezas|los registros} para mostrar', 'el daño en {material|patrones|producto} va como por $amount', 'quedó {aislado|aparte} con letrero de no usar'],
    asks: ['<solicitamos/solicita> análisis del lote y {respuesta escrita|informe técnico}', '<necesitamos/pide> reposición {urgente|hoy} y que {bloqueen|retengan} el lote', 'que {venga alguien de calidad|tomen contramuestra}'],
    quick: ['$gas $serial contaminado, {no se puede usar|manden calidad}', 'soldadura porosa con $serial. Ya revisé todo lo demas', 'Posible contaminación $gas lote $lot serial $serial'],
    area: ['Contramuestra del lote $lot analizada: {humedad de $ppm ppm, fuera de especificación|dentro de especificación}. Envase $serial con {agua residual; falla de purga antes de llenado|contaminación retrógrada desde el proceso del cliente}. Lote retenido.', 'Se analizó el $serial por separado: resultado {confirma desviación|conforme}. Se revisaron los otros {11|15|7} envases del mismo lote. Informe adjunto.'],
    done: ['Envase y lote retenidos; análisis realizado y producto reemplazado.', 'Se entregó informe de análisis y se repuso el producto; purga reforzada en esa rampa.'],
    letter: ['Calidad analizó el cilindro $serial y la contramuestra del lote $lot. {El resultado confirma una desviación y el lote fue retenido.|El resultado está dentro de especificación; sin embargo, reemplazamos el cilindro.} Adjuntamos el informe.'],
  },
  'PRD.CAL.PES': {
    says: ['{la|esta} pipeta {serial|número} $serial {vino|llegó} {con menos gas|falta de peso|liviana}', '<pesamos/pesaron> $un $cyl de $gas en {la báscula de la panadería|la carnicería|la bodega} y le {faltan|quedan faltando} $kilos kilos, serial $serial', '$el $cyl de $gas que <duraba/les duraba> {un mes|veinte días|la semana} se acabó en {doce días|tres días}, serial $serial', '$elGas {ya no dura|no está durando} nada, {antes|el año pasado} $un $cyl alcanzaba para el doble, serial $serial'],
    adds: ['{la tara|la tara pintada} {está borrada|no se lee}', 'el sello {venía flojo|era de otro color|estaba como reutilizado}', '{a un familiar|a otra vecina|al negocio de al lado} le pasó igual', 'se {revisó|buscó} fuga {con jabón|en la estufa} y no hay', 'valió {$amount|lo de siempre}'],
    asks: ['<pido/pide> que {la cambien|lo pesen delante de uno|repongan lo que falta}', '<quiero/quiere> {la devolución|que reconozcan la diferencia}', 'que el carro {traiga|cargue} báscula'],
    quick: ['La pipeta $serial vino sin el peso completo', 'me estan robando gas, $serial, duró 12 dias', 'pesé el cilindro $serial y le faltan $kilos kg'],
    area: ['Envase $serial repesado en planta: diferencia de {$kilos|1,8|2,4} kg respecto al neto nominal. Se aplica reposición. Se calibra báscula de la línea 2.', 'Peso bruto menos tara dentro de tolerancia; se explica al cliente y se {le repone por cortesía|ofrece pesaje en sitio}.'],
    done: ['Se repuso la pipeta $serial; báscula de llenado calibrada.', 'Pesaje en sitio con el cliente y reposición.'],
    letter: ['Repesamos el cilindro $serial y encontramos una diferencia frente a su contenido neto. Lo reemplazamos sin costo y calibramos la báscula de esa línea. Usted puede pedir el pesaje en el momento de la entrega.'],
  },
}
