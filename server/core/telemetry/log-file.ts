import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type pino from 'pino'
import { errorMessage } from '../errors.ts'
import type { LogSink } from '../log.ts'
import { toStderr } from '../terminal.ts'

export interface LogFileOptions {
  folder: string
  /** Before the number of each file. */
  name: string
  megabytesMax: number
  /** Besides the size. */
  every: 'day' | 'hour' | 'size'
  /** Older ones go. */
  filesKept: number
}

export interface LogFile extends LogSink {
  close(): Promise<void>
}

type Stream = ReturnType<typeof pino.destination>
type Roll = (options: object) => Promise<Stream>

/** What is kept of lines that cannot be written, to be written once that works again. */
const waitingBytesMax = 1_000_000

/**
 * Numbered files in a folder, for this user alone. A line is in its file when `write` returns, so that a crash loses none.
 * What cannot be written (a full disk, a folder of somebody else) is told of once on stderr, until it works again; nothing
 * stops for it, and the lines are on stderr anyway.
 */
export function openLogFile(options: LogFileOptions): LogFile {
  const { folder, name, every } = options
  let stream: Stream | null = null
  let isBroken = false
  const early: string[] = []
  const broken = (error: unknown) => {
    if (!isBroken)
      toStderr(
        `The log cannot be written to ${folder} (${errorMessage(error)}): it goes on here alone. Make room there, or let this user write there (LOG_FOLDER).\n`,
      )
    isBroken = true
  }
  const opened = open().catch(broken)

  async function open(): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // It has no types of its own.
    const roll: Roll = createRequire(import.meta.url)('pino-roll')
    const own = await roll({
      file: join(folder, name),
      extension: '.log',
      size: `${options.megabytesMax}m`,
      ...(every !== 'size' && { frequency: every === 'day' ? 'daily' : 'hourly' }),
      limit: { count: options.filesKept, removeOtherLogFiles: true },
      mode: 0o600,
      sync: true,
      maxLength: waitingBytesMax,
    })
    own.on('error', broken)
    own.on('write', () => {
      isBroken = false
    })
    stream = own
    for (const line of early.splice(0)) own.write(line)
  }

  return {
    write(line) {
      if (stream !== null) stream.write(line)
      else if (!isBroken) early.push(line)
    },
    async close() {
      await opened
      // Every line is written; what is left could not be.
      stream?.destroy()
    },
  }
}
