import type { DutyWords } from './es-duties.ts'

export const en: DutyWords = {
  title: 'Duties', explain: 'What is to be done beside the answer.',
  unconfirmed: 'Owed already; the company is still to confirm by when.',
  begins: (event) => `Not running yet. It begins with: ${event.charAt(0).toLowerCase()}${event.slice(1)}.`,
  sayBegun: 'It happened', sayDone: 'It was done', sayNotOwed: 'It was not owed',
  begin: (event) => `${event}: on which day`, fulfil: (name) => `Done: “${name}”`, release: (name) => `Not owed: “${name}”`,
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
  happened: (event, day) => `${event}: ${day}`,
}
