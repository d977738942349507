import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../core/clock.ts'
import type { Db, Sql, Tx } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import {
  type Assigned,
  alone,
  answers,
  type Decide,
  type Membership,
  type PlannedGroup,
  planPage,
} from './assign.ts'
import type { FoundThing, Thing, ThingIndex } from './schema.ts'
import {
  decisionsAmong,
  holdListings,
  holdProgress,
  listingsToSweep,
  lockClusters,
  membersAround,
  writePlan,
  writeProgress,
} from './store.ts'

export type { Assigned } from './assign.ts'

export interface ClustererDeps {
  clock: Clock
  log: Log
  index: ThingIndex
  decide: Decide
  /**
   * Committed things written since the mark (null = from the beginning), those that should be remembered no more,
   * and the next mark: a transaction id below which everything has ended.
   */
  thingsSince(sql: Sql, mark: string | null): Promise<{ things: Thing[]; removed?: number[]; mark: string }>
  /** Default: true. When false, nothing is looked for and nothing is written. */
  enabled?: boolean
}

export interface Clusterer {
  /** Follows the listings table; call it before the page writes, since it must not take in what may roll back. */
  catchUp(sql: Sql): Promise<void>
  /** Brings a page's written listings together with what they are the same as; doing it again changes nothing. */
  assign(tx: Tx, things: readonly Thing[]): Promise<Map<number, Assigned>>
  /** The same for stored listings, after catching up with all that is committed: joins what two pages raced past. */
  reconcile(tx: Tx, listingIds: readonly number[]): Promise<Map<number, Assigned>>
  /**
   * Looks again at every listing changed since the last time, in bounded transactions. By then whatever was written
   * at the same moment is in the index, so nothing stays apart for having raced, and the first run joins what was
   * stored before there were clusters.
   */
  followUp(db: Db, signal: AbortSignal): Promise<{ looked: number; joined: number }>
  /**
   * What else may be the same thing as a stored listing, surest first, for a person to decide: neither in its
   * cluster nor told apart from it. Only as far back as the index remembers.
   */
  alike(sql: Sql, listingId: number): Promise<FoundThing[]>
  /** The demo's listings are deleted: they leave the index, too. */
  forgetDemo(): void
  /** What was read counts no more: everything is read again. */
  forget(): void
}

const catchUpEveryMs = 5_000
const findMax = 20
const membersMax = 200
const sweepStep = 200

