import { type Clock, systemClock } from '../../core/clock.ts'
import type { Db, Tx } from '../../core/db.ts'
import type { Log } from '../../core/log.ts'
import { turns } from '../../core/turns.ts'
import { createMatcher, type Matcher } from '../matcher/matcher.ts'
import { rulesChannel } from '../store.ts'
import {
  ruleIdsOfParts,
  rulesChangedBetween,
  rulesOfParts,
  rulesToMatch,
  rulesToMatchAmong,
  seeRules,
} from './matcher-store.ts'
import { allParts, noParts, partCount, partOf } from './parts.ts'

/** The matcher of this process. It follows the changes of rules, and is never older than what its caller holds. */
export interface LiveMatcher {
  /** Of the rules that it knows; null before the first. */
  readonly version: number | null
  /** Those parts of the rules that it has; none before it was used. */
  readonly parts: ReadonlySet<number>
  /** How many rules it has in memory. */
  readonly size: number
  /**
   * The caller holds the rules (`lockRulesForMatch`) and passes their version. Until `run` ends the matcher has these parts and no
   * others, so it must not wait for what others hold.
   */
  use<T>(
    tx: Tx,
    version: number,
    run: (matcher: Matcher, parts: ReadonlySet<number>) => Promise<T> | T,
  ): Promise<T>
  /** Has these parts from now on; a few at a time are read and let go of, so that pages get their turn in between. */
  hold(db: Db, parts: ReadonlySet<number>): Promise<void>
  /** What was read counts no more: all rules are read again. */
  forget(): void
  /** Comes up with the rules without holding them; at first that loads all of them. */
  catchUp(db: Db): Promise<void>
  /** Comes up now and with every change from now on, so that pages find it ready. */
  follow(db: Db, log: Log): Promise<{ close(): Promise<void> }>
}

export interface LiveMatcherOptions {
  clock?: Clock
  /** Parts of the rules to begin with; default: all. */
  parts?: ReadonlySet<number>
}

const pageSize = 10_000
/** Whoever is further behind loads all rules. */
export const versionsBehindMax = 50_000
/** Notes of so many versions are kept. */
export const versionsKept = 100_000

/** So many parts change at once; of a million rules each has four thousand. */
const partsAtOnce = 4

