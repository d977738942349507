import { type Clock, systemClock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import { turns } from '../core/turns.ts'
import { mix } from './matcher/arrays.ts'
import { createMatcher, type Matcher } from './matcher/matcher.ts'
import { rulesChangedBetween, rulesToMatch, rulesToMatchAmong, seeRules } from './matcher-store.ts'
import { rulesChannel } from './store.ts'

/** The matcher of this process. It follows the changes of rules, and is never older than what its caller holds. */
export interface LiveMatcher {
  /** Of the rules that it knows; null before the first. */
  readonly version: number | null
  /** The caller holds the rules (`holdRules`) and passes their version. */
  at(tx: Tx, version: number): Promise<Matcher>
  /** Comes up with the rules without holding them; at first that loads all of them. */
  catchUp(db: Db): Promise<void>
  /** Comes up now and with every change from now on, so that pages find it ready. */
  follow(db: Db, log: Log): Promise<{ close(): Promise<void> }>
}

export interface LiveMatcherOptions {
  clock?: Clock
  /** Into how many parts the rules are split, and which one this is, from 0. */
  shards?: number
  shard?: number
}

const pageSize = 10_000
/** Whoever is further behind loads all rules. */
export const versionsBehindMax = 50_000
/** Notes of so many versions are kept. */
export const versionsKept = 100_000

/** Which part of the rules a rule belongs to. */
export function shardOf(ruleId: number, shards: number): number {
  return mix(ruleId) % shards
}

export function createLiveMatcher(options: LiveMatcherOptions = {}): LiveMatcher {
  const { clock = systemClock, shards = 1, shard = 0 } = options
  const isOwn = ({ id }: { id: number }) => shards === 1 || shardOf(id, shards) === shard
  let current: { version: number; matcher: Matcher } | null = null
  /** One at a time reads rules; the others wait for what it brings. */
  let reading: Promise<void> | null = null

  async function at(tx: Tx, version: number): Promise<Matcher> {
    await bring(tx, version)
    if (current!.version > version)
      throw new Error(`the rules are at version ${version}, and were at ${current!.version} before`)
    return current!.matcher
  }

  /** Whoever waits here has its connection: one that reads never waits for the connection of one that waits for it. */
  async function bring(tx: Tx, version: number): Promise<void> {
    while (current === null || current.version < version) {
      if (reading !== null) await reading.catch(() => {})
      else {
        reading = advance(tx, version).finally(() => {
          reading = null
        })
        await reading
      }
    }
  }

  async function advance(tx: Tx, version: number): Promise<void> {
    const behind = current === null ? Number.POSITIVE_INFINITY : version - current.version
    const changed =
      behind > versionsBehindMax ? null : await rulesChangedBetween(tx, version - behind, version)
    if (changed === null) current = { version, matcher: await loadAll(tx) }
    else {
      const { matcher } = current!
      const rules = await rulesAmong(tx, changed)
      // At once: nobody matches between one rule and the next.
      for (const id of changed) matcher.remove(id)
      matcher.addAll(rules)
      current = { version, matcher }
    }
  }

  async function rulesAmong(tx: Tx, ids: readonly number[]) {
    const now = clock.now()
    const pages = []
    for (let from = 0; from < ids.length; from += pageSize)
      pages.push(await rulesToMatchAmong(tx, now, ids.slice(from, from + pageSize)))
    return pages.flat().filter(isOwn)
  }

  async function loadAll(tx: Tx): Promise<Matcher> {
    const now = clock.now()
    const matcher = createMatcher()
    const load = matcher.load()
    const turn = turns()
    for (let afterId = 0; ; ) {
      const page = await rulesToMatch(tx, now, afterId, pageSize)
      for (const rule of page) {
        // Reading an expression takes long.
        await turn()
        if (isOwn(rule)) load.take(rule)
      }
      if (page.length < pageSize) break
      afterId = page.at(-1)!.id
    }
    load.done()
    return matcher
  }

  const catchUp = (db: Db) => db.transaction(async (tx) => bring(tx, await seeRules(tx)))

  async function follow(db: Db, log: Log): Promise<{ close(): Promise<void> }> {
    let wanted = false
    let running: Promise<void> | null = null
    const run = async () => {
      while (wanted) {
        wanted = false
        await catchUp(db).catch((error) => log.warn({ err: error }, 'the matcher could not follow the rules'))
      }
      running = null
    }
    const listening = await db.listen(rulesChannel, () => {
      wanted = true
      running ??= run()
    })
    return {
      async close() {
        await listening.close()
        await running
      },
    }
  }

  return {
    get version() {
      return current?.version ?? null
    },
    at,
    catchUp,
    follow,
  }
}
