import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError, badInput } from '../../../core/errors.ts'
import { type BackUpDeps, backUp, type KnownBackup, momentIn, oldOf } from '../back-up.ts'
import { manifestFile, parseManifest, verifiedFile } from '../manifest.ts'
import { type BackupPlace, nameOfBackup } from '../place.ts'
import type { Manifest } from '../schema.ts'
import { withWorkFolder } from '../work-folder.ts'
import { StoreProblem } from './problems.ts'
import { addressOf, type BucketSettings, unencryptedRefusal } from './settings.ts'
import { brief, openStore, patient, type Store, type StoredObject, type StoreTimes } from './store.ts'
import { download, upload } from './transfer.ts'

const glanceMs = 5 * 60_000
/** So that what was mended is seen soon. */
const glanceFailedMs = 20_000
/** What was begun so long before is no upload that goes on. */
const brokenOffMs = 12 * 3_600_000

interface InBucket extends KnownBackup {
  bytes: number
}

/** All that is of one backup; without a manifest it is none. */
interface Stored {
  name: string
  objects: StoredObject[]
}

/**
 * A bucket, in which each backup has a prefix of its own. It is made and read in a folder of this machine; the manifest goes
 * last and is deleted first, so that what is broken off is no backup.
 */
export function bucketPlace(settings: BucketSettings, times: StoreTimes = patient): BackupPlace {
  const address = addressOf(settings)
  const prefix = settings.prefix === '' ? '' : `${settings.prefix}/`
  const keyOf = (name: string, file: string) => `${prefix}${name}/${file}`
  let seen: { untilMs: number; all: Promise<InBucket[]> } | undefined

  async function withStore<T>(use: (store: Store) => Promise<T>, own: StoreTimes = times): Promise<T> {
    await using store = await openStore(settings, own)
    return await use(store)
  }

  async function storedIn(store: Store): Promise<Stored[]> {
    const byName = Map.groupBy(
      await store.list(`${prefix}deal-scout-`),
      ({ key }) => ofBackup(key, prefix)?.name,
    )
    return [...byName].flatMap(([name, objects]) => (name === undefined ? [] : [{ name, objects }]))
  }

  async function known(store: Store): Promise<InBucket[]> {
    return (await storedIn(store))
      .filter(({ name, objects }) => objects.some(({ key }) => key === keyOf(name, manifestFile)))
      .map(({ name, objects }) => ({
        path: `${address}/${name}`,
        at: momentIn(name)!,
        verifiedAt: objects.find(({ key }) => key === keyOf(name, verifiedFile))?.at ?? null,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
      }))
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())
  }

  async function manifestIn(store: Store, name: string): Promise<Manifest> {
    const where = `${address}/${name}`
    const { body } = await store
      .read(keyOf(name, manifestFile), 0, 8 * 1024 * 1024)
      .catch((error: unknown) => {
        if (error instanceof StoreProblem && error.storeCode === 'NoSuchKey')
          throw badInput(
            `${where} is no whole backup: there is no ${manifestFile} in it. deal-scout backup --list shows what there is.`,
          )
        throw error
      })
    return parseManifest(body.toString('utf8'), where)
  }

  /** What an upload left that ended before its manifest. */
  async function removeBrokenOff(store: Store, now: Date): Promise<void> {
    const isOver = (name: string) => now.getTime() - momentIn(name)!.getTime() > brokenOffMs
    const begun = await store.unfinished(`${prefix}deal-scout-`).catch(noneOfStores)
    for (const { key, upload: id } of begun) {
      const of = ofBackup(key, prefix)
      if (of !== null && isOver(of.name)) await store.abort(key, id)
    }
    for (const { name, objects } of await storedIn(store)) {
      if (!isOver(name) || objects.some(({ key }) => key === keyOf(name, manifestFile))) continue
      for (const { key } of objects) await store.remove(key)
    }
  }

  return {
    address,
    folder: null,
    list: () => withStore(known),
    glance() {
      const nowMs = performance.now()
      if (seen !== undefined && seen.untilMs >= nowMs) return seen.all
      const all = withStore(known, { ...times, ...brief })
      const own = { untilMs: nowMs + glanceMs, all }
      all.catch(() => {
        own.untilMs = nowMs + glanceFailedMs
      })
      seen = own
      return all
    },
    async make(deps: BackUpDeps, recipients) {
      if (recipients.length === 0 && !settings.unencrypted)
        throw badInput(`${address}: ${unencryptedRefusal}`)
      return withStore(async (store) => {
        // Asked first: what cannot be put there need not be made.
        await storedIn(store)
        return withWorkFolder(async (folder) => {
          const made = await backUp(deps, { folder, recipients })
          const name = basename(made.path)
          const files = (await readdir(made.path)).filter((file) => file !== manifestFile)
          for (const file of [...files, manifestFile])
            await upload(store, keyOf(name, file), join(made.path, file))
          seen = undefined
          await removeBrokenOff(store, deps.clock.now()).catch(noneOfStores)
          return { ...made, path: `${address}/${name}` }
        })
      })
    },
    manifestOf: (name) => withStore((store) => manifestIn(store, name)),
    bytesOf: async (backup) => (backup as InBucket).bytes,
    withFiles: (name, use) =>
      withStore(async (store) => {
        const { tables } = await manifestIn(store, name)
        return withWorkFolder(async (folder) => {
          for (const file of [manifestFile, ...tables.map((table) => table.file)])
            await download(store, keyOf(name, file), join(folder, file)).catch((error: unknown) => {
              if (error instanceof StoreProblem && error.storeCode === 'NoSuchKey')
                throw badInput(
                  `${address}/${name}/${file} is missing: the backup is not whole. Take another.`,
                )
              throw error
            })
          const done = await use(folder)
          const mark = join(folder, verifiedFile)
          if (existsSync(mark)) {
            await upload(store, keyOf(name, verifiedFile), mark)
            seen = undefined
          }
          return done
        })
      }),
    removeOld: (keep) =>
      withStore(async (store) => {
        const stored = new Map((await storedIn(store)).map((one) => [one.name, one.objects]))
        const old = oldOf(await known(store), keep)
        const removed: string[] = []
        for (const one of old) {
          const name = nameOfBackup(one)
          const first = keyOf(name, manifestFile)
          const rest = stored.get(name)!.filter(({ key }) => key !== first)
          try {
            for (const key of [first, ...rest.map((object) => object.key)]) await store.remove(key)
          } catch (error) {
            unlessRefused(error)
            return { removed, isRefused: true }
          }
          removed.push(one.path)
        }
        seen = undefined
        return { removed, isRefused: false }
      }),
  }
}

/** Some stores cannot say what was begun, and some keys may not delete; a backup is none the worse for it. */
function noneOfStores(error: unknown): [] {
  if (!(error instanceof AppError)) throw error
  return []
}

/** Who may write and not delete leaves deleting to the rules of the bucket. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof StoreProblem) || error.storeCode !== 'AccessDenied') throw error
}

/** Of which backup a key is, and which of its files; null where it is nothing that a backup makes. */
function ofBackup(key: string, prefix: string): { name: string; file: string } | null {
  if (!key.startsWith(prefix)) return null
  const [, name, file] =
    /^([^/]+)\/(manifest\.json|verified\.json|[a-z0-9_.]+\.copy\.zst(?:\.age)?)$/.exec(
      key.slice(prefix.length),
    ) ?? []
  return name === undefined || momentIn(name) === null ? null : { name, file: file! }
}
