import { createHash } from 'node:crypto'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from './errors.ts'
import { type Limiter, memoryLimiter, spacingUs, takeOneLua } from './gcra.ts'
import type { SharedRedis } from './redis.ts'

/** What a route costs, or what may be tried out by it; how many a minute each class allows is the operator's. */
export type LimitClass = keyof typeof withoutRedis

/**
 * What becomes of a class while the Redis that counts for all processes is away: `open` = each process counts for itself;
 * `closed` = refused, since what is guessed at, or sent to others, is worth more than its being always there.
 */
const withoutRedis = {
  /** Looks something up. */
  read: 'open',
  /** Changes something of one's own. */
  write: 'open',
  /** Takes long: imports, previews. */
  costly: 'open',
  /** Can be guessed at, or sends something to others: signing in, resets, codes, test messages. */
  strict: 'closed',
  /** A feed, by the token in its address, whoever fetches it: readers fetch those of many people from one address. */
  feeds: 'open',
  /** A photo, many of which are on one page or are sent at once: they leave what is looked up its own limit. */
  photos: 'open',
} as const

export type LimitsPerMinute = Readonly<Record<LimitClass, number>>

export interface Limits {
  /** 0 = no limit. */
  perMinute: LimitsPerMinute
  /** Counts for all processes; null = each counts for itself. */
  redis: SharedRedis | null
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Default: `read` for what only looks, `write` for the rest. */
    limit?: LimitClass
    /** Asked by whoever runs the program: never limited, never shed. */
    isProbe?: boolean
  }
  interface FastifyRequest {
    /** Who has proved who asks, to be counted; null = counted by address. Whoever finds the actor sets it. */
    provedAs: { userId: number; keyId?: number | string } | null
  }
}

const windowMs = 60_000

/** For counting addresses: of IPv6 the network (/64), which is one customer's; IPv4 in IPv6 as itself. */
export function countedAddress(ip: string): string {
  return normalizeIP(ip, 64)
}

/** Whom a request counts for, by the kind of it. */
const callers = {
  address: (request: FastifyRequest) => `address:${countedAddress(request.ip)}`,
  person: (request: FastifyRequest) => `person:${request.provedAs?.userId}`,
  key: (request: FastifyRequest) => `key:${request.provedAs?.keyId}`,
  // Hashed: what counts is no place for what gives access.
  token: (request: FastifyRequest) => {
    const { token } = request.params as { token?: string }
    return `token:${createHash('sha256').update(`${token}`).digest('base64url')}`
  },
}

type Counted = readonly [name: LimitClass, kind: keyof typeof callers]

function countedOf({ provedAs, method, routeOptions: { config } }: FastifyRequest): Counted[] {
  const name = config?.limit ?? (['GET', 'HEAD'].includes(method) ? 'read' : 'write')
  // Who makes tokens up is a new one each time: their address counts, too.
  if (name === 'feeds')
    return [
      ['feeds', 'token'],
      ['read', 'address'],
    ]
  if (provedAs === null) return [[name, 'address']]
  return provedAs.keyId === undefined
    ? [[name, 'person']]
    : [
        [name, 'person'],
        [name, 'key'],
      ]
}

/**
 * Adds limits. What is returned runs what finds out who asks, and counts the request for him, or for the address where
 * that failed: over the limit it is refused with 429.
 */
export async function addLimits(
  app: FastifyInstance,
  { perMinute, redis }: Limits,
): Promise<<T>(request: FastifyRequest, reply: FastifyReply, run: () => Promise<T>) => Promise<T>> {
  const limiters = limitersOf(redis)
  await app.register(rateLimit, { global: false, store: storeOf(limiters) })
  app.decorateRequest('provedAs', null)
  const names = Object.keys(withoutRedis) as LimitClass[]
  const checks = new Map(
    names.flatMap((name) =>
      Object.entries(callers).map(([kind, callerOf]) => {
        const own = { groupId: name, max: perMinute[name], timeWindow: windowMs }
        const keyGenerator = (request: FastifyRequest) => `limit:${name}:${callerOf(request)}`
        return [`${name} ${kind}`, app.createRateLimit({ ...own, keyGenerator })] as const
      }),
    ),
  )

  async function count(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { config } = request.routeOptions
    if (config?.isProbe === true) return
    const counted = await Promise.all(
      countedOf(request)
        .filter(([name]) => perMinute[name] > 0)
        .map(async ([name, kind]) => ({ name, ...(await checks.get(`${name} ${kind}`)!(request)) })),
    )
    for (const { name, ...one } of counted
      .filter((result) => !result.isAllowed)
      .sort((a, b) => b.remaining - a.remaining)) {
      reply.header('ratelimit-policy', `"${name}";q=${one.max};w=${one.timeWindow / 1000}`)
      reply.header('ratelimit', `"${name}";r=${one.remaining};t=${one.ttlInSeconds}`)
      if (one.isExceeded) throw tooMany(one.max, one.ttlInSeconds)
    }
  }

  return async (request, reply, run) => {
    const [found] = await Promise.allSettled([run()])
    await count(request, reply)
    if (found.status === 'rejected') throw found.reason
    return found.value
  }
}

function limitersOf(redis: SharedRedis | null): Record<'open' | 'closed', Limiter> {
  const own = memoryLimiter()
  if (redis === null) return { open: own, closed: own }
  const script = redis.script('dealScoutTakeOne', takeOneLua)
  const shared: Limiter = {
    async take(key, limit) {
      const { intervalUs, spanUs } = spacingUs(limit)
      const [isAdmitted, remaining, waitUs] = (await script([`deal-scout:${key}`], [intervalUs, spanUs])) as [
        number,
        number,
        number,
      ]
      return { isAdmitted: isAdmitted === 1, remaining, waitMs: Math.ceil(waitUs / 1000) }
    },
  }
  const open: Limiter = {
    async take(key, limit) {
      // Counted here always, so that an outage does not begin with the whole limit anew.
      const here = await own.take(key, limit)
      return shared.take(key, limit).catch(() => here)
    },
  }
  return { open, closed: shared }
}

/** The store of the plugin, which makes one and asks it for a child by the group of what it counts. */
function storeOf(limiters: Record<'open' | 'closed', Limiter>) {
  return class Store {
    private limiter = limiters.open

    incr(
      key: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow: number,
      max: number,
    ): void {
      this.limiter
        .take(key, { count: max, windowMs: timeWindow })
        .then(
          ({ isAdmitted, remaining, waitMs }) =>
            done(null, { current: isAdmitted ? max - remaining : max + 1, ttl: waitMs }),
          done,
        )
    }

    child(group: object): Store {
      const child = new Store()
      child.limiter = limiters[withoutRedis[(group as { groupId: LimitClass }).groupId]]
      return child
    }
  }
}

function tooMany(count: number, retryAfterS: number): AppError {
  return new AppError({
    code: 'too-many-requests',
    status: 429,
    message: `That was more than ${count} of such requests a minute: ask again in ${retryAfterS} s.`,
    retryAfterS,
  })
}
