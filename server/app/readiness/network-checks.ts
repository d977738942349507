import ipaddr from 'ipaddr.js'
import { hostOf, isLoopback } from '../../core/loopback.ts'
import { unencryptedPostgres, unencryptedRedis } from '../../core/unencrypted.ts'
import type { Look } from './situation.ts'

/** Prefixes shorter than these hold more than one organisation's own machines. */
const prefixMin = { ipv4: 8, ipv6: 16 }

/** How people, operators and other servers reach the program, and how it reaches them. */
export const networkChecks = {
  'public address': ({ config }) => {
    const url = config.baseUrl === undefined ? null : new URL(config.baseUrl)
    if (url === null)
      return 'DEAL_SCOUT_BASE_URL is not set, so links in messages lead to this machine alone: set the https address that people use'
    if (isLoopback(hostOf(url)))
      return `DEAL_SCOUT_BASE_URL is ${url.origin}, which only this machine reaches: set the address that people use`
    if (url.protocol !== 'https:')
      return `DEAL_SCOUT_BASE_URL is ${url.origin}, where everybody on the way reads passwords: put a proxy with TLS in front (docs/proxy.md) and set its https address`
    return null
  },
  'operators port': ({ config: { opsPort, opsHost, metricsToken } }) =>
    opsPort === undefined || isLoopback(opsHost) || metricsToken !== undefined
      ? null
      : `the port for operators listens on ${opsHost} and asks for no token: set DEAL_SCOUT_METRICS_TOKEN, or DEAL_SCOUT_OPS_HOST=127.0.0.1, and let nobody but your Prometheus reach it`,
  'trusted proxies': ({ config: { trustedProxies, host, baseUrl } }) => {
    const wide = trustedProxies.find((network) => isWide(network))
    if (wide !== undefined)
      return `DEAL_SCOUT_TRUSTED_PROXIES believes ${wide}, so anybody may say from where they come, which limits and the audit log go by: name the proxy's own addresses`
    if (trustedProxies.length === 0 && baseUrl?.startsWith('https:') && isLoopback(host))
      return 'DEAL_SCOUT_TRUSTED_PROXIES is empty though a proxy is in front, so all people count as one address: set the address of the proxy, e.g. 127.0.0.1'
    return null
  },
  'rate limits': ({ config }) => {
    const off = [
      ['RATE_LIMIT_READ', config.readsPerMinute],
      ['RATE_LIMIT_WRITE', config.writesPerMinute],
      ['RATE_LIMIT_COSTLY', config.costlyPerMinute],
      ['RATE_LIMIT_STRICT', config.strictPerMinute],
      ['RATE_LIMIT_FEED', config.feedsPerMinute],
      ['RATE_LIMIT_PHOTOS', config.photosPerMinute],
    ].flatMap(([name, limit]) => (limit === 0 ? [name] : []))
    return off.length === 0 ? null : `${off.join(', ')} is 0, which is no limit: leave it out`
  },
  'load shedding': ({ config: { shedDelayMs, shedHeapPercent } }) =>
    shedDelayMs > 0 && shedHeapPercent > 0
      ? null
      : 'SHED_EVENT_LOOP_DELAY_MS or SHED_HEAP_PERCENT is 0, so a process that is behind takes more until it dies: leave them out',
  'database encryption': ({ config: { databaseUrl, databaseDirectUrl, databaseMigrationUrl } }) => {
    const found = {
      DATABASE_URL: databaseUrl,
      DATABASE_DIRECT_URL: databaseDirectUrl,
      DATABASE_MIGRATION_URL: databaseMigrationUrl,
    }
    const plain = Object.entries(found).flatMap(([name, url]) => {
      const is = url === undefined ? null : unencryptedPostgres(url)
      return is === null ? [] : [`${name} ${is}`]
    })
    return plain.length === 0 ? null : plain.join('; ')
  },
  'redis password': ({ config: { redisUrl } }) => {
    const url = redisUrl === undefined ? null : URL.parse(redisUrl)
    if (url === null || isLoopback(hostOf(url))) return null
    const plain = unencryptedRedis(redisUrl!)
    if (url.password === '')
      return `REDIS_URL has no password for ${url.host}: whoever reaches it lifts every limit. Set requirepass or an ACL there, and the password in REDIS_URL`
    return plain === null ? null : `REDIS_URL ${plain}`
  },
  mail: ({ servers }) => {
    const wrong = servers.filter(({ problem }) => problem !== null)
    return wrong.length === 0
      ? null
      : wrong.map(({ channel, problem }) => `${channel}: ${problem}`).join('; ')
  },
  'sign-up': ({ config: { signUp, secondFactorOf } }) =>
    signUp === 'open' && secondFactorOf === 'nobody'
      ? 'DEAL_SCOUT_SIGN_UP=open lets everybody in while nobody needs a second factor: set it to invitation, or DEAL_SCOUT_SECOND_FACTOR=admins'
      : null,
} satisfies Record<string, Look>

function isWide(network: string): boolean {
  if (!network.includes('/')) return false
  const [address, prefix] = ipaddr.parseCIDR(network)
  return prefix < prefixMin[address.kind()]
}