export function createLiveMatcher(options: LiveMatcherOptions = {}): LiveMatcher {
  const { clock = systemClock } = options
  let wanted = options.parts ?? allParts
  let current: { version: number; matcher: Matcher; parts: ReadonlySet<number> } | null = null
  /** One at a time reads rules; the others wait for what it brings. */
  let reading: Promise<void> | null = null
  let users = 0
  /** Called by the last user. */
  let onUnused: (() => void) | null = null
  let holding: Promise<void> | null = null
  /** What was under way when everything was forgotten brings nothing. */
  let forgotten = 0

  async function use<T>(
    tx: Tx,
    version: number,
    run: (matcher: Matcher, parts: ReadonlySet<number>) => Promise<T> | T,
  ): Promise<T> {
    do await bring(tx, version)
    while (
      // It may have begun to change in between; from here on it does not.
      reading !== null
    )
    const { matcher, parts, version: known } = current!
    if (known > version) throw new Error(`the rules are at version ${version}, and were at ${known} before`)
    users++
    try {
      return await run(matcher, parts)
    } finally {
      users--
      if (users === 0) onUnused?.()
    }
  }

  /** Whoever waits here has its connection: one that reads never waits for the connection of one that waits for it. */
  async function bring(tx: Tx, version: number): Promise<void> {
    while (reading !== null || current === null || current.version < version) {
      if (reading !== null) await reading.catch(() => {})
      else await read(() => advance(tx, version))
    }
  }

  async function read(run: () => Promise<void>): Promise<void> {
    const asked = forgotten
    const done = async () => {
      await run()
      if (asked === forgotten) return
      current = null
      throw new Error('the database was replaced while rules were read from it')
    }
    reading = done().finally(() => {
      reading = null
    })
    await reading
  }

  /** While nobody uses the matcher; who comes meanwhile waits. Users wait for nobody, so they end. */
  async function readAlone(run: () => Promise<void>): Promise<void> {
    while (reading !== null) await reading.catch(() => {})
    await read(async () => {
      while (users > 0) {
        await new Promise<void>((resolve) => {
          onUnused = resolve
        })
      }
      onUnused = null
      await run()
    })
  }

  async function advance(tx: Tx, version: number): Promise<void> {
    const behind = current === null ? Number.POSITIVE_INFINITY : version - current.version
    const changed =
      behind > versionsBehindMax ? null : await rulesChangedBetween(tx, version - behind, version)
    if (changed === null) {
      const parts = current?.parts ?? wanted
      current = { version, matcher: await loadAll(tx, parts), parts }
    } else {
      const { matcher, parts } = current!
      const rules = await rulesAmong(tx, changed, parts)
      // At once: nobody matches between one rule and the next.
      for (const id of changed) matcher.remove(id)
      matcher.addAll(rules)
      current = { version, matcher, parts }
    }
  }

  async function rulesAmong(tx: Tx, changed: readonly number[], parts: ReadonlySet<number>) {
    const now = clock.now()
    const ids = changed.filter((id) => parts.has(partOf(id)))
    const pages = []
    for (let from = 0; from < ids.length; from += pageSize)
      pages.push(await rulesToMatchAmong(tx, now, ids.slice(from, from + pageSize)))
    return pages.flat()
  }

  async function loadAll(tx: Tx, parts: ReadonlySet<number>): Promise<Matcher> {
    const now = clock.now()
    const matcher = createMatcher()
    if (parts.size === 0) return matcher
    const page = (afterId: number) =>
      parts.size === partCount
        ? rulesToMatch(tx, now, afterId, pageSize)
        : rulesOfParts(tx, now, [...parts], afterId, pageSize)
    const load = matcher.load()
    const turn = turns()
    for (let afterId = 0; ; ) {
      const rules = await page(afterId)
      for (const rule of rules) {
        // Reading an expression takes long.
        await turn()
        load.take(rule)
      }
      if (rules.length < pageSize) break
      afterId = rules.at(-1)!.id
    }
    load.done()
    return matcher
  }

  function hold(db: Db, parts: ReadonlySet<number>): Promise<void> {
    wanted = parts
    holding ??= changeParts(db).finally(() => {
      holding = null
    })
    return holding
  }

  async function changeParts(db: Db): Promise<void> {
    for (;;) {
      // Into an empty matcher all go much faster.
      if (current?.parts.size === 0 && wanted.size > 0) current = null
      if (current === null) await catchUp(db)
      const { parts } = current!
      const dropped = [...parts].filter((part) => !wanted.has(part)).slice(0, partsAtOnce)
      const added = [...wanted].filter((part) => !parts.has(part)).slice(0, partsAtOnce)
      if (dropped.length + added.length === 0) return
      await db.transaction((tx) => readAlone(() => exchange(tx, dropped, added)))
    }
  }

  async function exchange(tx: Tx, dropped: number[], added: number[]): Promise<void> {
    const version = await seeRules(tx)
    if (current === null || current.version < version) await advance(tx, version)
    const { matcher, parts } = current!
    const gone = dropped.length === 0 ? [] : await ruleIdsOfParts(tx, dropped)
    const now = clock.now()
    const turn = turns()
    const next = new Set(parts)
    for (const part of dropped) next.delete(part)
    // Were it cut short, nobody would know what the matcher has.
    const known = current!.version
    current = null
    for (const id of gone) {
      await turn()
      matcher.remove(id)
    }
    for (let afterId = 0; added.length > 0; ) {
      const rules = await rulesOfParts(tx, now, added, afterId, pageSize)
      for (const rule of rules) {
        await turn()
        matcher.add(rule)
      }
      if (rules.length < pageSize) break
      afterId = rules.at(-1)!.id
    }
    current = { version: known, matcher, parts: new Set([...next, ...added]) }
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
    get parts() {
      return current?.parts ?? noParts
    },
    get size() {
      return current?.matcher.size ?? 0
    },
    use,
    forget() {
      forgotten++
      current = null
    },
    hold,
    catchUp,
    follow,
  }
}
