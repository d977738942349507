export const mask = '********'

/**
 * An address as it may be shown: by its host, since a user name, path, query or fragment may each be what gives access
 * (`https://ntfy.example.com/********`). One without any of them is shown as it is.
 */
export function shownAddress(address: string): string {
  const url = URL.parse(address)
  if (!url?.host) return mask
  const origin = `${url.protocol}//${url.host}`
  const isOpen =
    url.username === '' && url.password === '' && url.pathname === '/' && !url.search && !url.hash
  return isOpen ? origin : `${origin}/${mask}`
}

/** What names an address in a list: its host. */
export function addressName(address: string): string {
  return URL.parse(address)?.host || mask
}

export interface AddressSecrets {
  /** In no sentence: what may give access, and the address whole or from its path on. */
  all: string[]
  /** Those that no text of a stranger holds by chance: passwords, tokens. */
  sure: string[]
}

/** What of an address must not be repeated. */
export function addressSecrets(address: string): AddressSecrets {
  const url = URL.parse(address)
  if (url === null) return { all: address.length >= 4 ? [address] : [], sure: [] }
  const { username, password } = url
  const login = [username, password].map(decoded).join(':')
  const logins = [password, ...(password ? [login, Buffer.from(login).toString('base64')] : [])]
  const named = [...url.searchParams, ...new URLSearchParams(url.hash.slice(1))].flatMap(([name, value]) =>
    tellingName.test(name) ? [value] : [],
  )
  const parts = partsOf(url).filter(looksSecret)
  const whole = [address, url.href, url.pathname + url.search + url.hash, url.pathname, url.search, url.hash]
  return {
    all: longerThan(3, [
      ...logins,
      username,
      ...named,
      ...parts,
      ...whole.filter((text) => text.length >= 6),
    ]),
    sure: longerThan(7, [...logins, ...named, ...parts.filter((part) => part.length >= 16)]),
  }
}

/** Whether a path holds what looks like a token. */
export function hasSecretPath(url: URL): boolean {
  return url.pathname.split('/').some((segment) => looksSecret(decoded(segment)))
}

/** Hides secrets in texts, however they are written in them. */
export function secretHider(secrets: readonly string[]): (text: string) => string {
  const forms = formsOf(secrets)
  return (text) => forms.reduce((shown, form) => shown.replaceAll(form, mask), text)
}

export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secretHider(secrets)(text)
}

/** An error that repeats none of these secrets; the same one where it does not. */
export function hideInError(error: unknown, secrets: readonly string[]): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? hideSecrets(error, secrets) : error
  const message = hideSecrets(error.message, secrets)
  const stack = hideSecrets(error.stack ?? '', secrets)
  const cause = hideInError(error.cause, secrets)
  if (message === error.message && stack === (error.stack ?? '') && cause === error.cause) return error
  const shown = new Error(message, cause === undefined ? undefined : { cause })
  const { code, kind } = error as { code?: unknown; kind?: unknown }
  return Object.assign(shown, { name: error.name, stack, code, kind })
}

/** Names of parameters whose values give access. */
const tellingName =
  /^(?:.*[-_.])?(?:access|api|app|auth|client|feed|session|user)?(?:token|secret|key|pass(?:word|wd|phrase)?|pwd|sig(?:nature)?|auth|code|session|sid|id|credentials?|login|user(?:name)?|hash)$/i

function partsOf(url: URL): string[] {
  const pairs = [...url.searchParams, ...new URLSearchParams(url.hash.slice(1))]
  const parts = [url.username, url.password, ...url.pathname.split('/')].map(decoded)
  return [...parts, ...pairs.flat()].flatMap((part) => [part, ...part.split(/[^\p{L}\p{N}_-]+/u)])
}

const fileEnding = /\.(?:xml|rss|atom|rdf|json|php|html?|aspx?)$/i
/** Words, and numbers that belong to them: `road-bikes-2026`. */
const words = /^[A-Z]?[a-z]{1,15}(?:[-_.+ ](?:[A-Z]?[a-z]{1,15}|\d{1,4}))*$/

/** Whether a part of an address is rather a token than words. */
function looksSecret(part: string): boolean {
  const text = part.replace(fileEnding, '')
  return text.length >= 8 && !words.test(text)
}

export function longerThan(length: number, texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text.length > length)
}

/** Longest first, so that what holds another one is hidden whole. */
function formsOf(secrets: readonly string[]): string[] {
  const forms = secrets.flatMap((secret) => [
    secret,
    decoded(secret),
    encodeURIComponent(secret),
    encodeURI(secret),
    JSON.stringify(secret).slice(1, -1),
  ])
  return longerThan(3, forms).sort((a, b) => b.length - a.length)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
