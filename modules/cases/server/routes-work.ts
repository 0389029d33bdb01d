import { on, type Route } from '#platform/server/route.ts'
import { RegisterCase } from '../contract.ts'
import { BeginDuties, FulfilDuty, ReleaseDuty, TakeBackFulfilment, TakeBackRelease } from '../contract-duties.ts'
import * as contract from '../contract-work.ts'
import { answerAreaRequest, cancelAreaRequest, remindArea, returnAreaRequest } from './answer-area-request.ts'
import { askArea } from './ask-area.ts'
import { assignCase } from './assign-case.ts'
import { beginDuties } from './begin-duties.ts'
import { classifyCase } from './classify-case.ts'
import { closeCase } from './close-case.ts'
import { correctCase } from './correct-case.ts'
import { approveAnswer, recallAnswer, recordDelivery, returnAnswer } from './decide-answer.ts'
import { fulfilDuty, releaseDuty } from './end-duty.ts'
import { extendTerm, pauseTerm, resumeTerm } from './extend-term.ts'
import { fillTemplate } from './keep-templates.ts'
import { groupCases, linkCase, snoozeCase, wakeCase } from './link-case.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import type { CasesNeeds, MailServer } from './needs.ts'
import { registerCase } from './register-case.ts'
import { reopenCase, withdrawCase } from './reopen-case.ts'
import { retypeCase } from './retype-case.ts'
import { routeCase } from './route-case.ts'
import { readDrafts, saveDraft } from './save-draft.ts'
import { takeBackDuty } from './take-back-duty.ts'
import { writeAnswer } from './write-answer.ts'
import { writeNote } from './write-note.ts'

/** What one does to a case. */
export const workRoutes = (needs: CasesNeeds & MailServer): Route[] => [
  on(RegisterCase, 'cases.register', (work, { body }) => registerCase(needs, work, body)),
  on(contract.AssignCase, 'cases.work', (work, { params, body }) => assignCase(work, params.number, body)),
  on(contract.RouteCase, 'cases.work', (work, { params, body }) => routeCase(work, params.number, body)),
  on(contract.ClassifyCase, 'cases.work', (work, { params, body }) => classifyCase(work, params.number, body)),
  on(contract.RetypeCase, 'cases.work', (work, { params, body }) => retypeCase(work, params.number, body)),
  on(contract.CorrectCase, 'cases.work', (work, { params, body, ifMatch }) => correctCase(work, params.number, body, ifMatch)),
  on(contract.WriteNote, 'cases.work', (work, { params, body }) => writeNote(work, params.number, body)),
  on(contract.AskArea, 'cases.work', (work, { params, body }) => askArea(work, params.number, body)),
  on(contract.AnswerAreaRequest, 'areas.answer', (work, { params, body }) => answerAreaRequest(work, params.areaRequestId, body)),
  on(contract.ReturnAreaRequest, 'areas.answer', (work, { params, body }) => returnAreaRequest(work, params.areaRequestId, body)),
  on(contract.RemindArea, 'cases.work', (work, { params }) => remindArea(work, params.areaRequestId)),
  on(contract.CancelAreaRequest, 'cases.work', (work, { params, body }) => cancelAreaRequest(work, params.areaRequestId, body)),
  on(contract.WriteAnswer, 'cases.work', (work, { params, body }) => writeAnswer(work, params.number, body, needs)),
  on(contract.ApproveAnswer, 'cases.approve', (work, { params }) => approveAnswer(work, params.answerId)),
  on(contract.ReturnAnswer, 'cases.approve', (work, { params, body }) => returnAnswer(work, params.answerId, body)),
  on(contract.RecallAnswer, 'cases.work', (work, { params }) => recallAnswer(work, params.answerId)),
  on(contract.RecordDelivery, 'cases.work', (work, { params, body }) => recordDelivery(work, params.answerId, body)),
  on(contract.SaveDraft, 'cases.read', (work, { params, body, ifMatch }) => saveDraft(work, params.number, params.kind, body, ifMatch)),
  on(contract.ReadDrafts, 'cases.read', (work, { params }) => readDrafts(work, params.number)),
  on(contract.FillTemplate, 'cases.work', (work, { params, body }) => fillTemplate(work, params.number, body.templateId)),
  on(contract.CloseCase, 'cases.close', (work, { params, body }) => closeCase(work, params.number, body)),
  on(contract.ReopenCase, 'cases.work', (work, { params, body }) => reopenCase(work, params.number, body)),
  on(contract.WithdrawCase, 'cases.close', (work, { params, body }) => withdrawCase(work, params.number, body)),
  on(contract.MergeCase, 'cases.merge', (work, { params, body }) => mergeCase(work, params.number, body)),
  on(contract.UnmergeCase, 'cases.merge', (work, { params }) => unmergeCase(work, params.mergeId)),
  on(contract.LinkCase, 'cases.work', (work, { params, body }) => linkCase(work, params.number, body)),
  on(contract.GroupCases, 'cases.work', (work, { body }) => groupCases(work, body)),
  on(contract.SnoozeCase, 'cases.work', (work, { params, body }) => snoozeCase(work, params.number, body)),
  on(contract.WakeCase, 'cases.work', (work, { params }) => wakeCase(work, params.number)),
  on(contract.ExtendTerm, 'cases.work', (work, { params, body }) => extendTerm(work, params.number, body)),
  on(contract.PauseTerm, 'cases.work', (work, { params, body }) => pauseTerm(work, params.number, body)),
  on(contract.ResumeTerm, 'cases.work', (work, { params, body }) => resumeTerm(work, params.number, body)),
  on(BeginDuties, 'cases.work', (work, { params, body }) => beginDuties(work, params.number, body)),
  on(FulfilDuty, 'cases.work', (work, { params, body }) => fulfilDuty(work, params.dutyId, body)),
  on(ReleaseDuty, 'cases.work', (work, { params, body }) => releaseDuty(work, params.dutyId, body)),
  on(TakeBackFulfilment, 'cases.work', (work, { params, body }) => takeBackDuty(work, params.dutyId, 'done', body)),
  on(TakeBackRelease, 'cases.work', (work, { params, body }) => takeBackDuty(work, params.dutyId, 'not-owed', body)),
]
