import type { CountryPack } from '../contract.ts'
import { CO_CONSUMER } from './CO-consumer.ts'
import { CO_DUTIES } from './CO-duties.ts'
import { CO_HOLIDAYS } from './CO-holidays.ts'
import { CO_PERSONAL_DATA } from './CO-personal-data.ts'
import { CO_PETITIONS } from './CO-petitions.ts'
import { CO_UTILITY } from './CO-utility.ts'
import { both } from './rule-row.ts'

const OFFICE = [{ from: '08:00', to: '17:30' }] as const

/** Colombia as data (law-co.md). Laws change in mid-year: a change is a new version of a row with its `since`, never an edit. */
export const CO: CountryPack = {
  country: 'CO',
  name: both('Colombia', 'Colombia'),
  timeZone: 'America/Bogota',
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  holidays: CO_HOLIDAYS,
  terms: [...CO_PETITIONS, ...CO_CONSUMER, ...CO_UTILITY, ...CO_PERSONAL_DATA, ...CO_DUTIES],
  decision: [
    { id: 'emergency', when: [{ flags: ['emergency'] }], unlessTaken: [], families: [] },
    { id: 'personal-data', when: [{ personalData: true }], unlessTaken: [], families: ['personal-data'] },
    { id: 'utility', when: [{ flags: ['es_ESP_GLP', 'lpg-user'] }], unlessTaken: [], families: ['utility'] },
    { id: 'consumer', unlessTaken: ['utility'], families: ['consumer'], when: [
      { consumer: true, kinds: ['claim'], exceptSubjects: ['data-correction', 'data-update', 'data-deletion', 'consent-withdrawal'] },
      { consumer: true, subjects: ['product', 'warranty-repair', 'warranty-replacement', 'warranty-refund', 'advertising', 'withdrawal'] },
    ] },
    { id: 'petition', when: [], unlessTaken: ['personal-data', 'utility', 'consumer'], families: ['petition'] },
    { id: 'duties', when: [], unlessTaken: [], families: ['duties'] },
  ],
  flags: { company: ['es_ESP_GLP', 'authority'], asked: ['lpg-user', 'electronic-commerce', 'incomplete', 'other-competence'] },
  idTypes: [
    { code: 'NIT', name: both('NIT', 'Tax id'), of: 'both', checkDigit: 'nit' },
    { code: 'CC', name: both('Cédula de ciudadanía', 'Citizen id'), of: 'person' },
    { code: 'CE', name: both('Cédula de extranjería', 'Foreigner id'), of: 'person' },
    { code: 'TI', name: both('Tarjeta de identidad', 'Minor id'), of: 'person' },
    { code: 'PA', name: both('Pasaporte', 'Passport'), of: 'person' },
  ],
  emergencyNumbers: [
    { number: '123', name: both('Línea única de emergencias', 'Single emergency line'), mark: 'V' },
    { number: '119', name: both('Bomberos', 'Fire brigade'), mark: 'S' },
    { number: '125', name: both('Ambulancia', 'Ambulance'), mark: 'S' },
    { number: '132', name: both('Cruz Roja', 'Red Cross'), mark: 'S' },
    { number: '144', name: both('Defensa Civil', 'Civil Defence'), mark: 'S' },
    { number: '112', name: both('Policía', 'Police'), mark: 'S' },
    { number: '111', name: both('Atención de desastres', 'Disasters'), mark: 'S' },
    { number: '164', name: both('Emergencias de redes de gas natural (no cilindros de GLP)', 'Natural-gas network emergencies (not LPG cylinders)'), mark: 'S' },
    { number: '018000916012', name: both('CISPROQUIM, 24 horas: asesoría química y toxicológica', 'CISPROQUIM, 24 h chemical and toxicology advice'), mark: 'V' },
    { number: '+576012886012', name: both('CISPROQUIM, 24 horas: asesoría química y toxicológica', 'CISPROQUIM, 24 h chemical and toxicology advice'), mark: 'V' },
  ],
  labels: {
    cases: both('SQR', 'Cases'),
    caseNumber: both('Número de radicado', 'Filing number'),
    taxId: both('NIT', 'Tax id'),
    consumerAuthority: both('Superintendencia de Industria y Comercio (SIC)', 'Consumer authority (SIC)'),
    utilityAuthority: both('Superintendencia de Servicios Públicos Domiciliarios (SSPD)', 'Utilities authority (SSPD)'),
  },
}
