export interface StripRow {
  key: number
  /** "Mon". */
  name: string
  /** In minutes of the day. */
  filled: readonly { from: number; to: number }[]
  /** Minutes of the day. */
  marks: readonly number[]
  /** For the table: the name in full, what is filled and what is marked, in words. */
  words: readonly [name: string, filled: string, marked: string]
}

const dayMinutes = 24 * 60
const width = 640
const rowHeight = 26
const inset = { left: 56, top: 30 }
const ticks = [0, 6, 12, 18, 24]

/** Days of a week by the hour: what is filled, and what is marked; in words and as a table for whoever does not see it. */
export function WeekStrip({
  rows,
  caption,
  heads,
  hourText,
}: {
  rows: readonly StripRow[]
  caption: string
  heads: readonly [string, string, string]
  hourText(hour: number): string
}) {
  const x = (minute: number) => inset.left + (minute / dayMinutes) * (width - inset.left - 8)
  const bottom = inset.top + rows.length * rowHeight
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${bottom + 4}`} aria-hidden className="w-full">
        {ticks.map((hour) => (
          <g key={hour}>
            <line
              x1={x(hour * 60)}
              x2={x(hour * 60)}
              y1={inset.top - 4}
              y2={bottom}
              className="stroke-line"
            />
            <text
              x={x(hour * 60)}
              y={20}
              textAnchor={hour === 24 ? 'end' : 'middle'}
              className="figure fill-muted text-[13px] max-sm:text-[22px]"
            >
              {hourText(hour)}
            </text>
          </g>
        ))}
        {rows.map(({ key, name, filled, marks }, index) => {
          const y = inset.top + index * rowHeight
          return (
            <g key={key}>
              <text x={0} y={y + 18} className="fill-ink text-[14px] font-semibold max-sm:text-[22px]">
                {name}
              </text>
              <rect
                x={x(0)}
                y={y + 2}
                width={x(dayMinutes) - x(0)}
                height={rowHeight - 4}
                className="fill-card stroke-line"
              />
              {filled.map(({ from, to }) => (
                <rect
                  key={from}
                  x={x(from)}
                  y={y + 2}
                  width={x(to) - x(from)}
                  height={rowHeight - 4}
                  className="fill-ink/75"
                />
              ))}
              {marks.map((minute) => (
                <rect
                  key={minute}
                  x={-5}
                  y={-5}
                  width={10}
                  height={10}
                  transform={`translate(${x(minute)} ${y + rowHeight / 2}) rotate(45)`}
                  className="fill-mark stroke-ink"
                />
              ))}
            </g>
          )
        })}
      </svg>
      <figcaption className="mt-1 text-sm text-muted">{caption}</figcaption>
      <table className="sr-only">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, words: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={heads[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
