/** Milliseconds to wait by Retry-After (seconds or an HTTP date); 0 when absent or unreadable. */
export function retryAfterMs(value: string | undefined, now: Date): number {
  if (value === undefined) return 0
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime())
}

/** Header names in lower case. */
export const lowerCase = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** One value per lower-case name: repeats joined by ", ", set-cookie by a line feed. */
export function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    flat[name.toLowerCase()] = Array.isArray(value) ? value.join(name === 'set-cookie' ? '\n' : ', ') : value
  }
  return flat
}

/** Turns user and password of a URL into basic authorization; headers that are there win. */
export function moveCredentials(url: URL, headers: Record<string, string>): void {
  if (url.username === '' && url.password === '') return
  const pair = [url.username, url.password].map(decodeURIComponentSafely).join(':')
  headers.authorization ??= `Basic ${Buffer.from(pair).toString('base64')}`
  url.username = ''
  url.password = ''
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
