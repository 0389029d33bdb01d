import type { CaseSettingsWords } from './es-settings.ts'

export const en: CaseSettingsWords = {
  called: 'Name', state: 'State', back: 'Settings', mayNot: 'Your role may read the settings, not change them.', save: 'Save', add: 'Add', saved: 'Saved', out: 'out of use', active: 'In use',
  all: 'All', any: 'any', none: 'None', stale: 'Somebody else changed it while you were editing. Open it again and repeat your change.',
  name: 'Name in Spanish', nameEn: 'Name', code: 'Code', area: 'Area', severity: 'Severity', kinds: 'Kinds', branches: 'Branches', causes: 'Causes', products: 'Products', customers: 'Customers',
  causesScreen: {
    title: 'Causes', add: 'Add a cause', addTitle: 'New cause', edit: (name) => `Cause: ${name}`, parent: 'Under', top: 'Nothing: it is at the top', kindsHint: 'With none marked it serves all.',
    serial: 'Asks for the cylinder’s serial', gap: 'Its procedure is to be defined', gapMark: 'no procedure', gapHint: 'Every case of this cause is in the list of procedures to define.', noArea: 'No area: the route decides',
    keptNote: 'Every change is a new version; cases keep the one they had.', emptyTitle: 'There are no causes yet', empty: 'Begin with the three or four reasons for which customers call most.',
  },
  routing: {
    title: 'Routes', add: 'Add a route', addTitle: 'New route', edit: (name) => `Route: ${name}`, order: 'Order', when: 'When', to: 'Goes to', owner: 'Owner', noOwner: 'Whoever is on duty', noArea: 'No area', up: 'Up', down: 'Down',
    note: 'The first that fits applies, from the top down. An empty condition limits nothing. One that asks for nothing takes what no other does and has no area by its cause.', always: 'always', emptyTitle: 'There are no routes yet', empty: 'Without routes every case goes to the area of its cause.',
  },
  templates: {
    title: 'Templates', add: 'Add a template', addTitle: 'New template', edit: (name) => `Template: ${name}`, language: 'Language', languages: { es: 'Spanish', en: 'English' }, subject: 'Subject', body: 'Text', fields: 'Fields', fieldsNote: 'They are filled from the case; what is missing is pointed out before it is sent.',
    insert: (name) => `Insert ${name}`, emptyTitle: 'There are no templates yet', empty: 'Write once what is said again and again; fields put in the name, the number and the date.',
    fieldNames: {
      'customer.name': 'customer', 'case.number': 'case number', 'case.title': 'subject', 'case.receivedOn': 'day of receipt', 'case.dueOn': 'due date', 'case.product': 'product', 'case.serial': 'serial', 'case.orderNumber': 'order',
      'branch.name': 'branch', 'branch.telephone': 'branch’s telephone', 'person.name': 'who answers', 'person.post': 'their post', 'company.name': 'company',
    },
  },
  approvals: {
    title: 'Approvals', add: 'Add a rule', addTitle: 'New rule', edit: 'Approval rule', amount: 'If the amount is above', amountHint: 'In pesos. Empty: any amount, none included.', rule: 'Answer that somebody else approves', everyKind: 'Every kind', above: (amount) => `above ${amount}`, anyAmount: 'any amount',
    note: 'Whoever writes an answer never approves it.', emptyTitle: 'No answer waits for approval', empty: 'Add a rule so that answers with money, or of a kind, are read by somebody else before they leave.',
  },
  ladder: {
    title: 'Warnings', note: 'Warnings come within the hours of attention. They climb from person to person until somebody has seen them.', who: 'Who', when: 'When', hours: 'Working hours', add: 'Add a rung', remove: 'Remove the rung',
    to: { owner: 'The case’s owner', 'branch-responsible': 'Branch responsible', head: 'Head of service', executive: 'Management' }, whens: { before: 'before it is due', due: 'on the due day', after: 'after it was due' },
    before: (hours) => `${hours} working hours before`, after: (hours) => `${hours} working hours after`, step: (n) => `Rung ${n}`, most: 'Twelve rungs at most.',
  },
  productsScreen: { title: 'Products and services', add: 'Add a product', addTitle: 'New product or service', family: 'Family', activeHint: 'Out of use, nobody chooses it for a new case; the cases that have it keep it.', find: 'Find by name or code', emptyTitle: 'Nothing by that name', empty: 'Add what you sell or do, to know what cases are about.' },
  gaps: {
    title: 'Procedures to define', cause: 'Cause', cases: { one: '{n} case', other: '{n} cases' }, noCases: 'No case yet', came: 'Have come in', last: 'The latest', noCause: 'Cases marked one by one', note: 'Every line is a procedure that is still to be written: what comes most, first.', emptyTitle: 'Everything that comes in has a procedure', empty: 'When somebody registers a case without a defined procedure, it appears here.',
  },
}
