import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
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
        stream = createWriteStream(temporary, { flush: true })
        stream.on('error', (error) => {
          failure ??= error
        })
      }
      const text = `${JSON.stringify({ line, problems, raw })}\n`
      if (!stream.write(text))
        await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined)
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
