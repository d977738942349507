import { Worker } from 'node:worker_threads'
import type { Fitted, PriceRows } from './price-net.ts'

/** Learns from rows, which are given away; rejects when aborted. */
export type Learn = (rows: PriceRows, signal: AbortSignal) => Promise<Fitted>

/** `fitRows` in a thread of its own that dies with the signal and holds up no exit. */
export const learnInThread: Learn = (rows, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./price-worker.ts', import.meta.url), {
      workerData: rows,
      transferList: [
        rows.numbers.buffer,
        rows.strengths.buffer,
        rows.starts.buffer,
        rows.logPrices.buffer,
        rows.folds.buffer,
      ] as ArrayBuffer[],
    })
    worker.unref()
    const stop = () => {
      void worker.terminate()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', (fitted: Fitted) => resolve(fitted))
    worker.once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      reject(new Error('the thread that learns prices ended early'))
    })
  })
