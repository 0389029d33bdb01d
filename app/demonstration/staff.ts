import type { Role } from '#modules/people/contract.ts'
import type { AreaCode, BranchCode } from './places.ts'

export const SUPPLIER = { key: 'arrayan', name: 'Contactos Arrayán S. A. S.' } as const

export type DemoGrant = { role: Role; branch?: BranchCode; area?: AreaCode; supplier?: typeof SUPPLIER.key; substitute?: true }
/** `key` names a person in the plan of the years and is the local part of their mail. */
export type DemoPerson = { key: string; name: string; post: string; email: string; language: 'es' | 'en'; grants: readonly DemoGrant[] }

const person = (key: string, name: string, post: string, ...grants: DemoGrant[]): DemoPerson => ({ key, name, post, email: `${key}@tequendal.example`, language: 'es', grants })
const external = (key: string, name: string, post: string, ...grants: DemoGrant[]): DemoPerson => ({ ...person(key, name, post, ...grants), email: `${key}@arrayan.example` })
const responsible = (branch: BranchCode, substitute = false): DemoGrant => ({ role: 'branch-responsible', branch, ...(substitute ? { substitute: true as const } : {}) })
const agent = (branch?: BranchCode): DemoGrant => ({ role: 'agent', ...(branch ? { branch } : {}) })
const answers = (area: AreaCode): DemoGrant => ({ role: 'area-responder', area })
const ofSupplier = (role: 'supplier-agent' | 'supplier-supervisor'): DemoGrant => ({ role, supplier: SUPPLIER.key })

