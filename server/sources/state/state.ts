import { pastOf } from '../../core/clock.ts'
import type { OptionValues } from '../../core/options.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import { type Said, saidAlone } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import { isUnseen, outageParams, outageReason, unseenSince } from '../outages/outage.ts'
import type { Planned } from '../outages/outage-store.ts'
import { scanIntervalMs } from '../scanning/planner.ts'
import type { SourceView } from '../schema.ts'
import type { SourceRow } from '../store.ts'
import { isAllowed } from '../terms/allowed.ts'

export interface Known {
  /** Why its settings cannot be used; null = they can. */
  problem: string | null
  /** As `withAccepted` gives them. */
  options: OptionValues
  /** Tells whether its scans run. */
  planned: Planned | undefined
  now: Date
}

type State = Pick<SourceView, (typeof told)[number]> & Partial<Pick<SourceView, 'outageSince'>>
const told = [
  ...(['state', 'offBecause', 'stateReason', 'stateReasonSaid'] as const),
  ...(['why', 'whySaid', 'remedy', 'remedySaid'] as const),
] as const

const nothingWrong = { why: null, whySaid: null, remedy: null, remedySaid: null } as const

/** How a source is, in one sentence, and what of that a person can mend. */
export function stateOf(row: SourceRow, marketplace: Marketplace | undefined, known: Known): State {
  const off = offOf(row, marketplace, known)
  if (off !== null) return { state: 'off', offBecause: off.because, ...reasonIs(off.said), ...nothingWrong }
  const { now, planned } = known
  if (row.outageSince) return unseen(row, pastOf(row.outageSince, now) ?? now)
  const scanned = {
    lastOkAt: row.lastOkAt,
    plannedSince: planned?.since ?? null,
    intervalMs: scanIntervalMs(row, marketplace),
  }
  // The demo is scanned every few seconds, which a busy machine may not keep up with.
  if (!row.demo && isUnseen(scanned, now)) {
    const since = unseenSince(scanned, now)!
    return { ...unseen(row, since), outageSince: since.toISOString() }
  }
  const waiting = (said: Said): State => ({
    ...{ state: 'waiting', offBecause: null },
    ...reasonIs(said),
    ...nothingWrong,
  })
  if (row.lastOkAt === null) return waiting(say('source-new', { isBrowsed: row.browse }))
  if (pastOf(row.lastOkAt, now) === null) return waiting(say('source-set-back'))
  return { state: 'ok', offBecause: null, stateReason: null, stateReasonSaid: null, ...nothingWrong }
}

/** Outcomes with which a site says that it does not want to be asked. */
const refusals: ReadonlySet<string> = new Set(['blocked', 'captcha', 'rate-limited', 'auth-expired'])

/** What is left while a site refuses, or its terms are not accepted: what it sends or shows to the person anyway. */
export function alternativesOf(
  row: Pick<SourceRow, 'lastOutcome'>,
  marketplace: Marketplace | undefined,
  { state, offBecause }: Pick<State, 'state' | 'offBecause'>,
): SourceView['alternatives'] {
  const isRefused = state === 'outage' && refusals.has(row.lastOutcome ?? '')
  if (!marketplace || !(isRefused || offBecause === 'terms')) return []
  return [
    ...((marketplace.alertSteps ?? []).length > 0 ? (['mail'] as const) : []),
    ...(marketplace.readRendered ? (['capture'] as const) : []),
  ]
}

const reasonIs = (said: Said) => ({ stateReason: said.sentence, stateReasonSaid: saidAlone(said) })

function unseen(row: SourceRow, since: Date): State {
  const { why, remedy } = outageReason(row)
  return {
    ...{ state: 'outage', offBecause: null },
    ...reasonIs(say('source-unseen', { since: since.toISOString(), ...outageParams(row) })),
    ...{ why: why.sentence, whySaid: saidAlone(why) },
    ...{ remedy: remedy.sentence, remedySaid: saidAlone(remedy) },
  }
}

function offOf(
  row: SourceRow,
  marketplace: Marketplace | undefined,
  { problem, options }: Known,
): { because: SourceView['offBecause']; said: Said } | null {
  if (!marketplace)
    return {
      because: 'no-marketplace',
      said: say('source-no-marketplace', { marketplace: row.marketplace }),
    }
  if (!row.enabled) return { because: 'paused', said: say('source-paused') }
  if (!row.demo && !isAllowed(marketplace, options)) {
    const option = marketplace.terms.acceptOption ?? ''
    return { because: 'terms', said: say('source-terms', { option }) }
  }
  return problem === null ? null : { because: 'settings', said: say('text', { text: problem }) }
}
