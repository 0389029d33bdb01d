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
  mention: 'Tell',
  mentionHint: 'They receive a mail with this note, and find it under “Mentions of me”.',
  mentionMost: 'Ten at most. Take somebody away to add another.',
  mentions: {
    title: 'Mentions of me', number: 'Case', note: 'Note', by: 'Who', at: 'When', empty: 'Nobody has mentioned you yet', emptyText: 'When a colleague names you in a note, it appears here, the newest on top.', failed: 'The mentions could not be read.',
  },
}
