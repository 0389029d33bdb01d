import type { z } from 'zod'

type Schema = z.ZodType

/** A door of the HTTP API as a value: the server mounts it, the client derives its types, the API's description is drawn from it. */
export type Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends Schema = Schema,
  Edits extends boolean = boolean,
> = {
  /** Also its operation id: 'RegisterCase'. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under /api/v1, with ':number' for parameters. */
  path: string
  summary: string
  status: number
  /** Writes over what somebody read: the version they read is named in `If-Match`, or the door does not open (428). */
  ifMatch: Edits
  params?: Params
  query?: Query
  body?: Body
  reply: Reply
}

type Spec<P extends Schema, Q extends Schema, B extends Schema, R extends Schema, Edits extends boolean> = Omit<Endpoint<P, Q, B, R>, 'status' | 'ifMatch'> & {
  /** 200 unless said: 201 where a thing is made. */
  status?: number
  /** False unless said. */
  ifMatch?: Edits
}

export function endpoint<
  P extends Schema = z.ZodObject,
  Q extends Schema = z.ZodObject,
  B extends Schema = z.ZodObject,
  R extends Schema = z.ZodObject,
  Edits extends boolean = false,
>(spec: Spec<P, Q, B, R, Edits>): Endpoint<P, Q, B, R, Edits> {
  return { status: spec.method === 'POST' ? 201 : 200, ifMatch: false as Edits, ...spec }
}

export type ParamsOf<E> = E extends Endpoint<infer P> ? z.output<P> : never
export type QueryOf<E> = E extends Endpoint<Schema, infer Q> ? z.output<Q> : never
export type BodyOf<E> = E extends Endpoint<Schema, Schema, infer B> ? z.output<B> : never
export type ReplyOf<E> = E extends Endpoint<Schema, Schema, Schema, infer R> ? z.output<R> : never
/** What a caller may leave out because the contract has a default. */
export type AskedOf<E> = E extends Endpoint<infer P, infer Q, infer B>
  ? { params: z.input<P>; query: z.input<Q>; body: z.input<B> }
  : never
