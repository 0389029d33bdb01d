import type { DutyWords } from './es-duties.ts'

const events: DutyWords['events'] = {
  receipt: { begins: 'when it is received', happened: (day) => `It was received on ${day}.`, ask: 'On which day it was received' },
  'oral-filing': { begins: 'when it is filed by word of mouth', happened: (day) => `It was filed by word of mouth on ${day}.`, ask: 'On which day it was filed by word of mouth' },
  'claim-and-goods': { begins: 'when the customer hands the goods in', happened: (day) => `The customer handed the goods in on ${day}.`, ask: 'On which day the customer handed the goods in' },
  delivery: { begins: 'when the goods are delivered or the service is contracted', happened: (day) => `The goods were delivered or the service was contracted on ${day}.`, ask: 'On which day the goods were delivered or the service was contracted' },
  exercise: { begins: 'when the customer withdraws', happened: (day) => `The customer withdrew on ${day}.`, ask: 'On which day the customer withdrew' },
  'exercise-and-return': {
    begins: 'when the customer has withdrawn, given the right data and returned the product', happened: (day) => `Since ${day} everything is there: the withdrawal, the customer’s data and the product.`,
    ask: 'Since which day everything is there: withdrawal, data and product',
  },
  expiry: { begins: 'when the term to answer runs out', happened: (day) => `The term to answer ran out on ${day}.`, ask: 'On which day the term to answer ran out' },
  decision: { begins: 'when the answer is decided', happened: (day) => `The answer was decided on ${day}.`, ask: 'On which day the answer was decided' },
  'answer-known': { begins: 'when the customer knows the answer', happened: (day) => `The customer knew the answer on ${day}.`, ask: 'On which day the customer knew the answer' },
  'complete-claim': { begins: 'when the claim is complete', happened: (day) => `The claim was complete on ${day}.`, ask: 'On which day the claim was complete' },
  registration: { begins: 'when it is entered in the registry', happened: (day) => `It was entered in the registry on ${day}.`, ask: 'On which day it was entered in the registry' },
  knowledge: { begins: 'when it is known what happened', happened: (day) => `It was known on ${day} what had happened.`, ask: 'On which day it was known what had happened' },
  event: { begins: 'on the day on which it happened, once that is said', happened: (day) => `It happened on ${day}.`, ask: 'On which day it happened' },
  period: { begins: 'when the period ends', happened: (day) => `The period ended on ${day}.`, ask: 'On which day the period ended' },
}

export const en: DutyWords = {
  title: 'Duties', explain: 'What is to be done beside the answer.',
  unconfirmed: 'Owed already; the company is still to confirm by when.',
  events,
  begins: (when) => `Not running yet: it begins ${when}.`,
  acts: { begin: 'It happened', fulfil: 'It was done', release: 'It was not owed', 'take-back': 'It was a mistake' },
  fulfil: (name) => `Done: “${name}”`, release: (name) => `Not owed: “${name}”`,
  brings: (names) => `From that day runs: ${names}.`,
  on: 'On which day', note: 'Note', noteHint: 'What proves it: waybill, record, who took it in.',
  doneOn: 'On which day it was done', to: 'To whom', filing: 'Filing number',
  notOwedNote: 'Why it was not owed', notOwedExplain: 'It need not be done any more, and a term that was running stops. It stays in the history.',
  begun: 'It is noted; what has a date now is under Terms', done: 'The duty is done', released: 'The duty was let go',
  outcomes: {
    done: (day, more) => `Done on ${day}${more && `, ${more}`}`,
    'not-owed': (_, more) => `Not owed${more && `: ${more}`}`,
    withdrawn: (day) => `Let go on ${day}: the customer desisted`,
    corrected: (day) => `Put right on ${day}`,
  },
  toWhom: (who) => `to ${who}`, filed: (filing) => `filing ${filing}`,
  putRight: (day) => `By now the case says that it happened on ${day}.`,
  putRightDue: (day, due, late) => `By now the case says that it happened on ${day}; counted from there it was due on ${due}${late ? ', before it was done' : ''}.`,
  takeBackTitle: (name) => `“${name}” is still owed`, takeBackVerb: 'Owe it again', takenBack: 'The duty is owed again',
  takeBackExplain: 'If it had a term, that runs again from where it stood, with its warnings, and is overdue if it has passed. What had been said stays in sight, with the reason.',
  saidByMistake: (said, why) => `Said by mistake: ${said}.${why && ` Reason: ${why}`}`,
}
