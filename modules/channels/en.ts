import type { ChannelsWords } from './es.ts'

export const en: ChannelsWords = {
  lang: 'en',
  other: { label: 'Español', lang: 'es' },
  home: {
    title: 'Customer service', lead: 'Tell us what you need or what went wrong. No account is needed and it costs nothing.',
    file: 'File a request, complaint or claim', follow: 'See how a case stands',
    how: 'How it works', steps: [
      'You tell us what happened, in your words. You may attach pictures or documents.',
      'You get a number at once, and the date by which we must answer, with the rule it comes from.',
      'With the link we give you, you can see how it goes, add information and read the answer.',
    ],
    emergency: 'If there is a leak, a fire or somebody affected, do not wait: call the emergency line 123 and the company’s service line.',
  },
  form: {
    title: 'File a case', send: 'File', kind: 'What is it?', branch: 'Branch that serves you', branchAny: 'I do not know',
    description: 'Tell us what happened, in your words', descriptionHint: 'Which product or service, when and where. If you have the serial of the cylinder or the invoice number, write it below.',
    wished: 'What do you expect us to do?', more: 'If you have them at hand', serial: 'Serial of the cylinder', order: 'Order or invoice number', product: 'Product or service', files: 'Pictures or documents', filesHint: 'Up to 5 files of 20 MB.',
    who: 'Who you are', whoHint: 'You may leave it blank. Without e-mail or telephone we cannot write to you; the answer will be at the link that we give you.',
    name: 'Name', company: 'Company', telephone: 'Telephone', email: 'E-mail', document: 'Tax or citizen id',
    consentTitle: 'Your data', consentAgree: 'I agree to the use of these data to handle my case.',
    kinds: { request: 'Request: I ask for something', complaint: 'Complaint: I was treated badly', claim: 'Claim: the product, delivery or invoice was wrong', suggestion: 'Suggestion', compliment: 'Compliment' },
    errors: 'Please correct:', keepFiles: 'Attach the files again: the browser does not keep them.',
  },
  done: {
    title: 'Your case is filed', number: 'Your number', due: 'We will answer at the latest on', keep: 'Keep this link: it shows how your case stands. The number alone is not enough.',
    mailed: (to) => `We also sent it to ${to}.`, print: 'Download the acknowledgement (PDF)',
  },
  follow: {
    title: 'See how a case stands', number: 'Case number', secret: 'Code', secretHint: 'The letters and digits after the number in your link and your acknowledgement.', open: 'See',
    incomplete: 'Write the case number and the code: both are needed.',
    wrong: 'That number and that code do not match. Check them: the code tells capitals from small letters.', received: 'Received', due: 'Answer at the latest', why: 'Why that date?',
    expired: 'This case was closed more than six months ago and its link no longer opens. If you need something of it, file a new one with that number.',
    status: { open: 'We are working on it', answered: 'Answered', closed: 'Closed', withdrawn: 'Withdrawn', merged: 'Handled together with another case of yours' },
    merged: (number) => `It is handled together with case ${number}; there is one answer.`,
    story: 'What you told us', you: 'You wrote', answer: 'We answered', nothing: 'There is no answer yet. It will appear here.',
    add: 'Add information', addHint: 'Something that was missing, a picture, a new fact.', addSend: 'Send', addNothing: 'Write something or attach a file.', added: 'It was added to your case.', acknowledgement: 'Acknowledgement (PDF)',
  },
  consent: 'We will use your data only to handle this case and to tell you about it. You may ask for them to be corrected or deleted by writing to the company.',
  choose: { title: 'Which company?' },
  none: { title: 'Not yet', text: 'This installation has no company yet. Whoever administers it has to create it first.' },
  wait: (minutes) => `Many submissions came from your network. What you wrote is still here: wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and send it again.`,
  stale: 'The form was open for a long time. What you wrote is still here: check it and send it again.',
  failed: { title: 'Something failed on our side', text: 'Nothing was saved half-done. Try again in a few minutes.' },
  busy: { title: 'We cannot serve you at this moment', text: 'Wait a few seconds and try again. If you were sending the form, go back to the page before: what you wrote is still there.' },
  missing: { title: 'There is no such page', text: 'Check the address, or start here.' },
  errors: { consent: 'To handle your case we need your agreement.', 'too-many-files': 'There are too many files: up to 5 are accepted.', 'file-too-large': 'A file is larger than 20 MB.', 'file-kind': 'That kind of file is not accepted.' },
}
