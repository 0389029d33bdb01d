/** What later modules' servers may ask of cases. */
export { acknowledgementPaper } from './server/case-papers.ts'
export { casesSeen } from './server/case-seen.ts'
export { answerMailRetried } from './server/decide-answer.ts'
export { hearCustomer, organisationOfLink, readFollowed, type FollowedCase } from './server/hear-customer.ts'
export type { CasesNeeds } from './server/needs.ts'
export { sendPaper } from './server/paper-routes.ts'
export { registerCase } from './server/register-case.ts'
