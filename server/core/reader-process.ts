import { Worker } from 'node:worker_threads'
import workerpool from 'workerpool'

// Started by reader-pool.ts: calls what it is asked to call. A thread of its own watches over it, since what it reads
// may hold this one for ever.
const [rssBytesMax] = process.argv.slice(2).map(Number)
new Worker(new URL('./reader-watch.ts', import.meta.url), {
  workerData: { parentPid: process.ppid, rssBytesMax },
}).unref()

// Ctrl-C in a terminal reaches every process there; this one ends when whoever asks is done with it. Not so for SIGTERM,
// which must end one that is stuck.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {})

workerpool.worker({
  async read(module: string, name: string, args: unknown[]): Promise<unknown> {
    const exported = (await import(module)) as Record<string, (...args: unknown[]) => unknown>
    return exported[name]!(...args)
  },
})
