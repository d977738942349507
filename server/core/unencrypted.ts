import { hostOf, isLoopback } from './loopback.ts'

/**
 * What is wrong with how an address of ours is reached over the network, as the rest of "X …"; null where it is encrypted
 * and whoever answers has to prove that they are meant, or where it is on this machine.
 */
export type Unencrypted = (address: string) => string | null

/** Of http:// addresses. */
export const unencryptedHttp: Unencrypted = (address) => {
  const url = URL.parse(address)
  return url?.protocol === 'http:' && !isLoopback(hostOf(url))
    ? `goes to ${url.host} by http: use https`
    : null
}

/** Of postgres:// addresses: only `sslmode=verify-full` asks for TLS, a certificate and its host name, now and in future. */
export const unencryptedPostgres: Unencrypted = (address) => {
  const url = URL.parse(address)
  if (url === null) return null
  const host = url.searchParams.get('host') ?? hostOf(url)
  // None, or a folder: a socket of this machine.
  if (host === '' || host.startsWith('/') || isLoopback(host)) return null
  const mode = url.searchParams.get('sslmode')
  if (mode === 'verify-full' && url.searchParams.get('uselibpqcompat') !== 'true') return null
  return `goes to ${host} ${mode === null || mode === 'disable' ? 'without TLS' : `with sslmode=${mode}`}: add sslmode=verify-full (docs/security/tls.md)`
}

/** Of redis:// addresses. */
export const unencryptedRedis: Unencrypted = (address) => {
  const url = URL.parse(address)
  return url?.protocol === 'redis:' && !isLoopback(hostOf(url))
    ? `goes to ${url.host} without TLS: use rediss (docs/security/tls.md)`
    : null
}
