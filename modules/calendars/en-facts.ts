import type { FactWords } from './es-facts.ts'

export const en: FactWords = {
  named: {
    'adverse-event': 'adverse event', 'consent-withdrawal': 'withdrawing consent', consultation: 'consultation', 'data-correction': 'correcting data', 'data-deletion': 'deleting data', 'data-update': 'updating data', 'do-not-contact': 'no contact', documents: 'documents',
    'environmental-contingency': 'environmental contingency', information: 'information', 'unsafe-product': 'unsafe product', 'warranty-refund': 'warranty: refund', 'warranty-repair': 'warranty: repair', 'warranty-replacement': 'warranty: replacement', withdrawal: 'withdrawal',
    'work-accident': 'accident at work', 'work-incident': 'incident at work', 'answer-decided': 'answer decided', 'answer-expired': 'answer overdue', 'answer-notified': 'answer notified', authority: 'authority', 'electronic-commerce': 'electronic commerce', es_ESP_GLP: 'utility of LP gas',
    incomplete: 'incomplete', 'lpg-user': 'user of LP gas', oral: 'spoken', 'other-competence': 'competence of another body',
    product: 'quality or fitness of the product', advertising: 'misleading advertising or information',
  },
  asked: {
    subjects: 'What it is about, for its terms', subjectsHint: 'Warranty, withdrawal, personal data, no contact, adverse event… What changes which terms run.', subjectsNone: 'None of that', consumer: 'They are a final consumer', personalData: 'It is about their personal data',
    flags: { 'lpg-user': 'They are a user of LP gas', 'electronic-commerce': 'They bought it on line', incomplete: 'Something is missing to answer it', 'other-competence': 'It belongs to another body' },
  },
  company: {
    title: 'What the company is before the law', note: 'Each brings rules of its own. It holds for cases registered from now on; open ones go on by their terms, and get the new ones if what they are about is corrected.',
    none: 'The rules of this country make no difference between companies.', brings: (rules) => `It brings ${rules}.`, rule: (name) => `“${name}”`, reason: 'Reason for the change', reasonHint: 'Kept in the history: the act or the opinion that says so.', save: 'Save', saved: 'Saved: it holds for cases registered from now on',
    stale: 'Somebody else changed the settings while you were looking. Open this page again and repeat your change.',
    flags: {
      es_ESP_GLP: { name: 'Distributes LP gas as a public utility (E.S.P.)', hint: 'Cases of its LP gas users follow Ley 142 of 1994: what is not answered in time, on the merits and well notified is held granted.' },
      authority: { name: 'Is an authority or exercises an administrative function', hint: 'Consultations put to it have the term of authorities.' },
    },
  },
}
