import type { Random } from '#kernel/random.ts'

const WOMEN = ['Luz Marina', 'Diana', 'Paola', 'Sandra Milena', 'Yuliana', 'Martha', 'Claudia', 'Adriana', 'Leidy', 'Catalina', 'Ángela', 'Gloria', 'Yenny', 'Carolina', 'Natalia', 'Esperanza', 'Viviana', 'Marcela', 'Johana', 'Blanca', 'Mónica', 'Patricia', 'Nubia', 'Liliana', 'Lorena', 'Katherine', 'Daniela', 'Rocío', 'María Fernanda', 'Dora', 'Amparo', 'Ingrid', 'Ximena', 'Tatiana', 'Alba Lucía', 'Beatriz', 'Margarita', 'Valentina', 'Nelly', 'Erika'] as const
const MEN = ['Carlos', 'Jhon Jairo', 'Wilson', 'Andrés', 'Luis Fernando', 'Edwin', 'Hernán', 'Óscar', 'Jorge', 'Yeison', 'Álvaro', 'Fabián', 'Nelson', 'Mauricio', 'Diego', 'Germán', 'Ferney', 'Camilo', 'Rubén', 'Iván', 'Julián', 'Gustavo', 'Hugo', 'Fredy', 'Sebastián', 'Javier', 'Orlando', 'Duván', 'Miguel Ángel', 'Ramiro', 'Henry', 'Néstor', 'Wilmer', 'Gildardo', 'Libardo', 'Alexánder', 'Cristian', 'Jaime', 'Rodrigo', 'Efraín'] as const
const SURNAMES = ['Rodríguez', 'Gómez', 'Cárdenas', 'Ospina', 'Martínez', 'Suárez', 'Castaño', 'Rincón', 'Vargas', 'Pineda', 'Quintero', 'Moreno', 'Zapata', 'Barrios', 'Rojas', 'Montoya', 'Beltrán', 'Díaz', 'Murillo', 'Salazar', 'Peña', 'Arango', 'Becerra', 'Caicedo', 'Mejía', 'Herrera', 'Guerrero', 'Lozano', 'Bonilla', 'Valencia', 'Acosta', 'Duarte', 'Jaramillo', 'Marín', 'Torres', 'Cuéllar', 'Hoyos', 'Pabón', 'Niño', 'Villamil', 'Cepeda', 'Lizcano', 'Orozco', 'Correa', 'Palacios', 'Mosquera', 'Sarmiento', 'Uribe', 'Buitrago', 'Escobar', 'Bedoya', 'Perdomo', 'Ariza', 'Polo', 'De la Hoz', 'Angarita', 'Mantilla', 'Tabares', 'Londoño', 'Chaparro'] as const
const FOREIGN_WOMEN = ['Ingrid', 'Laura', 'Anjali', 'Susan', 'Marie', 'Yuki', 'Fiona'] as const
const FOREIGN_MEN = ['Thomas', 'Kevin', 'Pieter', 'Michael', 'Rafael', 'Henrik', 'Stephen', 'Paul'] as const
const FOREIGN_SURNAMES = ['Keller', 'Lindqvist', 'Harper', 'Okafor', 'van Dijk', 'Mehta', 'Brandt', 'Walsh', 'Moreau', 'Tanaka', 'Novak', 'Hughes', 'Silveira', 'Bauer', 'Reid'] as const

/** An invented person. `given` is how others call them. */
export type PersonName = { given: string; surname: string; full: string; woman: boolean }

export function personName(random: Random): PersonName {
  const woman = random.chance(0.5)
  const given = random.pick(woman ? WOMEN : MEN)
  const surname = random.pick(SURNAMES)
  const second = random.pick(SURNAMES)
  return { given, surname, full: second === surname || random.chance(0.35) ? `${given} ${surname}` : `${given} ${surname} ${second}`, woman }
}

export function manName(random: Random): PersonName {
  const given = random.pick(MEN)
  const surname = random.pick(SURNAMES)
  return { given, surname, full: `${given} ${surname}`, woman: false }
}

export function foreignName(random: Random): PersonName {
  const woman = random.chance(0.4)
  const given = random.pick(woman ? FOREIGN_WOMEN : FOREIGN_MEN)
  const surname = random.pick(FOREIGN_SURNAMES)
  return { given, surname, full: `${given} ${surname}`, woman }
}

export const surnameOf = (random: Random): string => random.pick(SURNAMES)

/** A mail's local part: lower case, no accents, no spaces. */
export const mailWord = (text: string): string =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/ s\. ?a\. ?s\.?$| ltda\.?$| s\. ?a\.?$/, '').replace(/[^a-z0-9]+/g, '')
