import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Authorized } from '../../core/actor.ts'
import { AppError, badInput, conflict, notFound } from '../../core/errors.ts'
import { oneLine, withoutUnseen } from '../../core/text.ts'
import { formatOf } from './child/format.ts'
import type { PhotoDeps } from './deps.ts'
import { insertPart, partBytes } from './file-store.ts'
import { cleanPhotoJob } from './jobs.ts'
import type { StoredPhoto } from './photo.ts'
import type { PhotoProblem } from './photo-problems.ts'
import { getPhoto, insertPhoto, photoSums, photosWith } from './photo-store.ts'
import { makeFolder } from './readers.ts'

export const uploadBytesMax = 40 * 1024 * 1024
const photosMax = 20_000
const allBytesMax = 20 * 1024 ** 3
const nameCharsMax = 200

export interface Uploaded {
  photo: StoredPhoto
  /** It was there already. */
  isKnown: boolean
}

/**
 * Keeps one file as it comes, by what is in it: sent again, it is the photo that is there already. What is no picture is
 * kept, too, and says so. Never more than a megabyte of it is in memory.
 */
export async function uploadPhoto(
  deps: PhotoDeps,
  userId: Authorized<'write'>,
  { name, stream }: { name: string; stream: Readable & { truncated?: boolean } },
): Promise<Uploaded> {
  makeFolder(deps.readers)
  const path = join(deps.readers.folder, `upload-${randomUUID()}`)
  try {
    const file = await spool(path, stream)
    if (stream.truncated === true || file.bytes > uploadBytesMax) throw tooLarge()
    return await keepFile(deps, userId, { ...file, name: fileName(name), path })
  } finally {
    await rm(path, { force: true })
  }
}

/** The same of a file on this machine. */
export async function uploadFile(
  deps: PhotoDeps,
  userId: Authorized<'write'>,
  path: string,
): Promise<Uploaded> {
  if ((await stat(path)).size > uploadBytesMax) throw tooLarge()
  const file = { bytes: 0, head: Buffer.alloc(0) as Buffer, hash: createHash('sha256') }
  for await (const chunk of createReadStream(path, { highWaterMark: partBytes }) as AsyncIterable<Buffer>)
    note(file, chunk)
  return keepFile(deps, userId, {
    ...{ bytes: file.bytes, head: file.head, sha256: file.hash.digest('hex') },
    ...{ name: fileName(basename(path)), path },
  })
}

interface Spooled {
  sha256: string
  bytes: number
  /** Its first bytes, by which its kind is told. */
  head: Uint8Array
}

function note(file: { bytes: number; head: Buffer; hash: ReturnType<typeof createHash> }, chunk: Buffer) {
  file.hash.update(chunk)
  file.bytes += chunk.length
  if (file.head.length < 4096) file.head = Buffer.concat([file.head, chunk.subarray(0, 4096)])
}

async function spool(path: string, stream: Readable): Promise<Spooled> {
  const file = { bytes: 0, head: Buffer.alloc(0) as Buffer, hash: createHash('sha256') }
  await using to = await open(path, 'wx', 0o600)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    note(file, chunk)
    if (file.bytes <= uploadBytesMax) await to.writeFile(chunk)
  }
  return { bytes: file.bytes, head: file.head, sha256: file.hash.digest('hex') }
}

async function keepFile(
  deps: PhotoDeps,
  userId: Authorized<'write'>,
  file: Spooled & { name: string; path: string },
): Promise<Uploaded> {
  const { db, clock, jobs } = deps
  const known = async () => (await photosWith(db, userId, [file.sha256]))[0]
  const there = await known()
  if (there !== undefined) return { photo: there, isKnown: true }
  const id = await db.transaction(async (tx) => {
    const sums = await photoSums(tx, userId)
    if (sums.count >= photosMax || sums.bytes + file.bytes > allBytesMax) throw tooMany()
    const problem = problemOf(file)
    const inserted = await insertPhoto(tx, userId, { ...file, problem, at: clock.now() })
    if (inserted === null) return null
    let part = 0
    for await (const bytes of piecesOf(file.path)) await insertPart(tx, inserted, 'original', part++, bytes)
    if (problem === null) await jobs.send(cleanPhotoJob, { userId, photoId: inserted }, { tx })
    return inserted
  })
  // Somebody sent the same at the same moment.
  if (id === null) return { photo: (await known())!, isKnown: true }
  return { photo: (await getPhoto(db, userId, id))!, isKnown: false }
}

/** Whole megabytes, whatever the disk gives at a time. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  await using file = await open(path)
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(partBytes), 0, partBytes, null)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

/** What can be said without decoding anything. */
function problemOf({ bytes, head }: Spooled): PhotoProblem | null {
  if (bytes === 0) return 'empty'
  return formatOf(head) === null ? 'no-picture' : null
}

const fileName = (name: string) =>
  oneLine(withoutUnseen(basename(name.replaceAll('\\', '/')))).slice(0, nameCharsMax) || 'photo'

const tooLarge = () =>
  new AppError({
    ...{ code: 'photo-too-large', status: 413 },
    message: `The file is larger than ${uploadBytesMax / 1024 / 1024} MB: save the picture smaller, and send that.`,
  })

const tooMany = () =>
  conflict(
    'too-many-photos',
    `You have ${photosMax} photos or ${allBytesMax / 1024 ** 3} GB of them, which is the most: delete some.`,
  )

/** Of files with these SHA-256 sums, the photos that are there. */
export async function knownPhotos(
  deps: PhotoDeps,
  userId: Authorized<'read'>,
  sha256s: readonly string[],
): Promise<StoredPhoto[]> {
  return photosWith(deps.db, userId, sha256s)
}

const tidyAfterMs = 60 * 60_000

/** What a process left that was killed in the middle of an upload or of reading. */
export async function tidyFolder({ readers, clock }: PhotoDeps): Promise<void> {
  const names = await readdir(readers.folder).catch(() => [])
  for (const name of names) {
    const path = join(readers.folder, name)
    const found = await stat(path).catch(() => null)
    if (found !== null && clock.now().getTime() - found.mtimeMs > tidyAfterMs) await rm(path, { force: true })
  }
}

export async function onePhoto(
  deps: PhotoDeps,
  userId: Authorized<'read'>,
  id: number,
): Promise<StoredPhoto> {
  const photo = await getPhoto(deps.db, userId, id)
  if (photo === null) throw notFound('photo')
  return photo
}

/** The files in a folder that may be photos, by their names, sorted; deeper folders are not looked into. */
export async function photosIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw badInput(
      error.code === 'ENOENT' || error.code === 'ENOTDIR'
        ? `There is no folder ${folder}: name the one with the photos.`
        : `${folder} cannot be read: ${error.message}`,
    )
  })
  return entries
    .filter((entry) => entry.isFile() && /\.(?:jpe?g|png|webp|avif|hei[cf])$/i.test(entry.name))
    .map(({ name }) => join(folder, name))
    .toSorted()
}
