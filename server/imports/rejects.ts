import { once } from 'node:events'
import type { WriteStream } from 'node:fs'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { setupError } from '../core/errors.ts'

export interface Reject {
  line: number
  problems: string[]
  raw: string
}

/** Where the rows that could not be imported go, with the reasons: `<file>.rejects.jsonl`. */
export interface Rejects {
  add(reject: Reject): Promise<void>
  /** Puts the file in place, whole or not at all; its path, or null when there was nothing to reject. */
  finish(): Promise<string | null>
  /** Leaves no trace. */
  abandon(): Promise<void>
}

/** A new file that nobody may read who may not read `file`: it has the same rows. */
async function openLike(file: string, path: string): Promise<WriteStream> {
  const like = await stat(file).catch(() => null)
  // A file of that name is left from a run that died, or somebody else's: neither it nor what it links to is written.
  await rm(path, { force: true })
  const handle = await open(path, 'wx', 0o600)
  if (like !== null) await setRights(handle, like).catch(() => {})
  return handle.createWriteStream({ flush: true })
}

async function setRights(
  handle: FileHandle,
  like: { mode: number; uid: number; gid: number },
): Promise<void> {
  const own = await handle.stat()
  let hasGroup = own.gid === like.gid
  if (own.uid !== like.uid || !hasGroup) {
    // Only root gives files away; a group that one is in can be given by anybody.
    const isRoot = process.geteuid?.() === 0
    await handle
      .chown(isRoot ? like.uid : own.uid, like.gid)
      .then(() => {
        hasGroup = true
      })
      .catch(() => {})
  }
  await handle.chmod(like.mode & (hasGroup ? 0o666 : 0o606))
}

/**
 * Collects rejects beside an import file. Nothing is created before the first one; a rejects file of an earlier
 * run stays until a new one takes its place. `tag` keeps concurrent imports of one file apart.
 */
export function createRejects(file: string, tag: string = String(process.pid)): Rejects {
  const path = `${file}.rejects.jsonl`
  const temporary = `${path}.${tag}.tmp`
  let stream: WriteStream | null = null
  let failure: unknown = null
  const check = () => {
    if (failure !== null) {
      throw setupError(
        'rejects-not-written',
        `The rejects file ${path} cannot be written; is the folder writable?`,
        failure,
      )
    }
  }
  return {
    async add({ line, problems, raw }) {
      check()
      if (stream === null) {
        stream = await openLike(file, temporary).catch((error: unknown) => {
          failure ??= error
          return null
        })
        check()
        stream!.on('error', (error) => {
          failure ??= error
        })
      }
      const text = `${JSON.stringify({ line, problems, raw })}\n`
      if (!stream!.write(text)) await drained(stream!)
      check()
    },
    async finish() {
      if (stream === null) return null
      stream.end()
      await finished(stream).catch((error: unknown) => {
        failure ??= error
      })
      if (failure !== null) await rm(temporary, { force: true })
      check()
      await rename(temporary, path)
      return path
    },
    async abandon() {
      if (stream === null) return
      stream.destroy()
      await finished(stream).catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}

/** Resolves once it takes more, or nothing more; no listener stays. */
async function drained(stream: WriteStream): Promise<void> {
  const ended = new AbortController()
  const { signal } = ended
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(() => {})
  ended.abort()
}
