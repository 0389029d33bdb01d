import { ProblemError } from './data.ts'

const isBusy = (error: Error) => error instanceof ProblemError && error.status === 503

/** What the server refused it refuses again: only what failed or did not arrive is asked a second time, and what came when there was too much to do a third. */
export const asksAgain = (times: number, error: Error): boolean => times < (isBusy(error) ? 2 : 1) && !(error instanceof ProblemError && error.status >= 400 && error.status < 500)

/** In milliseconds. All the screens of a morning that were refused together come again one by one. */
export const asksAgainAfter = (_times: number, error: Error, random = Math.random): number => (isBusy(error) ? 2000 + 4000 * random() : 1000)
