import type { ScanOutcome } from '../../marketplaces/contract.ts'

const minute = 60_000

/** No cooldown of a source is longer, whatever its site asks for. */
export const cooldownMsMax = 1440 * minute

/** First pause and longest pause after an outcome; doubles with each one in a row. */
const pauses: Record<Exclude<ScanOutcome, 'ok' | 'empty'>, [firstMs: number, maxMs: number]> = {
  blocked: [15 * minute, 360 * minute],
  captcha: [30 * minute, 360 * minute],
  'rate-limited': [5 * minute, 360 * minute],
  'auth-expired': [30 * minute, 360 * minute],
  'parse-drift': [30 * minute, 360 * minute],
  unreachable: [1 * minute, 30 * minute],
}

export function isOutage(outcome: ScanOutcome): outcome is keyof typeof pauses {
  return outcome !== 'ok' && outcome !== 'empty'
}

/**
 * How long a source cools down after a failing outcome, in ms; `inARow` counts from 1. A site's own wish (Retry-After) is
 * a minimum, up to a day. The demo world cools down shortly: it pretends to block, nobody is bothered.
 */
export function cooldownMs(
  outcome: Exclude<ScanOutcome, 'ok' | 'empty'>,
  inARow: number,
  retryAfterMs: number | undefined,
  demo: boolean,
): number {
  if (demo) return 20_000
  const [firstMs, maxMs] = pauses[outcome]
  const own = Math.min(maxMs, firstMs * 2 ** Math.min(20, inARow - 1))
  return Math.max(own, Math.min(retryAfterMs ?? 0, cooldownMsMax))
}