/** The staff, all invented. A branch has a titular and a substitute; an area at least one who answers. */
export const STAFF: readonly DemoPerson[] = [
  person('sistemas', 'Iván Darío Pabón Cruz', 'Administrador de aplicaciones', { role: 'admin' }),
  person('jefe', 'Gloria Esperanza Lizcano Rey', 'Jefe de Servicio al Cliente', { role: 'head' }),
  person('gerencia', 'Hernando Villamil Castro', 'Gerente general', { role: 'executive' }),
  person('logistica', 'Patricia Cuéllar Mora', 'Gerente de Logística', { role: 'executive' }),
  person('auditoria', 'Néstor Chaparro Luna', 'Auditor interno', { role: 'auditor' }),
  person('calidad', 'Ximena Bedoya Trujillo', 'Especialista de Calidad', { role: 'quality' }, answers('CAL')),
  person('lab', 'Óscar Iván Tabares', 'Químico farmacéutico', { role: 'quality' }, answers('CAL')),
  person('hse', 'Rubén Ariza Polo', 'Coordinador SSMA', { role: 'hse' }, answers('HSE')),
  person('hse2', 'Yenny Mantilla Ortiz', 'Profesional SSMA', { role: 'hse' }, answers('HSE')),

  person('bog.titular', 'Sandra Milena Rincón Acosta', 'Coordinadora de servicio, Bogotá Norte', responsible('BOG')),
  person('bog.suplente', 'Fabián Duarte Niño', 'Analista de servicio, Bogotá Norte', responsible('BOG', true), agent('BOG')),
  person('mde.titular', 'Catalina Jaramillo Hoyos', 'Coordinadora de servicio, Medellín', responsible('MDE')),
  person('mde.suplente', 'Sebastián Zapata Ríos', 'Analista de servicio, Medellín', responsible('MDE', true), agent('MDE')),
  person('clo.titular', 'Viviana Caicedo Lozano', 'Coordinadora de servicio, Cali', responsible('CLO')),
  person('clo.suplente', 'Jhon Jairo Perdomo', 'Analista de servicio, Cali', responsible('CLO', true), agent('CLO')),
  person('baq.titular', 'Margarita De la Hoz Barrios', 'Coordinadora de servicio, Barranquilla', responsible('BAQ')),
  person('baq.suplente', 'Álvaro Orozco Mercado', 'Analista de servicio, Barranquilla', responsible('BAQ', true), agent('BAQ')),
  person('bga.titular', 'Nubia Angarita Serrano', 'Coordinadora de servicio, Bucaramanga', responsible('BGA')),
  person('bga.suplente', 'Edwin Becerra Gélvez', 'Analista de servicio, Bucaramanga', responsible('BGA', true), agent('BGA')),
  person('pei.titular', 'Lorena Marín Arias', 'Coordinadora de servicio, Pereira', responsible('PEI')),
  person('pei.suplente', 'Mauricio Londoño Gil', 'Analista de servicio, Pereira', responsible('PEI', true), agent('PEI')),

  person('ana', 'Ana Lucía Sarmiento', 'Agente de servicio', agent()),
  person('felipe', 'Felipe Buitrago Peña', 'Agente de servicio', agent()),
  person('marcela', 'Marcela Guerrero Díaz', 'Agente de servicio', agent()),
  person('bog.mostrador', 'Leidy Cepeda Torres', 'Auxiliar de mostrador, Bogotá Norte', agent('BOG')),
  person('mde.mostrador', 'Yuliana Correa Vélez', 'Auxiliar de mostrador, Medellín', agent('MDE')),
  person('clo.mostrador', 'Diana Mosquera Ruiz', 'Auxiliar de mostrador, Cali', agent('CLO')),
  person('baq.mostrador', 'Katherine Polo Ariza', 'Auxiliar de mostrador, Barranquilla', agent('BAQ')),

  external('supervisora', 'Claudia Bonilla Parra', 'Supervisora de la línea', ofSupplier('supplier-supervisor')),
  external('linea1', 'Paola Andrea Rojas', 'Agente de la línea', ofSupplier('supplier-agent')),
  external('linea2', 'Cristian Camilo Suárez', 'Agente de la línea', ofSupplier('supplier-agent')),
  external('linea3', 'Tatiana Murillo', 'Agente de la línea', ofSupplier('supplier-agent')),
  external('linea4', 'Brayan Beltrán', 'Agente de la línea', ofSupplier('supplier-agent')),
  external('linea5', 'Angie Herrera Soto', 'Agente de la línea', ofSupplier('supplier-agent')),
  external('linea6', 'Stefany Quintero', 'Agente de la línea', ofSupplier('supplier-agent')),

  person('comercial', 'Germán Ospina Restrepo', 'Director comercial', answers('GEC')),
  person('comercial2', 'Adriana Mejía Salgado', 'Coordinadora de ventas', answers('GEC')),
  person('compras', 'Hugo Pineda Rubio', 'Jefe de Adquisiciones', answers('ADQ')),
  person('liquidos', 'Rodrigo Castaño Henao', 'Jefe de Producción de Líquidos', answers('PRL')),
  person('llenado', 'Gustavo Palacios Mena', 'Jefe de Producción de Gases', answers('PRG')),
  person('llenado2', 'Liliana Vargas Ochoa', 'Supervisora de llenado', answers('PRG')),
  person('entrega', 'Javier Montoya Arbeláez', 'Jefe de Entrega', answers('ENT')),
  person('despacho', 'Wilson Barrios Acuña', 'Coordinador de despachos', answers('ENT')),
  person('despacho2', 'Mónica Valencia Prado', 'Programadora de rutas', answers('ENT')),
  person('facturacion', 'Esperanza Moreno Galvis', 'Coordinadora de Facturación', answers('FAC')),
  person('facturacion2', 'Julián Escobar Nieto', 'Analista de Facturación', answers('FAC')),
  person('cartera', 'Beatriz Salazar Uribe', 'Jefe de Cartera', answers('CAR')),
  person('taller', 'Nelson Gómez Pulido', 'Jefe de Mantenimiento de Equipos', answers('MTO')),
  person('gestion', 'Amparo Torres Vela', 'Analista de Control de Gestión', answers('CGE')),
  person('planeacion', 'Camilo Peña Arroyo', 'Analista del Sistema de Gestión', answers('PSG'), { role: 'quality' }),
]

const among = <Code extends string>(of: (person: DemoPerson) => readonly Code[]): ReadonlyMap<Code, readonly string[]> => {
  const keys = new Map<Code, string[]>()
  for (const each of STAFF) for (const code of of(each)) keys.set(code, [...(keys.get(code) ?? []), each.key])
  return keys
}
export const RESPONDERS = among<AreaCode>(({ grants }) => grants.flatMap(({ role, area }) => (role === 'area-responder' && area ? [area] : [])))
export const BRANCH_AGENTS = among<BranchCode>(({ grants }) => grants.flatMap(({ role, branch }) => (role === 'agent' && branch ? [branch] : [])))
export const TITULARS = among<BranchCode>(({ grants }) => grants.flatMap(({ role, branch, substitute }) => (role === 'branch-responsible' && branch && !substitute ? [branch] : [])))
export const LINE_AGENTS: readonly string[] = STAFF.filter(({ grants }) => grants.some(({ role }) => role === 'supplier-agent')).map(({ key }) => key)
export const DESK_AGENTS: readonly string[] = ['ana', 'felipe', 'marcela']
