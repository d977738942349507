import { setTimeout as sleep } from 'node:timers/promises'
import { errorMessage } from '../../core/errors.ts'
import type { Check, Loop } from '../../core/feature.ts'
import { pollingLoop } from '../../core/loop.ts'
import { basesIn, type KnownBase, readBase, removeOld, takeBase } from './base.ts'
import { archiverFigures, closeSegment, lastArchived } from './pitr-store.ts'
import { type PitrDeps, ship, waitsSince } from './ship.ts'

/** With the half minute after which the server closes a segment this is less than a minute. */
const shipEveryMs = 5_000
/** Whether a copy is due, or something is too old, is asked less often. */
const lookEveryMs = 10 * 60_000
const waitsSecondsMax = 120
const lastSegmentMs = 5_000
/** A bucket is not asked each time that somebody asks how it is. */
const glanceMs = 60_000

/** Sends the log of the embedded server to its place while the program runs, makes copies of its files, deletes what is old. */
export function archiveLoop(deps: PitrDeps): Loop {
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let failing: string | null = null
  const step = async () => {
    try {
      await ship(deps)
      if (performance.now() - lookedAtMs > lookEveryMs) {
        await lookAfter(deps)
        lookedAtMs = performance.now()
      }
      if (failing !== null) deps.log.info('the log of the database reaches its archive again')
      failing = null
    } catch (error) {
      const reason = errorMessage(error)
      if (failing !== reason)
        deps.log.error({ err: error }, 'the log of the database does not reach its archive')
      failing = reason
    }
    return shipEveryMs
  }
  const loop = pollingLoop({ name: 'archive', lanes: 1, log: deps.log, step })
  return {
    name: 'archive',
    async start() {
      const running = await loop.start()
      return {
        async stop() {
          await running.stop()
          await shipLast(deps).catch((error: unknown) =>
            deps.log.warn({ err: error }, 'the end of the log is sent at the next start'),
          )
        },
      }
    },
  }
}

/** Makes a copy where the newest is too old, or of another server or another line of it. */
async function lookAfter(deps: PitrDeps): Promise<void> {
  const { place, clock, db, baseEveryHours, log } = deps
  const figures = await archiverFigures(db)
  if (!figures.isOn) return
  const [newest] = await basesIn(place)
  const base = newest && (await readBase(place, newest.name))
  const isOther =
    base !== undefined &&
    (base.systemId !== figures.systemId ||
      Number.parseInt(base.firstSegment.slice(0, 8), 16) !== figures.timeline)
  const isOld =
    newest === undefined || clock.now().getTime() - newest.at.getTime() >= baseEveryHours * 3_600_000
  if (isOther || isOld) {
    const { name } = await takeBase(deps)
    log.info({ name, place: place.address }, 'copied the files of the database')
  }
  await removeOld(deps)
}

/** What was written since the last segment was closed. */
async function shipLast(deps: PitrDeps): Promise<void> {
  if (!(await archiverFigures(deps.db)).isOn) return
  const segment = await closeSegment(deps.db)
  const until = performance.now() + lastSegmentMs
  for (;;) {
    await ship(deps)
    if (((await lastArchived(deps.db)) ?? '') >= segment || performance.now() > until) break
    await sleep(100)
  }
  await ship(deps)
}

/** Whether everything but the last minute could be restored. */
export function archiveCheck({ db, dataDir, place, clock, baseEveryHours }: PitrDeps): Check {
  let seen: { atMs: number; bases: Promise<KnownBase[]> } | undefined
  const glance = () => {
    if (seen === undefined || performance.now() - seen.atMs > glanceMs)
      seen = { atMs: performance.now(), bases: basesIn(place) }
    return seen.bases
  }
  return {
    name: 'archive',
    critical: false,
    async run() {
      if (!(await archiverFigures(db)).isOn)
        return {
          ok: false,
          detail: 'the embedded server does not keep its log yet: end all processes, then start again',
        }
      const now = clock.now().getTime()
      const since = await waitsSince(dataDir)
      const seconds = since === null ? 0 : (Date.now() - since.getTime()) / 1000
      if (seconds > waitsSecondsMax)
        return {
          ok: false,
          detail: `the log of the database has not reached ${place.address} for ${Math.round(seconds)} s, and takes room on this disk: read the log for "archive"`,
        }
      const [newest] = await glance()
      if (newest === undefined)
        return {
          ok: false,
          detail: `there is no copy of the files in ${place.address} yet: one is made within minutes`,
        }
      const hours = (now - newest.at.getTime()) / 3_600_000
      return hours <= baseEveryHours * 2
        ? {
            ok: true,
            detail: `everything but the last minute is in ${place.address}; the newest copy is ${Math.round(hours)} h old`,
          }
        : {
            ok: false,
            detail: `the newest copy of the files is ${Math.round(hours)} h old: read the log for "archive"`,
          }
    },
  }
}
