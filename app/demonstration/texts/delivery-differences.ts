import type { FamilyTexts } from './leaf-texts.ts'

export const DELIVERY_DIFFERENCES: FamilyTexts = {
  'ENT.DIF.CAN': {
    says: [
      'la remisión $note dice $many $cyls de $gas y {solo dejaron|descargaron|físicamente hay} $fewer',
      '$when <nos/les> entregaron $fewer $cyls de $gas y <firmamos/firmaron> {sin contar|confiados} por $many',
      'faltaron $missing $cyls de $gas del pedido $order',
      'al hacer el conteo {en la noche|en el inventario|con el almacenista} <vimos/vieron> que faltan $missing $cyls de $many que trae la remisión',
      'el conductor {descargó rápido|tenía afán} y dejó $missing $cyls {menos|de menos}, {igual|pero} la remisión quedó por $many',
    ],
    adds: ['la cámara de {la entrada|portería} muestra {cuántos bajaron|que solo bajan $fewer}', 'el que recibió fue {el celador|un practicante|el vigilante} y no sabía', 'el conductor era $driver', '<llamamos/llamó> de una vez y dijeron que {lo completaban al otro día|lo revisaban con el conductor}', 'con la factura $invoice {van a cobrar|cobraron} todo completo'],
    asks: ['<pedimos/solicita> que {completen|traigan lo que falta|envíen los $missing que faltan}', '<necesitamos/pide> nota crédito por {la diferencia|los $missing faltantes}', '{revisen|que revisen} la planilla del camión antes de {facturar|cobrar}'],
    quick: ['Remisión $note: faltan $missing $cyls', 'Llegaron $fewer y {eran|pedí} $many. Pedido $order', 'faltan $missing {cilindros|envases} en la remisión $note, {favor revisar|quién responde?}'],
    area: ['Se cruzó la planilla de cargue con el retorno: el vehículo regresó con $missing llenos de más. Diferencia confirmada. Se {entregan|completan} $soon.', 'Según el conteo de retorno no hay sobrante. Se revisó con el conductor $driverFull y con {la cámara del cliente|el video de portería}: {se aceptan los faltantes|la diferencia sí se presentó}. Procede nota crédito.', 'El conductor cambió $missing envases en el cliente siguiente por error. Se corrigen las dos remisiones.'],
    done: ['Se entregaron los $missing envases faltantes con la remisión $note.', 'Se solicitó nota crédito por los $missing no entregados; diferencia confirmada contra planilla.'],
    letter: ['Confirmamos la diferencia que usted reportó: la remisión $note se firmó por $many y se descargaron $fewer. {Los envases faltantes ya fueron entregados.|Se emitirá la nota crédito correspondiente.}'],
  },
  'ENT.DIF.PRO': {
    says: [
      '<pedimos/pidió> $gas y {llegó|trajeron|dejaron} {otro gas|un producto distinto|otra cosa}, el serial es $serial',
      'en la entrega de $when {venía|se coló} $un $cyl que no es de $gas, {tiene|con} serial $serial',
      '{uno de los|dentro de los} $many $cyls {que dejaron|recibid$os} $when no corresponde al pedido $order: la etiqueta dice otra cosa',
      'el conductor {cambió|confundió} los $cyls: <nos/les> dejó lo del cliente de al lado y $elGas se lo llevó',
      '<pedimos/pidieron> $gas $size y {llegó de otra capacidad|trajeron de otro tamaño}, no <nos/les> sirve',
    ],
    adds: ['menos mal el {soldador|operario|auxiliar} se dio cuenta {por la rosca|por la conexión|por el color} antes de conectarlo', '{la conexión no da|no pega con el regulador}', 'la remisión {sí dice|dice} $gas, o sea que el error es del cargue', 'no se ha usado, está {aparte|separad$o} con el precinto puesto', 'esto es {peligroso|gravísimo} tratándose de gases'],
    asks: ['<necesitamos/solicita> el cambio {hoy|a más tardar $soon}', 'que {vengan por él|lo recojan} y traigan {el que es|lo que se pidió}', '<pedimos/pide> que revisen {cómo están cargando|el alistamiento}'],
    quick: ['me trajeron el que no era, serial $serial. {Cambiar urgente|cómo hacemos?}', 'Producto equivocado pedido $order, era $gas', 'Esto no es $gas. serial $serial'],
    area: ['Error de alistamiento: el serial $serial estaba en la zona de otro producto. Se recoge y se cambia $soon. Se repasó la ubicación con el personal de muelle.', 'Se cambió el envase el mismo día. El conductor $driverFull no verificó etiqueta contra remisión; queda retroalimentado.'],
    done: ['Se recogió el envase $serial y se entregó el producto correcto con la remisión $note.', 'Cambio realizado sin costo; se reforzó la verificación de etiqueta contra remisión en el muelle.'],
    letter: ['El envase $serial se cargó por error de alistamiento en nuestro muelle. Fue recogido y reemplazado por el producto que usted pidió, sin costo. Le recordamos no usar un cilindro cuya etiqueta no corresponda a su pedido y avisarnos de inmediato, como lo hizo.'],
  },
  'ENT.DIF.SIT': {
    says: [
      '$elGas {iba|era} para $site y lo {dejaron|descargaron} en {otra sede|$otherAddress|la sede equivocada}',
      '$when entregaron en $otherAddress y {allá ya no queda la empresa|esa no es la dirección|la dirección es $address}',
      'dejaron los $cyls en {un vecino|la portería de al lado|el local de enseguida} sin avisar',
      'siguen despachando a la dirección vieja {pese a que se actualizó|aunque se avisó el cambio} $since',
    ],
    adds: ['<nos/les> toca pagar un acarreo para traerlos y eso no es cualquier camioneta que lleve cilindros', 'allá recibió $person que no está autorizada', 'la remisión $note quedó firmada por alguien que no <conocemos/conocen>', 'en la remisión la dirección {sí está bien|está correcta}, fue el conductor'],
    asks: ['<necesitamos/solicita> que los {trasladen|lleven a donde es} sin cobro', '{corrijan|que corrijan} la dirección de una vez por todas'],
    quick: ['Dejaron el pedido $order en otra dirección', 'la entrega era en $address, no allá. Remisión $note', 'quedó mal entregado el pedido $order, {era en la otra sede|favor trasladar}'],
    area: ['La dirección en el sistema comercial seguía siendo {la anterior|$otherAddress}. Se actualizó y se trasladó el producto al sitio correcto.', 'El conductor entregó en la sede principal por costumbre. Se trasladó $soon sin costo. Remisión $note.'],
    done: ['Se trasladó el producto a $address y se corrigió la dirección de entrega.', 'Traslado realizado sin cobro; ficha del cliente con instrucción de sede.'],
    letter: ['El producto fue trasladado sin costo a $address. La dirección de entrega quedó corregida en su ficha y la instrucción aparece ahora impresa en la remisión.'],
  },
}
