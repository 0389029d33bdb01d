import { en as screens } from './en-screens.ts'
import type { RegisterWords } from './es-register.ts'

export const en: RegisterWords = {
  away: screens.away,
  register: {
    ...screens.register, cancel: 'Cancel',
    title: 'Register a case', who: 'Who', whoHint: 'Name, tax id, telephone or code', anonymous: 'They do not say who they are', known: 'Customer', newCustomer: 'New customer', thirdParty: 'Speaks for another',
    create: (name) => `New customer: ${name}`, candidate: 'may be', company: 'Company', person: 'Person', idNumber: 'Tax or citizen id',
    reporter: 'Who calls or writes', reporterName: 'Name', telephone: 'Telephone', email: 'E-mail', emailHint: 'The acknowledgement goes to this address.', emailKept: (to) => `Left empty, the acknowledgement goes to ${to}.`, contacts: (names) => `Their contacts: ${names}`, onBehalfOf: 'Whom they speak for', onBehalfOfCustomer: (customer) => `Left empty, for ${customer}.`, relation: 'What they are to them', relationHint: 'Daughter, neighbour, lawyer, accountant…', nothingOpen: 'They have no open cases.', allOpen: 'See all their open cases',
    what: 'What it is', channel: 'Channel', received: 'Received', receivedNow: 'now', receivedOn: 'Day it arrived', receivedAt: 'Time', stage: 'Stage',
    story: 'Tell what happened, in the customer’s words', product: 'Product or service', serial: 'Serial', order: 'Order or invoice', place: 'Place', site: 'Site', siteNone: 'Not said', incident: 'It happened on', wished: 'What the customer expects', evidence: 'Evidence', more: 'More data', moreHolds: 'Product, serial, order, site, place, severity, dates, evidence',
    cause: 'Cause', causeNone: 'Not classified yet', severity: 'Severity', severityOfCause: 'That of the cause', branch: 'Branch', branchChoose: 'Choose the branch', branchOfCustomer: 'The one that serves the customer; it can be changed.',
    done: (number) => `${number} is registered`, acknowledgedTo: (to) => `Acknowledgement sent to ${to}`, at: (when) => `Registered ${when}`, printIt: 'Print the acknowledgement: there is no address to send it to', print: 'Print acknowledgement', another: 'Register another', recovered: 'What you had begun to write was recovered.', discard: 'Discard',
    looksLike: 'Looks like', see: 'See', suggested: { kind: 'Suggested kind', cause: 'Suggested cause', area: 'Suggested area' }, agree: { one: '{n} case alike', other: '{n} cases alike' }, area: 'Goes to the area', areaNone: 'Take away', use: 'Use', words: (words) => `for “${words}”`, hazard: (words) => `It speaks of “${words}”. If there is danger now, attend the emergency first.`, savedAt: (when) => `Kept on this computer ${when}`,
  },
}