/** Keeps an index of recent things and joins listings that are one thing; what a person decided always wins. */
export function createClusterer(deps: ClustererDeps): Clusterer {
  const { index, enabled = true } = deps
  const demoIds = new Set<number>()
  let mark: string | null = null
  let caughtUpAtMs = Number.NEGATIVE_INFINITY
  /** What was under way when everything was forgotten brings nothing. */
  let forgotten = 0

  const takeIn = (thing: Thing) => {
    const known = index.get(thing.listingId)
    // What this process wrote itself comes back from the table as it was.
    if (known && isUnchanged(known, thing)) return
    index.upsert(thing)
    if (thing.demo) demoIds.add(thing.listingId)
  }
  const letGo = (listingId: number) => {
    index.remove(listingId)
    demoIds.delete(listingId)
  }

  async function catchUpNow(sql: Sql): Promise<void> {
    const before = caughtUpAtMs
    caughtUpAtMs = deps.clock.now().getTime()
    try {
      const asked = forgotten
      const next = await deps.thingsSince(sql, mark)
      if (asked !== forgotten) throw new Error('the database was replaced while things were read from it')
      for (const thing of next.things) takeIn(thing)
      for (const listingId of next.removed ?? []) letGo(listingId)
      mark = next.mark
    } catch (error) {
      caughtUpAtMs = Math.min(before, caughtUpAtMs)
      throw error
    }
  }

  /**
   * The page's things meet each other, too: they are put into the index for the length of this call, which nothing
   * can interrupt, and taken out again, since their transaction may still roll back.
   */
  function findAll(things: readonly Thing[]): Map<number, FoundThing[]> {
    // One alone meets nobody, and what the index holds as it is needs no putting in.
    const guests = things.length === 1 ? [] : things.filter((thing) => index.get(thing.listingId) !== thing)
    const before = new Map(guests.map(({ listingId }) => [listingId, index.get(listingId)]))
    for (const thing of guests) index.upsert(thing)
    try {
      return new Map(
        things.map((thing) => [
          thing.listingId,
          index.find(thing, findMax).filter(({ listingId }) => isOfOneWorld(index.get(listingId), thing)),
        ]),
      )
    } finally {
      for (const [listingId, thing] of before) {
        if (thing) index.upsert(thing)
        else index.remove(listingId)
      }
    }
  }

  async function plan(
    tx: Tx,
    things: readonly Thing[],
    found: ReadonlyMap<number, FoundThing[]>,
  ): Promise<{ members: Membership[]; groups: PlannedGroup[] }> {
    const involved = involvedIn(things, found)
    const members = await membersAround(tx, involved)
    if ([...found.values()].every((list) => list.length === 0)) return { members, groups: [] }
    const all = [...new Set([...involved, ...members.map(({ listingId }) => listingId)])]
    const decisions = await decisionsAmong(tx, all)
    const pageThings = new Map(things.map((thing) => [thing.listingId, thing]))
    const get = (listingId: number) => pageThings.get(listingId) ?? index.get(listingId)
    const { decide } = deps
    return { members, groups: planPage({ things, found, members, decisions, decide, get, membersMax }) }
  }

  async function join(tx: Tx, things: readonly Thing[]): Promise<Map<number, Assigned>> {
    const found = findAll(things)
    const looked = await plan(tx, things, found)
    if (looked.groups.length === 0) return answers(things, looked.members, new Map())
    // There is something to write: from here on alone, and by what is true now.
    await lockClusters(tx)
    const living = await holdListings(tx, involvedIn(things, found))
    const kept = new Map(
      [...found].map(([id, list]) => [id, list.filter((one) => living.has(one.listingId))]),
    )
    const dead = involvedIn(things, found).filter((listingId) => !living.has(listingId))
    if (dead.length > 0) tx.afterCommit(() => dead.forEach(letGo))
    const stored = things.filter(({ listingId }) => living.has(listingId))
    const { members, groups } = await plan(tx, stored, kept)
    const ids = await writePlan(tx, groups, deps.clock.now())
    const written = new Map<number, Membership>()
    groups.forEach((group, i) => {
      for (const join of group.joins) written.set(join.listingId, { ...join, clusterId: ids[i]! })
    })
    const moved = new Map(groups.flatMap(({ absorbs }, i) => absorbs.map((from) => [from, ids[i]!] as const)))
    if (groups.length > 0) deps.log.debug({ joined: written.size, merged: moved.size }, 'clusters changed')
    return answers(
      things,
      [
        ...members.map((row) => ({ ...row, clusterId: moved.get(row.clusterId) ?? row.clusterId })),
        ...written.values(),
      ],
      written,
    )
  }

  async function reconcile(tx: Tx, listingIds: readonly number[]): Promise<Map<number, Assigned>> {
    if (!enabled) return new Map(listingIds.map((listingId) => [listingId, alone]))
    await catchUpNow(tx)
    const ids = [...new Set(listingIds)]
    return join(
      tx,
      ids.map((listingId) => index.get(listingId)).filter((thing) => thing !== undefined),
    )
  }

  async function catchUp(sql: Sql): Promise<void> {
    const nowMs = deps.clock.now().getTime()
    if (!enabled || (nowMs - caughtUpAtMs < catchUpEveryMs && nowMs >= caughtUpAtMs)) return
    await catchUpNow(sql)
  }

  return {
    catchUp,
    async assign(tx, page) {
      if (!enabled) return new Map(page.map(({ listingId }) => [listingId, alone]))
      const things = [...new Map(page.map((thing) => [thing.listingId, thing])).values()]
      tx.afterCommit(() => things.forEach(takeIn))
      return join(tx, things)
    },
    reconcile,
    async followUp(db, signal) {
      const result = { looked: 0, joined: 0 }
      while (enabled && !signal.aborted) {
        const step = await db.transaction(async (tx) => {
          const progress = await holdProgress(tx)
          if (!progress) return null
          const ids = await listingsToSweep(tx, progress, sweepStep)
          const assigned = await reconcile(tx, ids)
          const isDone = ids.length < sweepStep
          await writeProgress(tx, progress, isDone ? null : ids.at(-1)!)
          const joined = [...assigned.values()].filter(({ joinedNow }) => joinedNow).length
          return { looked: ids.length, joined, isDone }
        })
        if (step === null) break
        result.looked += step.looked
        result.joined += step.joined
        if (step.isDone) break
      }
      return result
    },
    async alike(sql, listingId) {
      await catchUp(sql)
      const thing = index.get(listingId)
      if (!enabled || !thing) return []
      const found = findAll([thing]).get(listingId) ?? []
      const involved = involvedIn([thing], new Map([[listingId, found]]))
      const members = await membersAround(sql, involved)
      const own = members.find((member) => member.listingId === listingId)?.clusterId
      const settled = new Set(
        members.filter(({ clusterId }) => clusterId === own).map((member) => member.listingId),
      )
      for (const { lowListingId, highListingId, verdict } of await decisionsAmong(sql, involved)) {
        if (verdict !== 'different') continue
        if (lowListingId === listingId) settled.add(highListingId)
        if (highListingId === listingId) settled.add(lowListingId)
      }
      return found.filter((one) => !settled.has(one.listingId))
    },
    forgetDemo() {
      for (const listingId of [...demoIds]) letGo(listingId)
    },
    forget() {
      forgotten++
      index.clear()
      demoIds.clear()
      mark = null
      caughtUpAtMs = Number.NEGATIVE_INFINITY
    },
  }
}

function isOfOneWorld(a: Thing | undefined, b: Thing): boolean {
  return a?.demo === b.demo && a.ownerId === b.ownerId
}

const comparedFields = [
  'title',
  'description',
  'priceCents',
  'currency',
  'state',
  'brand',
  'category',
  'condition',
  'location',
  'lat',
  'lon',
  'postedAtMs',
  'repostOf',
] as const

function isUnchanged(a: Thing, b: Thing): boolean {
  return (
    a === b ||
    (comparedFields.every((name) => a[name] === b[name]) &&
      a.photoHashes.length === b.photoHashes.length &&
      a.photoHashes.every((hash, i) => hash === b.photoHashes[i]) &&
      isDeepStrictEqual(a.attributes, b.attributes))
  )
}

function involvedIn(things: readonly Thing[], found: ReadonlyMap<number, FoundThing[]>): number[] {
  const ids = [
    ...things.map(({ listingId }) => listingId),
    ...[...found.values()].flatMap((list) => list.map(({ listingId }) => listingId)),
  ]
  return [...new Set(ids)]
}
