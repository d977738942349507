import { useQuery } from '@tanstack/react-query'
import { Problem, Skeleton } from '../ui/states.tsx'
import { MarketplaceCard } from './marketplace-card.tsx'
import { marketplacesQuery, sourcesQuery } from './queries.ts'

/** What real deals can come from: what each takes, what it forbids, and the way to connect it. */
export function SourcesList({ isFull = false }: { isFull?: boolean }) {
  const marketplaces = useQuery(marketplacesQuery)
  const sources = useQuery(sourcesQuery)
  const failed = [marketplaces, sources].find(({ isError, data }) => isError && !data)
  const retry = () => void Promise.all([marketplaces.refetch(), sources.refetch()])
  if (failed) return <Problem error={failed.error} onRetry={retry} />
  if (!marketplaces.data || !sources.data)
    return (
      <div aria-busy="true" className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-96" />
        <Skeleton className="h-96" />
        <Skeleton className="h-96" />
      </div>
    )
  return (
    <ul className="grid items-start gap-4 lg:grid-cols-2">
      {marketplaces.data.map((marketplace) => (
        <li key={marketplace.id}>
          <MarketplaceCard
            marketplace={marketplace}
            sources={sources.data.filter(
              ({ marketplace: id, demo }) => id === marketplace.id && (isFull || !demo),
            )}
            isFull={isFull}
          />
        </li>
      ))}
    </ul>
  )
}
