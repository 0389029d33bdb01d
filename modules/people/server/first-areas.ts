/** The processes that a distributor's service answers with (those the manual names), service first. A company takes out of use those it has not. */
export const FIRST_AREAS = [
  { code: 'SAC', name: 'Servicio al Cliente', nameEn: 'Customer Service' },
  { code: 'GEC', name: 'Gestión Comercial', nameEn: 'Commercial Management' },
  { code: 'ADQ', name: 'Adquisiciones', nameEn: 'Purchasing' },
  { code: 'PRL', name: 'Producción de Líquidos', nameEn: 'Production of Liquids' },
  { code: 'PRG', name: 'Producción de Gases', nameEn: 'Production of Gases' },
  { code: 'ENT', name: 'Entrega', nameEn: 'Delivery' },
  { code: 'PSG', name: 'Planeación del Sistema de Gestión', nameEn: 'Management System Planning' },
  { code: 'CGE', name: 'Control de Gestión', nameEn: 'Management Control' },
] as const
export type FirstArea = (typeof FIRST_AREAS)[number]['code']
