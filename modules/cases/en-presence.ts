import type { PresenceWords } from './es-presence.ts'

export const en: PresenceWords = {
  here: 'Also at this case',
  viewing: (name) => `${name} is looking`,
  typing: (name) => `${name} is writing an answer`,
  lock: (names) => `${names} is writing an answer to this case.`,
  lockMany: (names) => `${names} are writing an answer to this case.`,
  lockHint: 'If you write too, the customer may receive two. When they finish, you can write without being asked.',
  take: 'Write anyway',
  leave: 'Leave it',
  meanwhile: (name, when) => `While you were writing, ${name} sent this answer (${when}):`,
  meanwhileHint: 'Yours has not left. See whether it is still needed; if you send it, the customer receives both.',
  both: 'I have read it: I may send mine',
}
