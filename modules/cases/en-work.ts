import type { WorkWords } from './es-work.ts'

export const en: WorkWords = {
  goingOn: { verb: 'Once closed, open the next one due' },
}
