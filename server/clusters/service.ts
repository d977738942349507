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
import type { FoundRecord, ListingRecord, RecordIndex } from './schema.ts'
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
  index: RecordIndex
  decide: Decide
  /**
   * Committed things written since the mark (null = from the beginning), those that should be remembered no more,
   * and the next mark: a transaction id below which everything has ended. What is as the `except` transactions left it
   * may be left out.
   */
  recordsSince(
    sql: Sql,
    mark: string | null,
    except: readonly string[],
  ): Promise<{ records: ListingRecord[]; removed?: number[]; mark: string }>
  /** Default: true. When false, nothing is looked for and nothing is written. */
  enabled?: boolean
}

export interface Clusterer {
  /** Follows the listings table; call it before the page writes, since it must not take in what may roll back. */
  catchUp(sql: Sql): Promise<void>
  /**
   * Brings a page's written listings together with what they are the same as; doing it again changes nothing.
   * `allNewXid` is the transaction's number where it writes these listings only and all of them are new: they are then
   * known from here, and are not read back.
   */
  assign(tx: Tx, records: readonly ListingRecord[], allNewXid?: string | null): Promise<Map<number, Assigned>>
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
   * cluster nor cannot-linked with it. Only as far back as the index remembers.
   */
  alike(sql: Sql, listingId: number): Promise<FoundRecord[]>
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
  /** Transactions from the mark on of which everything is known. */
  let own: string[] = []
  let caughtUpAtMs = Number.NEGATIVE_INFINITY
  /** What was under way when everything was forgotten brings nothing. */
  let forgotten = 0

  const takeIn = (record: ListingRecord) => {
    const known = index.get(record.listingId)
    // What this process wrote itself comes back from the table as it was.
    if (known && isUnchanged(known, record)) return
    index.upsert(record)
    if (record.demo) demoIds.add(record.listingId)
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
      // At first all is read, whatever was taken in meanwhile.
      const next = await deps.recordsSince(sql, mark, mark === null ? [] : own)
      if (asked !== forgotten) throw new Error('the database was replaced while things were read from it')
      for (const record of next.records) takeIn(record)
      for (const listingId of next.removed ?? []) letGo(listingId)
      mark = next.mark
      const first = BigInt(next.mark)
      own = own.filter((xid) => BigInt(xid) >= first)
    } catch (error) {
      caughtUpAtMs = Math.min(before, caughtUpAtMs)
      throw error
    }
  }

  /**
   * The page's things meet each other, too: they are put into the index for the length of this call, which nothing
   * can interrupt, and taken out again, since their transaction may still roll back.
   */
  function findAll(records: readonly ListingRecord[]): Map<number, FoundRecord[]> {
    // One alone meets nobody, and what the index holds as it is needs no putting in.
    const guests =
      records.length === 1 ? [] : records.filter((record) => index.get(record.listingId) !== record)
    const before = new Map(guests.map(({ listingId }) => [listingId, index.get(listingId)]))
    for (const record of guests) index.upsert(record)
    try {
      return new Map(
        records.map((record) => [
          record.listingId,
          index.find(record, findMax).filter(({ listingId }) => isOfOneWorld(index.get(listingId), record)),
        ]),
      )
    } finally {
      for (const [listingId, record] of before) {
        if (record) index.upsert(record)
        else index.remove(listingId)
      }
    }
  }

  async function plan(
    tx: Tx,
    records: readonly ListingRecord[],
    found: ReadonlyMap<number, FoundRecord[]>,
  ): Promise<{ members: Membership[]; groups: PlannedGroup[] }> {
    const involved = involvedIn(records, found)
    const members = await membersAround(tx, involved)
    if ([...found.values()].every((list) => list.length === 0)) return { members, groups: [] }
    const all = [...new Set([...involved, ...members.map(({ listingId }) => listingId)])]
    const decisions = await decisionsAmong(tx, all)
    const pageRecords = new Map(records.map((record) => [record.listingId, record]))
    const get = (listingId: number) => pageRecords.get(listingId) ?? index.get(listingId)
    const { decide } = deps
    return { members, groups: planPage({ records, found, members, decisions, decide, get, membersMax }) }
  }

  async function join(tx: Tx, records: readonly ListingRecord[]): Promise<Map<number, Assigned>> {
    const found = findAll(records)
    const looked = await plan(tx, records, found)
    if (looked.groups.length === 0) return answers(records, looked.members, new Map())
    // There is something to write: from here on alone, and by what is true now.
    await lockClusters(tx)
    const living = await holdListings(tx, involvedIn(records, found))
    const kept = new Map(
      [...found].map(([id, list]) => [id, list.filter((one) => living.has(one.listingId))]),
    )
    const dead = involvedIn(records, found).filter((listingId) => !living.has(listingId))
    if (dead.length > 0) tx.afterCommit(() => dead.forEach(letGo))
    const stored = records.filter(({ listingId }) => living.has(listingId))
    const { members, groups } = await plan(tx, stored, kept)
    const ids = await writePlan(tx, groups, deps.clock.now())
    const written = new Map<number, Membership>()
    groups.forEach((group, i) => {
      for (const join of group.joins) written.set(join.listingId, { ...join, clusterId: ids[i]! })
    })
    const moved = new Map(groups.flatMap(({ absorbs }, i) => absorbs.map((from) => [from, ids[i]!] as const)))
    if (groups.length > 0) deps.log.debug({ joined: written.size, merged: moved.size }, 'clusters changed')
    return answers(
      records,
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
      ids.map((listingId) => index.get(listingId)).filter((record) => record !== undefined),
    )
  }

  async function catchUp(sql: Sql): Promise<void> {
    const nowMs = deps.clock.now().getTime()
    if (!enabled || (nowMs - caughtUpAtMs < catchUpEveryMs && nowMs >= caughtUpAtMs)) return
    await catchUpNow(sql)
  }

  return {
    catchUp,
    async assign(tx, page, allNewXid = null) {
      if (!enabled) return new Map(page.map(({ listingId }) => [listingId, alone]))
      const records = [...new Map(page.map((record) => [record.listingId, record])).values()]
      const asked = forgotten
      tx.afterCommit(() => {
        records.forEach(takeIn)
        if (allNewXid !== null && asked === forgotten) own.push(allNewXid)
      })
      return join(tx, records)
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
      const record = index.get(listingId)
      if (!enabled || !record) return []
      const found = findAll([record]).get(listingId) ?? []
      const involved = involvedIn([record], new Map([[listingId, found]]))
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
      own = []
      mark = null
      caughtUpAtMs = Number.NEGATIVE_INFINITY
    },
  }
}

function isOfOneWorld(a: ListingRecord | undefined, b: ListingRecord): boolean {
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

function isUnchanged(a: ListingRecord, b: ListingRecord): boolean {
  return (
    a === b ||
    (comparedFields.every((name) => a[name] === b[name]) &&
      a.photoHashes.length === b.photoHashes.length &&
      a.photoHashes.every((hash, i) => hash === b.photoHashes[i]) &&
      isDeepStrictEqual(a.attributes, b.attributes))
  )
}

function involvedIn(records: readonly ListingRecord[], found: ReadonlyMap<number, FoundRecord[]>): number[] {
  const ids = [
    ...records.map(({ listingId }) => listingId),
    ...[...found.values()].flatMap((list) => list.map(({ listingId }) => listingId)),
  ]
  return [...new Set(ids)]
}
