import type { Limits } from './http-limits.ts'
import type { Pressure } from './http-pressure.ts'

/** How the server is kept from those who ask, as the operator set it. */
export interface Guards {
  /** Browsers reach it by https. */
  isTls: boolean
  /** Whom pages may ask for the ground of maps; null = nobody. */
  mapOrigin: string | null
  /** Whose pages may use the API besides our own. */
  corsOrigins: readonly string[]
  /** Networks (CIDR) whose word on where a request comes from counts (`X-Forwarded-For`). */
  trustedProxies: readonly string[]
  limits: Limits
  pressure: Pressure
}

/** Nothing is limited, nobody trusted. */
export const noGuards: Guards = {
  isTls: false,
  mapOrigin: null,
  corsOrigins: [],
  trustedProxies: [],
  limits: { perMinute: { read: 0, write: 0, costly: 0, strict: 0, feeds: 0, photos: 0 }, redis: null },
  pressure: { eventLoopDelayMs: 0, heapPercent: 0 },
}
