import type { ReactNode } from 'react'
import { Problem, Skeleton } from '../ui/states.tsx'

const blocks = ['a', 'b', 'c', 'd']

/** What was asked for once it is there; until then blocks of its height, or why it is not. */
export function Known<Data>({
  query: { data, error, refetch },
  block,
  count = 1,
  children,
}: {
  query: { data: Data | undefined; error: unknown; refetch(): unknown }
  /** How high one of its rows is. */
  block: string
  count?: number
  children(data: Data): ReactNode
}) {
  if (data !== undefined) return children(data)
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  return (
    <div aria-busy="true" className="space-y-2">
      {blocks.slice(0, count).map((key) => (
        <Skeleton key={key} className={block} />
      ))}
    </div>
  )
}
