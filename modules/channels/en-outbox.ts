import type { OutboxWords } from './es-outbox.ts'

export const en: OutboxWords = {
  title: 'Outbox', settings: 'Settings', states: { waiting: 'Waiting', sending: 'Leaving', sent: 'Sent', failed: 'Failed', cancelled: 'Withdrawn' },
  purposes: {
    acknowledgement: 'Acknowledgement', answer: 'Answer', extension: 'Extension', warning: 'Warning of a due date', 'area-request': 'Request to an area', 'area-reminder': 'Reminder to an area', 'area-overdue': 'Warning to an area', 'area-answer': 'Answer of an area', 'area-return': 'Return by an area', mention: 'Mention', 'case-merged': 'Merge of cases', 'answer-not-delivered': 'Answer that did not arrive', 'merge-notice': 'Merge, to the customer', 'people.invitation': 'Invitation', 'people.new-password': 'New password',
  },
  all: 'All',
  held: { 'no-mail-server': 'No mail server is set: mails wait here and leave when there is one. It is set with ACUSE_SMTP_URL.', demonstration: 'The addresses of the demonstration are invented: its mails wait here and reach nobody.' },
  columns: { created: 'Written', purpose: 'What it is', to: 'To', state: 'State', number: 'Case', why: 'What happened' }, retry: 'Try again', attempts: (n) => (n === 1 ? '1 attempt' : `${n} attempts`),
  empty: { title: 'Nothing here', text: 'Acknowledgements, answers and warnings that leave by mail appear here, with what became of each.' }, away: 'The server does not answer.',
}
