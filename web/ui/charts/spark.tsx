/** One bar for each step of time, of which a part is filled: what came, and what of it was more. */
export function Spark({
  bars,
  label,
}: {
  bars: readonly { key: string; all: number; part: number }[]
  label: string
}) {
  const most = Math.max(1, ...bars.map(({ all, part }) => Math.max(all, part)))
  return (
    <div role="img" aria-label={label} title={label} className="flex h-8 w-full items-end gap-px">
      {bars.map(({ key, all, part }) => (
        <span key={key} className="relative flex h-full flex-1 items-end">
          <span
            className="w-full rounded-t-[1px] bg-band"
            style={{ height: `${Math.max(all > 0 ? 10 : 4, (all / most) * 100)}%` }}
          />
          <span
            className="absolute inset-x-0 bottom-0 rounded-t-[1px] bg-ink"
            style={{ height: `${part > 0 ? Math.max(8, (part / most) * 100) : 0}%` }}
          />
        </span>
      ))}
    </div>
  )
}
