import type { FamilyTexts } from './leaf-texts.ts'

export const DOCUMENTS: FamilyTexts = {
  'PRD.DOC.CER': {
    says: ['<necesitamos/solicita> el certificado de {calidad|análisis} $delGas lote $lot, {remisión|entregado con la remisión} $note', '<nos/les> hace falta el certificado {del lote $lot|de los $cyls entregados $when} para {la auditoría|el dossier|liberar la recepción}', 'por favor {enviar|remitir} certificados de análisis de $gas de {$month|los últimos tres meses|todo el trimestre}', 'el certificado que llegó con la remisión $note {no corresponde al lote|viene sin firma|no trae el valor de humedad}'],
    adds: ['el auditor viene {$soon|la otra semana}', 'enviar al correo $mail', 'antes venía {pegado a la remisión|con el producto}', 'los seriales son $serial y {siguientes|los demás de esa remisión}', '{lo exige|lo pide} {INVIMA|el sistema de calidad|la 17025}'],
    asks: ['<agradecemos/agradece> {enviarlo|la gestión} {hoy|cuanto antes}', '{ojalá en PDF|con firma de calidad}', 'que lo manden {siempre|automático} con cada entrega'],
    quick: ['Favor enviar certificado lote $lot remisión $note', 'certificado de calidad $gas $lot porfa, $mail', 'Necesito certificado de análisis, serial $serial'],
    area: ['Certificado del lote $lot adjunto, firmado por {la química responsable|Calidad}.', 'El lote correcto de esa remisión es $lot; se emite certificado y se corrige el archivo.'],
    done: ['Certificado del lote $lot enviado al correo del cliente.', 'Enviado certificado firmado; cliente incluido en envío automático.'],
    letter: ['Adjuntamos el certificado de análisis del lote $lot. Si desea recibirlo con cada entrega, podemos incluirlo en el envío automático.'],
  },
  'PRD.DOC.FDS': {
    says: ['<necesitamos/solicita> la {hoja|ficha} de datos de seguridad $delGas {actualizada|en español|vigente}', 'para {el SG-SST|la matriz de sustancias químicas|el plan de emergencias} <nos/les> piden la FDS $delGas', '{la hoja de seguridad|la ficha} de $gas que <tenemos/tienen> es {vieja|de 2014|sin el formato SGA} y <necesitamos/necesitan> la nueva', 'por favor enviar tarjeta de emergencia y hoja de seguridad de $gas'],
    adds: ['{la ARL|el Ministerio|el cliente} la exige con menos de {cinco|tres} años', 'enviar a $mail', 'con {16 secciones|el número ONU}', 'son {dos|tres|cuatro} productos, {el principal es ese|también acetileno y nitrógeno}'],
    asks: ['<agradezco/agradece> el envío {hoy|por correo}', '{si la tienen en inglés también mejor|ojalá con pictogramas}'],
    quick: ['Hoja de seguridad $gas por favor a $mail', 'necesito FDS de $gas', 'me regala la ficha de seguridad de $gas? $mail'],
    area: ['Se envía FDS versión vigente y tarjeta de emergencia.', 'FDS adjunta, 16 secciones, en español.'],
    done: ['FDS vigente enviada a $mail.', 'Enviadas hoja de seguridad y tarjeta de emergencia.'],
    letter: ['Adjuntamos la hoja de datos de seguridad vigente y la tarjeta de emergencia del producto. Le recomendamos mantenerlas a la vista en el lugar de almacenamiento.'],
  },
  'PRD.DOC.INV': {
    says: ['<solicitamos/solicita> copia del {registro sanitario|certificado de BPM} $delGas', 'para {habilitación|la visita de la secretaría de salud|la carpeta de proveedores} <necesitamos/necesita> BPM, registro sanitario y {fichas técnicas|concepto} de $gas', 'el certificado de BPM que <tenemos/tienen> {vence|venció} en $month, por favor enviar el vigente'],
    adds: ['la visita {es|quedó para} $soon', 'también {la carta de garantía de abastecimiento|el contrato de suministro}', 'al correo $mail', 'la directora técnica es $person'],
    asks: ['<agradecemos/agradece> pronta respuesta', '{antes de|a más tardar} $soon'],
    quick: ['Certificado BPM vigente $gas a $mail', 'registro sanitario de $gas por favor, visita $soon, $mail'],
    area: ['Documentos vigentes adjuntos, BPM hasta {diciembre|agosto|mayo} del próximo año.', 'Se remite registro sanitario y certificado BPM de la planta.'],
    done: ['Documentos regulatorios enviados.', 'Se enviaron BPM y registro sanitario vigentes.'],
    letter: ['Adjuntamos el registro sanitario y el certificado de Buenas Prácticas de Manufactura vigentes.'],
  },
  'PRD.DEV.LLE': {
    says: ['<tenemos/tiene> $fewer $cyls de $gas llen$os que no se {usaron|alcanzaron a usar} y <queremos/quiere> devolverlos', '<compramos/compró> $many $cyls de $gas para {una obra|un evento|una parada} que se canceló y {siguen sellados|no se abrieron}', '{el paciente falleció|el proyecto se acabó} y quedaron $fewer $cyls llen$os de $gas, pedido $order', '<preguntamos/pregunta> cómo es el proceso para devolver producto lleno, {nadie sabe decir|cada quien dice algo distinto}'],
    adds: ['tienen {precinto|el sello} intacto', 'los facturaron en $invoice', '<nos/les> dijeron {en la línea|en el punto} que no hay procedimiento para eso', 'llegaron {el mes pasado|$when}'],
    asks: ['<solicitamos/pide> recogida y {nota crédito|abono a la cuenta}', 'que {informen|expliquen} si {reconocen algo|devuelven el dinero}'],
    quick: ['Cómo devuelvo $fewer cilindros llenos de $gas? factura $invoice', 'devolución de llenos pedido $order, me hacen nota crédito?'],
    area: ['No hay procedimiento para devolución de llenos. Por esta vez se autoriza recogida con inspección de precinto y nota crédito del {80|100|90} %.', 'Se reciben {en sucursal|en la ruta} si están sellados; Calidad verifica. Se requiere definir política con GEC.'],
    done: ['Recogidos los llenos sellados y solicitada nota crédito por excepción.', 'Se recogió el producto; queda en lista de procedimientos por definir.'],
    letter: ['Autorizamos la devolución de los cilindros llenos con precinto intacto. Una vez inspeccionados, emitiremos la nota crédito correspondiente.'],
  },
  'PRD.DEV.CON': {
    says: ['$el $cyl $serial que {estaba en reclamo|se había reportado} {se lo llevaron con los vacíos|lo recogieron como vacío normal}', 'el conductor {mezcló|revolvió} $el $cyl de la reclamación $past con los demás y ahora {no aparece|dicen que ya lo llenaron|nadie sabe dónde está}', 'en el saldo aparece $el $serial como {devolución normal|vacío recogido} y era {el dañado|la prueba del reclamo}'],
    adds: ['estaba {marcado con cinta|con un letrero grande|aparte}', 'se {advirtió|dijo} al ayudante que era de reclamo', 'la remisión $note lo incluye con los otros', 'así {cómo van a analizarlo|cómo responden el reclamo}'],
    asks: ['<exigimos/pide> que lo {ubiquen|encuentren} {ya|antes de llenarlo}', '{respondan|que respondan} el reclamo así no tengan el cilindro'],
    quick: ['Se llevaron el $serial del reclamo con los vacíos', 'El cilindro $serial del caso $past quién lo tiene?'],
    area: ['El $serial se ubicó en {la plataforma de vacíos|patio de planta}, no había sido llenado. Pasa a cuarentena con rótulo. Se revisa procedimiento de devoluciones.', 'El $serial ya fue llenado; se perdió la evidencia. Se acepta el reclamo original a favor del cliente.'],
    done: ['Envase ubicado y puesto en cuarentena; reclamo original resuelto a favor del cliente.'],
    letter: ['El cilindro $serial de su reclamo fue recogido por error con los vacíos. {Ya está en cuarentena y será inspeccionado.|Como no fue posible conservarlo, resolvemos su reclamo a su favor.} Estamos revisando con todas las sucursales el procedimiento de devoluciones.'],
  },
}
