import type { AlikeWords } from './es-alike.ts'

export const en: AlikeWords = {
  compare: 'Compare', title: (number) => `Is it the same matter as ${number}?`, add: (number) => `Add it to ${number}`, added: (number) => `Added to ${number}`, wait: 'Wait until the other case is read', writeFirst: 'Write first what happened',
  explain: 'If it is the same, what was written and its files are added to that case as words of the customer, and no other is registered. If not, cancel and go on.', why: 'Why they look alike', here: 'What you are writing', unnumbered: 'Not registered', there: 'Registered already', against: (text) => `Against: ${text}`,
  reasons: {
    'same-customer': () => 'same customer', 'same-reach': () => 'same telephone or e-mail', 'same-cause': () => 'same cause', 'same-text': () => 'same text', 'same-serial': (serials) => `same serial: ${serials}`, 'same-order': (orders) => `same order: ${orders}`,
    'similar-text': (percent) => `text alike by ${percent}%`, 'near-in-time': (days) => (days === '0' ? 'of the same day' : days === '1' ? 'a day apart' : `${days} days apart`),
    'different-customer': () => 'another customer', 'different-serial': () => 'another serial', 'different-order': () => 'another order',
  },
}
