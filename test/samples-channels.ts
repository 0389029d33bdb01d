import { newId } from '#kernel/id.ts'
import type { Samples } from '#test/samples.ts'

export const channelsSamples: Samples = {
  ListMails: () => ({ reach: 'branch-list', query: { limit: '200' } }),
  /** Of a case of the place; the auditor sees it, and does nothing. */
  RetryMail: async ({ ground, organisationId, things }) => {
    const mailId = newId()
    await ground.db.asOwner((tx) => tx`
      insert into outgoing_mails (organisation_id, id, purpose, subject_kind, subject_id, recipient, language, content, state)
      values (${organisationId}, ${mailId}, 'answer', 'case', ${things['caseId']}, 'luz@clinica.example', 'es', '{}', 'failed')`)
    return { reach: 'branch', params: { mailId }, body: {}, refused: ['auditor'] }
  },
}
