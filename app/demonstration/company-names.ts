import type { Random } from '#kernel/random.ts'
import { surnameOf } from './names.ts'
import type { Segment } from './products.ts'

const SAINTS = ['San Lucas del Valle', 'Santa Rita', 'San Onofre', 'La Candelaria', 'Nuestra Señora del Río', 'San Gerardo', 'Santa Eulalia', 'La Milagrosa', 'San Isidoro', 'Los Arrayanes', 'Santa Brígida'] as const
const WORDS = ['Arrayanes', 'El Yarumo', 'La Ceiba', 'Guadual', 'Los Sauces', 'El Totumo', 'Samán', 'Los Pinos', 'El Roble', 'La Palma', 'El Trapiche', 'Siete Cueros', 'Guayacán', 'Caracolí', 'El Cedro', 'Nogales', 'La Primavera', 'Alcaraván', 'Turpial', 'Los Alpes'] as const
const DISHES = ['El Fogón', 'La Leña', 'Asadero', 'Piqueteadero', 'Restaurante', 'Pizzería', 'Panadería', 'Parrilla', 'Comedor', 'Brasas'] as const
const END = [' S. A. S.', ' S. A. S.', ' S.A.S.', ' Ltda.', ' SAS', ''] as const

/** A made-up name of the trade; `more` adds a surname where the short ones run out. */
export function companyName(segment: Segment, random: Random, more = false): string {
  const surname = surnameOf(random)
  const other = surnameOf(random)
  const word = random.pick(WORDS)
  const base = names(segment, random, surname, other, word)
  return more ? `${base} ${surnameOf(random)} & ${surnameOf(random)}` : base
}

function names(segment: Segment, random: Random, surname: string, other: string, word: string): string {
  const saint = random.pick(SAINTS)
  switch (segment) {
    case 'clinic': return random.pick([`Clínica ${saint}`, `IPS ${word} Salud${random.pick(END)}`, `Centro Médico ${word}`, `Clínica Odontológica ${surname}`, `Hospital ${saint} E. S. E.`, `Unidad Médica ${surname} ${other}`, `Clínica Veterinaria ${word}`, `Hogar Geriátrico ${saint}`])
    case 'workshop': return random.pick([`Taller ${surname} Hermanos`, `Metalmecánica ${word}${random.pick(END)}`, `Industrias ${surname}${random.pick(END)}`, `Soldaduras ${surname} y ${other}${random.pick(END)}`, `Ornamentación ${word}`, `Carrocerías ${surname}${random.pick(END)}`, `Torno y Soldadura ${surname}`, `Estructuras ${surname} ${other}${random.pick(END)}`, `Taller Automotriz ${word}`, `Refrigeración ${surname}${random.pick(END)}`])
    case 'restaurant': return random.pick([`${random.pick(DISHES)} ${word}`, `${random.pick(DISHES)} Donde ${random.pick(['Doña', 'Don'])} ${surname}`, `Restaurante ${surname} y ${other}${random.pick(END)}`, `Panadería ${surname}`, `Cervecería Artesanal ${word}${random.pick(END)}`])
    case 'hotel': return random.pick([`Hotel ${word} Plaza`, `Hotel ${saint}`, `Hostal ${word}`, `Hotel Campestre ${word} de ${surname}`, `Inversiones Hoteleras ${surname}${random.pick(END)}`])
    case 'laboratory': return random.pick([`Laboratorio ${surname} ${other}${random.pick(END)}`, `Analítica ${word}${random.pick(END)}`, `Laboratorios ${word} de Metrología${random.pick(END)}`, `Centro de Diagnóstico Ambiental ${surname}${random.pick(END)}`])
    case 'plant': return random.pick([`Alimentos ${word}${random.pick(END)}`, `Plásticos ${surname}${random.pick(END)}`, `Manufacturas ${surname} ${other} S. A.`, `Cárnicos ${word}${random.pick(END)}`, `Vidrios ${surname}${random.pick(END)}`, `Bebidas ${word} S. A.`, `Andean ${surname} Components${random.pick(END)}`])
    case 'farm': return random.pick([`Avícola ${word}${random.pick(END)}`, `Finca ${word}`, `Agropecuaria ${surname} ${other}${random.pick(END)}`, `Porcícola ${word}`, `Flores ${word} de ${surname}${random.pick(END)}`, `Criadero ${saint}`])
    default: return `${surname} ${other}`
  }
}
