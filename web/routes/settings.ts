import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { SettingsFrame } from '../app/settings.tsx'
import { rootRoute } from './root.ts'

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: SettingsFrame,
})

const profileRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('../accounts/profile-page.tsx'), 'ProfilePage'),
})

const securityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/security',
  component: lazyRouteComponent(() => import('../accounts/security/security-page.tsx'), 'SecurityPage'),
})

const sellingRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/selling',
  component: lazyRouteComponent(() => import('../selling/selling-page.tsx'), 'SellingPage'),
})

const notificationsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../notify/channels-page.tsx'), 'ChannelsPage'),
})

const phoneRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/phone',
  component: lazyRouteComponent(() => import('../notify/phone/phone-page.tsx'), 'PhonePage'),
})

export const settingsRoutes = settingsRoute.addChildren([
  profileRoute,
  notificationsRoute,
  phoneRoute,
  sellingRoute,
  securityRoute,
])
