/** Lo que dicen las pantallas de ajustes de la empresa, sus áreas, proveedores y programas. */
const common = { back: 'Ajustes', save: 'Guardar', saved: 'Guardado.', mayNot: 'Su función puede ver los ajustes, pero no cambiarlos.' }

export const es = {
  ...common,
  organisation: {
    title: 'Empresa', name: 'Nombre', taxId: 'NIT', language: 'Idioma', timeZone: 'Zona horaria', timeZoneHint: 'Como America/Bogota. Con ella se cuentan los días de quien no tiene la suya.',
    receiving: 'Recibe a quien no sabe su sucursal', receivingFirst: 'La primera por su código', receivingHint: 'En las páginas públicas. El número del caso lleva su código; el caso se puede enviar a otra.',
    factorTitle: 'Segundo factor obligatorio', factorNote: 'Quien tenga una de estas funciones no puede trabajar hasta activarlo en su cuenta.',
    consentTitle: 'Autorización de datos', consentNote: 'Es lo que acepta quien registra un caso en las páginas públicas. Cada cambio es una versión nueva; con cada autorización queda guardada la versión que se aceptó.',
    version: (version: string) => `Versión en uso: ${version}`, own: 'Versión en uso: el texto del producto', es: 'Texto en español', en: 'Texto en inglés', enHint: 'Si lo deja vacío, se muestra el español.',
    changeConsent: 'Publicar el texto', published: 'El texto quedó publicado.', dropConsent: 'Volver al texto del producto', dropTitle: 'Volver al texto del producto', dropNote: 'El texto de la empresa deja de mostrarse. Lo ya autorizado conserva su versión.',
  },
  areas: {
    title: 'Áreas', area: 'Área', code: 'Código', codeHint: 'De 2 a 6 letras o cifras. No se cambia después.', name: 'Nombre', nameEn: 'Nombre en inglés', add: 'Agregar un área', edit: (name: string) => `Área ${name}`,
    people: 'Quién responde', peopleNote: 'Se nombra en Personas, agregando la función «Área responsable».', nobody: 'Nadie responde todavía por esta área: lo que se le pida no le llega a nadie.', active: 'En uso',
    activeHint: 'Un área retirada no recibe solicitudes nuevas; las que ya tiene siguen su curso.', empty: 'Aún no hay áreas', emptyText: 'Son quienes responden dentro de la empresa: entregas, cartera, calidad. A cada una se le puede pedir su respuesta sobre un caso.', retired: 'retirada',
  },
  suppliers: {
    title: 'Proveedores', supplier: 'Proveedor', name: 'Nombre', add: 'Agregar un proveedor', edit: (name: string) => `Proveedor ${name}`, active: 'En uso', activeHint: 'Al retirarlo no se le dan funciones nuevas. A su personal se le quitan en Personas.', retired: 'retirado',
    empty: 'Aún no hay proveedores', emptyText: 'Un proveedor es, por ejemplo, el centro de llamadas contratado. Su personal ve solo los casos que le tocan, y los datos de contacto a medias.',
  },
  tokens: {
    title: 'Programas con acceso', note: 'Un programa entra con un token y puede lo que su función permite, ni más ni menos.', name: 'Nombre del programa', nameHint: 'Por ejemplo: la página web, o el sistema de pedidos.', role: 'Función', lastUsed: 'Último uso', never: 'nunca', state: 'Estado',
    on: 'Activo', ended: 'Terminado', add: 'Crear un token', create: 'Crear', onceTitle: 'Cópielo ahora', once: 'Este texto no se vuelve a mostrar. Quien lo tenga entra con la función que le dio.', copy: 'Copiar', copied: 'Copiado.', kept: 'Ya lo guardé',
    end: 'Terminar', endTitle: (name: string) => `Terminar el token de ${name}`, endNote: 'El programa deja de entrar en segundos. No se puede deshacer: habría que darle otro.', endedNow: 'El token quedó terminado.', mayNot: 'Su función no permite administrar tokens.',
    empty: 'Ningún programa entra todavía', emptyText: 'Con un token, otro sistema puede registrar casos o leer los que usted le permita.', everywhere: 'toda la empresa',
  },
}
export type PeopleSettingsWords = typeof es
