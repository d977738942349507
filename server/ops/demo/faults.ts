import { diceOf, pick } from './dice.ts'
import type { World } from './world.ts'

/** How a real site now and then disappoints. */
export const faults = ['slow-down', 'refused', 'truncated', 'out-of-order'] as const
export type Fault = (typeof faults)[number]

const kinds = { ads: 1, posting: 2, shop: 3 } as const

/** A new world first shows that it works. */
const quietMs = 60_000
const slotMs = 5000
const share = 1 / 15

/** What is wrong with one kind of answer at a moment, the same for everyone who asks then; mostly nothing. */
export function faultAt(
  world: Pick<World, 'seed' | 'startedAtMs'>,
  kind: keyof typeof kinds,
  nowMs: number,
): Fault | null {
  const sinceMs = nowMs - world.startedAtMs
  if (sinceMs < quietMs) return null
  const dice = diceOf(world.seed, 99, kinds[kind], Math.floor(sinceMs / slotMs))
  return dice() < share ? pick(dice, faults) : null
}
