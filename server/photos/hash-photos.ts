import type { Tx } from '../core/db.ts'
import { type JobContext, TryAgainLater } from '../core/jobs.ts'
import { type Read, ReadingFailed, reader } from '../core/reader-pool.ts'
import { type Download, type DownloadDeps, downloadPhoto } from './download.ts'
import type { hashPhoto } from './hash/read-photo.ts'
import { dropPhotosFrom, type ListingPhoto, photosAt, photosOf, savePhotoHashes } from './store.ts'

/** Decoders are libraries of C: a picture made to break them breaks another process. */
export const photoReader = reader<typeof hashPhoto>(
  new URL('./hash/read-photo.ts', import.meta.url),
  'hashPhoto',
  15_000,
)

export interface HashPhotosDeps extends DownloadDeps {
  read: Read
  /** Addresses of a listing's photos (small ones where the site has several sizes); null when it is gone or ended. */
  listingPhotos(listingId: number): Promise<{ imageUrls: readonly string[]; demo: boolean } | null>
  /** In the transaction that writes a new hash: what else is to follow from it. */
  onHashed?(tx: Tx, listingId: number): Promise<void>
  /** Looked at per listing, from the first on. */
  photosMax: number
}

/** Downloads that fail through no refusal of the host; after these a photo counts as unusable. */
const attemptsMax = 5

/**
 * Hashes the first photos of a listing, each address once: what is known of it, here or in another listing, is not
 * fetched again, unusable ones included. Throws TryAgainLater when some have to wait. Running it again changes nothing.
 */
export async function hashListingPhotos(
  deps: HashPhotosDeps,
  listingId: number,
  ctx: Pick<JobContext, 'signal' | 'log'>,
): Promise<void> {
  const listing = await deps.listingPhotos(listingId)
  // The demo's pictures are drawings that its things share.
  if (!listing || listing.demo) return
  const urls = [...new Set(listing.imageUrls)].slice(0, deps.photosMax)
  const known = (await photosOf(deps.db, [listingId])).get(listingId) ?? []
  const elsewhere = await photosAt(deps.db, urls)
  const photos = urls.map((url, position): ListingPhoto => {
    const found = known.find((photo) => photo.url === url && isSettled(photo)) ?? elsewhere.get(url)
    const begun = found ?? known.find((photo) => photo.url === url)
    return { ...(begun ?? newPhoto(url)), listingId, position }
  })
  const save = (changed: ListingPhoto[]) =>
    deps.db.transaction(async (tx) => {
      const written = await savePhotoHashes(tx, changed)
      await dropPhotosFrom(tx, listingId, urls.length)
      const isNews = changed.some(({ hash, url }) => hash !== null && !wasHashed(known, url))
      if (isNews && written > 0) await deps.onHashed?.(tx, listingId)
    })
  await save(photos)

  /** By host: nothing more is asked of it in this run. */
  const waiting = new Map<string, TryAgainLater>()
  for (const [at, photo] of photos.entries()) {
    if (isSettled(photo) || waiting.has(hostOf(photo.url))) continue
    const download = await downloadPhoto(deps, photo.url, ctx.signal)
    const next = await afterDownload(deps.read, photo, download, deps.clock.now(), ctx.signal)
    photos[at] = next
    await save([next])
    if (next.unusable !== null)
      ctx.log.debug({ listing: listingId, reason: next.unusable }, 'a photo is of no use')
    if (download.outcome !== 'later') continue
    // One that failed for itself waits longer each time, and the others of its host with it.
    const waitMs = download.isPhotos ? download.waitMs * 4 ** (next.attempts - 1) : download.waitMs
    waiting.set(hostOf(photo.url), new TryAgainLater(Math.min(waitMs, waitMsMax), download.reason))
  }
  const soonest = photos
    .flatMap((photo) => (isSettled(photo) ? [] : (waiting.get(hostOf(photo.url)) ?? [])))
    .sort((a, b) => a.delayMs - b.delayMs)[0]
  if (soonest) throw soonest
}

const waitMsMax = 86_400_000

const newPhoto = (url: string): Omit<ListingPhoto, 'listingId' | 'position'> => ({
  url,
  hash: null,
  unusable: null,
  width: null,
  height: null,
  hashedAt: null,
  attempts: 0,
})

const isSettled = ({ hash, unusable }: ListingPhoto) => hash !== null || unusable !== null

const wasHashed = (known: ListingPhoto[], url: string) =>
  known.some((photo) => photo.url === url && photo.hash !== null)

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')

async function afterDownload(
  read: Read,
  photo: ListingPhoto,
  download: Download,
  now: Date,
  signal: AbortSignal,
): Promise<ListingPhoto> {
  switch (download.outcome) {
    case 'ok': {
      const result = await read(photoReader, [download.body], signal).catch((error: unknown) => {
        if (!(error instanceof ReadingFailed)) throw error
        return { unusable: error.message }
      })
      return { ...photo, ...('hash' in result ? result : { unusable: result.unusable }), hashedAt: now }
    }
    case 'unusable':
      return { ...photo, unusable: download.reason, hashedAt: now }
    case 'later': {
      if (!download.isPhotos) return photo
      const attempts = photo.attempts + 1
      if (attempts < attemptsMax) return { ...photo, attempts }
      return {
        ...photo,
        attempts,
        unusable: `Given up after ${attempts} tries: ${download.reason}.`,
        hashedAt: now,
      }
    }
  }
}
