import type { Guards } from '../core/http-guards.ts'
import type { SharedRedis } from '../core/redis.ts'
import type { Config } from './config.ts'

/** How the server is kept from those who ask, as it was set. */
export function guardsOf(config: Config, redis: SharedRedis | null): Guards {
  return {
    isTls: config.baseUrl?.startsWith('https:') === true,
    corsOrigins: config.corsOrigins,
    trustedProxies: config.trustedProxies,
    limits: {
      redis,
      perMinute: {
        read: config.readsPerMinute,
        write: config.writesPerMinute,
        costly: config.costlyPerMinute,
        strict: config.strictPerMinute,
        feeds: config.feedsPerMinute,
        photos: config.photosPerMinute,
      },
    },
    pressure: { eventLoopDelayMs: config.shedDelayMs, heapPercent: config.shedHeapPercent },
  }
}
