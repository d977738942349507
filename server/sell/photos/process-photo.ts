import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Authorized, asProgram } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { ReadingFailed } from '../../core/reader-pool.ts'
import type { CleanResult, Sizes } from './child/clean.ts'
import { installedCutOut } from './cut-out-add-on.ts'
import type { PhotoDeps } from './deps.ts'
import { partsOf, replaceFile, wholeFile } from './file-store.ts'
import { cutOutPhotoJob, recognisePhotoJob } from './jobs.ts'
import type { PhotoVersion, StoredPhoto } from './photo.ts'
import { getPhoto, holdPhotos, writeCandidates, writeCleaned, writeCut } from './photo-store.ts'
import { cleaner, cutter, makeFolder } from './readers.ts'
import { recogniseAll } from './recognise.ts'
import { tidyFolder } from './upload.ts'

interface Asked {
  userId: number
  photoId: number
}

/** Reads a photo that waits; what is no photo is refused with a sentence, and kept. Doing it again changes nothing. */
export async function cleanStored(deps: PhotoDeps, asked: Asked, signal: AbortSignal): Promise<void> {
  const userId = asProgram(asked.userId)
  const photo = await getPhoto(deps.db, userId, asked.photoId)
  if (photo === null || photo.state !== 'waiting') return
  const result = await cleaned(deps, photo, signal)
  if ('unusable' in result) {
    await deps.db.transaction(async (tx) => {
      await writeCleaned(tx, photo.id, { ...nothing, state: 'refused', problem: result.unusable })
    })
    return
  }
  const { width, height, takenAt, look, plain, clean, did } = result
  const hash = await deps.hashOf(plain.small)
  const versions: PhotoVersion[] = clean === null ? ['plain'] : ['plain', 'clean']
  await deps.db.transaction(async (tx) => {
    const found = { width, height, takenAt, look, hash, did, versions, used: versions.at(-1)! }
    if (!(await writeCleaned(tx, photo.id, { ...found, state: 'ready', problem: null }))) return
    await writeSizes(tx, photo.id, 'plain', plain)
    if (clean !== null) await writeSizes(tx, photo.id, 'clean', clean)
    await deps.jobs.send(recognisePhotoJob, { userId, photoId: photo.id }, { tx })
  })
}

const nothing = {
  ...{ width: null, height: null, takenAt: null, look: null, hash: null, did: null },
  ...{ versions: [] as PhotoVersion[], used: 'plain' as const },
}

async function writeSizes(tx: Tx, id: number, version: PhotoVersion, sizes: Sizes): Promise<void> {
  await replaceFile(tx, id, `${version}-large`, sizes.large)
  await replaceFile(tx, id, `${version}-small`, sizes.small)
}

/** The file is laid where the child may read it, piece by piece, and taken away again. */
async function cleaned(deps: PhotoDeps, photo: StoredPhoto, signal: AbortSignal): Promise<CleanResult> {
  const { readers, db } = deps
  makeFolder(readers)
  await tidyFolder(deps)
  const path = join(readers.folder, `read-${randomUUID()}`)
  try {
    {
      await using file = await open(path, 'wx', 0o600)
      for await (const part of partsOf(db, photo.id, 'original')) await file.writeFile(part)
    }
    return await readers.read(cleaner, [path], signal)
  } catch (error) {
    if (!(error instanceof ReadingFailed)) throw error
    return { unusable: tooMuch[error.kind] }
  } finally {
    await rm(path, { force: true })
  }
}

const tooMuch = { 'took-down': 'too-much-memory', 'too-slow': 'too-slow' } as const

/** What a cleaned photo may show. */
export async function recogniseStored(deps: PhotoDeps, asked: Asked, signal: AbortSignal): Promise<void> {
  const userId = asProgram(asked.userId)
  const photo = await getPhoto(deps.db, userId, asked.photoId)
  if (photo === null || photo.state !== 'ready' || photo.candidates !== null) return
  const jpeg = await wholeFile(deps.db, photo.id, 'plain-large')
  if (jpeg === null) return
  const found = await recogniseAll(deps.recognisers, { userId, jpeg, hash: photo.hash }, { ...deps, signal })
  await deps.db.transaction((tx) => writeCandidates(tx, photo.id, found))
}

/** Asks for the background to be taken away; asked again while it waits, it is asked once. */
export async function askCutOut(
  deps: PhotoDeps,
  userId: Authorized<'write'>,
  id: number,
): Promise<StoredPhoto | null> {
  return deps.db.transaction(async (tx) => {
    const [photo] = await holdPhotos(tx, userId, [id])
    if (photo === undefined) return null
    if (photo.state === 'ready' && photo.cut?.state !== 'asked' && photo.cut?.state !== 'done') {
      await writeCut(tx, id, { state: 'asked', by: null, quality: null }, photo)
      await deps.jobs.send(cutOutPhotoJob, { userId, photoId: id }, { tx })
    }
    return getPhoto(tx, userId, id)
  })
}

/** Cuts out what was asked for; a bad mask changes nothing but says so. */
export async function cutOutStored(deps: PhotoDeps, asked: Asked, signal: AbortSignal): Promise<void> {
  const userId = asProgram(asked.userId)
  const photo = await getPhoto(deps.db, userId, asked.photoId)
  if (photo === null || photo.cut?.state !== 'asked') return
  const jpeg = await wholeFile(deps.db, photo.id, 'plain-large')
  if (jpeg === null) return
  const { readers } = deps
  const model = await installedCutOut(readers.cutOutFolder)
  const read = model === null ? readers.read : readers.readLarge
  const result = await read(cutter, [jpeg, model], signal).catch((error: unknown) => {
    if (!(error instanceof ReadingFailed)) throw error
    return null
  })
  await deps.db.transaction(async (tx) => {
    const [held] = await holdPhotos(tx, userId, [photo.id])
    if (held === undefined) return
    if (result === null || result.sizes === null) {
      const cut =
        result === null
          ? { state: 'none' as const, by: null, quality: null }
          : { state: 'bad' as const, by: result.by, quality: result.quality }
      return writeCut(tx, held.id, cut, held)
    }
    await writeSizes(tx, held.id, 'cut', result.sizes)
    const versions = [...new Set([...held.versions, 'cut' as const])]
    const cut = { state: 'done' as const, by: result.by, quality: result.quality }
    return writeCut(tx, held.id, cut, { used: 'cut', versions })
  })
}
