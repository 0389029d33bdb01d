import type { StartsFrom, TermRule } from '#kernel/term.ts'
import type { Weekdays } from '#kernel/calendar.ts'
import type { CalendarsWords } from './es.ts'

const startsFrom: Record<StartsFrom, string> = {
  receipt: 'Received', 'oral-filing': 'Filed by word of mouth', 'claim-and-goods': 'Claim made and goods handed in', delivery: 'Goods delivered or service contracted',
  exercise: 'Withdrawal exercised', 'exercise-and-return': 'Withdrawal exercised, data correct and product returned', expiry: 'Term to answer expired', decision: 'Decided',
  'answer-known': 'Answer known', 'complete-claim': 'Claim complete', registration: 'Registered', knowledge: 'Fact known', event: 'Happened', period: 'Period ended',
}
const start: Record<TermRule['start'], string> = {
  'next-day': 'The day of filing does not count.', 'same-day': 'The day of filing counts if it is a working day for this rule.',
}
const weekdays: Record<Weekdays, string> = {
  'mon-fri': 'Working days are Monday to Friday, holidays apart.', 'mon-sat': 'Working days are Monday to Saturday, holidays apart.',
  'open-days': 'Working days are those on which the calendar opens.',
}

export const en: CalendarsWords = {
  locale: 'en-GB',
  undefined: 'undefined',
  unit: {
    'working-day': { one: 'working day', other: 'working days' }, 'calendar-day': { one: 'calendar day', other: 'calendar days' },
    'working-hour': { one: 'working hour', other: 'working hours' }, hour: { one: 'hour', other: 'hours' }, month: { one: 'month', other: 'months' },
  },
  mark: { V: 'verified', S: 'a single source', K: 'by the custom of the trade', TC: 'to be confirmed with counsel' },
  layer: { law: 'Term by law', contract: 'Term by contract', internal: 'Internal target' },
  clock: {
    acknowledgement: 'Acknowledgement', 'first-answer': 'First answer by a person', 'area-answer': "Area's answer", 'final-answer': 'Answer on the merits',
    'written-record': 'Written record', transfer: 'Transfer', 'completion-request': 'Request to complete', remedy: 'Remedy', refund: 'Refund', withdrawal: 'Withdrawal',
    'silence-effects': 'Effects of silence', notification: 'Notification', appeal: 'Appeal', 'registry-note': 'Note in the database', 'stop-contact': 'End of contact',
    'authority-report': 'Report to the authority', investigation: 'Investigation',
  },
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  cause: { 'customer-completion': 'waiting for the customer to complete', 'evidence-period': 'evidence period', 'user-delay': 'delay caused by the user', waiting: 'waiting for the customer' },
  ignored: {
    'pause-cause-not-allowed': 'the rule does not allow that cause',
    'pause-times-exhausted': 'the rule allows no further pause for that cause',
    'pause-already-open': 'the term is paused already',
    'pause-too-late': 'the term has expired',
    'extension-not-allowed': 'the rule allows no extension',
    'extension-times-exhausted': 'it was extended as often as the rule allows',
    'extension-too-long': 'it is more than the rule allows',
    'extension-amount-wrong': 'an extension is a whole, positive number',
    'extension-notice-late': 'it was announced after the term expired',
  },
  pausedWhy: (why) => `term suspended (${why})`,
  afterHours: 'received after closing',
  rule: (name, id, version, amount) => `${name} (rule ${id}, version ${version}): ${amount}.`,
  source: (source, certainty) => `Source: ${source} (${certainty}).`,
  event: (from, when, zone) => `${startsFrom[from]} on ${when} (${zone} time).`,
  filed: (day) => `It came after hours or on a day that does not count: held to be filed on ${day}; the true time of receipt is kept.`,
  notComputed: 'The source does not define this term, so it is not computed. Please confirm it with counsel.',
  start: (from, counting, workingDays) => workingDays ? `${start[from]} ${weekdays[counting]}` : from === 'next-day' ? start[from] : 'The day of filing counts.',
  monthly: 'Counted from date to date; where the month lacks that day, it ends on the last.',
  hourly: 'It runs from the instant it begins.',
  hourlyAtWork: "It runs only during the calendar's working hours.",
  counted: (count, list) => `${count === 1 ? '1 day was counted' : `${count} days were counted`}: ${list}.`,
  skipped: (count, list) => `${count === 1 ? '1 day was not counted' : `${count} days were not counted`}: ${list}.`,
  noneSkipped: 'No day was left uncounted.',
  pause: (why, from, to, capped) => `Suspended, ${why}, from ${from} ${to === null ? 'and not resumed yet' : `to ${to}`}${capped ? " (the rule's limit)" : ''}.`,
  pauseIgnored: (why, from, reason) => `The pause, ${why}, of ${from} did not stop the term: ${reason}.`,
  extension: (amount, at, before) => `Extended by ${amount}, announced on ${at}${before ? `; it was due on ${before}` : ''}.`,
  extensionIgnored: (amount, at, reason) => `The extension by ${amount} announced on ${at} is void: ${reason}.`,
  due: (day, time) => `Due on ${day} at ${time}.`,
  held: 'While it is suspended there is no due date.',
  calendar: (id, version) => `Calendar ${id}, version ${version}.`,
}
