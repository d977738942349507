import { skewMs } from './clock-store.ts'

/** The end of a rule's cooldown, unless it is further off than the cooldown is long: then a clock was wrong. */
export function believableEnd(until: Date | null, cooldownMinutes: number | null, now: Date): Date | null {
  if (until === null || cooldownMinutes === null) return until
  return until.getTime() - now.getTime() > cooldownMinutes * 60_000 + skewMs ? null : until
}
