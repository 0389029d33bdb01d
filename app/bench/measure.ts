/** What a bench prints: ours and what it is held against, measured in the same run. `ratio` is ours by limit in `unit`. */
export type Measured = { name: string; ours: number; limit: number; ratio: number; unit: string; note?: string }

export const measured = (name: string, ours: number, limit: number, unit: string, note?: string): Measured => ({
  name, ours: round(ours), limit: round(limit), ratio: round(ours / limit), unit, ...(note && { note }),
})

const round = (value: number) => Number(value.toPrecision(4))

/** By linear interpolation (type 7 of Hyndman and Fan). */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const below = sorted[Math.floor(at)]!
  return below + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - below)
}

export async function millisOf(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}

/** Both sides in turn, so that a machine that slows down slows both: the milliseconds of each. */
export async function inTurn(rounds: number, ours: () => Promise<unknown>, limit: () => Promise<unknown>): Promise<{ ours: number[]; limit: number[] }> {
  const times = { ours: [] as number[], limit: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.limit.push(await millisOf(limit))
    times.ours.push(await millisOf(ours))
  }
  return times
}
