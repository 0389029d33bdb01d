import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const SALT_BYTES = 16
const HASH_BYTES = 32

/** Each takes 19 MiB: fifty sign-ins at once wait in line rather than eat a gigabyte. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    // The place passes to the next in line, and is given up only when there is none.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const derive = (parameters: Argon2Parameters): Promise<Buffer> =>
  inTurn(() => new Promise((done, fail) => argon2('argon2id', parameters, (error, key) => (error ? fail(error) : done(key)))))

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** The PHC string of a password: '$argon2id$v=19$m=…,t=…,p=…$salt$hash'. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES)
  const key = await derive({ message: password, nonce, parallelism: LANES, tagLength: HASH_BYTES, memory: MEMORY_KIB, passes: PASSES })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(nonce)}$${base64(key)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

/**
 * Whether the password is that of the hash. Without a hash (nobody by that name, or one who has set no password) it takes as
 * long and says no, so that the time tells nothing.
 */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const read = PHC.exec(hash ?? '') ?? PHC.exec(NOBODY)!
  const [, memory, passes, parallelism, salt, expected] = read
  const wanted = Buffer.from(expected!, 'base64')
  const key = await derive({
    message: password,
    nonce: Buffer.from(salt!, 'base64'),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
    memory: Number(memory),
    passes: Number(passes),
  })
  return timingSafeEqual(key, wanted) && hash !== null && read.input === hash
}

const NOBODY = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(randomBytes(SALT_BYTES))}$${base64(randomBytes(HASH_BYTES))}`
