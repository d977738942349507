import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { mailboxesQuery } from '../mailbox/queries.ts'
import { marketplacesQuery, sourceQuery, sourcesQuery } from '../sources/queries.ts'
import { rootRoute } from './root.ts'

export const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  loader({ context: { queryClient } }) {
    void queryClient.prefetchQuery(marketplacesQuery)
    void queryClient.prefetchQuery(sourcesQuery)
  },
  component: lazyRouteComponent(() => import('../sources/sources-page.tsx'), 'SourcesPage'),
})

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources/import',
  component: lazyRouteComponent(() => import('../imports/import-page.tsx'), 'ImportPage'),
})

export const captureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources/capture',
  component: lazyRouteComponent(() => import('../captures/capture-page.tsx'), 'CapturePage'),
})

export const mailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources/mail',
  loader: ({ context }) => void context.queryClient.prefetchQuery(mailboxesQuery),
  component: lazyRouteComponent(() => import('../mailbox/mailbox-page.tsx'), 'MailboxPage'),
})

export const sourceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources/$id',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(sourceQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../sources/source-page.tsx'), 'SourcePage'),
})
