import type { ReactNode } from 'react'

const looks = {
  good: 'bg-under-soft text-under',
  bad: 'bg-danger-soft text-danger',
  care: 'bg-caution-soft text-caution',
  quiet: 'bg-sunk text-muted',
}

/** How something is, in a word. */
export function Badge({ tone, children }: { tone: keyof typeof looks; children: ReactNode }) {
  return (
    <span className={`rounded-tag px-1.5 py-0.5 text-2xs font-bold whitespace-nowrap ${looks[tone]}`}>
      {children}
    </span>
  )
}
