/** Where charts of steps of time stand, so that several below each other can be read together. */
export const frame = { width: 640, left: 84, right: 12, top: 12, bottom: 34 } as const

const labelsMax = 5

/** The names of some of the steps, the last among them. */
export function TimeAxis({
  steps,
  xOf,
  y,
}: {
  steps: readonly { key: string; name: string }[]
  xOf(index: number): number
  y: number
}) {
  const every = Math.max(1, Math.ceil(steps.length / labelsMax))
  return (
    <>
      <line x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} className="stroke-line" />
      {steps.map(({ key, name }, index) =>
        (steps.length - 1 - index) % every === 0 ? (
          <text
            key={key}
            x={xOf(index)}
            y={y + 24}
            textAnchor={index === steps.length - 1 ? 'end' : 'middle'}
            className="figure fill-muted text-[14px] max-sm:text-[22px]"
          >
            {name}
          </text>
        ) : null,
      )}
    </>
  )
}

/** Values beside the lines that are drawn for them. */
export function ValueAxis({
  ticks,
  yOf,
  shown,
}: {
  ticks: readonly number[]
  yOf(value: number): number
  shown(value: number): string
}) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line
        x1={frame.left}
        x2={frame.width - frame.right}
        y1={yOf(tick)}
        y2={yOf(tick)}
        className="stroke-line"
        strokeDasharray="2 4"
      />
      <text
        x={frame.left - 8}
        y={yOf(tick) + 5}
        textAnchor="end"
        className="figure fill-muted text-[14px] max-sm:text-[22px]"
      >
        {shown(tick)}
      </text>
    </g>
  ))
}
