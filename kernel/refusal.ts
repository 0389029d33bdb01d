/** A rule's no: its code is in a contract, its sentence in the words of the module. Answered as 409. */
export class Refusal extends Error {
  readonly code: string
  readonly details: Record<string, string | number>
  constructor(code: string, details: Record<string, string | number> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** There is no such thing, or it is not for this actor to know. Answered as 404. */
export class NotFound extends Error {
  readonly what: string
  constructor(what: string) {
    super(`not found: ${what}`)
    this.what = what
  }
}

/** It is there and seen, but this is not the actor's to do. Answered as 403. */
export class Forbidden extends Error {
  readonly permission: string
  constructor(permission: string) {
    super(`not allowed: ${permission}`)
    this.permission = permission
  }
}

/** Only somebody who signed in does this: not a program by its token, whatever its role. Answered as 403. */
export class PersonsOnly extends Error {}

/** What was sent is not what is asked for. Answered as 400 with a sentence a field. */
export class BadInput extends Error {
  readonly fields: FieldRefusal[]
  constructor(fields: FieldRefusal[]) {
    super(fields.map((field) => `${field.path}: ${field.code}`).join(', '))
    this.fields = fields
  }
}

/** `path` is the field's place, 'customer.telephones.0'; `code` a sentence's key, `details` what it is filled with. */
export type FieldRefusal = { path: string; code: string; details?: Record<string, string | number> }

/** Throws the refusal that a rule returned, with what its sentence is filled with. */
export function refuseIf(code: string | null | undefined, details: Record<string, string | number> = {}): void {
  if (code) throw new Refusal(code, details)
}

/** Somebody else changed it since it was read: nothing is overwritten. Answered as 412. */
export class Stale extends Error {
  readonly version: number
  constructor(version: number) {
    super(`changed since: now version ${version}`)
    this.version = version
  }
}

/** What two people may edit is edited by the version one read, and none was named. Answered as 428. */
export class VersionNotSaid extends Error {}

/** Throws when it is no longer the version that the caller read; null is the product itself, which read it just now. */
export function refuseStale(version: number, ifMatch: number | null): void {
  if (ifMatch !== null && ifMatch !== version) throw new Stale(version)
}

/**
 * The row that is about to be edited, as its editor read it.
 * @throws {NotFound} there is none
 * @throws {Stale} somebody else changed it since
 */
export function asRead<Row extends { version: number }>(row: Row | undefined, ifMatch: number | null, what: string): Row {
  if (!row) throw new NotFound(what)
  refuseStale(row.version, ifMatch)
  return row
}

/** Whoever asks has not shown who they are: wrong password, wrong code. Answered as 401, and never says which part was wrong. */
export class NotRecognised extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}
