import type { Kind, Remedy, Severity } from '#modules/cases/contract.ts'
import type { AreaCode } from './places.ts'
import type { Family, Segment } from './products.ts'

/** A node of the tree of causes, as the product keeps it; `parent` is null for a class. Only leaves are given to cases. */
export type DemoCause = {
  code: string
  parent: string | null
  name: string
  nameEn: string
  kinds: readonly Kind[]
  area: AreaCode | null
  severity: Severity
  serialRequired: boolean
  procedureUndefined: boolean
}

/** A leaf with what the writer needs: how often it comes, about which products, from whom, and how it tends to end. */
export type Leaf = DemoCause & {
  parent: string
  weight: number
  families: readonly Family[] | null
  segments: readonly Segment[] | null
  remedies: readonly Remedy[]
  /** The customer cannot work, cook or breathe meanwhile: texts tell so. */
  stops: boolean
}

type More = { severity?: Severity; serial?: true; undefinedProcedure?: true; families?: readonly Family[]; segments?: readonly Segment[]; stops?: true }

/** 'ENT.DEM.PED' is under 'ENT.DEM'; '' for a class. */
const above = (code: string): string => code.slice(0, Math.max(0, code.lastIndexOf('.')))

const branch = (code: string, name: string, nameEn: string): DemoCause =>
  ({ code, parent: above(code) || null, name, nameEn, kinds: [], area: null, severity: 'normal', serialRequired: false, procedureUndefined: false })

const leaf = (code: string, weight: number, kind: Kind, area: AreaCode, name: string, nameEn: string, remedies: readonly Remedy[], more: More = {}): Leaf => ({
  code, parent: above(code), name, nameEn, kinds: [kind], area, severity: more.severity ?? 'normal', serialRequired: more.serial ?? false,
  procedureUndefined: more.undefinedProcedure ?? false, weight, families: more.families ?? null, segments: more.segments ?? null, remedies, stops: more.stops ?? false,
})

const GASES: readonly Family[] = ['medical', 'oxygen', 'acetylene', 'argon', 'mix', 'co2', 'nitrogen', 'helium', 'lpg', 'cryogenic', 'standard']
const CYLINDERS: readonly Family[] = ['medical', 'oxygen', 'acetylene', 'argon', 'mix', 'co2', 'nitrogen', 'helium', 'lpg', 'standard']
const RENTED: readonly Family[] = ['medical', 'oxygen', 'acetylene', 'argon', 'mix', 'co2', 'nitrogen', 'helium']
const BUSINESS: readonly Segment[] = ['clinic', 'workshop', 'restaurant', 'hotel', 'laboratory', 'plant', 'farm']
const INDUSTRY: readonly Segment[] = ['clinic', 'workshop', 'laboratory', 'plant', 'hotel', 'restaurant']

const TREE: readonly DemoCause[] = [
  branch('ENT', 'Entrega y recogida', 'Delivery and pickup'),
  branch('ENT.DEM', 'Demoras', 'Delays'),
  branch('ENT.DIF', 'Diferencias en la entrega', 'Differences on delivery'),
  branch('ENT.CON', 'Conductores y ayudantes', 'Drivers and helpers'),
  branch('ENT.SOL', 'Solicitudes de entrega y recogida', 'Delivery and pickup requests'),
  branch('PRD', 'Producto y cilindro', 'Product and cylinder'),
  branch('PRD.CAL', 'Calidad y contenido', 'Quality and contents'),
  branch('PRD.CIL', 'Estado del cilindro', 'Condition of the cylinder'),
  branch('PRD.DOC', 'Documentos técnicos', 'Technical documents'),
  branch('PRD.DEV', 'Devoluciones', 'Returns'),
  branch('FAC', 'Facturación', 'Billing'),
  branch('FAC.ERR', 'Errores de factura', 'Invoice errors'),
  branch('FAC.SOL', 'Solicitudes de facturación', 'Billing requests'),
  branch('CAR', 'Cartera y saldos', 'Receivables and balances'),
  branch('CAR.PAG', 'Pagos y cupos', 'Payments and credit'),
  branch('CAR.SOL', 'Solicitudes de cartera', 'Receivables requests'),
  branch('CAR.SAL', 'Saldos y depósitos de cilindros', 'Cylinder balances and deposits'),
  branch('GEC', 'Comercial', 'Commercial'),
  branch('GEC.SOL', 'Solicitudes comerciales', 'Commercial requests'),
  branch('GEC.ASE', 'Asesoría comercial', 'Account executives'),
  branch('EQU', 'Equipos y soporte técnico', 'Equipment and technical support'),
  branch('EQU.FAL', 'Fallas de equipo', 'Equipment failures'),
  branch('EQU.SOP', 'Soporte técnico', 'Technical support'),
  branch('ATE', 'Atención al cliente', 'Customer service'),
  branch('ATE.LIN', 'Línea y canales', 'Line and channels'),
  branch('ATE.TRA', 'Trato e información', 'Treatment and information'),
  branch('SSM', 'Seguridad, salud y medio ambiente', 'Health, safety and environment'),
  branch('SSM.SOL', 'Solicitudes SSMA', 'HSE requests'),
  branch('SSM.INC', 'Condiciones e incidentes', 'Conditions and incidents'),
  branch('DAT', 'Datos personales y contacto', 'Personal data and contact'),
  branch('DAT.HAB', 'Habeas data', 'Habeas data'),
  branch('VOZ', 'Voz del cliente', 'Voice of the customer'),
  branch('VOZ.SUG', 'Sugerencias', 'Suggestions'),
  branch('VOZ.FEL', 'Felicitaciones', 'Compliments'),
]

