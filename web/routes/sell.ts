import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAdSearch } from '../sell/ads/ad-search.ts'
import { apiPostQuery } from '../sell/api/queries.ts'
import { readProfitSearch } from '../sell/profit-search.ts'
import {
  adQuery,
  itemQuery,
  itemsQuery,
  placesQuery,
  profitQuery,
  salesQuery,
  slipQuery,
  styleQuery,
  tasksQuery,
} from '../sell/queries.ts'
import { groupsQuery } from '../sell/snap/queries.ts'
import { readStockSearch } from '../sell/stock.ts'
import { rootRoute } from './root.ts'

const sellRoute = createRoute({ getParentRoute: () => rootRoute, path: '/sell' })

const stockRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/',
  validateSearch: readStockSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(itemsQuery(deps))
    void queryClient.prefetchQuery(tasksQuery)
  },
  component: lazyRouteComponent(() => import('../sell/stock-page.tsx'), 'StockPage'),
})

const itemRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/$id',
  loader: ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(itemQuery(Number(params.id)))
    void queryClient.prefetchQuery(placesQuery)
  },
  component: lazyRouteComponent(() => import('../sell/item-page.tsx'), 'ItemPage'),
})

const adRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/$id/ads/$marketplace',
  validateSearch: readAdSearch,
  loader: ({ context: { queryClient }, params: { id, marketplace } }) => {
    void queryClient.prefetchQuery(itemQuery(Number(id)))
    void queryClient.prefetchQuery(adQuery(Number(id), marketplace))
  },
  component: lazyRouteComponent(() => import('../sell/ads/ad-page.tsx'), 'AdPage'),
})

const apiAdRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/$id/api/$marketplace/$site',
  loader: ({ context: { queryClient }, params: { id, ...where } }) => {
    void queryClient.prefetchQuery(apiPostQuery({ itemId: Number(id), ...where }))
  },
  component: lazyRouteComponent(() => import('../sell/api/api-ad-page.tsx'), 'ApiAdPage'),
})

const styleRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/style',
  loader: ({ context }) => void context.queryClient.prefetchQuery(styleQuery),
  component: lazyRouteComponent(() => import('../sell/ads/style-page.tsx'), 'StylePage'),
})

const snapRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/snap',
  loader: ({ context }) => void context.queryClient.prefetchQuery(groupsQuery),
  component: lazyRouteComponent(() => import('../sell/snap/snap-page.tsx'), 'SnapPage'),
})

const salesRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/sales',
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(salesQuery()),
  component: lazyRouteComponent(() => import('../sell/sales-page.tsx'), 'SalesPage'),
})

const slipRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/sales/$sale/slip',
  loader: ({ context: { queryClient }, params: { sale } }) =>
    void queryClient.prefetchQuery(slipQuery(Number(sale))),
  component: lazyRouteComponent(() => import('../sell/orders/slip-page.tsx'), 'SlipPage'),
})

const profitRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/profit',
  validateSearch: readProfitSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps: { by = 'month' } }) => void context.queryClient.prefetchQuery(profitQuery(by)),
  component: lazyRouteComponent(() => import('../sell/profit-page.tsx'), 'ProfitPage'),
})

const importRoute = createRoute({
  getParentRoute: () => sellRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('../sell/import-page.tsx'), 'ImportPage'),
})

export const sellRoutes = sellRoute.addChildren([
  stockRoute,
  snapRoute,
  salesRoute,
  slipRoute,
  profitRoute,
  styleRoute,
  importRoute,
  itemRoute,
  adRoute,
  apiAdRoute,
])
