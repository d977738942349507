import { setTimeout as sleep } from 'node:timers/promises'
import { filledMatcher, openStock } from './lib-capacity-stock.ts'

/** `node --expose-gc bench/lib-rule-memory.ts RULES`: prints the bytes that a matcher takes for them, beyond what each one takes. */
const rules = Number(process.argv[2])
const { stock } = await openStock()
// The first of all brings what every matcher shares, compiled code among it.
await filledMatcher(5_000, stock)
const before = await memoryUsed()
const matcher = await filledMatcher(rules, stock)
process.stdout.write(String((await memoryUsed()) - before))
// Kept until here, or there would be nothing to measure.
if (matcher.size !== rules) process.exitCode = 1

/** What is let go of a turn later is gone then, too. */
async function memoryUsed(): Promise<number> {
  for (let turn = 0; turn < 4; turn++) {
    await sleep(50)
    globalThis.gc!({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
