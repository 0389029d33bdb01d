/** Lo que decide qué reglas rigen un caso, además de su clase: de qué trata, y qué es la empresa. */
export const es = {
  /** Las palabras de las reglas de los países, como se dicen. */
  named: {
    'adverse-event': 'evento adverso', 'consent-withdrawal': 'revocar la autorización', consultation: 'consulta', 'data-correction': 'corregir datos', 'data-deletion': 'suprimir datos', 'data-update': 'actualizar datos', 'do-not-contact': 'no contactar', documents: 'documentos',
    'environmental-contingency': 'contingencia ambiental', information: 'información', 'unsafe-product': 'producto inseguro', 'warranty-refund': 'garantía: devolución del dinero', 'warranty-repair': 'garantía: reparación', 'warranty-replacement': 'garantía: reposición', withdrawal: 'retracto',
    'work-accident': 'accidente de trabajo', 'work-incident': 'incidente de trabajo', 'answer-decided': 'respuesta decidida', 'answer-expired': 'respuesta vencida', 'answer-notified': 'respuesta notificada', authority: 'autoridad', 'electronic-commerce': 'comercio electrónico', es_ESP_GLP: 'empresa de servicios públicos de GLP',
    incomplete: 'incompleto', 'lpg-user': 'usuario de GLP', oral: 'de viva voz', 'other-competence': 'competencia de otra entidad',
    product: 'calidad o idoneidad del producto', advertising: 'publicidad o información engañosa',
  } as Record<string, string>,
  asked: {
    subjects: 'De qué trata, para sus plazos', subjectsHint: 'Garantía, retracto, datos personales, no contactar, evento adverso… Lo que cambia qué plazos corren.', subjectsNone: 'Nada de eso', consumer: 'Es consumidor final', personalData: 'Trata de sus datos personales',
    flags: { 'lpg-user': 'Es usuario de GLP', 'electronic-commerce': 'Lo compró en línea', incomplete: 'Le falta algo para poder responderlo', 'other-competence': 'Le corresponde a otra entidad' } as Record<string, string>,
  },
  company: {
    title: 'Lo que la empresa es ante la ley', note: 'Cada cosa trae reglas propias. Rige para los casos que se registren desde ahora; los abiertos siguen con sus términos, y si se corrige de qué tratan reciben los nuevos.',
    none: 'Las reglas de este país no distinguen a las empresas.', brings: (rules: string) => `Trae ${rules}.`, rule: (name: string) => `«${name}»`, reason: 'Razón del cambio', reasonHint: 'Queda en el historial: el acto o el concepto que lo dice.', save: 'Guardar', saved: 'Guardado: rige para los casos que se registren desde ahora',
    stale: 'Otra persona cambió los ajustes mientras usted miraba. Vuelva a abrir esta página y repita su cambio.',
    flags: {
      es_ESP_GLP: { name: 'Distribuye GLP como empresa de servicios públicos (E.S.P.)', hint: 'Los casos de sus usuarios de GLP siguen la Ley 142 de 1994: lo que no se responde a tiempo, de fondo y bien notificado se entiende concedido.' },
      authority: { name: 'Es autoridad o ejerce función administrativa', hint: 'Las consultas que se le hacen tienen el plazo de las autoridades.' },
    } as Record<string, { name: string; hint: string }>,
  },
}
export type FactWords = typeof es
