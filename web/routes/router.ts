import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { besideId } from '../listings/beside-id.ts'
import { adminRoutes } from './admin.ts'
import { boardRoute } from './board.ts'
import { compareRoute, dealsRoute } from './deals.ts'
import { homeRoute } from './home.ts'
import { listingRoute } from './listing.ts'
import { notificationRoute, notificationsRoute } from './notifications.ts'
import { rootRoute } from './root.ts'
import { importRulesRoute, newRuleRoute, ruleMatchesRoute, ruleRoute, rulesRoute } from './rules.ts'
import { sellRoutes } from './sell.ts'
import { settingsRoutes } from './settings.ts'
import { shareRoute } from './share.ts'
import { captureRoute, importRoute, mailRoute, sourceRoute, sourcesRoute } from './sources.ts'
import { valueRoute } from './value.ts'
import { watchingRoute, watchRoute } from './watching.ts'
import { welcomeRoute } from './welcome.ts'

const routeTree = rootRoute.addChildren([
  homeRoute,
  boardRoute.addChildren([dealsRoute, listingRoute]),
  compareRoute,
  rulesRoute,
  newRuleRoute,
  importRulesRoute,
  ruleMatchesRoute,
  ruleRoute,
  notificationsRoute,
  notificationRoute,
  watchingRoute,
  watchRoute,
  sellRoutes,
  settingsRoutes,
  valueRoute,
  sourcesRoute,
  importRoute,
  captureRoute,
  mailRoute,
  sourceRoute,
  welcomeRoute,
  adminRoutes,
  shareRoute,
])

/** Addresses are plain: `?max=300&category=bikes`, every value a text until the page's own parser has read it. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch(search) {
      const given = Object.entries(search).filter(([, value]) => value !== undefined)
      const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
        .toString()
        .replaceAll('%2C', ',')
      return text === '' ? '' : `?${text}`
    },
    // What a page's parser does not read goes from the address, too.
    search: { strict: true },
    // What opens beside the list leaves it where it is.
    scrollRestoration: () => document.getElementById(besideId) === null,
    defaultPreload: 'intent',
    // What is fresh is the query cache's to say.
    defaultPreloadStaleTime: 0,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
