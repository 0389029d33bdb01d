import type { Week } from '#kernel/calendar.ts'
import { FIRST_AREAS } from '#modules/people/server/first-areas.ts'

export type BranchCode = 'BOG' | 'MDE' | 'CLO' | 'BAQ' | 'BGA' | 'PEI'
export type AreaCode = 'GEC' | 'ADQ' | 'PRL' | 'PRG' | 'ENT' | 'PSG' | 'CGE' | 'FAC' | 'CAR' | 'MTO' | 'CAL' | 'HSE' | 'SAC'

/** `weight`: its share of customers; `area`: the digit that its fixed telephones begin with since 2021 (60 + digit). */
export type DemoBranch = {
  code: BranchCode
  name: string
  city: string
  address: string
  telephone: string
  week: Week
  weight: number
  area: string
  /** As people name where they are: no article needed. */
  quarters: readonly string[]
  towns: readonly string[]
}

const period = (from: string, to: string) => ({ from, to })
/** Monday to Friday in two periods with lunch between, Saturday in one or closed, Sunday closed. */
function week(morning: readonly [string, string], afternoon: readonly [string, string], saturday: readonly [string, string] | null): Week {
  const day = [period(...morning), period(...afternoon)]
  return [day, day, day, day, day, saturday ? [period(...saturday)] : [], []]
}

export const BRANCHES: readonly DemoBranch[] = [
  {
    code: 'BOG', name: 'Bogotá Norte', city: 'Bogotá', address: 'Autopista Norte # 191-48, bodega 6', telephone: '601 555 0140', weight: 34, area: '1',
    week: week(['07:30', '12:30'], ['13:30', '17:30'], ['08:00', '12:00']),
    quarters: ['Toberín', 'Usaquén', 'Suba', 'Engativá', 'Fontibón', 'Paloquemao', 'Puente Aranda', 'el Siete de Agosto', 'Kennedy', 'Chapinero', 'Cedritos', 'la zona industrial de Montevideo', 'el barrio Santa Fe', 'San Cristóbal Norte'],
    towns: ['Chía', 'Cajicá', 'Zipaquirá', 'Cota', 'Funza', 'Mosquera', 'Tocancipá', 'Soacha'],
  },
  {
    code: 'MDE', name: 'Medellín', city: 'Medellín', address: 'Carrera 50 # 8 Sur-76', telephone: '604 555 0162', weight: 22, area: '4',
    week: week(['07:00', '12:00'], ['13:00', '17:00'], ['08:00', '12:00']),
    quarters: ['Guayabal', 'Belén', 'Laureles', 'El Poblado', 'Robledo', 'Castilla', 'Caribe', 'Manrique', 'Barrio Colombia', 'San Diego'],
    towns: ['Itagüí', 'Envigado', 'Sabaneta', 'La Estrella', 'Bello', 'Rionegro', 'Marinilla', 'Copacabana'],
  },
  {
    code: 'CLO', name: 'Cali', city: 'Cali', address: 'Carrera 8 # 32-115', telephone: '602 555 0118', weight: 16, area: '2',
    week: week(['07:30', '12:00'], ['14:00', '18:00'], null),
    quarters: ['San Nicolás', 'el barrio Obrero', 'Granada', 'San Fernando', 'Meléndez', 'Salomia', 'Floralia', 'Alfonso López', 'el barrio Industrial', 'Ciudad Jardín'],
    towns: ['Yumbo', 'Palmira', 'Jamundí', 'Candelaria', 'Buga', 'Tuluá'],
  },
  {
    code: 'BAQ', name: 'Barranquilla', city: 'Barranquilla', address: 'Vía 40 # 71-204', telephone: '605 555 0171', weight: 12, area: '5',
    week: week(['07:00', '12:00'], ['14:00', '17:30'], ['08:00', '12:30']),
    quarters: ['Boston', 'El Prado', 'Las Nieves', 'Rebolo', 'La Cumbre', 'San Roque', 'Siape', 'Simón Bolívar', 'Villa Santos', 'El Bosque'],
    towns: ['Soledad', 'Malambo', 'Galapa', 'Puerto Colombia', 'Sabanalarga', 'Ciénaga'],
  },
  {
    code: 'BGA', name: 'Bucaramanga', city: 'Bucaramanga', address: 'Calle 28 # 14-37', telephone: '607 555 0129', weight: 9, area: '7',
    week: week(['07:30', '12:00'], ['14:00', '18:00'], ['08:00', '11:30']),
    quarters: ['San Francisco', 'Girardot', 'García Rovira', 'Cabecera', 'La Concordia', 'Provenza', 'Chapinero', 'Real de Minas'],
    towns: ['Girón', 'Floridablanca', 'Piedecuesta', 'Lebrija', 'Barrancabermeja', 'San Gil'],
  },
  {
    code: 'PEI', name: 'Pereira', city: 'Pereira', address: 'Avenida 30 de Agosto # 101-52', telephone: '606 555 0155', weight: 7, area: '6',
    week: week(['07:30', '12:00'], ['14:00', '17:30'], null),
    quarters: ['Cuba', 'La Popa', 'Centro', 'Belmonte', 'Los Álamos', 'Villavicencio', 'El Poblado', 'Pinares'],
    towns: ['Dosquebradas', 'Santa Rosa de Cabal', 'La Virginia', 'Manizales', 'Armenia', 'Cartago'],
  },
]

export type DemoArea = { code: AreaCode; name: string; nameEn: string }
export const AREAS: readonly DemoArea[] = [
  ...FIRST_AREAS,
  { code: 'FAC', name: 'Facturación', nameEn: 'Billing' },
  { code: 'CAR', name: 'Cartera', nameEn: 'Receivables' },
  { code: 'MTO', name: 'Mantenimiento de Equipos', nameEn: 'Equipment Maintenance' },
  { code: 'CAL', name: 'Calidad', nameEn: 'Quality' },
  { code: 'HSE', name: 'Seguridad, Salud y Medio Ambiente', nameEn: 'Health, Safety and Environment' },
]
