import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { Lost, PageProblem } from '../app/lost.tsx'
import { Shell } from '../app/shell.tsx'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: Lost,
  errorComponent: PageProblem,
})
