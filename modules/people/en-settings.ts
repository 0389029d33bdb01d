import type { PeopleSettingsWords } from './es-settings.ts'

export const en: PeopleSettingsWords = {
  back: 'Settings', save: 'Save', saved: 'Saved.', mayNot: 'Your role may see the settings, but not change them.',
  organisation: {
    title: 'Company', name: 'Name', taxId: 'Tax number', language: 'Language', timeZone: 'Time zone', timeZoneHint: 'Such as America/Bogota. Days are counted by it for whoever has none of their own.',
    receiving: 'Branch of whoever does not know theirs', receivingFirst: 'The first by its code', receivingHint: 'On the public pages. The number of the case carries its code; the case can be sent on to another.',
    factorTitle: 'Second factor required', factorNote: 'Whoever holds one of these roles cannot work until they have switched it on in their account.',
    consentTitle: 'Consent to the use of data', consentNote: 'What somebody agrees to when filing a case on the public pages. Every change is a new version; each agreement keeps the version that was agreed to.',
    version: (version) => `Version in use: ${version}`, own: 'Version in use: the product’s own text', es: 'Text in Spanish', en: 'Text in English', enHint: 'If left empty, the Spanish text is shown.',
    changeConsent: 'Publish the text', published: 'The text is published.', dropConsent: 'Go back to the product’s text', dropTitle: 'Go back to the product’s text', dropNote: 'The company’s text is no longer shown. What was agreed to keeps its version.',
  },
  areas: {
    title: 'Areas', area: 'Area', code: 'Code', codeHint: '2 to 6 letters or digits. It is not changed later.', name: 'Name', nameEn: 'Name in English', add: 'Add an area', edit: (name) => `Area ${name}`,
    people: 'Who answers', peopleNote: 'Named under People, by adding the role “Responsible area”.', nobody: 'Nobody answers for this area yet: what is asked of it reaches nobody.', active: 'In use',
    activeHint: 'A retired area receives no new requests; those it has take their course.', empty: 'No areas yet', emptyText: 'They answer inside the company: deliveries, receivables, quality. Each can be asked for its answer on a case.', retired: 'retired',
  },
  suppliers: {
    title: 'Suppliers', supplier: 'Supplier', name: 'Name', add: 'Add a supplier', edit: (name) => `Supplier ${name}`, active: 'In use', activeHint: 'Once retired it is given no new roles. Those of its people are taken away under People.', retired: 'retired',
    empty: 'No suppliers yet', emptyText: 'A supplier is, for example, the contracted call centre. Its people see only the cases that are theirs, and part of how to reach a customer.',
  },
  tokens: {
    title: 'Programs with access', note: 'A program comes in with a token and may do what its role allows, no more and no less.', name: 'Name of the program', nameHint: 'For example: the web site, or the ordering system.', role: 'Role', lastUsed: 'Last used', never: 'never', state: 'State',
    on: 'Active', ended: 'Ended', add: 'Create a token', create: 'Create', onceTitle: 'Copy it now', once: 'This text is not shown again. Whoever has it comes in with the role you gave.', copy: 'Copy', copied: 'Copied.', kept: 'I have kept it',
    end: 'End', endTitle: (name) => `End the token of ${name}`, endNote: 'The program can no longer come in, within seconds. It cannot be undone: it would need another.', endedNow: 'The token is ended.', mayNot: 'Your role does not allow managing tokens.',
    empty: 'No program comes in yet', emptyText: 'With a token, another system can register cases or read those that you allow.', everywhere: 'the whole company',
  },
}
