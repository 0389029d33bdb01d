import type { z } from 'zod'

type Schema = z.ZodType

/** A door of the HTTP API as a value: the server mounts it, the client derives its types, the API's description is drawn from it. */
export type Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends Schema = Schema,
> = {
  /** Also its operation id: 'RegisterCase'. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under /api/v1, with ':number' for parameters. */
  path: string
  summary: string
  status: number
  params?: Params
  query?: Query
  body?: Body
  reply: Reply
}

type Spec<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> = Omit<Endpoint<P, Q, B, R>, 'status'> & {
  /** 200 unless said: 201 where a thing is made. */
  status?: number
}

export function endpoint<
  P extends Schema = z.ZodObject,
  Q extends Schema = z.ZodObject,
  B extends Schema = z.ZodObject,
  R extends Schema = z.ZodObject,
>(spec: Spec<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return { status: spec.method === 'POST' ? 201 : 200, ...spec }
}

export type ParamsOf<E> = E extends Endpoint<infer P, Schema, Schema, Schema> ? z.output<P> : never
export type QueryOf<E> = E extends Endpoint<Schema, infer Q, Schema, Schema> ? z.output<Q> : never
export type BodyOf<E> = E extends Endpoint<Schema, Schema, infer B, Schema> ? z.output<B> : never
export type ReplyOf<E> = E extends Endpoint<Schema, Schema, Schema, infer R> ? z.output<R> : never
/** What a caller may leave out because the contract has a default. */
export type AskedOf<E> = E extends Endpoint<infer P, infer Q, infer B, Schema>
  ? { params: z.input<P>; query: z.input<Q>; body: z.input<B> }
  : never
