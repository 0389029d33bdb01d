import type { TimelineWords } from './es-timeline.ts'

export const en: TimelineWords = {
  runsAgain: (terms) => `the term of ${terms} runs again`,
  duty: (names, day) => `${names}, on ${day}`,
  mistaken: {
    done: (name, day) => `${name}, which had been marked as done on ${day}`,
    'not-owed': (name, day) => `${name}, which had been let go on ${day}`,
  },
  warned: (term, whom) => (term ? `“${term}”, to ${whom}` : `to ${whom}`),
  whom: { owner: 'whoever has the case', 'branch-responsible': 'the branch', head: 'the head of service', executive: 'management' },
}
