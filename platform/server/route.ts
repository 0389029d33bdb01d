import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import type { Reading } from './readings.ts'
import type { Work } from './work.ts'

/** What a verb is asked: validated, typed; `ifMatch` is the version the caller read, of what is edited by version. */
export type Asked<E> = { params: ParamsOf<E>; query: QueryOf<E>; body: BodyOf<E>; ifMatch: E extends { ifMatch: true } ? number : null; request: FastifyRequest; reply: FastifyReply }

export type Route = WorkRoute | OpenRoute

/** A door without an actor: signing in, setting up. */
export type OpenRoute = { endpoint: Endpoint; open: (asked: Asked<Endpoint>) => Promise<unknown> }

type Shown = Reading | readonly Reading[]

export type WorkRoute = {
  endpoint: Endpoint
  /** A permission that some grant must give; 'signed-in' for any person or token. */
  permission: string
  /** The permission whose reach row-level security shows; 'cases.read' unless said. */
  sees?: string
  /** A password is in the request or a secret in the reply: neither is kept beside an Idempotency-Key, hashed or not. */
  secret?: boolean
  /** Whose personal data the reply shows: that it was looked at is noted before it is sent. */
  shows?(work: Work, asked: Asked<Endpoint>, reply: never): Shown | Promise<Shown>
  handle(work: Work, asked: Asked<Endpoint>): Promise<unknown>
}

/** Endpoint → permission → verb. The verb runs in a transaction of its own, under the actor's row-level security. */
export function on<E extends Endpoint>(
  endpoint: E,
  permission: string,
  handle: (work: Work, asked: Asked<E>) => Promise<ReplyOf<E>>,
  more: { sees?: string; secret?: boolean; shows?: (work: Work, asked: Asked<E>, reply: ReplyOf<E>) => Shown | Promise<Shown> } = {},
): WorkRoute {
  return { endpoint, permission, handle, ...more }
}

/** The same without an actor and without a transaction of the server's. */
export function onOpen<E extends Endpoint>(endpoint: E, open: (asked: Asked<E>) => Promise<ReplyOf<E>>): OpenRoute {
  return { endpoint, open }
}

/** A key that a schema does not know is refused; where there is no schema, any. */
export const strict = (schema: z.ZodType | undefined): z.ZodType =>
  schema instanceof z.ZodObject ? schema.strict() : (schema ?? z.strictObject({}))
