/** The address at which an ad stands, as the extension saw it; what is no web address is left out. */
export function readAdSearch(search: Record<string, unknown>): { posted?: string | undefined } {
  const { posted } = search
  const isAddress =
    typeof posted === 'string' && posted.length <= 4000 && /^https?:$/.test(URL.parse(posted)?.protocol ?? '')
  return isAddress ? { posted } : {}
}
