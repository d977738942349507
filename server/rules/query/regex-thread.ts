import { Worker } from 'node:worker_threads'
import type { Regex } from './query-regex.ts'

export interface RegexQuestion {
  id: number
  regex: Regex
  text: string
}
export interface RegexReply {
  id: number
  fits: boolean
}

/** Tests expensive regular expressions, one after the other, where nobody waits for them. */
export interface RegexThread {
  test(regex: Regex, text: string): Promise<boolean>
  close(): Promise<void>
}

/** A thread that is not asked for so long ends, and gives its memory back. */
const idleMs = 30_000
const memoryMb = 128

/** The thread starts with the first question. */
export function createRegexThread(): RegexThread {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let lastId = 0
  const waiting = new Map<number, { resolve: (fits: boolean) => void; reject: (error: unknown) => void }>()

  function end(of: Worker, error: unknown): Promise<unknown> {
    if (worker === of) worker = null
    clearTimeout(idle)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    return of.terminate()
  }

  function start(): Worker {
    const started = new Worker(new URL('./regex-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    started.unref()
    started.on('message', ({ id, fits }: RegexReply) => {
      waiting.get(id)?.resolve(fits)
      waiting.delete(id)
      if (waiting.size > 0) return
      started.unref()
      idle = setTimeout(() => void end(started, new Error('idle')), idleMs)
      idle.unref()
    })
    started.on('error', (error) => void end(started, error))
    return started
  }

  return {
    test(regex, text) {
      worker ??= start()
      clearTimeout(idle)
      // Whoever waits for an answer keeps the program running; an idle thread does not.
      worker.ref()
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker!.postMessage({ id, regex, text } satisfies RegexQuestion)
      })
    },
    async close() {
      if (worker !== null) await end(worker, new Error('the program closes'))
    },
  }
}
