import { Button } from './button.tsx'

/** Below a list that is read page by page: the button for the next one, and nothing where that was all. */
export function ShowMore({
  query: { hasNextPage, isFetchingNextPage, fetchNextPage },
  text,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown }
  text: string
}) {
  if (!hasNextPage) return null
  return (
    <div className="py-6 text-center">
      <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
        {text}
      </Button>
    </div>
  )
}
