import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'

/** One request: what it was for, when it was due and when it was over. */
export interface Answered {
  step: string
  /** ms from the beginning. */
  dueMs: number
  endMs: number
  /** 0 = no answer came. */
  status: number
}

export interface StepFigures {
  step: string
  count: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
  maxMs: number
  failed: number
}

export interface Figures {
  all: StepFigures
  steps: StepFigures[]
  requestsPerSecond: number
  /** What failed, by status; 0 = no answer. */
  failures: Record<string, number>
}

const isFailed = (status: number) => status < 200 || status >= 400

/** Percentiles from when each was due: what had to wait for its turn counts with its waiting. */
export function figuresOf(answered: readonly Answered[], seconds: number): Figures {
  const bySteps = Map.groupBy(answered, ({ step }) => step)
  const failures: Record<string, number> = {}
  for (const { status } of answered) if (isFailed(status)) failures[status] = (failures[status] ?? 0) + 1
  return {
    all: stepFigures('all', answered),
    steps: [...bySteps].map(([step, some]) => stepFigures(step, some)).toSorted((a, b) => b.count - a.count),
    requestsPerSecond: answered.length / seconds,
    failures,
  }
}

function stepFigures(step: string, answered: readonly Answered[]): StepFigures {
  const histogram = histogramOf(answered)
  const at = (percentile: number) =>
    answered.length === 0 ? 0 : Math.round(histogram.percentile(percentile) / 100) / 10
  return {
    ...{ step, count: answered.length },
    ...{ p50Ms: at(50), p95Ms: at(95), p99Ms: at(99), maxMs: at(100) },
    failed: answered.filter(({ status }) => isFailed(status)).length,
  }
}

/** In microseconds, to three figures. */
function histogramOf(answered: readonly Answered[]): RecordableHistogram {
  const histogram = createHistogram({ lowest: 1, highest: 600_000_000, figures: 3 })
  for (const { dueMs, endMs } of answered)
    histogram.record(Math.min(600_000_000, Math.max(1, Math.round((endMs - dueMs) * 1000))))
  return histogram
}

/** From then on everything is answered as before, so a second that does not say so has to be followed by three that do. */
const calmSeconds = 3

/**
 * How long after `fromMs` the p95 of a second is for good back within twice that of before (or 50 ms); null = not before
 * the end.
 */
export function recoveredAfterMs(
  answered: readonly Answered[],
  fromMs: number,
  endMs: number,
): number | null {
  const p95 = (some: readonly Answered[]) => stepFigures('', some).p95Ms
  const usual = Math.max(50, 2 * p95(answered.filter(({ dueMs }) => dueMs < fromMs)))
  let since: number | null = null
  for (let second = fromMs; second + 1_000 <= endMs; second += 1_000) {
    const some = answered.filter(({ dueMs }) => dueMs >= second && dueMs < second + 1_000)
    if (some.length > 0 && p95(some) > usual) since = null
    else since ??= second
    if (since !== null && second - since >= (calmSeconds - 1) * 1_000) return since - fromMs
  }
  return null
}

/** The straight line that fits best: how much `value` grows in a minute. */
export function slopePerMinute(points: readonly { atMs: number; value: number }[]): number {
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length
  const [x, y] = [mean(points.map(({ atMs }) => atMs)), mean(points.map(({ value }) => value))]
  const over = points.reduce((sum, { atMs, value }) => sum + (atMs - x) * (value - y), 0)
  const under = points.reduce((sum, { atMs }) => sum + (atMs - x) ** 2, 0)
  return under === 0 ? 0 : (over / under) * 60_000
}
