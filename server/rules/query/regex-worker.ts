import { parentPort } from 'node:worker_threads'
import { testRegex } from './query-regex.ts'
import type { RegexQuestion, RegexReply } from './regex-thread.ts'

// Runs in a thread of its own (`regex-thread.ts`): an expensive expression takes tenths of a second for a long text.
parentPort?.on('message', ({ id, regex, text }: RegexQuestion) => {
  parentPort!.postMessage({ id, fits: testRegex(regex, text) } satisfies RegexReply)
})
