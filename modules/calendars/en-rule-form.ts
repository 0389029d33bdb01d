import { en as facts } from './en-facts.ts'
import type { RuleFormWords } from './es-rule-form.ts'

export const en: RuleFormWords = {
  groups: { measures: 'What it measures', counting: 'How it is counted', extension: 'Extension', pauses: 'Pauses', binds: 'Which cases it binds', source: 'Where it comes from', force: 'In force' },
  likeHint: 'It begins with all of that one but its name and source; change what differs.',
  fixed: 'A new version measures the same: the clock, the layer, whose term it is and what begins it stay as they are. For anything else, add another rule.',
  family: 'Family', familyHint: 'The step of the decision order that chooses it.', clock: 'Clock', layer: 'Layer', starts: 'Begins with',
  party: 'Whose term', parties: { company: 'the company’s, to answer', customer: 'the customer’s, to act' },
  first: 'First day', firsts: { 'next-day': 'the one after it begins', 'same-day': 'the one on which it begins' },
  late: 'Received after closing', counting: 'Days that count', countings: { 'mon-fri': 'Monday to Friday', 'mon-sat': 'Monday to Saturday', 'open-days': 'those on which the branch opens' },
  lastDay: 'If the last is no working day', lastDays: { stays: 'it is due that day', 'next-working-day': 'it is due on the next working day' }, hourly: 'Hours run from the instant at which it begins.',
  extensions: { none: 'not extended', double: 'up to the double', figure: 'up to a figure' }, extends: 'It is extended', times: 'How many times', most: 'By how much at most', extensionHint: 'The customer is told before it is due.',
  pausesNone: 'Nothing stops it.', addPause: 'Add a cause of pause', pause: 'Cause', cap: 'Limit', capHint: 'Empty: no limit.', capUnit: 'Unit of the limit', renewals: 'Renewals', pauseTimes: 'How many times', pauseTimesHint: 'Empty: as many as it takes.',
  resumes: 'The day on which it resumes', resumesOn: { 'same-day': 'counts', 'next-day': 'does not count; from the next' }, removePause: (cause) => `Remove the cause “${cause}”`,
  always: 'Every case of its family.', condition: (n) => `Condition ${n}`, anyHolds: 'One of the conditions is enough.', addCondition: 'Add a condition', removeCondition: (n) => `Remove condition ${n}`,
  kinds: 'Kinds', kindsHint: 'None ticked: all.', kindNames: { request: 'request', complaint: 'complaint', claim: 'claim', suggestion: 'suggestion', compliment: 'compliment' },
  subjects: 'It is about any of these matters', exceptSubjects: 'and about none of these', flags: 'It carries all of these flags', exceptFlags: 'and none of these', wordsHint: (known) => `Separated by commas. In use: ${known}.`,
  words: facts.named,
  personalData: 'Personal data', consumer: 'The customer is a consumer', customers: 'Customers of the contract', customersUnseen: (n) => `The customers of the contract${n > 0 ? ` (${n})` : ''} are chosen by whoever sees them: your role does not.`, products: 'Products or services', segments: 'Segments of customers', segmentsHint: 'Between commas, as they stand with the customer: Clinic, Industry.', whomHints: { customers: 'Empty: of any customer.', products: 'Empty: of any.' }, either: 'either way', yes: 'yes', no: 'no',
  breach: 'If it is broken, in Spanish', breachEn: 'If it is broken', note: 'Note in Spanish', noteEn: 'Note',
  said: { or: (text) => `or ${text}`, kinds: (list) => `kind: ${list}`, subjects: (list) => `about ${list}`, exceptSubjects: (list) => `not about ${list}`, flags: (list) => `with ${list}`, exceptFlags: (list) => `without ${list}`, personalData: (yes) => (yes ? 'of personal data' : 'not of personal data'), consumer: (yes) => (yes ? 'of a consumer' : 'not of a consumer'), customers: (list) => `of ${list}`, customersUnseen: (n) => (n === 1 ? 'of a customer with a contract' : `of ${n} customers with a contract`), segments: (list) => `of the segment ${list}`, products: (list) => `about ${list}` },
  capped: (cause, cap) => `${cause}, up to ${cap}`,
}
