/** What is drawn: amounts of one unit. */
export interface Range {
  low: number
  mid: number
  high: number
  /** Where the thing itself stands. */
  at: number
}

/** What several bars under each other have in common. */
export interface Scale {
  from: number
  to: number
}

/** Places in percent of the width, with some room at both sides. */
export function placesOf({ low, mid, high, at }: Range, scale?: Scale) {
  const from = Math.min(low, at, scale?.from ?? low)
  const to = Math.max(high, at, scale?.to ?? high)
  const room = (to - from || Math.max(1, to)) * 0.06
  const place = (value: number) => Math.round(((value - from + room) / (to - from + 2 * room)) * 1000) / 10
  return { low: place(low), mid: place(mid), high: place(high), at: place(at) }
}

/** A scale with the usual band and its middle, a mark where this one stands, and the gap between the two filled. */
export function RangeBar({
  range,
  label,
  tall = false,
  scale,
}: {
  range: Range
  label: string
  tall?: boolean
  scale?: Scale
}) {
  const { low, mid, high, at } = placesOf(range, scale)
  const isUnder = range.at < range.mid
  return (
    <div role="img" aria-label={label} className={`relative ${tall ? 'h-9' : 'h-5'}`}>
      <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <div
        className={`absolute top-1/2 -translate-y-1/2 rounded-full bg-band ${tall ? 'h-4' : 'h-2'}`}
        style={{ insetInlineStart: `${low}%`, width: `${high - low}%` }}
      />
      <div
        className={`absolute top-1/2 -translate-y-1/2 ${isUnder ? 'bg-under' : 'bg-over'} ${tall ? 'h-1.5' : 'h-1'}`}
        style={{ insetInlineStart: `${Math.min(at, mid)}%`, width: `${Math.abs(mid - at)}%` }}
      />
      <div
        className={`absolute top-1/2 w-0.5 -translate-1/2 rtl:translate-x-1/2 bg-ink ${tall ? 'h-7' : 'h-4'}`}
        style={{ insetInlineStart: `${mid}%` }}
      />
      <div
        className={`absolute top-1/2 -translate-1/2 rtl:translate-x-1/2 rotate-45 border-2 border-card ${isUnder ? 'bg-under' : 'bg-over'} ${tall ? 'size-5' : 'size-3.5'}`}
        style={{ insetInlineStart: `${at}%` }}
      />
    </div>
  )
}
