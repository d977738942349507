import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readInboxSearch } from '../notify/inbox.ts'
import { notificationQuery } from '../notify/queries.ts'
import { rootRoute } from './root.ts'

export const notificationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notifications',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('../notify/inbox-page.tsx'), 'InboxPage'),
})

export const notificationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notifications/$id',
  loader: ({ context, params }) =>
    void context.queryClient.prefetchQuery(notificationQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../notify/notification-page.tsx'), 'NotificationPage'),
})
