import { useFormatter } from 'use-intl'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** So many bytes in the unit in which they are read best: "3.4 GB". */
export function Size({ bytes }: { bytes: number }) {
  const format = useFormatter()
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const options = { style: 'unit', unit: units[power]!, unitDisplay: 'short' } as const
  return (
    <span className="figure">
      {format.number(value, { ...options, maximumFractionDigits: power > 1 && value < 100 ? 1 : 0 })}
    </span>
  )
}

/** How long something took or takes: milliseconds, seconds, minutes, hours or days. */
export function Span({ ms }: { ms: number }) {
  const format = useFormatter()
  const [unit, per] =
    ms < 1_000
      ? (['millisecond', 1] as const)
      : ms < 90_000
        ? (['second', 1_000] as const)
        : ms < 90 * 60_000
          ? (['minute', 60_000] as const)
          : ms < 48 * 3_600_000
            ? (['hour', 3_600_000] as const)
            : (['day', 86_400_000] as const)
  return (
    <span className="figure">
      {format.number(ms / per, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 })}
    </span>
  )
}

/** How many. */
export function Count({ count }: { count: number }) {
  return <span className="figure">{useFormatter().number(count)}</span>
}
