import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { matchesQuery, ruleQuery, rulesQuery } from '../rules/queries.ts'
import { readRulePlace } from '../rules/rule-place.ts'
import { rootRoute } from './root.ts'

export const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(rulesQuery),
  component: lazyRouteComponent(() => import('../rules/rules-page.tsx'), 'RulesPage'),
})

export const newRuleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules/new',
  validateSearch: readRulePlace,
  component: lazyRouteComponent(() => import('../rules/rule-page.tsx'), 'NewRulePage'),
})

export const importRulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules/import',
  component: lazyRouteComponent(() => import('../rules/import-page.tsx'), 'ImportPage'),
})

export const ruleMatchesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules/$id/matches',
  loader: ({ context, params }) =>
    void context.queryClient.prefetchInfiniteQuery(matchesQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../rules/matches-page.tsx'), 'MatchesPage'),
})

export const ruleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules/$id',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(ruleQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../rules/rule-page.tsx'), 'RulePage'),
})
