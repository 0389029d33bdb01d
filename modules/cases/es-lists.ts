/** Lo que se hace con muchos casos, con qué se estrecha una lista y lo que se encuentra. */
export const es = {
  bulk: {
    chooseAll: 'Elegir todos los que cumplen', allChosen: 'Todos los que cumplen las condiciones de esta lista', allTitle: 'Hacer con todos los de esta lista', clear: 'Quitar la selección', verb: 'Qué hacer',
    preview: { one: 'Cambiaría {n} caso', other: 'Cambiarían {n} casos' }, cannot: (n: string) => `no se puede en ${n}`, couldNot: (n: string) => `no se pudo en ${n}`,
    others: (n: string) => `Se miraron ${n}; hay más, y con ellos se sigue después.`, othersLeft: 'Hay más, que aún no se han mirado.', seeOthers: 'Ver qué cambiaría en los demás',
    going: {
      seeing: { so: (n: string) => `Mirando qué cambiaría: van ${n}`, of: (n: string, of: string) => `Mirando qué cambiaría: van ${n} de ${of}` },
      doing: { so: (n: string) => `Hecho en ${n}`, of: (n: string, of: string) => `Hecho en ${n} de ${of}` }, undoing: { so: (n: string) => `Deshecho en ${n}`, of: (n: string, of: string) => `Deshecho en ${n} de ${of}` },
    },
    stop: 'Parar', stopping: 'Para al terminar esta parte', undoing: 'Deshaciendo', left: (n: string) => `Quedan ${n} sin hacer.`, unsure: (n: string) => `Quedan ${n}, y de una parte no se sabe si se hizo: al seguir, nada se hace dos veces.`, goOnFirst: 'Siga primero con los que quedan', goOn: (n: string) => `Seguir con los ${n} que quedan`, unreached: (n: string) => `En ${n} no se alcanzó a deshacer: el servidor no respondió.`,
    told: {
      assign: { one: 'Por {n} caso responde ahora {to}', other: 'Por {n} casos responde ahora {to}' }, route: { one: '{n} caso pasó a {to}', other: '{n} casos pasaron a {to}' }, classify: { one: '{n} caso quedó clasificado', other: '{n} casos quedaron clasificados' },
      snooze: { one: '{n} caso quedó aplazado', other: '{n} casos quedaron aplazados' }, note: { one: 'La nota quedó escrita en {n} caso', other: 'La nota quedó escrita en {n} casos' },
    },
    inCases: (n: string) => `En ${n}.`, undone: { one: '{n} caso volvió a como estaba.', other: '{n} casos volvieron a como estaban.' }, undoneNotIn: (n: string) => `No se deshizo en ${n}: después pasó algo más.`,
    change: 'Cambio o motivo', close: 'Cerrar', needs: { assign: 'Elija quién responde', route: 'Elija el área', classify: 'Elija una causa o una gravedad', snooze: 'Elija hasta cuándo', note: 'Escriba la nota' },
    whyNot: { 'not-found': 'Ese caso no existe o no está a su alcance.', forbidden: 'Su función no lo permite en este caso.' } as Record<string, string>, whyNotElse: 'Lo escrito no sirve para este caso.',
  },
  filters: { product: 'Producto o servicio', waitingFor: 'Espera', customer: 'Cliente', owner: 'Responde', closed: 'Cerrado', noProduct: 'Sin producto', noProcedure: 'Sin procedimiento definido' },
  views: {
    seenBy: 'Quién la ve', onlyMe: 'Solo yo', everybody: 'Todo el equipo', ofBranch: (name: string) => `La sucursal ${name}`, tells: { own: 'La ve solo usted', everybody: 'La ve todo el equipo', branch: (name: string) => `La ve la sucursal ${name}` },
    changed: 'Con cambios sin guardar', keep: 'Guardar cambios', another: 'Guardar como otra vista', back: 'Volver a lo guardado', change: 'Cambiar nombre o quién la ve', changeTitle: (name: string) => `Cambiar «${name}»`, remove: 'Quitar la vista', acts: (name: string) => `Qué hacer con la vista «${name}»`,
    asSaved: 'Se ve tal como está guardada', notYours: 'Es de otra persona', kept: (name: string) => `«${name}» guarda ahora lo que se ve`, restored: (name: string) => `«${name}» guarda otra vez lo de antes`,
    inPlaceOf: 'En lugar de', none: 'Ninguna: es una vista más', over: 'Lo que esa vista mostraba se cambia por lo que se ve ahora.',
    removeTitle: (name: string) => `Quitar la vista «${name}»`, removeExplain: (who: string) => `${who}. Solo se quita la vista: los casos quedan como están.`, removed: (name: string) => `Se quitó la vista «${name}»`,
  },
  columns: { verb: 'Columnas', title: 'Qué se ve de cada caso', note: 'El número está siempre. Lo que escoja queda para usted, y va con la vista que guarde.', take: 'Usar', usual: 'Las de siempre', up: (name: string) => `Subir: ${name}`, down: (name: string) => `Bajar: ${name}`, atEnd: 'No va más allá', none: 'Escoja al menos una' },
  closed: { title: 'Cerrados en un periodo', from: 'Cerrados desde', to: 'hasta', total: 'Cerrados', byProduct: 'Por producto o servicio', byChannel: 'Por canal', failed: 'No se pudo leer lo cerrado' },
  search: {
    title: 'Buscar', heading: (find: string) => `Lo que hay de «${find}»`, order: 'Orden', newest: 'Más nuevos', best: 'Mejores', found: 'Dónde', customers: 'Clientes', everyCase: 'Buscar en todos los casos',
    nothing: 'No se encontró nada', nothingText: 'Escriba menos palabras, el final del número, un pedazo del serial o el teléfono de quien llamó. Las tildes no importan.', start: 'Qué se busca', startText: 'Palabras de un caso o de sus notas, el final de un número («000787»), un pedazo de un serial o un teléfono.', failed: 'No se pudo buscar',
  },
}
export type ListWords = typeof es
