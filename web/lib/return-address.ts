const name = 'deal-scout.return-to'
const keptMs = 60 * 60_000
/** Where one comes to after signing in. */
const landings = ['/', '/deals']

/** Notes where a person wanted to be who has to sign in first; for this tab, and an hour. */
export function noteWanted(): void {
  try {
    const { pathname, search, hash } = location
    sessionStorage.setItem(name, JSON.stringify({ to: `${pathname}${search}${hash}`, at: Date.now() }))
  } catch {
    // A browser that keeps nothing leads to where everybody comes to.
  }
}

/** Puts the address that was wanted in the place of the one to which signing in leads; call before it is read. */
export function returnToWanted(): void {
  try {
    const kept = sessionStorage.getItem(name)
    sessionStorage.removeItem(name)
    const { to, at } = JSON.parse(kept ?? '{}') as { to?: unknown; at?: unknown }
    if (!landings.includes(location.pathname) || location.search !== '') return
    if (typeof to !== 'string' || typeof at !== 'number' || Date.now() - at > keptMs) return
    // An address of ours and nobody else's.
    const url = new URL(to, location.origin)
    if (url.origin === location.origin && to.startsWith('/')) history.replaceState(null, '', url)
  } catch {
    // What cannot be read was not wanted.
  }
}
