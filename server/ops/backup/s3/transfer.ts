import { open, stat } from 'node:fs/promises'
import { badInput } from '../../../core/errors.ts'
import type { Store } from './store.ts'

/** Held in memory at a time. S3 takes parts of 5 MiB and more, and 10,000 of them. */
const partBytesMin = 8 * 1024 * 1024
const partsMax = 10_000

/** How large the parts of a file are: the last is as large as what is left. */
export const partBytesOf = (bytes: number): number =>
  Math.max(partBytesMin, Math.ceil(bytes / partsMax / 1024) * 1024)

/** Uploads a file, in parts where it is a large one; where that fails, nothing of it stays. */
export async function upload(store: Store, key: string, path: string): Promise<void> {
  const { size } = await stat(path)
  const partBytes = partBytesOf(size)
  const file = await open(path)
  const read = async (from: number) => {
    const bytes = Buffer.alloc(Math.min(partBytes, size - from))
    await file.read(bytes, 0, bytes.length, from)
    return bytes
  }
  try {
    if (size <= partBytes) return await store.put(key, await read(0))
    const id = await store.begin(key)
    try {
      const tags: string[] = []
      for (let from = 0; from < size; from += partBytes)
        tags.push(await store.putPart(key, id, tags.length + 1, await read(from)))
      await store.finish(key, id, tags)
    } catch (error) {
      await store.abort(key, id).catch(() => {})
      throw error
    }
  } finally {
    await file.close()
  }
}

/** Downloads an object into a new file that only this user reads. */
export async function download(store: Store, key: string, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytesInAll = Number.POSITIVE_INFINITY
    for (let from = 0; from < bytesInAll; ) {
      const read = await store.read(key, from, partBytesMin)
      if (read.body.length === 0 || (Number.isFinite(bytesInAll) && read.bytesInAll !== bytesInAll))
        throw badInput(`${key} changed or ended while it was fetched. Try again.`)
      bytesInAll = read.bytesInAll
      await file.writeFile(read.body)
      from += read.body.length
    }
  } finally {
    await file.close()
  }
}
