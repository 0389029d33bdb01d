export type Segment = 'clinic' | 'homecare' | 'workshop' | 'welder' | 'restaurant' | 'hotel' | 'laboratory' | 'plant' | 'farm' | 'household'

/** As the customer's sheet shows it. */
export const SEGMENT_NAMES: Record<Segment, string> = {
  clinic: 'Salud', homecare: 'Cuidado en casa', workshop: 'Talleres', welder: 'Soldadores', restaurant: 'Restaurantes', hotel: 'Hoteles', laboratory: 'Laboratorios', plant: 'Plantas', farm: 'Campo', household: 'Hogares',
}
export type Family = 'medical' | 'oxygen' | 'acetylene' | 'argon' | 'mix' | 'co2' | 'nitrogen' | 'helium' | 'lpg' | 'bulk' | 'cryogenic' | 'standard' | 'equipment' | 'service'
/** As the company names them, in its own language. */
export const FAMILY_NAMES: Record<Family, string> = { medical: 'Gases medicinales', oxygen: 'Oxígeno', acetylene: 'Acetileno', argon: 'Argón', mix: 'Mezclas de soldadura', co2: 'Dióxido de carbono', nitrogen: 'Nitrógeno', helium: 'Helio', lpg: 'GLP', bulk: 'Granel', cryogenic: 'Criogénicos', standard: 'Patrones', equipment: 'Equipos', service: 'Servicios' }
/** What people call the thing it comes in, and so its gender. */
export type Container = 'cilindro' | 'pipeta' | 'termo' | 'equipo' | 'tanque'

/**
 * A product or service of the demonstration company. `said`: how customers name it (without article); `english`: how a foreign
 * plant manager does; `size` follows the container's name; `price` in Colombian pesos, of one full container, without tax.
 */
export type DemoProduct = {
  code: string
  name: string
  nameEn: string
  family: Family
  said: readonly string[]
  english: string
  container: Container
  size: string
  price: number
  segments: Partial<Record<Segment, number>>
}

const product = (code: string, name: string, nameEn: string, family: Family, said: readonly string[], english: string, container: Container, size: string, price: number, segments: Partial<Record<Segment, number>>): DemoProduct =>
  ({ code, name, nameEn, family, said, english, container, size, price, segments })

