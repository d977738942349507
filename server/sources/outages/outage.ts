import { pastOf } from '../../core/clock.ts'
import type { ScanOutcome } from '../../marketplaces/contract.ts'
import { say } from '../../model/sentences/sentences.ts'
import { jitter } from '../scanning/planner.ts'

/** What of a source tells whether it is seen. */
export interface ScannedSource {
  id: number
  name: string
  demo: boolean
  /** Enabled, and its terms accepted. */
  on: boolean
  /** Between two scans of one query. */
  intervalMs: number
  /** When a scan of it last came through. */
  lastOkAt: Date | null
  lastOutcome: ScanOutcome | null
  lastReason: string | null
  cooldownUntil: Date | null
  /** Since when scans of it are planned; null = none is. */
  plannedSince: Date | null
}

/** A person whose rules are scanned at a source. */
export interface Dependence<Rule> {
  userId: number
  sourceId: number
  rules: Rule[]
}

/** What a person was notified and that is not over. */
export interface OpenNotice {
  userId: number
  sourceId: number
  outageSince: Date
}

export interface Notified<Rule> {
  userId: number
  source: ScannedSource
  rules: Rule[]
  since: Date
}

export interface OutageDecision<Rule> {
  outages: Notified<Rule>[]
  recovered: Notified<Rule>[]
  /** Over, with nothing to notify of. */
  closed: OpenNotice[]
}

/** Longest time between two scans of one query, in intervals. */
const lateMax = 1 + jitter

/**
 * Since when nothing of a source was seen that should have been; null where nothing is to be seen, and where that is not
 * known: a moment that has not come yet is of a clock that has been set back since.
 */
export function unseenSince(
  { lastOkAt, plannedSince }: Pick<ScannedSource, 'lastOkAt' | 'plannedSince'>,
  now: Date,
): Date | null {
  const planned = pastOf(plannedSince, now)
  if (planned === null || lastOkAt === null) return planned
  const seen = pastOf(lastOkAt, now)
  return seen !== null && seen < planned ? planned : seen
}

/** Not seen for longer than twice its interval, whether scans of it fail or do not run. */
export function isUnseen(
  source: Pick<ScannedSource, 'lastOkAt' | 'plannedSince' | 'intervalMs'>,
  now: Date,
): boolean {
  const since = unseenSince(source, now)
  return since !== null && now.getTime() - since.getTime() > 2 * source.intervalMs * lateMax
}

/**
 * Who is to be told what. `awakeSince`: since when the program runs without a break; a source that could not be scanned
 * while it was off has an interval to be seen before anybody is notified. Each outage is notified once and its end once; of a
 * source that was switched off or that no rule needs any more, the end is not notified, for it is not seen either.
 */
export function decideOutages<Rule>(input: {
  now: Date
  awakeSince: Date
  sources: readonly ScannedSource[]
  dependences: readonly Dependence<Rule>[]
  open: readonly OpenNotice[]
}): OutageDecision<Rule> {
  const { now, awakeSince } = input
  const sources = new Map(input.sources.map((source) => [source.id, source]))
  const decision: OutageDecision<Rule> = { outages: [], recovered: [], closed: [] }
  const openOf = Map.groupBy(input.open, keyOf)
  for (const dependence of input.dependences) {
    const source = sources.get(dependence.sourceId)
    if (!source?.on || source.demo || source.plannedSince === null) continue
    const { userId, rules } = dependence
    const open = openOf.get(keyOf(dependence)) ?? []
    openOf.delete(keyOf(dependence))
    const isOutage = isUnseen(source, now)
    const seenAt = pastOf(source.lastOkAt, now)
    // An outage that is to begin only is one that a clock that was set back told of: it is over once we see.
    const over = open.filter(
      ({ outageSince }) => seenAt !== null && (seenAt > outageSince || (outageSince > now && !isOutage)),
    )
    // Seen for a moment and lost again: to say that it is seen would be wrong by now.
    if (isOutage) decision.closed.push(...over)
    else
      for (const { outageSince } of over)
        decision.recovered.push({ userId, source, rules, since: outageSince })
    const isAwake = now.getTime() - awakeSince.getTime() > source.intervalMs * lateMax
    if (isOutage && isAwake && over.length === open.length)
      decision.outages.push({ userId, source, rules, since: unseenSince(source, now)! })
  }
  decision.closed.push(...[...openOf.values()].flat())
  return decision
}

function keyOf({ userId, sourceId }: { userId: number; sourceId: number }): string {
  return `${userId} ${sourceId}`
}

/** Why a source is not seen, and what to do, as sentences. */
export function outageReason(source: Pick<ScannedSource, 'lastOutcome' | 'lastReason'>) {
  const known = outageParams(source)
  return { why: say('source-why', known), remedy: say('source-remedy', { outcome: known.outcome }) }
}

/** Of a source whose last scan came through its scans do not run. */
export function outageParams({ lastOutcome, lastReason }: Pick<ScannedSource, 'lastOutcome' | 'lastReason'>) {
  const isSeen = lastOutcome === null || lastOutcome === 'ok' || lastOutcome === 'empty'
  return isSeen ? { outcome: null, answered: null } : { outcome: lastOutcome, answered: lastReason }
}
