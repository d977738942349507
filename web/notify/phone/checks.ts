/** What of a browser decides whether it can be told, and how. */
export interface Facts {
  isSecure: boolean
  hasWorker: boolean
  /** The app is kept here for when there is no connection. */
  isKept: boolean
  hasPush: boolean
  /** An iPhone or iPad, which lets only what is on its home screen be told. */
  isApple: boolean
  isOnHome: boolean
  permission: 'default' | 'granted' | 'denied' | null
  /** Why the operator's keys cannot be used; null = they can. */
  keysProblem: string | null
}

export type Check =
  | { id: 'secure' | 'push'; state: 'ok' | 'missing' }
  | { id: 'worker' | 'permission'; state: 'ok' | 'missing' | 'open' }
  | { id: 'home' | 'keys'; state: 'missing' }

/** What is there and what is missing, in the order in which it is mended; what stands behind what is missing is left out. */
export function checksOf(facts: Facts): Check[] {
  const { isSecure, hasWorker, isKept, hasPush, isApple, isOnHome, permission, keysProblem } = facts
  if (!isSecure) return [{ id: 'secure', state: 'missing' }]
  const secure = { id: 'secure', state: 'ok' } as const
  if (!hasWorker) return [secure, { id: 'worker', state: 'missing' }]
  const found: Check[] = [secure, { id: 'worker', state: isKept ? 'ok' : 'open' }]
  if (!hasPush && isApple && !isOnHome) return [...found, { id: 'home', state: 'missing' }]
  if (!hasPush || permission === null) return [...found, { id: 'push', state: 'missing' }]
  found.push({ id: 'push', state: 'ok' })
  if (keysProblem !== null) found.push({ id: 'keys', state: 'missing' })
  const states = { granted: 'ok', denied: 'missing', default: 'open' } as const
  return [...found, { id: 'permission', state: states[permission] }]
}

export const isAllThere = (checks: readonly Check[]) => checks.every(({ state }) => state !== 'missing')

/** Whether only this computer, or only plain http, reaches the address: what a phone cannot use. */
export function reachOf(origin: string): 'here' | 'plain' | 'secure' {
  const { protocol, hostname } = new URL(origin)
  if (/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost'))
    return 'here'
  return protocol === 'https:' ? 'secure' : 'plain'
}

export interface Way {
  id: 'tailscale' | 'caddy'
  /** Typed into a terminal, or the file /etc/caddy/Caddyfile. */
  lines: string
  /** Of the program's own options. */
  env: string
}

/** How Deal Scout, which listens at this port, gets an address with TLS: docs/proxy.md. */
export function waysTo(port: string): Way[] {
  const env = (address: string) => `DEAL_SCOUT_BASE_URL=${address}\nDEAL_SCOUT_TRUSTED_PROXIES=127.0.0.1`
  return [
    {
      id: 'tailscale',
      lines: `sudo tailscale up\nsudo tailscale serve --bg ${port}\ntailscale serve status`,
      env: env('https://NAME.TAILNET.ts.net'),
    },
    {
      id: 'caddy',
      lines: `deals.example {\n\treverse_proxy 127.0.0.1:${port} {\n\t\tflush_interval -1\n\t}\n}`,
      env: env('https://deals.example'),
    },
  ]
}
