import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ruleQuery, rulesQuery } from '../rules/queries.ts'
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
  component: lazyRouteComponent(() => import('../rules/rule-page.tsx'), 'NewRulePage'),
})

export const ruleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules/$id',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(ruleQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../rules/rule-page.tsx'), 'RulePage'),
})
