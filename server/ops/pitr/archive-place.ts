import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { badInput } from '../../core/errors.ts'
import { StoreProblem } from '../backup/s3/problems.ts'
import { addressOf, type BucketSettings, unencryptedRefusal } from '../backup/s3/settings.ts'
import { openStore, type Store } from '../backup/s3/store.ts'
import { download, upload } from '../backup/s3/transfer.ts'

export interface Archived {
  /** Such as `wal/00000001000000000000000A.zst.age`. */
  name: string
  at: Date
}

/** Where copies of the server's files and all of its log are kept: a folder, or a bucket. */
export interface ArchivePlace {
  address: string
  /** Whether what is not encrypted may go there. */
  takesPlain: boolean
  /** Those whose names begin so. */
  list(prefix: 'base-' | 'wal/'): Promise<Archived[]>
  /** Whole or not at all; what is there under this name is replaced. */
  put(name: string, path: string): Promise<void>
  /** Into a new file; null = it is not there. */
  get(name: string, path: string): Promise<'here' | null>
  remove(name: string): Promise<void>
}

/** In the place of backups, beside them. */
const within = 'pitr'

export function folderArchive(folder: string): ArchivePlace {
  const root = join(folder, within)
  return {
    address: folder,
    takesPlain: true,
    async list(prefix) {
      const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(noneThere)
      const files = names.filter((one) => one.isFile() && !one.name.endsWith('.part'))
      const found = files
        .map((one) => join(one.parentPath, one.name))
        .map((path) => ({ path, name: path.slice(root.length + 1).replaceAll('\\', '/') }))
        .filter(({ name }) => name.startsWith(prefix))
      return Promise.all(found.map(async ({ path, name }) => ({ name, at: (await stat(path)).mtime })))
    },
    async put(name, path) {
      const to = join(root, name)
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      await copyFile(path, `${to}.part`)
      await rename(`${to}.part`, to)
    },
    async get(name, path) {
      return copyFile(join(root, name), path).then(
        () => 'here' as const,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return null
          throw error
        },
      )
    },
    remove: (name) => rm(join(root, name), { force: true }),
  }
}

function noneThere(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

export function bucketArchive(settings: BucketSettings): ArchivePlace {
  const prefix = `${settings.prefix === '' ? '' : `${settings.prefix}/`}${within}/`
  const withStore = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
    await using store = await openStore(settings)
    return await use(store)
  }
  return {
    address: addressOf(settings),
    takesPlain: settings.unencrypted,
    list: (of) =>
      withStore(async (store) =>
        (await store.list(prefix + of)).map(({ key, at }) => ({ name: key.slice(prefix.length), at })),
      ),
    put: (name, path) => withStore((store) => upload(store, prefix + name, path)),
    get: (name, path) =>
      withStore((store) =>
        download(store, prefix + name, path).then(
          () => 'here' as const,
          (error: unknown) => {
            if (error instanceof StoreProblem && error.storeCode === 'NoSuchKey') return null
            throw error
          },
        ),
      ),
    // Who may write and not delete leaves deleting to the rules of the bucket.
    remove: (name) =>
      withStore((store) => store.remove(prefix + name)).catch((error: unknown) => {
        if (!(error instanceof StoreProblem) || error.storeCode !== 'AccessDenied') throw error
      }),
  }
}

/** Throws where what is not encrypted would go where it must not. */
export function refusePlain(place: ArchivePlace, recipients: readonly string[]): void {
  if (recipients.length === 0 && !place.takesPlain) throw badInput(`${place.address}: ${unencryptedRefusal}`)
}

/** Names in the place. */
export const baseName = /^base-(\d{4}-\d\d-\d\dT\d{6}Z)\.json$/
export const segmentName = /^wal\/([0-9A-F]{24})\.zst(?:\.age)?$/
export const historyName = /^wal\/([0-9A-F]{8}\.history)\.zst(?:\.age)?$/
/** Of a segment its place in the log, whichever timeline: 16 digits. */
export const placeInLog = (segment: string): string => segment.slice(8)
