import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { AdminFrame } from '../app/admin.tsx'
import { readAuditSearch } from '../ops/audit/audit-search.ts'
import { rootRoute } from './root.ts'

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  component: AdminFrame,
})

const indexRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/admin/people', replace: true })
  },
})

const peopleRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('../ops/people/people-page.tsx'), 'PeoplePage'),
})

const doctorRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/doctor',
  component: lazyRouteComponent(() => import('../ops/doctor-page.tsx'), 'DoctorPage'),
})

const jobsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../ops/jobs-page.tsx'), 'JobsPage'),
})

const deliveriesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/deliveries',
  component: lazyRouteComponent(() => import('../ops/deliveries-page.tsx'), 'DeliveriesPage'),
})

const scansRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/scans',
  component: lazyRouteComponent(() => import('../ops/scans-page.tsx'), 'ScansPage'),
})

const storageRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/storage',
  component: lazyRouteComponent(() => import('../ops/storage-page.tsx'), 'StoragePage'),
})

const backupsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/backups',
  component: lazyRouteComponent(() => import('../ops/backups-page.tsx'), 'BackupsPage'),
})

const optionsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/options',
  component: lazyRouteComponent(() => import('../ops/options-page.tsx'), 'OptionsPage'),
})

const ratesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/rates',
  component: lazyRouteComponent(() => import('../ops/rates-page.tsx'), 'RatesPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../ops/audit/audit-page.tsx'), 'AuditPage'),
})

export const adminRoutes = adminRoute.addChildren([
  indexRoute,
  peopleRoute,
  doctorRoute,
  jobsRoute,
  deliveriesRoute,
  scansRoute,
  storageRoute,
  backupsRoute,
  optionsRoute,
  ratesRoute,
  auditRoute,
])
