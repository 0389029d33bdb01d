import type { FamilyTexts } from './leaf-texts.ts'

export const EQUIPMENT: FamilyTexts = {
  'EQU.FAL.REG': {
    says: ['$elGas comprado {en el punto|con la factura $invoice} {salió malo|no sirve|se dañó}, serial $serial', '$elGas serial $serial {se va de presión|no regula|bota por la válvula de seguridad}', '$elGas {nuevo|que instalaron $when} {gotea|fuga por la rosca|marca cualquier cosa}, $serial', 'la aguja $delGas $serial se quedó pegada {en cero|arriba}', '$elGas {dejó de funcionar|hace un ruido raro}, serial $serial'],
    adds: ['tiene {dos meses|veinte días} de uso', 'dicen que la garantía {no cubre|la da el fabricante}', '{en el punto|en mostrador} lo recibieron y {no dieron papel|van quince días}', 'el empaque se {cambió|revisó}', 'la factura es la $invoice'],
    asks: ['<pido/pide> {cambio|la garantía|que lo reparen}', '<necesito/necesita> {uno prestado|un reemplazo} mientras tanto', 'o que devuelvan {la plata|el dinero}'],
    quick: ['$gas dañado, garantía factura $invoice', '$elGas $serial no regula', 'Garantía de $gas, serial $serial. Quién responde?'],
    area: ['Equipo $serial revisado: {diafragma roto|asiento con suciedad|manómetro golpeado}. Garantía {procedente|no procedente por golpe; se ofrece reparación}.', 'Se cambia por nuevo, garantía de fábrica. Serial $serial a proveedor.'],
    done: ['Equipo $serial reemplazado por garantía.', 'Reparado en taller y entregado; se prestó uno entretanto.'],
    letter: ['Revisamos el equipo $serial. {La garantía procede y fue reemplazado.|El daño corresponde a un golpe, por lo que la garantía no aplica; le ofrecemos la reparación con descuento.}'],
  },
  'EQU.FAL.COM': {
    says: ['el {tanque|equipo|evaporador} {en comodato|de ustedes} de $gas {presenta falla|está fallando|tiene escape}, serial $serial', 'la alarma del {tanque|sistema} de $gas $serial {suena todo el día|no sirve}', 'el regulador de la central de $gas {está descalibrado|no sostiene presión}, equipo $serial', 'el {vaporizador|serpentín} de $gas está {totalmente congelado|tapado de hielo}, $serial'],
    adds: ['el mantenimiento {no se hace hace un año|está vencido}', 'el técnico vino, {miró y no volvió|cambió algo y sigue igual}', 'el contrato {dice|obliga} respuesta en 24 horas', '<estamos/están> con {respaldo de cilindros|el otro ramal}'],
    asks: ['<necesitamos/solicita> técnico {hoy|urgente}', 'que {cambien|reparen} el equipo'],
    quick: ['Falla equipo comodato $serial', 'tanque de $gas $serial con falla, manden técnico'],
    area: ['Técnico en sitio: cambio de {regulador de línea|válvula de alivio|presostato}. Equipo $serial operativo.', 'Repuesto en importación; se deja respaldo de cilindros sin costo.'],
    done: ['Equipo $serial reparado en sitio y probado.', 'Reemplazado el equipo $serial.'],
    letter: ['El equipo $serial fue {reparado y probado en su sede|reemplazado}. Programamos además su mantenimiento preventivo semestral.'],
  },
  'EQU.SOP.RED': {
    says: ['<necesitamos/solicita> revisión de la red de $gas, {hay caída de presión|parece que hay fuga|no llega bien a los puntos}', '<queremos/quiere> {mantenimiento preventivo|certificación} de la red y {el manifold|las tomas} de $gas', 'el {manifold|múltiple} de $gas no {conmuta|cambia solo}, {toca a mano|hay que pasarlo manual}', '<vamos/van> a {ampliar|trasladar} puntos de $gas y <necesitamos/necesitan> {visita técnica|diseño}'],
    adds: ['son {$many|como $many} puntos', 'la última revisión fue en $month de $lastYear', 'el contacto de mantenimiento es $person, $phone', 'solo se puede {de noche|en fin de semana|el $weekday}'],
    asks: ['{por favor|} {programar|agenden} visita para $soon', '<agradecemos/agradece> {cotizar|enviar cotización}'],
    quick: ['Visita técnica red de $gas, $phone', 'Se cae la presión de $gas en la red, $phone', 'mantenimiento manifold $gas en $address'],
    area: ['Visita realizada: fuga en {racor del ramal 2|toma 4}, corregida. Acta firmada.', 'Programada visita $soon con técnico de turno.', 'Se cotiza cambio de {mangueras|pigtails} y empaques.'],
    done: ['Visita técnica realizada con acta.', 'Red revisada, fuga corregida y prueba de hermeticidad.'],
    letter: ['Nuestro técnico revisó la red y dejó acta con los hallazgos. {La fuga fue corregida.|Adjuntamos la cotización de los repuestos.}'],
  },
  'EQU.SOP.ASE': {
    says: ['<queremos/pregunta> {qué presión|qué flujo|qué boquilla} {usar|se recomienda} con $gas', '<tengo/tiene> una duda con $elGas, si {sirve para lo que se necesita|es compatible con la manguera|hay que cambiar algo}', 'cómo se {cambia|conecta} $el $cyl de $gas {sin riesgo|correctamente}', 'cuántas horas {dura|rinde} $un $cyl de $gas {a 2 litros por minuto|al consumo normal}'],
    adds: ['es {primera vez|la primera compra}', 'el {auxiliar|operario} anterior {sabía pero se fue|ya no está}', 'llamar al $phone', '{en internet|en YouTube} dicen {cosas distintas|de todo}'],
    asks: ['que {un técnico|alguien} {llame|explique}', '<agradezco/agradece> {la asesoría|un manual}'],
    quick: ['Cuánto dura $elGas a 2 litros? $phone', 'Asesoría técnica $gas, $phone', 'que presion le pongo $alGas? $phone'],
    area: ['Asesoría por teléfono; se envía ficha técnica.', 'Técnico explica {parámetros|autonomía} y riesgos.'],
    done: ['Asesoría técnica dada por teléfono y guía enviada.'],
    letter: ['Nuestro técnico se comunicó para resolver su inquietud. Adjuntamos la guía de uso con los valores recomendados.'],
  },
  'EQU.SOP.CAP': {
    says: ['<queremos/solicita> capacitación en manejo seguro de $gas para $people personas', '<necesitamos/necesita> {charla|capacitación con certificado} sobre cilindros de $gas para {el personal|enfermería|la brigada|los soldadores}', 'dentro del {plan anual SST|cronograma} <tenemos/tiene> capacitación de $gas para {$month|$soon}'],
    adds: ['en $address', 'son dos turnos', 'puede ser {virtual|presencial}', 'el contacto es $person, $phone'],
    asks: ['{qué fechas hay|que envíen fechas} y si tiene costo', '<agradecemos/agradece> {programarla|confirmación}'],
    quick: ['Capacitación $gas para $people personas, $phone', 'charla de seguridad en cilindros, $people personas, $phone'],
    area: ['Programada para $soon, {dos horas|una hora}, sin costo por contrato.', 'Dictada a $people asistentes, lista firmada.'],
    done: ['Capacitación dictada a $people personas.', 'Capacitación realizada con evaluación.'],
    letter: ['La capacitación quedó programada y se dictará sin costo. Enviaremos los certificados de asistencia.'],
  },
}
