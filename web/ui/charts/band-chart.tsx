import { scaleLinear } from '@visx/scale'
import { Area, LinePath } from '@visx/shape'
import { runsOf } from './runs.ts'
import { frame, TimeAxis, ValueAxis } from './time-axis.tsx'

export interface BandStep {
  key: string
  name: string
  /** Not over yet: drawn hollow. */
  isPartial: boolean
  /** null = there is nothing of it. */
  band: { low: number; mid: number; high: number } | null
  /** Another value of the same step; null = there is none. */
  mark: number | null
}

const height = 220

/** A middle by step of time, with the usual band around it and other values as marks. Steps without any are gaps. */
export function BandChart({
  steps,
  caption,
  shown,
}: {
  steps: readonly BandStep[]
  caption: string
  shown(value: number): string
}) {
  const values = steps.flatMap(({ band, mark }) => [
    ...(band ? [band.low, band.high] : []),
    ...(mark === null ? [] : [mark]),
  ])
  const x = scaleLinear({
    domain: [0, Math.max(1, steps.length - 1)],
    range: [frame.left + 8, frame.width - frame.right - 8],
  })
  const y = scaleLinear({
    domain: [0, Math.max(1, ...values)],
    range: [height - frame.bottom, frame.top],
    nice: true,
  })
  const known = steps.map((step, index) => ({ ...step, index }))
  const runs = runsOf(known, ({ band }) => band !== null)
  return (
    <figure>
      <svg
        viewBox={`0 0 ${frame.width} ${height}`}
        role="img"
        aria-label={caption}
        className="w-full max-w-3xl"
      >
        <ValueAxis ticks={y.ticks(4)} yOf={(value) => y(value)} shown={shown} />
        {runs.map((run) => (
          <g key={run[0]!.key}>
            <Area
              data={run}
              x={({ index }) => x(index)}
              y0={({ band }) => y(band!.low)}
              y1={({ band }) => y(band!.high)}
              className="fill-band"
            />
            <LinePath
              data={run}
              x={({ index }) => x(index)}
              y={({ band }) => y(band!.mid)}
              className="fill-none stroke-ink"
              strokeWidth={2.5}
            />
            {run.map(({ key, index, band, isPartial }) => (
              <g key={key}>
                {run.length === 1 && (
                  <line
                    x1={x(index)}
                    x2={x(index)}
                    y1={y(band!.low)}
                    y2={y(band!.high)}
                    className="stroke-band"
                    strokeWidth={8}
                  />
                )}
                <circle
                  cx={x(index)}
                  cy={y(band!.mid)}
                  r={isPartial ? 5 : 3.5}
                  className={isPartial ? 'fill-card stroke-ink' : 'fill-ink stroke-ink'}
                  strokeWidth={2}
                />
              </g>
            ))}
          </g>
        ))}
        {known.map(({ key, index, mark }) =>
          mark === null ? null : (
            <rect
              key={key}
              x={-5}
              y={-5}
              width={10}
              height={10}
              transform={`translate(${x(index)} ${y(mark)}) rotate(45)`}
              className="fill-under stroke-card"
            />
          ),
        )}
        <TimeAxis steps={steps} xOf={(index) => x(index)} y={height - frame.bottom} />
      </svg>
      <figcaption className="text-sm">{caption}</figcaption>
    </figure>
  )
}
