import type { CaseScreenWords } from './es-screens.ts'

export const en: CaseScreenWords = {
  away: 'The server does not answer. What you typed is kept; try again in a few seconds.',
  register: {
    title: 'Register a case', verb: 'Register', who: 'Who', whoHint: 'Name, tax id, telephone or code', anonymous: 'They do not say who they are', known: 'Customer', newCustomer: 'New customer', thirdParty: 'Speaks for another',
    create: (name) => `New customer: ${name}`, candidate: 'may be', company: 'Company', person: 'Person', idNumber: 'Tax or citizen id',
    reporter: 'Who calls or writes', reporterName: 'Name', telephone: 'Telephone', email: 'E-mail', emailHint: 'The acknowledgement goes to this address.',
    what: 'What it is', channel: 'Channel', received: 'Received', receivedNow: 'now', receivedOn: 'Day it arrived', receivedAt: 'Time', stage: 'Stage',
    story: 'Tell what happened, in the customer’s words', product: 'Product or service', serial: 'Serial', order: 'Order or invoice', place: 'Place', wished: 'What the customer expects', evidence: 'Evidence', more: 'More data', less: 'Fewer data',
    cause: 'Cause', causeNone: 'Not classified yet', severity: 'Severity', severityOfCause: 'That of the cause', branch: 'Branch', personalData: 'It is about their personal data', consumer: 'They are a final consumer',
    done: (number) => `${number} is registered`, dueLine: 'Due', acknowledgedTo: (to) => `Acknowledgement sent to ${to}`, printIt: 'Print the acknowledgement: there is no address to send it to', print: 'Print acknowledgement', openIt: 'Open the case', another: 'Register another', recovered: 'What you had begun to write was recovered.', discard: 'Discard',
    looksLike: 'Looks like', see: 'See', suggested: 'Suggested cause', use: 'Use', words: (words) => `for “${words}”`, hazard: (words) => `It speaks of “${words}”. If there is danger now, attend the emergency first.`, savedAt: (when) => `Kept on this computer ${when}`,
  },
  list: {
    title: 'Cases', lists: { mine: 'Mine', branch: 'My branch', unassigned: 'Without owner', 'due-today': 'Due today', overdue: 'Overdue', waiting: 'Waiting', snoozed: 'Put aside', open: 'Open', everything: 'All', area: 'Of my area' },
    columns: { number: 'Number', kind: 'Kind', title: 'About', customer: 'Customer', owner: 'Owner', area: 'Area', due: 'Due', received: 'Received', branch: 'Branch', status: 'State' },
    find: 'Find by number, serial or words', empty: { title: 'Nothing here', mine: 'The cases that you answer appear here, those due first on top.', other: 'No case meets these conditions.' },
    filters: 'Filters', clear: 'Clear filters', save: 'Save view', saved: 'Saved', viewName: 'Name of the view', team: 'The whole team sees it', removeView: 'Remove the view', newest: 'Newest', due: 'Due first', nobody: 'Nobody', anonymous: 'Not identified', more: 'Loading more', peek: 'Look beside',
    selected: (n) => (n === 1 ? '1 case chosen' : `${n} cases chosen`), bulk: 'Do with those chosen', bulkPreview: 'See what would change', bulkRun: (n) => `Do it to ${n}`, bulkWould: 'Would change', bulkRefused: 'Cannot', bulkDone: 'Done', undo: 'Undo', loadFailed: 'The list could not be read',
    acts: { assign: 'Give to an owner', route: 'Send to an area', classify: 'Classify', snooze: 'Put aside', note: 'Write a note' },
  },
  sheet: {
    reply: 'Answer', note: 'Note', askArea: 'Ask an area', more: 'More', close: 'Close the case', reopen: 'Reopen', withdraw: 'Desisted', assign: 'Give to an owner', take: 'Take the case', route: 'Send to an area', classify: 'Classify', retype: 'Change its kind', merge: 'Merge into another case', unmerge: 'Undo the merge', link: 'Link', snooze: 'Put aside', wake: 'Take up again', print: 'Print acknowledgement', next: 'Next case', correct: 'Correct the data',
    facts: 'Data', terms: 'Terms', timeline: 'History', customer: 'Customer', files: 'Files', areas: 'Areas', answers: 'Answers', owner: 'Owner', nobody: 'Nobody yet', area: 'Area', cause: 'Cause', unclassified: 'Not classified', waiting: 'Waits', severity: 'Severity', wished: 'What is asked for', none: 'No data', links: 'Linked', merged: 'Merged into this', mergedInto: (number) => `Merged into ${number}`, alias: (number) => `${number} is merged into this case`,
    reason: 'Why', who: 'Who', when: 'When', send: 'Send', save: 'Save', cancel: 'Cancel', question: 'What the area is asked', theAnswer: 'Answer of the area', answerAsArea: 'Answer for the area', returnToDesk: 'Return', remind: 'Remind', withdrawRequest: 'Withdraw',
    answerWay: 'How', recipient: 'Customer’s e-mail', subject: 'Subject', body: 'Text', final: 'It is the answer on the merits', template: 'Template', noTemplate: 'No template', missing: (fields) => `Still to fill in: ${fields}`, approvalNeeded: { kind: 'Somebody else approves this kind of case.', amount: 'Because of the amount, somebody else approves it.' }, money: 'Amount granted', currency: 'Currency', leaving: 'Leaves in ten seconds', undoSend: 'Take it back', sent: 'The answer left', awaiting: 'Waits for approval', approve: 'Approve', sendBack: 'Return', returnedBecause: 'Returned', letter: 'Print letter', delivered: 'It was delivered', notDelivered: 'It did not arrive', proof: 'Proof', recall: 'Take back',
    closing: { root: 'Root cause', action: 'What was done', remedy: 'Remedy', amount: 'Amount', told: 'How they were told', toldAt: 'When they were told', toldByAnswer: 'They were told by the answer that was sent.' },
    into: 'Number of the other case', until: 'Until', draftOf: (name) => `${name} is writing`, yourDraft: 'Your draft', term: { governs: 'Governs', met: 'Met', late: 'Late', paused: 'Paused', extend: 'Extend', pause: 'Pause', resume: 'Resume', days: 'Days', cause: 'Cause' }, duplicate: 'Alike', loadFailed: 'The case could not be opened', gone: 'That case does not exist or is not within your reach.', internal: 'Internal', visible: 'The customer sees it', undone: 'Undone', done: 'Done', procedureUndefined: 'There is no defined procedure',
  },
  areas: { title: 'Requests to my area', empty: 'What your area is asked appears here, what is due first on top.', answer: 'Answer', question: 'Question', asked: 'Asked' },
  board: {
    title: 'Board', today: 'To be decided today', nothing: 'Nothing is due today without an answer.', open: 'Open', overdue: 'Overdue', dueToday: 'Due today', dueSoon: 'Due soon', unassigned: 'Without owner', answered: 'Answered, to be closed', byAge: 'By age, in working days', byBranch: 'By branch', byArea: 'By area', byCause: 'By cause', byKind: 'By kind', days: (from, to) => (to === null ? `more than ${from - 1}` : `${from} to ${to}`), total: 'Total', asOf: (when) => `At ${when}`,
    decisions: {},
  },
}
