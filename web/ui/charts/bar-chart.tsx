import { scaleLinear } from '@visx/scale'
import { frame, TimeAxis, ValueAxis } from './time-axis.tsx'

export interface BarStep {
  key: string
  name: string
  /** Not over yet: drawn hollow. */
  isPartial: boolean
  /** null = it is not known. */
  value: number | null
}

const height = 150

/** A figure by step of time; what is not known has no bar. */
export function BarChart({
  steps,
  caption,
  shown,
  most,
}: {
  steps: readonly BarStep[]
  caption: string
  shown(value: number): string
  /** Where the scale ends; otherwise at the largest. */
  most?: number
}) {
  const inner = frame.width - frame.left - frame.right
  const step = inner / Math.max(1, steps.length)
  const y = scaleLinear({
    domain: [0, most ?? Math.max(1, ...steps.map(({ value }) => value ?? 0))],
    range: [height - frame.bottom, frame.top],
    nice: true,
  })
  const centre = (index: number) => frame.left + step * (index + 0.5)
  // Of what is counted there are no halves.
  const ticks = y.ticks(2).filter((tick) => most !== undefined || Number.isInteger(tick))
  return (
    <figure>
      <svg
        viewBox={`0 0 ${frame.width} ${height}`}
        role="img"
        aria-label={caption}
        className="w-full max-w-3xl"
      >
        <ValueAxis ticks={ticks} yOf={(value) => y(value)} shown={shown} />
        {steps.map(({ key, value, isPartial }, index) =>
          value === null || value === 0 ? null : (
            <rect
              key={key}
              x={centre(index) - step * 0.36}
              width={step * 0.72}
              y={y(value)}
              height={Math.max(1, y(0) - y(value))}
              className={isPartial ? 'fill-card stroke-ink' : 'fill-ink/75'}
              strokeWidth={isPartial ? 1.5 : 0}
            />
          ),
        )}
        <TimeAxis steps={steps} xOf={centre} y={height - frame.bottom} />
      </svg>
      <figcaption className="text-sm">{caption}</figcaption>
    </figure>
  )
}
