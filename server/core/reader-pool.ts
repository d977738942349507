import { fileURLToPath } from 'node:url'
import workerpool from 'workerpool'
import { errorMessage } from './errors.ts'
import type { Log } from './log.ts'

/**
 * A function of a module that reads what strangers wrote: no network, no state, and only values that can be copied
 * between processes go in and come out.
 */
export interface Reader<Args extends unknown[], Result> {
  /** Address of the module. */
  module: string
  /** Its export. */
  name: string
  /** Longest time of one call. */
  timeoutMs: number
  /** Never there; carries the types. */
  types?: (...args: Args) => Result
}

/** Names an exported function as a reader: `reader<typeof readFeed>(new URL('./read.ts', import.meta.url), 'readFeed')`. */
export function reader<F extends (...args: never[]) => unknown>(
  module: URL,
  name: string,
  timeoutMs = 15_000,
): Reader<Parameters<F>, Awaited<ReturnType<F>>> {
  return { module: module.href, name, timeoutMs }
}

/** Calls a reader; throws ReadingFailed where the bytes were too much for it, and what the reader throws as an Error. */
export type Read = <Args extends unknown[], Result>(
  reader: Reader<Args, Result>,
  args: Args,
  signal?: AbortSignal,
) => Promise<Result>

export type ReadingFailure = 'took-down' | 'too-slow'

/** What was to be read is set aside: it ended the process that reads it, twice, or held it for too long. */
export class ReadingFailed extends Error {
  readonly kind: ReadingFailure
  constructor(kind: ReadingFailure, message: string) {
    super(message)
    this.name = 'ReadingFailed'
    this.kind = kind
  }
}

/** One sentence for a person; the same words wherever something was set aside for this reason. */
export const tookTheProcessDown =
  'What the site sent took the process down that reads it, twice, so it was set aside.'

/** Of one process. An honest feed of 9 MB with 10,000 entries is read within 128 MiB; small generations keep the rest small. */
const heapMibMax = 160
const youngMibMax = 4
/** With what libraries hold outside the heap: a picture of 30 million pixels. */
const rssMibMax = 256
/** Two things are read at once: one that is slow must not hold up all others. */
const processesMax = 2
const usual: ReaderLimits = { heapMibMax, rssMibMax, processesMax }
/** Not the whole folder: `.env` and the data folder may stand in it. */
const readable = ['../', '../../node_modules/', '../../package.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)
/** Ending takes milliseconds. */
const closeMsMax = 1_000
/** Larger pieces of what a dying process says are not worth a line in the log. */
const lastWordsMax = 2000

export interface ReaderPool {
  read: Read
  close(): Promise<void>
}

/** What a pool may use, where it is not what pages, feeds and photos of strangers need. */
export interface ReaderLimits {
  heapMibMax: number
  /** Of one process, with what libraries hold outside the heap. */
  rssMibMax: number
  processesMax: number
  /** Folders beside the program's own that its processes may read. */
  readable?: readonly string[]
  /** Its processes end when nothing was read for so long; left out, they stay. */
  idleMs?: number
}

/**
 * Reads in processes of their own, which have a limit of memory and time: what a stranger's bytes break is such a
 * process and nothing else. They start when they are first needed, and know neither secrets nor database.
 */
export function createReaderPool(deps: {
  log: Log
  observe?(reader: string, kind: ReadingFailure): void
  limits?: ReaderLimits
}): ReaderPool {
  const { log, observe, limits = usual } = deps
  const poolOptions: workerpool.WorkerPoolOptions = {
    workerType: 'process',
    maxWorkers: limits.processesMax,
    workerTerminateTimeout: 100,
    // What V8 writes when it dies belongs in the log, not on somebody's terminal.
    emitStdStreams: true,
    forkArgs: [String(limits.rssMibMax * 1024 * 1024)],
    forkOpts: {
      execArgv: [
        `--max-old-space-size=${limits.heapMibMax}`,
        `--max-semi-space-size=${youngMibMax}`,
        '--no-warnings',
        // It reads the program's own files and nothing else, writes none and starts no program.
        '--permission',
        ...[...readable, ...(limits.readable ?? [])].map((path) => `--allow-fs-read=${path}`),
        '--allow-addons',
        '--allow-worker',
      ],
      serialization: 'advanced',
      env: {},
    },
  }
  const open = () =>
    workerpool.pool(fileURLToPath(new URL('./reader-process.ts', import.meta.url)), poolOptions)
  let pool = open()
  let underWay = 0
  let idle: NodeJS.Timeout | undefined

  /** What a library holds (a model, decoded pictures) goes with the process that holds it. */
  function restWhenIdle(): void {
    if (limits.idleMs === undefined || underWay > 0) return
    idle = setTimeout(() => {
      const idled = pool
      pool = open()
      void idled.terminate(true, closeMsMax).catch(() => {})
    }, limits.idleMs)
    idle.unref()
  }

  /** The result, or null when the process died of it. */
  async function attempt<Args extends unknown[], Result>(
    { module, name, timeoutMs }: Reader<Args, Result>,
    args: Args,
    signal: AbortSignal | undefined,
  ): Promise<{ result: Result } | null> {
    let lastWords = ''
    const on = ({ stderr }: { stderr?: string }) => {
      if (stderr !== undefined && lastWords.length < lastWordsMax) lastWords += stderr
    }
    const call = pool.exec('read', [module, name, args], { on }).timeout(timeoutMs)
    const stop = () => void call.cancel()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      return { result: (await call) as Result }
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (error instanceof workerpool.Promise.TimeoutError)
        throw new ReadingFailed(
          'too-slow',
          `What the site sent took longer than ${Math.round(timeoutMs / 1000)} s to read, so it was set aside.`,
        )
      if (!(error instanceof workerpool.TerminateError)) throw error
      log.warn(
        { reader: name, lastWords: lastWords.slice(0, lastWordsMax) },
        `reading ended its process: ${errorMessage(error).split('\n', 1)[0]}`,
      )
      return null
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  return {
    async read(reader, args, signal) {
      signal?.throwIfAborted()
      clearTimeout(idle)
      underWay++
      try {
        // A process may die for another reason than what it reads (the system is out of memory): once more.
        const answer = (await attempt(reader, args, signal)) ?? (await attempt(reader, args, signal))
        if (answer !== null) return answer.result
        throw new ReadingFailed('took-down', tookTheProcessDown)
      } catch (error) {
        if (error instanceof ReadingFailed) {
          log.error({ reader: reader.name, why: error.kind }, `set aside: ${error.message}`)
          observe?.(reader.name, error.kind)
        }
        throw error
      } finally {
        underWay--
        restWhenIdle()
      }
    },
    async close() {
      clearTimeout(idle)
      // A process that somebody else ended (a service manager tells them all to stop) is never heard of again.
      await pool.terminate(true, closeMsMax).catch(() => {})
    },
  }
}
