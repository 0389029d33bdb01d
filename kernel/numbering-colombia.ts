import type { NumberingPlan } from './telephone.ts'

/**
 * Colombia. Today's ranges: CRC numbering plan as libphonenumber 2026-07 holds it. The change of 2021: Resolución CRC
 * 5826 of 2019, in force 1 September 2021: fixed numbers became 60 + the area's old digit + the same seven digits, and the
 * prefixes 03 (fixed to mobile) and 0 + operator (long distance) went. A customer base of 2010 is full of the old ways.
 */
export const COLOMBIA: NumberingPlan = {
  country: 'CO',
  callingCode: '57',
  ranges: [
    { kind: 'mobile', pattern: '3(?:0[0-5]|1\\d|2[0-4]|3[03]|5[01]|70)\\d{7}' },
    { kind: 'fixed', pattern: '60(?:10|[18][1-9]|[24-7][2-9])\\d{6}' },
    { kind: 'toll-free', pattern: '1800\\d{7}' },
    { kind: 'premium', pattern: '(?:19(?:0[01]|4[78])|901)\\d{7}' },
  ],
  writings: [
    { pattern: '0([3579]|4(?:[14]4|56))?(3\\d{9})', becomes: '$2', sure: true }, // 03 from a fixed line, or an operator's prefix
    { pattern: '0(?:[579]|4(?:[14]4|56))?(60[124-8]\\d{7})', becomes: '$1', sure: true },
    { pattern: '0(1(?:800|9\\d\\d)\\d{7})', becomes: '$1', sure: true }, // 01 8000 …, 01 900 …
    { pattern: '0(?:[579]|4(?:[14]4|56))?([124-8])([2-9]\\d{6})', becomes: '60$1$2', sure: true }, // 0 or 0 + operator, area, seven
    { pattern: '([124-8])([2-9]\\d{6})', becomes: '60$1$2', sure: false }, // area and seven run together, or eight digits mistyped
  ],
  /** After +57 or with the area in brackets the old eight digits can be nothing else. */
  oldNational: { pattern: '([124-8])([2-9]\\d{6})', becomes: '60$1$2' },
  local: { pattern: '[2-9]\\d{6}', becomes: '60{area}' },
  // Mobile numbers of before 2003: which of today's ranges each went to depended on its operator.
  lost: [{ kind: 'mobile', pattern: '0?3?3[3-7]\\d{7}' }],
  shown: [
    { pattern: '(3\\d\\d)(\\d{3})(\\d{4})', as: '$1 $2 $3' },
    { pattern: '(60\\d)(\\d{3})(\\d{4})', as: '$1 $2 $3' },
    { pattern: '1(800\\d)(\\d{3})(\\d{3})', as: '01 $1 $2 $3' },
    { pattern: '1(9\\d\\d)(\\d{3})(\\d{4})', as: '01 $1 $2 $3' },
  ],
  areas: [
    { area: '1', divisions: ['11', '25'], places: ['bogota', 'bogota dc', 'cundinamarca', 'soacha', 'chia', 'zipaquira', 'facatativa', 'funza', 'mosquera', 'madrid', 'girardot', 'fusagasuga', 'cajica'] },
    { area: '2', divisions: ['76', '19', '52'], places: ['valle del cauca', 'valle', 'cauca', 'narino', 'cali', 'santiago de cali', 'popayan', 'pasto', 'palmira', 'buenaventura', 'tulua', 'buga', 'yumbo', 'cartago', 'jamundi', 'ipiales', 'tumaco'] },
    { area: '4', divisions: ['05', '27', '23'], places: ['antioquia', 'choco', 'cordoba', 'medellin', 'quibdo', 'monteria', 'bello', 'itagui', 'envigado', 'rionegro', 'sabaneta', 'apartado'] },
    { area: '5', divisions: ['08', '13', '20', '44', '47', '70'], places: ['atlantico', 'bolivar', 'cesar', 'la guajira', 'guajira', 'magdalena', 'sucre', 'barranquilla', 'cartagena', 'cartagena de indias', 'valledupar', 'riohacha', 'santa marta', 'sincelejo', 'soledad', 'malambo', 'maicao'] },
    { area: '6', divisions: ['17', '63', '66'], places: ['caldas', 'quindio', 'risaralda', 'eje cafetero', 'manizales', 'armenia', 'pereira', 'dosquebradas', 'la dorada'] },
    { area: '7', divisions: ['54', '68', '81'], places: ['norte de santander', 'santander', 'arauca', 'cucuta', 'san jose de cucuta', 'bucaramanga', 'floridablanca', 'giron', 'piedecuesta', 'barrancabermeja', 'ocana', 'pamplona'] },
    { area: '8', divisions: ['15', '18', '41', '50', '73', '85', '86', '88', '91', '94', '95', '97', '99'], places: ['boyaca', 'caqueta', 'huila', 'meta', 'tolima', 'casanare', 'putumayo', 'san andres', 'amazonas', 'guainia', 'guaviare', 'vaupes', 'vichada', 'tunja', 'duitama', 'sogamoso', 'florencia', 'neiva', 'pitalito', 'villavicencio', 'acacias', 'ibague', 'yopal', 'mocoa', 'leticia', 'inirida', 'san jose del guaviare', 'mitu', 'puerto carreno'] },
  ],
}
