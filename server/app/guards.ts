import { existsSync } from 'node:fs'
import { type AppError, setupError } from '../core/errors.ts'
import type { Guards } from '../core/http-guards.ts'
import type { Log } from '../core/log.ts'
import { mapTiles, originOfTiles } from '../core/map-tiles.ts'
import type { RedisOptions, SharedRedis } from '../core/redis.ts'
import type { Config } from './config.ts'

/** How the server is kept from those who ask, as it was set. */
export function guardsOf(config: Config, redis: SharedRedis | null): Guards {
  const tiles = mapTiles(config.mapTiles, config.mapAttribution)
  if (tiles?.path != null && !existsSync(tiles.path))
    throw setupError('bad-config', `MAP_TILES: there is no file ${tiles.path}.`)
  return {
    isTls: config.baseUrl?.startsWith('https:') === true,
    mapOrigin: originOfTiles(tiles),
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

/** Nobody may be the first to come from elsewhere. */
export function unclaimed({ host }: Config): AppError {
  return setupError(
    'not-set-up',
    `DEAL_SCOUT_HOST (${host}) lets others connect, but nobody can sign in here yet: whoever came first would be the owner. Run "deal-scout users claim you@example.com", which asks for a password, and start again; or start once with DEAL_SCOUT_HOST=127.0.0.1 and open the link of "deal-scout setup-link" on this machine.`,
  )
}

/** How the Redis is reached by which processes count together. */
export function redisOptions(
  { redisTlsCert: cert, redisTlsKey: key }: Config,
  url: string,
  log: Log,
): RedisOptions {
  const tls = cert !== undefined && key !== undefined && url.startsWith('rediss:') ? { cert, key } : undefined
  return { url, tls, log }
}
