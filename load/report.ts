import type { Figures, StepFigures } from './figures.ts'
import { failedShareMax, type Shape } from './shapes.ts'

export interface Load {
  name: string
  shape: Shape
  figures: Figures
  /** Of a server that only answers, on the same machine at the same time. */
  bare: StepFigures
  /** Processes that wanted to run in the last minute, as the system counts them. */
  loadAverage: number
  /** Only where more people came at once; null = not before the end, or nobody came. */
  recoveredMs: number | null
  /** How each process grew in a minute; null = it was not looked at. */
  soak: Growth[] | null
}

export interface Growth {
  process: string
  memoryMibPerMinute: number
  filesPerMinute: number
}

/** What of the floor was not kept, in words; none = all of it was. */
export function broken(load: Pick<Load, 'shape' | 'figures' | 'soak'>): string[] {
  return floors(load)
    .filter(({ isKept }) => !isKept)
    .map(({ says }) => says)
}

/** A process that grows by more has a leak; in minutes as few as these, what is only getting warm grows, too. */
const growth = {
  longMinutes: 20,
  memoryMibPerMinute: { long: 1, short: 10 },
  filesPerMinute: { long: 0.5, short: 5 },
}

function growthFloors(soak: readonly Growth[], seconds: number) {
  const length = seconds >= growth.longMinutes * 60 ? 'long' : 'short'
  return (['memoryMibPerMinute', 'filesPerMinute'] as const).map((key) => {
    const [most, what] = [growth[key][length], key === 'filesPerMinute' ? 'open files' : 'MiB of memory']
    const grown = soak
      .filter((one) => one[key] > most)
      .map((one) => `${one.process} by ${one[key].toFixed(1)}`)
    return {
      says: `${what} grow by at most ${most} a minute${grown.map((one) => `, ${one}`).join('')}`,
      isKept: grown.length === 0,
    }
  })
}

function floors({ shape, figures: { all }, soak }: Pick<Load, 'shape' | 'figures' | 'soak'>) {
  const share = all.count === 0 ? 1 : all.failed / all.count
  return [
    ...(shape.p95MsMax === null
      ? []
      : [
          {
            says: `p95 ${all.p95Ms} ms, at most ${shape.p95MsMax} ms`,
            isKept: all.p95Ms < shape.p95MsMax,
          },
        ]),
    {
      says: `${Math.round(share * 1000) / 10} % of the requests failed, at most ${failedShareMax * 100} %`,
      isKept: share < failedShareMax,
    },
    ...(soak === null ? [] : growthFloors(soak, shape.seconds)),
  ]
}

/** In Markdown. */
export function loadReport(load: Load): string {
  const { name, shape, figures, bare, loadAverage, recoveredMs, soak } = load
  const more = shape.more > 0 ? `, ${shape.more} more at once after half of them` : ''
  const row = ({ step, count, p50Ms, p95Ms, p99Ms, maxMs, failed }: StepFigures) =>
    `| ${[step, count, p50Ms, p95Ms, p99Ms, maxMs, failed].join(' | ')} |`
  const failures = Object.entries(figures.failures).map(([status, count]) => `${status}: ${count}`)
  return [
    `# Load: ${name}`,
    '',
    `${shape.people} people for ${shape.seconds} s${more}, with 1–3 s between steps, through nginx to two processes that answer.`,
    `${figures.requestsPerSecond.toFixed(1)} requests a second. Times are from when a step was due.`,
    `Load average ${loadAverage.toFixed(1)} at the end; a server that only answers was asked ten times a second beside it.`,
    '',
    ...floors(load).map(({ says, isKept }) => `- ${says}: ${isKept ? 'kept' : '**not kept**'}`),
    ...(shape.more > 0
      ? [`- after the rush as before within: ${recoveredMs === null ? 'not at all' : `${recoveredMs} ms`}`]
      : []),
    ...(failures.length > 0 ? [`- failures by status (0 = no answer): ${failures.join(', ')}`] : []),
    '',
    '| step | count | p50 ms | p95 ms | p99 ms | max ms | failed |',
    '|---|---|---|---|---|---|---|',
    ...[figures.all, ...figures.steps].map(row),
    row({ ...bare, step: '*a bare server*' }),
    ...(soak === null
      ? []
      : [
          '',
          '| process | memory MiB/min | open files/min |',
          '|---|---|---|',
          ...soak.map(
            (one) =>
              `| ${one.process} | ${one.memoryMibPerMinute.toFixed(2)} | ${one.filesPerMinute.toFixed(2)} |`,
          ),
        ]),
    '',
  ].join('\n')
}
