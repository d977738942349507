import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { hashPhoto } from '../../server/photos/hash/read-photo.ts'

/** Reads each picture that is named on stdin as the program does, and says what came of it and how long it blocked. */
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
for await (const path of createInterface({ input: process.stdin })) {
  const bytes = readFileSync(path)
  delay.reset()
  const beganMs = performance.now()
  const result = await hashPhoto(bytes)
  const ms = Math.round(performance.now() - beganMs)
  process.stdout.write(`${JSON.stringify({ result, ms, blockedMs: Math.round(delay.max / 1e6) })}\n`)
}
process.exit(0)
