import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface PhotoFiles {
  /** Null when it is not kept, or cannot be read. */
  read(name: string): Promise<Buffer | null>
  /** Whole or not at all; then the longest unused are deleted until all fit. Throws what the disk says. */
  write(name: string, bytes: Uint8Array): Promise<void>
}

interface Kept {
  bytes: number
  /** When its last use was written down. */
  notedMs: number
}

const draftMark = '.draft-'
/** What other processes keep in the same folder is seen by then. */
const lookAgainMs = 10 * 60_000
/** A use is written down (as the time of the file) once in so long: after a restart the oldest are still the oldest. */
const noteUseMs = 60 * 60_000

/**
 * Files in a folder of at most `bytesMax`, known in the order of their use. The folder is read at the first use, which
 * tidies drafts of a process that was killed, and then again only beside writing, every ten minutes.
 */
export function openPhotoFiles(folder: string, bytesMax: number, nowMs: () => number): PhotoFiles {
  /** The longest unused first. */
  let kept = new Map<string, Kept>()
  let total = 0
  let readAtMs = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  const pathOf = (name: string) => join(folder, name)

  async function look(tidies: boolean): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const found: [string, Kept][] = []
    for (const name of await readdir(folder)) {
      if (!name.includes(draftMark)) {
        // Another process may have deleted it since.
        const file = await stat(pathOf(name)).catch(() => null)
        if (file?.isFile()) found.push([name, { bytes: file.size, notedMs: file.mtimeMs }])
      } else if (tidies) await rm(pathOf(name), { force: true })
    }
    kept = new Map(found.sort(([, a], [, b]) => a.notedMs - b.notedMs))
    total = found.reduce((sum, [, { bytes }]) => sum + bytes, 0)
    readAtMs = nowMs()
  }

  /** One at a time, for whoever asks. */
  function known(): Promise<void> {
    reading ??= look(readAtMs === Number.NEGATIVE_INFINITY).finally(() => {
      reading = null
    })
    return reading
  }

  function forget(name: string): void {
    total -= kept.get(name)?.bytes ?? 0
    kept.delete(name)
  }

  return {
    async read(name) {
      if (readAtMs === Number.NEGATIVE_INFINITY) await known().catch(() => {})
      const bytes = await readFile(pathOf(name)).catch(() => null)
      const file = kept.get(name)
      if (bytes === null) forget(name)
      else {
        const now = nowMs()
        const isNoted = file !== undefined && Math.abs(now - file.notedMs) < noteUseMs
        if (!isNoted) await utimes(pathOf(name), now / 1000, now / 1000).catch(() => {})
        forget(name)
        kept.set(name, { bytes: bytes.length, notedMs: isNoted ? file.notedMs : now })
        total += bytes.length
      }
      return bytes
    },
    async write(name, bytes) {
      if (nowMs() - readAtMs >= lookAgainMs) await known()
      const draft = pathOf(`${name}${draftMark}${randomUUID()}`)
      try {
        await writeFile(draft, bytes, { mode: 0o600, flag: 'wx' })
        await rename(draft, pathOf(name))
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {})
        throw error
      }
      forget(name)
      kept.set(name, { bytes: bytes.length, notedMs: nowMs() })
      total += bytes.length
      for (const [oldest] of kept) {
        if (total <= bytesMax) break
        forget(oldest)
        await rm(pathOf(oldest), { force: true })
      }
    },
  }
}
