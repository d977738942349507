import type { Target, TargetOptions } from './world/target.ts'

/** One kind of attack: a file of its own in `attacks/`, as its default export. */
export interface Attack {
  name: string
  /** What is tried, for `--list`. */
  about: string
  /** Why it cannot run here, as the row says it; null when it can. */
  needs?(): Promise<string | null> | string | null
  run(world: World): Promise<void>
}

/** What an attack is given: programs to attack, and somebody who counts. */
export interface World {
  seed: number
  /** 0 ≤ x < 1; the same for the same seed and attack. */
  random(): number
  /** Aborted when the attack's time is over or the run is broken off. */
  signal: AbortSignal
  /** ms until the attack's time is over; 0 afterwards. */
  leftMs(): number
  /** A temporary folder of this attack's own. */
  folder: string
  /** The real program, started and watched; ended with the attack. */
  start(options?: TargetOptions): Promise<Target>
  /** An empty database of its own for several programs; its address. */
  database(): Promise<string>
  /** Done after the attack, the last one first. */
  defer(undo: () => unknown): void
  /**
   * One try under a name that repeats it (`--case NAME`): held unless the deed throws or the watched programs broke a
   * limit meanwhile. False when it failed; null when it was not done, because it is not asked for or time is over.
   */
  attempt(
    name: string,
    deed: (random: () => number) => Promise<void>,
    limits?: Limits,
  ): Promise<boolean | null>
  /** A sentence beside the row. */
  note(sentence: string): void
  /** How many requests are asked for in all, where it goes by their number and not by time. */
  requests: number | null
  /** Adds to a number that the row has under this name. */
  count(name: string, by?: number): void
}

/** What a try may cost the programs that are watched; the defaults are what the product promises. */
export interface Limits {
  /** Longest wait for /livez beyond what the machine itself took. */
  livezMs?: number
  /** Growth of the resident memory of a program with its children, its database left out. */
  growthMb?: number
  /** The program may end or be gone meanwhile: only what the deed looks at counts. */
  unwatched?: boolean
  /** How many tries this one stands for in the count, e.g. a batch of requests. */
  tries?: number
}

export const promisedLimits = { livezMs: 200, growthMb: 300 } as const

/** The program did what it must not; everything that a deed throws counts as this. */
export class Broken extends Error {}

/** Throws `Broken` with the sentence unless it is so. */
export function hold(isSo: boolean, sentence: string | (() => string)): asserts isSo {
  if (!isSo) throw new Broken(typeof sentence === 'string' ? sentence : sentence())
}

export interface Failure {
  attack: string
  case: string
  what: string
}

export interface Row {
  attack: string
  tries: number
  held: number
  failed: number
  slowestLivezMs: number
  /** Of all probes. */
  p99LivezMs: number
  peakRssMb: number
  /** What the peak is above the memory right after the start. */
  growthMb: number
  notes: string[]
  /** What the attack counted beside. */
  counts: Record<string, number>
  /** Why it did not run at all. */
  skipped: string | null
}
