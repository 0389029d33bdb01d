import type pg from 'pg'
import type { Logger } from 'pino'
import { may, type Actor, type Place } from '#kernel/actor.ts'
import { openWire, type WireMessage } from './live-wire.ts'
import type { Change } from './work.ts'

/** Somebody at something: looking at it, typing in it, or no longer there. Said again every few seconds while it lasts. */
export type Presence = Place & { kind: string; id: string; personId: string; name: string; doing: 'viewing' | 'typing' | 'gone' }
type Present = { id: string; name: string; doing: 'viewing' | 'typing' }

/** What a screen hears. Ids only: it reads what it is then allowed to. */
export type LiveEvent =
  | { event: 'change'; data: { kind: string; id: string; action: string } }
  | { event: 'presence'; data: { kind: string; id: string; people: Present[] } }
  /** Something was missed: what is shown is read again. */
  | { event: 'reread'; data: Record<string, never> }
  /** The session has ended; there is no use in coming back with it. */
  | { event: 'ended'; data: Record<string, never> }

export type Subscriber = { actor: Actor; send(this: void, event: LiveEvent): void }

export type Live = {
  /** Tells every node what was committed. */
  announce(this: void, organisationId: string, changes: readonly Change[]): void
  /** Tells every node that somebody is at something; what it is and where it belongs the caller has read. */
  present(this: void, organisationId: string, presence: Presence): void
  /** Who is at something now, as this node knows. */
  presentAt(this: void, organisationId: string, kind: string, id: string): Present[]
  /** The subscriber hears what its actor's grants reach, until the returned function is called. */
  subscribe(this: void, subscriber: Subscriber): () => void
  /** Hears every change of every organisation: for work that another node makes necessary. */
  onChange(this: void, listener: (organisationId: string, change: Change) => void): void
  close(): Promise<void>
}

const PRESENT_MS = 30_000
const SEES = 'cases.read'

export function openLive({ connection, log }: { connection: pg.ClientConfig; log: Logger }): Live {
  const subscribers = new Map<string, Set<Subscriber>>()
  const listeners: ((organisationId: string, change: Change) => void)[] = []
  const rooms = new Rooms()

  const tell = (organisationId: string, place: Place | null, event: LiveEvent) => {
    for (const { actor, send } of subscribers.get(organisationId) ?? []) if (!place || may(actor, SEES, place)) send(event)
  }
  const tellRoom = (organisationId: string, room: Room) =>
    tell(organisationId, room.place, { event: 'presence', data: { kind: room.kind, id: room.id, people: peopleOf(room) } })

  const hear = ({ organisationId, changes, presence, reread }: WireMessage) => {
    if (reread) tell(organisationId, null, { event: 'reread', data: {} })
    for (const change of changes) {
      const { kind, id, action } = change
      tell(organisationId, placeOf(change), { event: 'change', data: { kind, id, action } })
      for (const listener of listeners) listener(organisationId, change)
    }
    for (const said of presence) {
      const room = rooms.take(organisationId, said, Date.now())
      if (room) tellRoom(organisationId, room)
    }
  }
  const missed = () => {
    for (const organisationId of subscribers.keys()) tell(organisationId, null, { event: 'reread', data: {} })
  }
  const wire = openWire({ connection, log, hear, missed })
  const leaving = setInterval(() => {
    for (const [organisationId, room] of rooms.clear(Date.now())) tellRoom(organisationId, room)
  }, 5000).unref()

  return {
    announce: (organisationId, changes) => wire.say(organisationId, { changes }),
    present: (organisationId, presence) => wire.say(organisationId, { presence }),
    presentAt: (organisationId, kind, id) => rooms.at(organisationId, kind, id),
    subscribe(subscriber) {
      const { organisationId } = subscriber.actor
      const there = subscribers.get(organisationId) ?? new Set()
      subscribers.set(organisationId, there.add(subscriber))
      return () => {
        there.delete(subscriber)
        if (there.size === 0 && subscribers.get(organisationId) === there) subscribers.delete(organisationId)
      }
    },
    onChange: (listener) => void listeners.push(listener),
    async close() {
      clearInterval(leaving)
      await wire.close()
    },
  }
}

/** A change that does not say where it belongs is heard only by who sees the whole organisation. */
const placeOf = ({ branchId = null, areaIds = [], supplierId = null }: Place): Place => ({ branchId, areaIds, supplierId })

type Room = { kind: string; id: string; place: Place; people: Map<string, Present & { until: number }> }

const peopleOf = ({ people }: Room): Present[] => [...people.values()].map(({ id, name, doing }) => ({ id, name, doing }))

/** Who is where, as far as this node has heard. */
class Rooms {
  private readonly rooms = new Map<string, { organisationId: string; room: Room }>()

  /** The room, if what was said changes who is in it or what they do. */
  take(organisationId: string, { kind, id, personId, name, doing, ...place }: Presence, now: number): Room | null {
    const key = keyOf(organisationId, kind, id)
    const { room } = this.rooms.get(key) ?? { room: { kind, id, place, people: new Map() } }
    room.place = placeOf(place)
    const before = room.people.get(personId)
    if (doing === 'gone') room.people.delete(personId)
    else room.people.set(personId, { id: personId, name, doing, until: now + PRESENT_MS })
    if (room.people.size > 0) this.rooms.set(key, { organisationId, room })
    else this.rooms.delete(key)
    return before?.doing === (doing === 'gone' ? undefined : doing) ? null : room
  }

  at(organisationId: string, kind: string, id: string): Present[] {
    const known = this.rooms.get(keyOf(organisationId, kind, id))
    return known ? peopleOf(known.room) : []
  }

  /** Those who have not been heard of for a while are gone; the rooms they left. */
  clear(now: number): [organisationId: string, room: Room][] {
    const left: [string, Room][] = []
    for (const [key, { organisationId, room }] of this.rooms) {
      const before = room.people.size
      for (const [personId, { until }] of room.people) if (until < now) room.people.delete(personId)
      if (room.people.size === 0) this.rooms.delete(key)
      if (room.people.size < before) left.push([organisationId, room])
    }
    return left
  }
}

const keyOf = (organisationId: string, kind: string, id: string) => `${organisationId}/${kind}/${id}`
