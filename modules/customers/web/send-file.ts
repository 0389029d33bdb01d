import { newId } from '#kernel/id.ts'
import { ProblemError } from '#platform/web/data.ts'

/** Puts a file up; throws a ProblemError with the sentence of why not. */
export async function sendFile(file: File): Promise<{ id: string; name: string }> {
  const form = new FormData()
  form.append('file', file)
  const answer = await fetch('/api/v1/files', { method: 'POST', body: form, credentials: 'same-origin', headers: { 'idempotency-key': newId() } }).catch(() => {
    throw new ProblemError(0, {})
  })
  const body = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new ProblemError(answer.status, body)
  return body as { id: string; name: string }
}
