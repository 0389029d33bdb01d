import type { ListWords } from './es-lists.ts'

export const en: ListWords = {
  bulk: {
    chooseAll: 'Choose all that match', allChosen: 'All that match this list', allTitle: 'Act on all of this list', clear: 'Clear selection', verb: 'What to do',
    preview: { one: '{n} case would change', other: '{n} cases would change' }, cannot: (n) => `it cannot be done in ${n}`, couldNot: (n) => `it could not be done in ${n}`,
    others: (n) => `${n} were looked at; there are more, which come after.`, othersLeft: 'There are more, which were not looked at yet.', seeOthers: 'See what would change in the others',
    going: {
      seeing: { so: (n) => `Seeing what would change: ${n} so far`, of: (n, of) => `Seeing what would change: ${n} of ${of}` },
      doing: { so: (n) => `Done in ${n}`, of: (n, of) => `Done in ${n} of ${of}` }, undoing: { so: (n) => `Undone in ${n}`, of: (n, of) => `Undone in ${n} of ${of}` },
    },
    stop: 'Stop', stopping: 'It stops when this part ends', undoing: 'Undoing', left: (n) => `${n} are still to be done.`, unsure: (n) => `${n} are left, and of one part it is not known whether it was done: going on, nothing is done twice.`, goOnFirst: 'Go on first with those left', goOn: (n) => `Go on with the ${n} left`, unreached: (n) => `In ${n} it could not be undone: the server did not answer.`,
    told: {
      assign: { one: '{n} case is now answered by {to}', other: '{n} cases are now answered by {to}' }, route: { one: '{n} case went to {to}', other: '{n} cases went to {to}' }, classify: { one: '{n} case was classified', other: '{n} cases were classified' },
      snooze: { one: '{n} case was put aside', other: '{n} cases were put aside' }, note: { one: 'The note was written on {n} case', other: 'The note was written on {n} cases' },
    },
    inCases: (n) => `In ${n}.`, undone: { one: '{n} case is again as it was.', other: '{n} cases are again as they were.' }, undoneNotIn: (n) => `Not undone in ${n}: something else has happened since.`,
    change: 'Change or reason', close: 'Close', needs: { assign: 'Choose who answers', route: 'Choose the area', classify: 'Choose a cause or a severity', snooze: 'Choose until when', note: 'Write the note' },
    whyNot: { 'not-found': 'That case does not exist or is not within your reach.', forbidden: 'Your role does not allow it on this case.' }, whyNotElse: 'What was written does not fit this case.',
  },
  filters: { product: 'Product or service', waitingFor: 'Waits for', customer: 'Customer', owner: 'Owner', closed: 'Closed', noProduct: 'No product', noProcedure: 'Without a defined procedure' },
  views: {
    seenBy: 'Who sees it', onlyMe: 'Only me', everybody: 'The whole team', ofBranch: (name) => `The branch ${name}`, tells: { own: 'Only you see it', everybody: 'The whole team sees it', branch: (name) => `The branch ${name} sees it` },
    changed: 'Changes not saved', keep: 'Save changes', another: 'Save as another view', back: 'Back to what is saved', change: 'Change name or who sees it', changeTitle: (name) => `Change “${name}”`, remove: 'Remove the view', acts: (name) => `What to do with the view “${name}”`,
    asSaved: 'It is seen just as it is saved', notYours: 'It belongs to somebody else', kept: (name) => `“${name}” now keeps what is seen`, restored: (name) => `“${name}” keeps again what it did before`,
    inPlaceOf: 'In place of', none: 'None: it is one more view', over: 'What that view showed gives way to what is seen now.',
    removeTitle: (name) => `Remove the view “${name}”`, removeExplain: (who) => `${who}. Only the view goes: the cases stay as they are.`, removed: (name) => `The view “${name}” was removed`,
  },
  columns: { verb: 'Columns', title: 'What is shown of each case', note: 'The number is always there. What you choose stays for you, and goes with the view that you save.', take: 'Use', usual: 'The usual ones', up: (name) => `Up: ${name}`, down: (name) => `Down: ${name}`, atEnd: 'It goes no further', none: 'Choose at least one' },
  closed: { title: 'Closed in a period', from: 'Closed from', to: 'to', total: 'Closed', byProduct: 'By product or service', byChannel: 'By channel', failed: 'What was closed could not be read' },
  search: {
    title: 'Search', heading: (find) => `What there is of “${find}”`, order: 'Order', newest: 'Newest', best: 'Best', found: 'Where', customers: 'Customers', everyCase: 'Search all cases',
    nothing: 'Nothing found', nothingText: 'Write fewer words, the end of the number, a piece of the serial or the telephone of whoever called. Accents do not matter.', start: 'What to look for', startText: 'Words of a case or of its notes, the end of a number (“000787”), a piece of a serial or a telephone.', failed: 'The search failed',
  },
}
