/** How many people come, and when. */
export interface Shape {
  people: number
  /** Come all at once when half of the time is over. */
  more: number
  seconds: number
  /** The floor that every release has to keep, ms; null = it is only measured. */
  p95MsMax: number | null
}

export const shapes = {
  baseline: { people: 10, more: 0, seconds: 60, p95MsMax: 500 },
  sustained: { people: 50, more: 0, seconds: 180, p95MsMax: 500 },
  peak: { people: 200, more: 0, seconds: 60, p95MsMax: 1000 },
  stress: { people: 500, more: 0, seconds: 60, p95MsMax: null },
  spike: { people: 50, more: 100, seconds: 60, p95MsMax: 1000 },
} as const satisfies Record<string, Shape>

export type ShapeName = keyof typeof shapes

/** Of all requests so many may fail at the most. */
export const failedShareMax = 0.01

/** A person looks at what came for so long before the next step. */
const thinkMs = { least: 1_000, most: 3_000 }

/**
 * When somebody takes each step, ms from their coming, up to `endMs`. By the clock and not by when the last answer came: who
 * waits for a slow answer would ask less often, and the slow time would count for little (coordinated omission).
 */
export function stepTimes(random: () => number, endMs: number): number[] {
  const times: number[] = []
  for (
    let at = random() * thinkMs.most;
    at < endMs;
    at += thinkMs.least + random() * (thinkMs.most - thinkMs.least)
  )
    times.push(at)
  return times
}

/** One of `choices`, each as often as its weight. */
export function choose<Choice extends { weight: number }>(
  random: () => number,
  choices: readonly Choice[],
): Choice {
  let at = random() * choices.reduce((sum, { weight }) => sum + weight, 0)
  for (const one of choices) {
    at -= one.weight
    if (at < 0) return one
  }
  return choices.at(-1)!
}
