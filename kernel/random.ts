/**
 * Numbers that look random and are the same for the same seeds, in every run and on every machine: sfc32 (Chris
 * Doty-Humphrey's PractRand, public domain). Its state has 128 bits, so that a million neighbouring seeds give a million
 * streams: with the 32 bits of the smaller ones two of them would meet after some sixty thousand.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #count = 1

  /** Any two different pairs give different streams. */
  constructor(seed: number, stream = 0, part = 0) {
    this.#a = seed | 0
    this.#b = stream | 0
    this.#c = (part ^ 0x9e3779b9) | 0
    for (let round = 0; round < 12; round++) this.bits()
  }

  /** An integer of 32 bits, signed. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0
    this.#count = (this.#count + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum | 0
    return sum
  }

  /** In [0, 1). */
  next(): number {
    return (this.bits() >>> 0) / 4_294_967_296
  }

  /** From 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  /** Both ends included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }

  /** Exponential-like waits: mostly short, sometimes long; its mean is `mean`. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean
  }
}

/** Picks by weight; built once, asked in the logarithm of its length. */
export class Weighted<T> {
  readonly #items: readonly T[]
  readonly #ends: Float64Array
  readonly total: number

  constructor(weighed: readonly (readonly [T, number])[]) {
    this.#items = weighed.map(([item]) => item)
    this.#ends = new Float64Array(weighed.length)
    let total = 0
    weighed.forEach(([, weight], at) => { total += weight; this.#ends[at] = total })
    this.total = total
  }

  pick(random: Random): T {
    const at = this.at(random.next() * this.total)
    return this.#items[at] as T
  }

  /** The index whose share of the total covers `point`. */
  at(point: number): number {
    let low = 0
    let high = this.#ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] ?? 0) > point) high = middle
      else low = middle + 1
    }
    return low
  }
}
