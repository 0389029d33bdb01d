import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from './event-stream.ts'

/** A browser's, of which a test says what becomes. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  static opened: Stream[] = []
  readyState = 0
  constructor() {
    super()
    Stream.opened.push(this)
  }
  becomes(readyState: number, event: string) {
    this.readyState = readyState
    this.dispatchEvent(new Event(event))
  }
  close() {
    this.readyState = Stream.CLOSED
  }
}
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  Stream.opened = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a stream that the server refused is begun again, and only then is all read again', () => {
  const again = vi.fn()
  const leave = listen('/events', { hear: () => {}, again })
  Stream.opened[0]!.becomes(1, 'open')
  Stream.opened[0]!.becomes(0, 'error')
  vi.advanceTimersByTime(60_000)
  expect([Stream.opened.length, again.mock.calls.length], 'a broken connection is the browser’s to mend').toEqual([1, 0])
  Stream.opened[0]!.becomes(2, 'error')
  vi.advanceTimersByTime(5000)
  Stream.opened[1]!.becomes(2, 'error')
  vi.advanceTimersByTime(5000)
  Stream.opened[2]!.becomes(1, 'open')
  expect([Stream.opened.length, again.mock.calls.length]).toEqual([3, 1])
  leave()
  expect(Stream.opened[2]!.readyState).toBe(2)
})

test('whoever has left is not called back', () => {
  const leave = listen('/events', { hear: () => {}, again: () => {} })
  Stream.opened[0]!.becomes(2, 'error')
  leave()
  vi.advanceTimersByTime(60_000)
  expect(Stream.opened).toHaveLength(1)
})
