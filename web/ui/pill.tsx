import { ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

/** Lies over the gap above what is read and moves nothing of it: there is more above, for whoever wants it. */
export function Pill({ children, onPress }: { children: ReactNode; onPress(): void }) {
  return (
    <div className="pointer-events-none sticky top-30 z-20 h-0 text-center sm:top-20" aria-live="polite">
      {children !== null && (
        <button
          type="button"
          onClick={onPress}
          className="pointer-events-auto inline-flex min-h-8 -translate-y-1/2 items-center gap-1.5 rounded-full bg-ink px-3.5 text-sm font-semibold text-card shadow-lg hover:bg-ink/85"
        >
          <ArrowUp aria-hidden size={15} />
          {children}
        </button>
      )}
    </div>
  )
}
