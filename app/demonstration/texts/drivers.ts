import type { FamilyTexts } from './leaf-texts.ts'

export const DRIVERS: FamilyTexts = {
  'ENT.CON.TRA': {
    says: [
      'el conductor {que vino $when|$driver|del carro terminado en $plate} fue {muy grosero|supremamente patán|altanero} con {la persona de recepción|el vigilante|una empleada|<mi/su> esposa}',
      '$driver {<nos/les> alzó la voz|contestó de mala gana|le gritó al portero} porque {se demoraron en abrir|le pidieron esperar|no había dónde parquear}',
      'el ayudante del camión {se puso a pelear|insultó|trató mal} {a un compañero|al celador|a la señora del aseo} por {los vacíos|la firma de la remisión|un parqueo}',
      'el señor que trae $elGas no quiso {subir|entrar|bajar} los $cyls, los dejó en {la acera|la entrada} y se fue {bravo|sin decir nada|echando la puerta}',
      '{siempre que viene|cada vez que manda la empresa a} el mismo conductor hay problema, {es|muy} {mal hablado|conflictivo}',
    ],
    adds: ['hay {testigos|cámaras} y {eso quedó grabado|varios vieron}', 'con los otros conductores nunca <hemos/han> tenido {queja|problema}', 'no quiso dar {el nombre|la remisión|la copia}', '<llevamos/llevan> $years años comprando y {nunca|jamás} <nos/los> habían tratado así', 'dijo textualmente que {él no era cotero|ese no era su trabajo|se quejaran si querían}', 'esto fue {$when a $hour|como a $hour}'],
    asks: ['<solicitamos/solicita> que {hablen con él|tomen medidas|manden a otro}', '<esperamos/espera> {unas disculpas|una disculpa} y que {no vuelva ese señor|lo capaciten en servicio}', '{no es para que lo boten|no es para que lo despidan} pero sí que {le llamen la atención|lo corrijan}'],
    quick: ['El conductor {es un grosero|muy patán}, {carro|placa terminada en} $plate, pedido $order', 'pésima atención del conductor, remisión $note', 'El ayudante trató mal a una empleada. Remisión $note. Que no vuelva.'],
    area: ['Se citó al conductor $driverFull a descargos. Acepta {haber levantado la voz|la discusión} y {ofrece disculpas|queda con compromiso}. Se cambia de ruta.', 'Versión del conductor: {el cliente lo hizo esperar más de 40 minutos|le exigieron subir a un segundo piso sin ayuda}. En todo caso se le llama la atención por el trato. Se programa refuerzo de servicio con la cooperativa transportadora.'],
    done: ['Se llamó la atención al conductor con copia a la hoja de vida y se ofrecieron disculpas al cliente.', 'Conductor reasignado a otra ruta; el jefe de Entrega llamó al cliente.'],
    letter: ['Le ofrecemos disculpas por el trato recibido. El jefe de Entrega habló con la persona involucrada, quien {reconoció lo ocurrido|asumió un compromiso de mejora}, y {no volverá a cubrir su ruta|será acompañada en sus próximas entregas}.'],
  },
  'ENT.CON.SEG': {
    says: [
      '$when {descargaron|bajaron} los $cyls de $gas {tirándolos|dejándolos caer} desde el planchón {contra el piso|sobre una llanta|sin carretilla}',
      'el conductor {rodó|arrastró} los $cyls {acostados|por la rampa} y sin {tapa|guantes|botas}',
      '{el ayudante estaba fumando|el muchacho tenía un cigarrillo prendido|hablaban por celular} mientras {descargaban|bajaban} $elGas',
      'dejaron los $cyls {sueltos|sin encadenar|parados en el andén} y uno se {fue al suelo|cayó}',
      'el camión de ustedes {va por la avenida|salió de acá} con los cilindros {sueltos|sin amarrar} y {sin la compuerta|revueltos oxígeno con acetileno}',
    ],
    adds: ['{casi le cae en el pie a|por poco golpea a} {un operario|una señora que pasaba|uno de los muchachos}', 'en la empresa {hay|existe} norma SST y eso no se {puede permitir|permite}', 'quedó marcado el piso y {el $cyl|la válvula} golpead$o', '<tenemos/tiene> {fotos|video} de {portería|la cámara}', 'era el vehículo de placa terminada en $plate'],
    asks: ['<pedimos/solicita> que {HSE|seguridad industrial} {revise|tome cartas en el asunto}', '<exigimos/exige> conductores {capacitados|con curso} y {carretilla|con elementos de protección}', '{por favor|que} cambien el $cyl que {se golpeó|se cayó}'],
    quick: ['Están tirando los cilindros, remisión $note. {Peligroso|Alguien puede salir herido}', 'conductor fumando al descargar $gas, placa terminada en $plate, pedido $order'],
    area: ['Se confirma la conducta con {el video|las fotos} del cliente. Conductor y ayudante retirados de ruta hasta repetir el curso de manejo seguro. HSE hace inspección al vehículo terminado en $plate.', 'Se revisó el vehículo: le faltaban {carretilla y cadenas|dos eslingas}. Dotado $soon. Charla de cinco minutos a todo el personal de distribución.'],
    done: ['Se reentrenó a la tripulación en manejo seguro y se dotó el vehículo; se revisó el envase golpeado.', 'HSE inspeccionó el vehículo y dejó acta; conductor con compromiso escrito.'],
    letter: ['Su reporte nos permitió corregir una práctica que no aceptamos. La tripulación fue retirada de la ruta hasta repetir el curso de manejo seguro y el vehículo fue inspeccionado por el área de Seguridad, Salud y Medio Ambiente.'],
  },
  'ENT.CON.COB': {
    says: ['el que entregó $elGas {pidió|cobró|exigió} $tip {por subir|por bajar|adicionales por entrar} el $cyl', '$driver {dice|asegura} que {el cambio de regulador|subir escaleras|el servicio a domicilio} {vale|cuesta} $tip y no da recibo', '<nos/les> cobraron $amount y {la factura|el precio por la línea} era menos, la diferencia se la quedó el muchacho', 'el repartidor no <nos/les> devolvió {las vueltas|el cambio} {completo|completas}'],
    adds: ['a {una vecina|otro vecino|la señora del primero} le hizo lo mismo', '{si uno no le da|al no darle} propina deja el $cyl en {la calle|el primer piso}', 'se pidió recibo y {dijo que no tenía|se hizo el loco}', 'es {una persona mayor|una señora de edad} la que recibe y se aprovechan'],
    asks: ['<quiero/quiere> saber si {eso es oficial|la empresa autoriza eso}', '<pido/pide> que devuelvan {la plata|lo cobrado de más}', 'que le {llamen la atención|pongan cuidado}'],
    quick: ['El repartidor me cobró $tip de más, pedido $order', 'eso de cobrar $tip por subir {la pipeta|el cilindro} es legal? pedido $order'],
    area: ['El servicio incluye entrega en punto de uso hasta segundo piso; no hay cobro adicional. El conductor $driverFull reconoció haber recibido $tip. Proceso disciplinario abierto.', 'No hay recaudo registrado por ese concepto. Se devolverá el valor en la siguiente entrega.'],
    done: ['Se devolvió el valor cobrado sin autorización y se abrió proceso disciplinario.', 'Devolución de $tip en la siguiente entrega; recordatorio de tarifas a conductores.'],
    letter: ['Nuestros conductores no están autorizados a cobrar valores distintos a los de la factura. Le devolveremos lo que pagó de más y lo invitamos a no entregar dinero sin recibo.'],
  },
}
