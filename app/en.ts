import type { AppWords } from './es.ts'

export const en: AppWords = {
  areas: { cases: 'Cases', register: 'Register', requests: 'Areas', board: 'Board', customers: 'Customers', staff: 'People', branches: 'Branches', settings: 'Settings', outbox: 'Outbox' },
  everywhere: 'All branches',
  me: { account: 'My account', mentions: 'Mentions of me', system: 'As the system', light: 'Light', dark: 'Dark', leave: 'Sign out', language: 'Español' },
  go: { register: 'Register a case', cases: 'Go to the cases', board: 'Go to the board', customers: 'Go to the customers' },
  everythingOf: (find) => `See all there is of “${find}”`,
  filling: (share) => `The demonstration is filling up: ${share} of its two years. At its end, what is shown is read again.`,
  unheard: 'The server does not answer. What you type is kept on this computer; it is being tried again.',
}
