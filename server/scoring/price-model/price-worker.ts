import { parentPort, workerData } from 'node:worker_threads'
import { fitRows, type PriceRows } from './price-net.ts'

// Runs in a thread of its own (`learn.ts`): learning takes seconds, in which others must be served.
const fitted = fitRows(workerData as PriceRows)
parentPort?.postMessage(fitted, [
  fitted.means.buffer,
  fitted.vocabulary.keys.buffer,
  fitted.vocabulary.ids.buffer,
  ...fitted.nets.map(({ weights }) => weights.buffer),
] as ArrayBuffer[])
