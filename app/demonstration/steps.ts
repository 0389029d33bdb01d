import type { Channel, Remedy, Severity, Way } from '#modules/cases/contract.ts'
import type { AreaCode } from './places.ts'
import type { WrittenCase } from './writer.ts'

/** What somebody does, or a customer says, at an instant (ISO, UTC). `by`: the key of a person of staff.ts; `number`: place of the case. */
type Done<Do extends string, More> = { do: Do; case: number; at: string; by: string } & More

/** One deed of the plan. `request` and `answer` number the area requests and answers of their case from 0. */
export type Step =
  /** `classified`: whoever listened gave it its cause at once, and the routes of the company did the rest. */
  | Done<'register', { receivedAt: string; written: WrittenCase; classified: boolean; acknowledge: boolean }>
  | Done<'classify', { cause: string; severity: Severity; reason: string }>
  | Done<'route', { area: AreaCode; reason: string }>
  | Done<'assign', { owner: string }>
  | Done<'ask-area', { request: number; area: AreaCode; question: string }>
  | Done<'area-return', { request: number; reason: string }>
  | Done<'area-answer', { request: number; answer: string }>
  /** What the law asks beside the answer is done. */
  | Done<'fulfil', { body: string }>
  | Done<'note', { body: string; telephone: boolean }>
  | Done<'hear', { body: string; channel: Channel }>
  | Done<'answer', { answer: number; subject: string; body: string; way: Way; recipient: string; final: boolean; amount: number | null; needsApproval: boolean }>
  | Done<'approve', { answer: number }>
  | Done<'close', { cause: string; actionTaken: string; remedy: Remedy; amount: number | null; told: { way: Way; at: string } }>
  | Done<'reopen', { reason: string }>
  | Done<'withdraw', { reason: string }>
  | Done<'merge', { into: number; reason: string }>
