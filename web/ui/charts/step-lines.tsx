import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import type { Step } from './steps.tsx'

export interface StepLine {
  key: string
  steps: readonly Step[]
  untilMs: number
  /** Drawn strong; the others are dashed behind it. */
  isMain: boolean
}

const width = 640
const height = 220
const inset = { top: 34, right: 16, bottom: 14, left: 16 }
const numbered = { radius: 9, from: 14 }

/** Values that hold until the next, of several things beside each other, with a level and numbered moments on them. */
export function StepLines({
  lines,
  level,
  marks,
  caption,
  shown,
}: {
  lines: readonly StepLine[]
  /** A line across, with its words; null = none. */
  level: { value: number; text: string } | null
  marks: readonly (Step & { number: number })[]
  caption: string
  shown(value: number): string
}) {
  const values = [
    ...lines.flatMap(({ steps }) => steps.map(({ value }) => value)),
    ...(level ? [level.value] : []),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // What never moved has a middle to lie in.
  const room = high === low ? Math.max(1, high / 10) : 0
  const x = scaleLinear({
    domain: [
      Math.min(...lines.map(({ steps }) => steps[0]!.atMs)),
      Math.max(...lines.map(({ untilMs }) => untilMs)),
    ],
    range: [inset.left, width - inset.right],
    // A moment before all of them is marked at their beginning.
    clamp: true,
  })
  const y = scaleLinear({
    domain: [low - room, high + room],
    range: [height - inset.bottom - 26, inset.top + 12],
  })
  const main = lines.find(({ isMain }) => isMain) ?? lines[0]!
  const first = main.steps[0]!
  const last = main.steps.at(-1)!
  const text = 'figure fill-ink text-[16px] font-bold max-sm:text-[27px]'
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption} className="w-full max-w-3xl">
        {level && (
          <>
            <line
              x1={inset.left}
              x2={width - inset.right}
              y1={y(level.value)}
              y2={y(level.value)}
              className="stroke-under"
              strokeWidth={1.5}
              strokeDasharray="2 4"
            />
            <text
              x={inset.left}
              y={y(level.value) + 19}
              className="figure fill-under text-[14px] font-semibold max-sm:text-[24px]"
            >
              {level.text}
            </text>
          </>
        )}
        {[...lines]
          .toSorted((a, b) => Number(a.isMain) - Number(b.isMain))
          .map(({ key, steps, untilMs, isMain }) => (
            <g key={key}>
              <LinePath
                data={cornersOf(steps, untilMs)}
                x={({ atMs }) => x(atMs)}
                y={({ value }) => y(value)}
                className={`fill-none ${isMain ? 'stroke-ink' : 'stroke-muted'}`}
                strokeWidth={isMain ? 2.5 : 2}
                {...(!isMain && { strokeDasharray: '6 5' })}
              />
              <circle
                cx={x(steps[0]!.atMs)}
                cy={y(steps[0]!.value)}
                r={4}
                className={isMain ? 'fill-ink' : 'fill-muted'}
              />
            </g>
          ))}
        {marks.map(({ atMs, value, number }) => (
          <g key={number}>
            <circle
              cx={x(atMs)}
              cy={y(value)}
              r={numbered.radius}
              className="fill-mark stroke-ink max-sm:[r:14px]"
              strokeWidth={1.5}
            />
            <text
              x={x(atMs)}
              y={y(value)}
              dominantBaseline="central"
              textAnchor="middle"
              className="figure fill-mark-ink text-[12px] font-bold max-sm:text-[19px]"
            >
              {number}
            </text>
          </g>
        ))}
        <text x={x(first.atMs)} y={y(first.value) - numbered.from} className={text}>
          {shown(first.value)}
        </text>
        {main.steps.length > 1 && (
          <text x={x(main.untilMs)} y={y(last.value) - numbered.from} textAnchor="end" className={text}>
            {shown(last.value)}
          </text>
        )}
      </svg>
      <figcaption className="text-sm text-muted">{caption}</figcaption>
    </figure>
  )
}

const cornersOf = (steps: readonly Step[], untilMs: number) =>
  steps.flatMap(({ atMs, value }, index) => [
    { atMs, value },
    { atMs: steps[index + 1]?.atMs ?? untilMs, value },
  ])
