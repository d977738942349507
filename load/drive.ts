import { setTimeout as sleep } from 'node:timers/promises'
import type { ClusterBrowser } from '../test/harness/cluster-browser.ts'
import type { Answered } from './figures.ts'
import { type Person, steps } from './journeys.ts'
import { choose, type Shape, stepTimes } from './shapes.ts'

export interface Driven {
  answered: Answered[]
  /** When more came at once, ms from the beginning. */
  rushMs: number
}

/** Has people come and take their steps; `browsers` are dealt among them, each from an address of its own. */
export async function drive(
  { people, more, seconds }: Shape,
  browsers: readonly ClusterBrowser[],
  random: () => number,
): Promise<Driven> {
  const [endMs, rushMs] = [seconds * 1_000, seconds * 500]
  const answered: Answered[] = []
  const began = performance.now()
  const now = () => performance.now() - began
  await Promise.all(
    Array.from({ length: people + more }, async (_, n) => {
      const comesMs = n < people ? 0 : rushMs
      using browser = browsers[n % browsers.length]!.twin(addressOf(n))
      const person: Person = { browser, random, seen: [], rules: [] }
      for (const atMs of stepTimes(random, endMs - comesMs)) {
        const dueMs = comesMs + atMs
        await sleep(Math.max(0, dueMs - now()))
        const step = choose(random, steps)
        const status = await step.take(person).catch(() => 0)
        answered.push({ step: step.name, dueMs, endMs: now(), status })
      }
    }),
  )
  return { answered, rushMs }
}

/** All of 127.0.0.0/8 is this machine: a proxy that counts by address counts each person apart. */
const addressOf = (n: number) => `127.1.${Math.floor(n / 250)}.${(n % 250) + 1}`
