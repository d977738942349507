import { AppError } from './errors.ts'

/** What a request says of who sends it. */
export interface Caller {
  method: string
  /** Every `Host` header that was sent. */
  hosts: readonly string[]
  origin: string | undefined
  /** `Sec-Fetch-Site`: browsers add it, and no page can change it. */
  fetchSite: string | undefined
  /** The port that the connection came in at: there this server itself speaks, in plain HTTP. */
  localPort: number | undefined
}

/** The names this server answers under, and its public address where one is set (`https://deals.example`). */
export interface OwnNames {
  names: readonly string[]
  publicOrigin: string | null
  /** Origins of others whose pages may write, too. */
  friends?: readonly string[]
}

/**
 * Why a caller is refused, or null. Until somebody has claimed it, whoever reaches the server is its owner, and later
 * their browser shows who they are. A web page in that browser must not be them: it can reach loopback under a name of its own (DNS rebinding) or post across
 * origins. With `tokenIsProof` a document without an origin (`Origin: null`) may write: what is done there is bound
 * to a sealed token in the address and to nothing else that the browser or the network adds, so whoever could make
 * another's browser send it has the token, and could as well send it himself. With `extensionMay` an extension of the
 * browser may write: no page can have such an origin, and an extension whose person has let it reach this server
 * could do so without one.
 */
export function refusalOf(
  caller: Caller,
  own: OwnNames,
  {
    tokenIsProof = false,
    extensionMay = false,
  }: { tokenIsProof?: boolean | undefined; extensionMay?: boolean | undefined } = {},
): AppError | null {
  if (caller.hosts.length !== 1) {
    return new AppError({
      code: 'bad-host',
      status: 400,
      message: 'A request has exactly one Host header.',
    })
  }
  const host = hostUrl(caller.hosts[0]!)
  if (host === null || !own.names.includes(host.hostname)) {
    return new AppError({
      code: 'foreign-host',
      status: 421,
      message: `This server does not answer under the name ${JSON.stringify(host?.hostname ?? '')}. Use ${own.names[0]}, or set DEAL_SCOUT_BASE_URL to the address you use.`,
    })
  }
  if (['GET', 'HEAD', 'OPTIONS'].includes(caller.method)) return null
  if (tokenIsProof && caller.origin === 'null') return null
  if (extensionMay && /^(?:chrome|moz|safari-web)-extension:\/\/[\w-]{1,100}$/.test(caller.origin ?? ''))
    return null
  if (caller.origin !== undefined && own.friends?.includes(caller.origin)) return null
  const fromHere =
    (caller.fetchSite === undefined || ['same-origin', 'none'].includes(caller.fetchSite)) &&
    (caller.origin === undefined || isOwnOrigin(caller.origin, host, caller.localPort, own.publicOrigin))
  if (fromHere) return null
  return new AppError({
    code: 'foreign-origin',
    status: 403,
    message: 'Requests from other web sites are refused.',
  })
}

/**
 * Another port is another site. The scheme is known where a proxy's public address is set, and where the browser
 * spoke to this server itself; behind any other proxy the one that the browser names has to do.
 */
function isOwnOrigin(
  text: string,
  host: URL,
  localPort: number | undefined,
  publicOrigin: string | null,
): boolean {
  const authority = /^https?:\/\/([\w.:[\]-]+)$/.exec(text)?.[1]
  if (authority === undefined || !URL.canParse(text)) return false
  const origin = new URL(text)
  if (origin.origin === publicOrigin) return true
  if (publicOrigin !== null && new URL(publicOrigin).host === origin.host) return false
  const isDirect = Number(host.port || 80) === localPort
  if (isDirect && origin.protocol !== 'http:') return false
  return new URL(`${origin.protocol}//${host.host}`).host === origin.host
}

/** The name and port in a `name:port`; null for anything with more to it than that. */
function hostUrl(authority: string): URL | null {
  const url = `http://${authority}`
  return /^[\w.:[\]-]+$/.test(authority) && URL.canParse(url) ? new URL(url) : null
}
