import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'

export interface Step {
  atMs: number
  value: number
}

const width = 640
const height = 160
const inset = { top: 34, right: 16, bottom: 12, left: 16 }

/** A value that holds until the next: each change with what it became. */
export function StepChart({
  steps,
  untilMs,
  caption,
  shown,
}: {
  steps: readonly Step[]
  untilMs: number
  caption: string
  shown(value: number): string
}) {
  const values = steps.map(({ value }) => value)
  const x = scaleLinear({ domain: [steps[0]!.atMs, untilMs], range: [inset.left, width - inset.right] })
  const y = scaleLinear({
    domain: [Math.min(...values), Math.max(...values)],
    range: [height - inset.bottom - 24, inset.top + 10],
  })
  const corners = steps.flatMap((step, index) => [
    { atMs: step.atMs, value: step.value },
    { atMs: steps[index + 1]?.atMs ?? untilMs, value: step.value },
  ])
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption} className="w-full max-w-3xl">
        <LinePath
          data={corners}
          x={({ atMs }) => x(atMs)}
          y={({ value }) => y(value)}
          className="fill-none stroke-ink"
          strokeWidth={2.5}
        />
        {steps.map(({ atMs, value }, index) => {
          const isLower = index > 0 && value < steps[index - 1]!.value
          const isLast = index > 0 && index === steps.length - 1
          const px = x(atMs)
          return (
            <g key={atMs}>
              <circle
                cx={px}
                cy={y(value)}
                r={6}
                className={`stroke-card ${isLower ? 'fill-under' : 'fill-ink'}`}
                strokeWidth={2}
              />
              <text
                x={isLast ? px - 14 : px}
                y={isLast ? y(value) + 5 : y(value) - 13}
                textAnchor={isLast ? 'end' : index === 0 ? 'start' : 'middle'}
                className="figure fill-ink text-[16px] max-sm:text-[27px] font-bold"
              >
                {shown(value)}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="text-sm text-muted">{caption}</figcaption>
    </figure>
  )
}