export const PRODUCTS: readonly DemoProduct[] = [
  product('OXM-065', 'Oxígeno medicinal 6,5 m³', 'Medical oxygen 6.5 m³', 'medical', ['oxígeno medicinal', 'oxígeno', 'O2 medicinal', 'oxígeno medicinal de 6,5'], 'medical oxygen', 'cilindro', 'de 6,5 m³', 118_000, { clinic: 10, homecare: 4 }),
  product('OXM-010', 'Oxígeno medicinal portátil 1 m³', 'Medical oxygen, portable 1 m³', 'medical', ['oxígeno portátil', 'oxígeno medicinal pequeño', 'oxígeno medicinal de un metro'], 'portable oxygen', 'cilindro', 'portátil', 58_000, { clinic: 3, homecare: 6 }),
  product('N2O-030', 'Óxido nitroso medicinal 30 kg', 'Medical nitrous oxide 30 kg', 'medical', ['óxido nitroso', 'N2O', 'óxido nitroso medicinal'], 'nitrous oxide', 'cilindro', 'de 30 kilos', 892_000, { clinic: 2 }),
  product('AIM-065', 'Aire medicinal 6,5 m³', 'Medical air 6.5 m³', 'medical', ['aire medicinal', 'aire grado medicinal'], 'medical air', 'cilindro', 'de 6,5 m³', 104_000, { clinic: 3 }),
  product('OXI-065', 'Oxígeno industrial 6,5 m³', 'Industrial oxygen 6.5 m³', 'oxygen', ['oxígeno industrial', 'oxígeno', 'oxígeno de corte'], 'industrial oxygen', 'cilindro', 'de 6,5 m³', 86_000, { workshop: 8, welder: 7, plant: 3 }),
  product('OXI-010', 'Oxígeno industrial 1 m³', 'Industrial oxygen 1 m³', 'oxygen', ['oxígeno del pequeño', 'oxígeno industrial de un metro'], 'small oxygen', 'cilindro', 'de 1 m³', 41_000, { welder: 4, workshop: 1 }),
  product('ACE-006', 'Acetileno 6 kg', 'Acetylene 6 kg', 'acetylene', ['acetileno', 'acetileno de 6 kilos'], 'acetylene', 'cilindro', 'de 6 kg', 268_000, { workshop: 6, welder: 5, plant: 1 }),
  product('ACE-010', 'Acetileno 1 kg', 'Acetylene 1 kg', 'acetylene', ['acetileno pequeño', 'acetileno de un kilo'], 'small acetylene', 'cilindro', 'de 1 kg', 79_000, { welder: 4, workshop: 1 }),
  product('ARG-065', 'Argón 6,5 m³', 'Argon 6.5 m³', 'argon', ['argón', 'argón para TIG', 'argón puro'], 'argon', 'cilindro', 'de 6,5 m³', 312_000, { workshop: 5, welder: 3, plant: 2, laboratory: 1 }),
  product('ARG-050', 'Argón 5.0 para laboratorio', 'Argon 5.0 laboratory grade', 'argon', ['argón 5.0', 'argón ultra puro', 'argón UAP'], 'argon 5.0', 'cilindro', 'de 9 m³', 694_000, { laboratory: 4 }),
  product('MEZ-8020', 'Mezcla Ar 80 / CO₂ 20', 'Mixture Ar 80 / CO₂ 20', 'mix', ['mezcla', 'mezcla 80/20', 'mezcla para MIG'], 'welding mix', 'cilindro', 'de 8 m³', 238_000, { workshop: 6, welder: 3, plant: 3 }),
  product('CO2-025', 'Dióxido de carbono 25 kg', 'Carbon dioxide 25 kg', 'co2', ['CO2', 'gas carbónico', 'CO2 de 25'], 'CO2', 'cilindro', 'de 25 kilos', 134_000, { restaurant: 4, workshop: 2, plant: 5, hotel: 1 }),
  product('NIT-065', 'Nitrógeno 6,5 m³', 'Nitrogen 6.5 m³', 'nitrogen', ['nitrógeno', 'nitrógeno gaseoso', 'nitrógeno seco'], 'nitrogen', 'cilindro', 'de 6,5 m³', 97_000, { plant: 5, workshop: 2, laboratory: 3 }),
  product('NIT-050', 'Nitrógeno 5.0 para laboratorio', 'Nitrogen 5.0 laboratory grade', 'nitrogen', ['nitrógeno 5.0', 'nitrógeno ultra puro'], 'nitrogen 5.0', 'cilindro', 'de 9 m³', 356_000, { laboratory: 5 }),
  product('HEL-050', 'Helio 5.0 para cromatografía', 'Helium 5.0 for chromatography', 'helium', ['helio 5.0', 'helio para el cromatógrafo', 'helio UAP'], 'helium 5.0', 'cilindro', 'de 9 m³', 1_940_000, { laboratory: 4 }),
  product('PAT-CO', 'Mezcla patrón de calibración', 'Calibration standard', 'standard', ['mezcla patrón', 'gas patrón', 'patrón de calibración'], 'calibration gas', 'cilindro', 'de aluminio', 2_380_000, { laboratory: 4, plant: 1 }),
  product('TER-N2', 'Nitrógeno líquido en termo 160 L', 'Liquid nitrogen, 160 L dewar', 'cryogenic', ['nitrógeno líquido', 'LIN'], 'liquid nitrogen', 'termo', 'de 160 litros', 788_000, { laboratory: 2, plant: 3, farm: 2 }),
  product('TER-O2', 'Oxígeno líquido en termo 160 L', 'Liquid oxygen, 160 L dewar', 'cryogenic', ['oxígeno líquido', 'LOX'], 'liquid oxygen', 'termo', 'de 160 litros', 836_000, { clinic: 2, plant: 2 }),
  product('GLP-033', 'GLP pipeta 33 lb', 'LP gas 33 lb', 'lpg', ['gas', 'gas de 33', 'gas propano'], 'propane', 'pipeta', 'de 33', 74_000, { household: 8, restaurant: 1 }),
  product('GLP-040', 'GLP pipeta 40 lb', 'LP gas 40 lb', 'lpg', ['gas', 'gas de 40', 'gas propano'], 'propane', 'pipeta', 'de 40', 89_000, { household: 8, restaurant: 3, farm: 1 }),
  product('GLP-100', 'GLP cilindro 100 lb', 'LP gas 100 lb', 'lpg', ['gas', 'gas de 100', 'gas propano'], 'propane', 'pipeta', 'de 100 libras', 214_000, { restaurant: 10, hotel: 6, farm: 7 }),
  product('GLP-GRA', 'GLP a granel', 'LP gas in bulk', 'bulk', ['gas a granel', 'GLP a granel', 'propano'], 'bulk LPG', 'tanque', 'estacionario', 1_860_000, { hotel: 4, farm: 4, plant: 2 }),
  product('REG-OX', 'Regulador de oxígeno dos manómetros', 'Oxygen regulator, two gauges', 'equipment', ['regulador de oxígeno', 'regulador', 'manómetro de oxígeno'], 'oxygen regulator', 'equipo', '', 246_000, { workshop: 3, welder: 5 }),
  product('FLU-MED', 'Flujómetro con humidificador', 'Flowmeter with humidifier', 'equipment', ['flujómetro', 'flujómetro con humidificador', 'humidificador'], 'flowmeter', 'equipo', '', 189_000, { clinic: 3, homecare: 5 }),
  product('CON-5L', 'Concentrador de oxígeno 5 L (comodato)', 'Oxygen concentrator 5 L (loan)', 'equipment', ['concentrador', 'concentrador de oxígeno'], 'concentrator', 'equipo', '', 3_400_000, { homecare: 5, clinic: 1 }),
  product('REG-GLP', 'Regulador de GLP con manguera', 'LPG regulator with hose', 'equipment', ['regulador del gas', 'regulador con manguera'], 'LPG regulator', 'equipo', '', 62_000, { household: 4, restaurant: 3 }),
  product('EQ-CORTE', 'Equipo de oxicorte', 'Oxy-fuel cutting set', 'equipment', ['equipo de oxicorte', 'soplete de corte'], 'cutting torch', 'equipo', '', 684_000, { welder: 2, workshop: 2 }),
  product('SER-RED', 'Mantenimiento de red de gases', 'Gas network maintenance', 'service', ['mantenimiento de la red', 'revisión de la red de gases'], 'network maintenance', 'equipo', '', 540_000, { clinic: 1, laboratory: 1, plant: 1 }),
  product('SER-CAP', 'Capacitación en manejo seguro de gases', 'Training in safe handling of gases', 'service', ['capacitación en manejo seguro', 'capacitación de gases'], 'safe handling training', 'equipo', '', 0, { clinic: 1, workshop: 1, plant: 1 }),
  product('ALQ-CIL', 'Alquiler de cilindros', 'Cylinder rental', 'service', ['alquiler de cilindros', 'alquiler'], 'cylinder rental', 'equipo', '', 26_000, { workshop: 1, clinic: 1, plant: 1 }),
]