export const LEAVES: readonly Leaf[] = [
  leaf('ENT.DEM.PED', 62, 'claim', 'ENT', 'Pedido no entregado en la fecha ofrecida', 'Order not delivered on the promised date', ['correction', 'apology', 'explanation'], { families: GASES, stops: true }),
  leaf('ENT.DEM.REC', 26, 'complaint', 'ENT', 'Recogida de vacíos no realizada', 'Empties not picked up', ['pick-up', 'apology'], { families: RENTED }),
  leaf('ENT.DEM.URG', 12, 'claim', 'ENT', 'Demora en pedido urgente de gas medicinal', 'Urgent medical gas order delayed', ['correction', 'apology'], { families: ['medical'], severity: 'high', stops: true }),
  leaf('ENT.DIF.CAN', 20, 'claim', 'ENT', 'Cantidad entregada menor que la remisión', 'Fewer delivered than on the delivery note', ['correction', 'credit-note', 'replacement'], { families: CYLINDERS }),
  leaf('ENT.DIF.PRO', 14, 'claim', 'ENT', 'Producto entregado distinto al pedido', 'Product delivered differs from the order', ['replacement', 'apology'], { families: CYLINDERS, serial: true, stops: true }),
  leaf('ENT.DIF.SIT', 7, 'claim', 'ENT', 'Entrega en sede o dirección equivocada', 'Delivered to the wrong site', ['correction', 'apology'], { families: GASES, segments: BUSINESS }),
  leaf('ENT.CON.TRA', 18, 'complaint', 'ENT', 'Trato del conductor o ayudante', 'Conduct of driver or helper', ['apology', 'explanation']),
  leaf('ENT.CON.SEG', 10, 'complaint', 'ENT', 'Manejo inseguro de cilindros en la entrega', 'Unsafe handling of cylinders on delivery', ['apology', 'correction'], { families: CYLINDERS, severity: 'high' }),
  leaf('ENT.CON.COB', 6, 'complaint', 'ENT', 'Cobro o propina no autorizada', 'Unauthorised charge or tip', ['apology', 'refund'], { families: ['lpg', 'medical', 'oxygen'] }),
  leaf('ENT.SOL.REC', 88, 'request', 'ENT', 'Recogida de cilindros vacíos', 'Pickup of empty cylinders', ['pick-up'], { families: RENTED }),
  leaf('ENT.SOL.PRO', 50, 'request', 'ENT', 'Programación o cambio de entrega', 'Scheduling or change of delivery', ['correction', 'information'], { families: GASES }),
  leaf('ENT.SOL.EST', 62, 'request', 'ENT', 'Estado de un pedido', 'Status of an order', ['information'], { families: GASES }),
  leaf('ENT.SOL.URG', 24, 'request', 'ENT', 'Entrega urgente fuera de ruta', 'Urgent delivery outside the route', ['correction'], { families: GASES, stops: true, severity: 'high' }),

  leaf('PRD.CAL.PRE', 26, 'claim', 'PRG', 'Cilindro con presión o contenido bajo', 'Cylinder low in pressure or contents', ['replacement', 'credit-note'], { families: ['medical', 'oxygen', 'acetylene', 'argon', 'mix', 'co2', 'nitrogen', 'helium'], serial: true, stops: true }),
  leaf('PRD.CAL.CON', 10, 'claim', 'CAL', 'Gas contaminado o fuera de especificación', 'Contaminated or out-of-specification gas', ['replacement', 'credit-note', 'explanation'], { families: ['argon', 'mix', 'nitrogen', 'helium', 'co2', 'standard', 'oxygen'], serial: true, severity: 'high', stops: true }),
  leaf('PRD.CAL.PES', 15, 'claim', 'PRG', 'GLP con peso incompleto', 'LP gas short weight', ['replacement', 'credit-note'], { families: ['lpg'], serial: true }),
  leaf('PRD.CIL.FUG', 20, 'claim', 'PRG', 'Fuga por la válvula del cilindro', 'Leak at the cylinder valve', ['replacement', 'pick-up'], { families: CYLINDERS, serial: true, severity: 'critical' }),
  leaf('PRD.CIL.VAL', 15, 'claim', 'PRG', 'Válvula dura, dañada o sin volante', 'Valve stiff, damaged or without handwheel', ['replacement'], { families: CYLINDERS, serial: true, stops: true }),
  leaf('PRD.CIL.EST', 9, 'complaint', 'MTO', 'Cilindro oxidado, golpeado o sin pintura', 'Cylinder rusty, dented or unpainted', ['replacement', 'apology'], { families: CYLINDERS, serial: true }),
  leaf('PRD.CIL.PH', 7, 'claim', 'MTO', 'Prueba hidrostática vencida', 'Hydrostatic test overdue', ['replacement'], { families: ['medical', 'oxygen', 'argon', 'co2', 'nitrogen', 'mix'], serial: true, severity: 'high', segments: INDUSTRY }),
  leaf('PRD.CIL.ROT', 8, 'complaint', 'CAL', 'Sin rótulo, precinto o color correcto', 'Without label, seal or right colour', ['replacement', 'explanation'], { families: ['medical', 'argon', 'nitrogen', 'helium', 'standard', 'mix'], serial: true }),
  leaf('PRD.CIL.ACE', 6, 'claim', 'PRG', 'Acetileno que arroja acetona', 'Acetylene cylinder throwing acetone', ['replacement'], { families: ['acetylene'], serial: true, stops: true }),
  leaf('PRD.CIL.TER', 6, 'claim', 'PRL', 'Termo que pierde presión o producto', 'Dewar losing pressure or product', ['replacement', 'credit-note'], { families: ['cryogenic'], serial: true, stops: true }),
  leaf('PRD.DOC.CER', 40, 'request', 'CAL', 'Certificado de calidad o análisis de lote', 'Certificate of quality or lot analysis', ['information'], { families: ['medical', 'argon', 'nitrogen', 'helium', 'standard', 'co2', 'oxygen'], segments: ['clinic', 'laboratory', 'plant', 'workshop'] }),
  leaf('PRD.DOC.FDS', 22, 'request', 'HSE', 'Hoja de datos de seguridad', 'Safety data sheet', ['information'], { families: GASES, segments: BUSINESS }),
  leaf('PRD.DOC.INV', 12, 'request', 'CAL', 'Registro sanitario y certificado de BPM', 'Sanitary registration and GMP certificate', ['information'], { families: ['medical'], segments: ['clinic'] }),
  leaf('PRD.DEV.LLE', 8, 'request', 'PRG', 'Devolución de producto lleno no usado', 'Return of unused full product', ['pick-up', 'credit-note'], { families: CYLINDERS, undefinedProcedure: true }),
  leaf('PRD.DEV.CON', 7, 'claim', 'ENT', 'Cilindro en reclamo mezclado con vacíos', 'Claimed cylinder mixed with the empties', ['correction', 'replacement'], { families: CYLINDERS, serial: true, undefinedProcedure: true, severity: 'high' }),

  leaf('FAC.ERR.PRE', 20, 'claim', 'FAC', 'Precio facturado distinto al pactado', 'Invoiced price differs from the agreed one', ['credit-note', 'correction', 'explanation'], { families: GASES, segments: BUSINESS }),
  leaf('FAC.ERR.CAN', 13, 'claim', 'FAC', 'Cantidad facturada distinta a la entregada', 'Invoiced quantity differs from delivered', ['credit-note'], { families: GASES, segments: BUSINESS }),
  leaf('FAC.ERR.DUP', 8, 'claim', 'FAC', 'Factura duplicada', 'Duplicate invoice', ['credit-note'], { families: GASES, segments: BUSINESS }),
  leaf('FAC.ERR.ALQ', 18, 'claim', 'FAC', 'Alquiler de cilindros ya devueltos', 'Rental of cylinders already returned', ['credit-note', 'correction'], { families: RENTED, segments: ['clinic', 'workshop', 'laboratory', 'plant', 'welder', 'restaurant'] }),
  leaf('FAC.ERR.DAT', 9, 'claim', 'FAC', 'Datos errados en la factura', 'Wrong particulars on the invoice', ['correction'], { families: GASES, segments: BUSINESS }),
  leaf('FAC.SOL.COP', 64, 'request', 'FAC', 'Copia de factura o remisión', 'Copy of invoice or delivery note', ['information'], { families: GASES }),
  leaf('FAC.SOL.NCR', 20, 'request', 'FAC', 'Estado de una nota crédito', 'Status of a credit note', ['information', 'credit-note'], { families: GASES, segments: BUSINESS }),
  leaf('FAC.SOL.RET', 22, 'request', 'FAC', 'Certificado de retenciones', 'Withholding certificate', ['information'], { segments: BUSINESS }),

  leaf('CAR.PAG.APL', 14, 'claim', 'CAR', 'Pago no aplicado', 'Payment not applied', ['correction', 'explanation'], { segments: BUSINESS }),
  leaf('CAR.PAG.BLO', 13, 'complaint', 'CAR', 'Pedido retenido por cartera', 'Order held for overdue balance', ['correction', 'explanation'], { families: GASES, segments: BUSINESS, stops: true }),
  leaf('CAR.SOL.EST', 38, 'request', 'CAR', 'Estado de cuenta', 'Statement of account', ['information'], { segments: BUSINESS }),
  leaf('CAR.SOL.PAZ', 14, 'request', 'CAR', 'Paz y salvo', 'Certificate of no debt', ['information']),
  leaf('CAR.SAL.CIL', 15, 'claim', 'CAR', 'Diferencia en saldo de cilindros', 'Difference in cylinder balance', ['correction', 'explanation'], { families: RENTED }),
  leaf('CAR.SAL.DEP', 20, 'request', 'CAR', 'Devolución del depósito en garantía', 'Return of the deposit', ['refund'], { families: ['oxygen', 'acetylene', 'argon', 'mix', 'medical', 'lpg'], segments: ['welder', 'homecare', 'household', 'workshop', 'restaurant'] }),

  leaf('GEC.SOL.COT', 58, 'request', 'GEC', 'Cotización', 'Quotation', ['information']),
  leaf('GEC.SOL.VIN', 30, 'request', 'GEC', 'Vinculación como cliente', 'Opening an account', ['information']),
  leaf('GEC.SOL.DAT', 30, 'request', 'GEC', 'Actualización de datos del cliente', 'Update of customer particulars', ['correction']),
  leaf('GEC.SOL.VIS', 20, 'request', 'GEC', 'Visita del asesor comercial', 'Visit of the account executive', ['information'], { segments: BUSINESS }),
  leaf('GEC.SOL.TER', 12, 'request', 'GEC', 'Terminación del contrato y entrega de envases', 'End of contract and return of containers', ['pick-up', 'correction'], { families: RENTED, undefinedProcedure: true }),
  leaf('GEC.ASE.INC', 14, 'complaint', 'GEC', 'Asesor comercial no responde o incumple', 'Account executive does not answer', ['apology', 'explanation'], { segments: BUSINESS }),
  leaf('GEC.ASE.ALZ', 11, 'complaint', 'GEC', 'Alza de precios sin aviso', 'Price rise without notice', ['explanation', 'goodwill'], { families: GASES }),

  leaf('EQU.FAL.REG', 18, 'claim', 'MTO', 'Falla de regulador o flujómetro', 'Failure of regulator or flowmeter', ['replacement', 'correction', 'refund'], { families: ['equipment'], serial: true, stops: true }),
  leaf('EQU.FAL.COM', 8, 'claim', 'MTO', 'Falla de equipo en comodato', 'Failure of equipment on loan', ['replacement', 'correction'], { families: ['cryogenic', 'bulk'], segments: ['clinic', 'plant', 'hotel', 'farm', 'laboratory'], severity: 'high', stops: true }),
  leaf('EQU.SOP.RED', 26, 'request', 'MTO', 'Revisión de red o múltiple de gases', 'Check of gas network or manifold', ['correction', 'information'], { families: GASES, segments: BUSINESS }),
  leaf('EQU.SOP.ASE', 24, 'request', 'MTO', 'Asesoría técnica de uso', 'Technical advice on use', ['information']),
  leaf('EQU.SOP.CAP', 20, 'request', 'HSE', 'Capacitación en manejo seguro', 'Training in safe handling', ['information'], { families: GASES, segments: BUSINESS }),

  leaf('ATE.LIN.NCO', 17, 'complaint', 'SAC', 'La línea no contesta', 'The line does not answer', ['apology', 'explanation']),
  leaf('ATE.LIN.HOR', 8, 'complaint', 'SAC', 'Horario o fila en punto de venta', 'Hours or queue at the point of sale', ['apology', 'explanation']),
  leaf('ATE.TRA.ASE', 9, 'complaint', 'SAC', 'Trato del agente de línea o mostrador', 'Treatment by phone or desk agent', ['apology']),
  leaf('ATE.TRA.SIN', 15, 'complaint', 'SAC', 'Caso anterior sin respuesta', 'Earlier case without answer', ['apology', 'explanation', 'correction']),
  leaf('ATE.TRA.INF', 8, 'complaint', 'SAC', 'Información errada', 'Wrong information given', ['apology', 'information']),

  leaf('SSM.SOL.ALM', 15, 'request', 'HSE', 'Asesoría de almacenamiento seguro', 'Advice on safe storage', ['information'], { families: GASES }),
  leaf('SSM.INC.VEC', 6, 'complaint', 'HSE', 'Vecinos: ruido, olor o vehículo mal parqueado', 'Neighbours: noise, smell or badly parked truck', ['apology', 'correction']),
  leaf('SSM.INC.INS', 8, 'request', 'HSE', 'Condición insegura en instalaciones', 'Unsafe condition on premises', ['correction', 'information'], { families: GASES, undefinedProcedure: true, severity: 'high' }),

  leaf('DAT.HAB.ACT', 9, 'request', 'SAC', 'Consulta, corrección o supresión de datos', 'Access, correction or erasure of data', ['correction', 'information']),
  leaf('DAT.HAB.LLA', 7, 'complaint', 'SAC', 'Llamadas comerciales no deseadas', 'Unwanted commercial calls', ['apology', 'correction']),

  leaf('VOZ.SUG.SER', 18, 'suggestion', 'SAC', 'Sugerencia sobre el servicio', 'Suggestion on the service', ['none', 'information']),
  leaf('VOZ.SUG.DIG', 16, 'suggestion', 'SAC', 'Sugerencia sobre canales digitales', 'Suggestion on digital channels', ['none', 'information']),
  leaf('VOZ.FEL.PER', 24, 'compliment', 'SAC', 'Felicitación a una persona', 'Compliment to a person', ['none']),
  leaf('VOZ.FEL.SER', 14, 'compliment', 'SAC', 'Felicitación por el servicio', 'Compliment on the service', ['none']),
]

/** Gases in containers: what a cause that names no family is about. */
export const ANY_GAS: readonly Family[] = GASES

export const CAUSES: readonly DemoCause[] = [...TREE, ...LEAVES.map(({ code, parent, name, nameEn, kinds, area, severity, serialRequired, procedureUndefined }) => ({ code, parent, name, nameEn, kinds, area, severity, serialRequired, procedureUndefined }))]
