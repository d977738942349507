import { scaleLinear } from '@visx/scale'

interface Strip {
  /** One dot each, as large as its share of the weight (0–1) is beside the largest. */
  values: readonly { key: number; value: number; share: number }[]
  /** Usual from – to, with its middle. */
  band: { low: number; mid: number; high: number }
  /** The one that it is about. */
  at: number | null
  /** What it says, for whoever does not see it; a table has the values. */
  caption: string
  shown(value: number): string
}

const width = 640
const height = 126
const axisY = 84
/** The area of a dot is what it weighs. */
const radii = { least: 3, most: 8 }

/** Values along a line, one above the other where they meet, with the usual band behind them. */
export function StripChart({ values, band, at, caption, shown }: Strip) {
  const all = [...values.map(({ value }) => value), band.low, band.high, ...(at === null ? [] : [at])]
  const x = scaleLinear({ domain: [Math.min(...all), Math.max(...all)], range: [24, width - 24], nice: true })
  const isUnder = at !== null && at < band.mid
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption} className="w-full max-w-3xl">
        <rect
          x={x(band.low)}
          width={Math.max(2, x(band.high) - x(band.low))}
          y={10}
          height={axisY - 10}
          className="fill-sunk"
          rx={3}
        />
        <line x1={x(band.mid)} x2={x(band.mid)} y1={10} y2={axisY} className="stroke-ink" strokeWidth={2} />
        <line x1={0} x2={width} y1={axisY} y2={axisY} className="stroke-line" />
        {x.ticks(4).map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={height - 8}
            textAnchor="middle"
            className="figure fill-muted text-[15px] max-sm:text-[25px]"
          >
            {shown(tick)}
          </text>
        ))}
        {stacked(values, x).map(({ key, cx, level, r }) => (
          <circle key={key} cx={cx} cy={axisY - 10 - level * 15} r={r} className="fill-ink/70 stroke-card" />
        ))}
        {at !== null && (
          <rect
            x={-9}
            y={-9}
            width={18}
            height={18}
            transform={`translate(${x(at)} ${axisY}) rotate(45)`}
            strokeWidth={3}
            className={`stroke-card ${isUnder ? 'fill-under' : 'fill-over'}`}
          />
        )}
      </svg>
      <figcaption className="mt-1 text-sm text-muted">{caption}</figcaption>
    </figure>
  )
}

/** Dots that would cover one another stand on one another. */
function stacked(values: Strip['values'], x: (value: number) => number) {
  const placed: { cx: number; level: number }[] = []
  const most = Math.max(...values.map(({ share }) => share))
  return values
    .toSorted((a, b) => a.value - b.value)
    .map(({ key, value, share }) => {
      const cx = x(value)
      const level = placed.filter((one) => Math.abs(one.cx - cx) < 12).length
      placed.push({ cx, level })
      const r = radii.least + (radii.most - radii.least) * Math.sqrt(most > 0 ? share / most : 1)
      return { key, cx, level: Math.min(level, 4), r }
    })
}
