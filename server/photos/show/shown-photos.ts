import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Authorized } from '../../core/actor.ts'
import { AppError, errorMessage, notFound } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { hostOf, isLoopback } from '../../core/loopback.ts'
import { createOutage } from '../../core/outage.ts'
import { type Read, ReadingFailed, reader } from '../../core/reader-pool.ts'
import { type DownloadDeps, downloadPhoto } from '../download.ts'
import type { CutPhoto, cutPhoto } from './cut-photo.ts'
import { openPhotoFiles } from './photo-files.ts'
import type { PhotoWidth } from './photo-widths.ts'

const cutter = reader<typeof cutPhoto>(new URL('./cut-photo.ts', import.meta.url), 'cutPhoto', 30_000)

export interface PhotoListing {
  marketplace: string
  imageUrls: readonly string[]
  demo: boolean
  /** Somebody's own: another person of the same browser may not see it. */
  personal: boolean
}

export interface ShownPhotosDeps extends DownloadDeps {
  log: Log
  read: Read
  dataDir: string
  /** Switched on by the operator. */
  isOn: boolean
  /** Whether the marketplace lets its photos be shown here. */
  mayShow(marketplace: string): boolean
  /** Of all that is kept. */
  bytesMax: number
  /** Null where the person sees no such listing. */
  listingOf(userId: Authorized<'read'>, listingId: number): Promise<PhotoListing | null>
}

export interface ShownPhoto {
  /** Of this address and width; what it names never changes. */
  tag: string
  personal: boolean
  bytes(): Promise<Uint8Array>
}

export interface ShownPhotos {
  /** Throws a problem where there is none that the person sees; nothing is fetched before `bytes()` is called. */
  photo(userId: Authorized<'read'>, listingId: number, at: number, width: PhotoWidth): Promise<ShownPhoto>
}

/** Fetched and cut at once in this process: each may hold a file of 15 MB. */
const atOnceMax = 4
/** A browser keeps few connections to one server: those that wait for photos are not there for anything else. */
const waitMsMax = 8_000
/** After that what is under way is given up. */
const fetchMsMax = 60_000
const failedMs = 10 * 60_000
const failedMax = 5_000

/** Photos of listings as this program shows them: fetched once, cut down, and kept in a folder. */
export function createShownPhotos(deps: ShownPhotosDeps): ShownPhotos {
  const nowMs = () => deps.clock.now().getTime()
  const files = openPhotoFiles(join(deps.dataDir, 'photos'), deps.bytesMax, nowMs)
  const disk = createOutage({ log: deps.log, name: 'The folder of shown photos' })
  /** By address: who asks for what is being fetched waits for the same. */
  const underWay = new Map<string, Promise<Cuts>>()
  /** By address, the first that failed first. */
  const failed = new Map<string, { untilMs: number; problem: AppError }>()
  const turn = createTurns(atOnceMax)

  async function fetchAndCut(url: string, demo: boolean): Promise<Cuts> {
    const signal = AbortSignal.timeout(fetchMsMax)
    const isOwnServer = demo && URL.canParse(url) && isLoopback(hostOf(new URL(url)))
    const download = await downloadPhoto(isOwnServer ? { ...deps, ...ofDemo } : deps, url, signal)
    if (download.outcome === 'later') throw away(download.reason, download.waitMs)
    if (download.outcome === 'unusable') throw unusable(download.reason)
    const result: CutPhoto = await deps.read(cutter, [download.body], signal).catch((error: unknown) => {
      if (!(error instanceof ReadingFailed)) throw error
      return { unusable: error.message }
    })
    if ('unusable' in result) throw unusable(result.unusable)
    return new Map(result.cuts.map(({ width, bytes }) => [width, bytes]))
  }

  async function keep(url: string, cuts: Cuts): Promise<void> {
    try {
      for (const [width, bytes] of cuts) await files.write(nameOf(url, width), bytes)
      disk.answered()
    } catch (error) {
      // It is shown all the same, and fetched again by whoever asks next.
      disk.missed(errorMessage(error))
    }
  }

  function make(url: string, demo: boolean): Promise<Cuts> {
    const making = underWay.get(url)
    if (making) return making
    const begun = turn(() => fetchAndCut(url, demo))
      .then(async (cuts) => {
        await keep(url, cuts)
        return cuts
      })
      .catch((error: unknown) => {
        const problem = error instanceof AppError ? error : away(errorMessage(error), failedMs)
        remember(url, problem)
        throw problem
      })
      .finally(() => underWay.delete(url))
    underWay.set(url, begun)
    return begun
  }

  function remember(url: string, problem: AppError): void {
    deps.log.debug({ host: URL.parse(url)?.host, reason: problem.internal }, 'a photo is not shown')
    failed.delete(url)
    failed.set(url, { untilMs: nowMs() + failedMs, problem })
    for (const [oldest] of failed) {
      if (failed.size <= failedMax) break
      failed.delete(oldest)
    }
  }

  return {
    async photo(userId, listingId, at, width) {
      const listing = await deps.listingOf(userId, listingId)
      if (listing === null) throw notFound('listing')
      if (!deps.isOn || !deps.mayShow(listing.marketplace)) throw photosOff()
      const url = listing.imageUrls[at]
      if (url === undefined) throw noPhoto(listing.imageUrls.length)
      return {
        tag: `"${nameOf(url, width)}"`,
        personal: listing.personal,
        async bytes() {
          const found = await files.read(nameOf(url, width))
          if (found !== null) return found
          const failure = failed.get(url)
          if (failure && nowMs() < failure.untilMs) throw failure.problem
          return (await soon(make(url, listing.demo))).get(width)!
        },
      }
    },
  }
}

type Cuts = ReadonlyMap<PhotoWidth, Uint8Array>

/** On this machine there is nobody to be polite to. */
const ofDemo = {
  network: 'any',
  hostGapMs: 0,
  pace: async () => 0,
  spend: async () => true,
} as const

function nameOf(url: string, width: PhotoWidth): string {
  return `${createHash('sha256').update(url).digest('hex').slice(0, 40)}-${width}.webp`
}

/** What takes longer goes on, and is there for whoever asks next. */
async function soon<T>(making: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(away('it is being fetched', 5_000)), waitMsMax)
  // Whoever waits no longer does not hear how it ended.
  making.catch(() => {})
  try {
    return await Promise.race([making, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Runs so many at once, the others in the order they came. */
function createTurns(atOnce: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

const photosOff = () =>
  new AppError({ code: 'photos-off', status: 404, message: 'Photos of this marketplace are not shown here.' })

const noPhoto = (count: number) =>
  new AppError({
    code: 'no-photo',
    status: 404,
    message:
      count === 0
        ? 'The listing has no photos.'
        : `The listing has ${count} photos: ask for one of 0 to ${count - 1}.`,
  })

const unusable = (reason: string) =>
  new AppError({ code: 'photo-unusable', status: 404, message: reason, internal: reason })

/** Why is for the log: it may be what is wrong with this machine. */
const away = (reason: string, waitMs: number) =>
  new AppError({
    ...{ code: 'photo-away', status: 503, internal: reason },
    message: 'The photo cannot be had from its site now: ask again later.',
    retryAfterS: Math.min(86_400, Math.max(1, Math.ceil(waitMs / 1000))),
  })
