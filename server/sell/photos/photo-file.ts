import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Zippable, zipSync } from 'fflate'
import type { Authorized } from '../../core/actor.ts'
import { conflict, notFound } from '../../core/errors.ts'
import type { SellDeps } from '../deps.ts'
import { getItem } from '../item-store.ts'
import { partsOf, wholeFile } from './file-store.ts'
import type { PhotoSize, PhotoVersion, StoredPhoto } from './photo.ts'
import { photosOfItem } from './photo-store.ts'
import { shortener } from './readers.ts'
import { onePhoto } from './upload.ts'

/** A version of a photo as JPEG, and a name for it that changes with what is in it. */
export async function photoFile(
  { db, photos }: Pick<SellDeps, 'db' | 'photos'>,
  userId: Authorized<'read'>,
  id: number,
  { version, size }: { version: PhotoVersion | 'used'; size: PhotoSize },
): Promise<{ tag: string; bytes(): Promise<Uint8Array> }> {
  const photo = await onePhoto(photos, userId, id)
  const shown = version === 'used' ? photo.used : version
  if (!photo.versions.includes(shown)) throw notFound('version of the photo')
  const about = `${photo.sha256} ${shown} ${size} ${photo.cut?.by ?? ''}`
  return {
    tag: `"${createHash('sha256').update(about).digest('hex').slice(0, 40)}"`,
    bytes: async () => {
      const bytes = await wholeFile(db, id, `${shown}-${size}`)
      if (bytes === null) throw notFound('version of the photo')
      return bytes
    },
  }
}

/** The file as it came, piece by piece. */
export async function originalOf(
  { db, photos }: Pick<SellDeps, 'db' | 'photos'>,
  userId: Authorized<'read'>,
  id: number,
): Promise<{ photo: StoredPhoto; stream: Readable }> {
  const photo = await onePhoto(photos, userId, id)
  return { photo, stream: Readable.from(partsOf(db, id, 'original')) }
}

/** Marketplaces take 24 at the most. */
const zippedMax = 24

/** A thing's photos as they are sold by, numbered in their order, none longer than so many pixels. */
export async function photosZip(
  { db, photos }: Pick<SellDeps, 'db' | 'photos'>,
  userId: Authorized<'read'>,
  itemId: number,
  longestPx: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const item = await getItem(db, userId, itemId)
  if (item === null) throw notFound('item')
  const all = await photosOfItem(db, userId, itemId)
  const ready = all.filter(({ state }) => state === 'ready').slice(0, zippedMax)
  if (ready.length === 0)
    throw conflict('no-photos', 'It has no photos that are ready: add some, or wait until they are read.')
  const files: Zippable = {}
  for (const [at, { id, used }] of ready.entries()) {
    const jpeg = await wholeFile(db, id, `${used}-large`)
    if (jpeg === null) throw notFound('version of the photo')
    // JPEG does not get smaller.
    files[`${item.sku}-${String(at + 1).padStart(2, '0')}.jpg`] = [
      await photos.readers.read(shortener, [jpeg, longestPx]),
      { level: 0 },
    ]
  }
  return { name: `${item.sku}-${longestPx}.zip`, bytes: zipSync(files) }
}
