export interface Part {
  key: string
  name: string
  points: number
  pointsMax: number
  sentence: string
}

/** What a sum is made of: how much of what each could bring it does, and why, in words. */
export function PartBars({ parts }: { parts: readonly Part[] }) {
  const most = Math.max(1, ...parts.map(({ pointsMax }) => pointsMax))
  return (
    <ul className="space-y-3.5">
      {parts.map(({ key, name, points, pointsMax, sentence }) => (
        <li key={key} className="grid grid-cols-[1fr_auto] gap-x-4">
          <p className="font-semibold">{name}</p>
          <p className="figure text-end text-sm">
            <span className="font-bold">{points}</span>
            <span className="text-muted"> / {pointsMax}</span>
          </p>
          <div aria-hidden className="relative col-span-2 my-1 h-2">
            <div
              className="absolute inset-y-0 inset-s-0 rounded-full bg-band"
              style={{ width: `${(pointsMax / most) * 100}%` }}
            />
            <div
              className="absolute inset-y-0 inset-s-0 rounded-full bg-under"
              style={{ width: `${(points / most) * 100}%` }}
            />
          </div>
          <p className="col-span-2 text-sm text-muted">{sentence}</p>
        </li>
      ))}
    </ul>
  )
}
