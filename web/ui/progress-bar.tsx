/** How far something is, of one; null = it goes on, and nobody knows how far. */
export function ProgressBar({ name, share }: { name: string; share: number | null }) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent !== null && { 'aria-valuenow': percent })}
      className="h-2 overflow-hidden rounded-full bg-band"
    >
      <div
        className={`h-full bg-ink transition-[width] ${percent === null ? 'w-full animate-pulse' : ''}`}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  )
}
