/**
 * Answers that are kept in this browser, for when the server cannot be reached: one person's at a time, in a cache of its own.
 * Without a secure context browsers keep nothing.
 */
const prefix = 'deal-scout-kept-'

export interface Kept {
  data: unknown
  /** When it was answered, ms. */
  at: number
}

/** So many lists and listings are enough for a way home. */
const entriesMax = 60
const lasting = ['me', 'account']

const store = () => (globalThis as { caches?: CacheStorage }).caches
const addressOf = (name: string) => `/kept/${encodeURIComponent(name)}`

/** Once this page has begun to forget it keeps nothing more: what it was still writing would stay. */
let isForgetting = false

/** Keeps it for the person; whatever is kept of somebody else goes. */
export async function keep(person: number, name: string, kept: Kept): Promise<void> {
  const caches = store()
  if (!caches || isForgetting) return
  const own = `${prefix}${person}`
  for (const other of await caches.keys())
    if (other.startsWith(prefix) && other !== own) await caches.delete(other)
  if (isForgetting) return
  const cache = await caches.open(own)
  if (isForgetting) return void (await caches.delete(own))
  await cache.put(addressOf(name), Response.json(kept))
  const entries = (await cache.keys()).filter(
    ({ url }) => !lasting.some((one) => url.includes(addressOf(JSON.stringify([one])))),
  )
  for (const entry of entries.slice(0, Math.max(0, entries.length - entriesMax))) await cache.delete(entry)
}

/** What was kept under that name, of whoever was here last. */
export async function keptOf(name: string): Promise<Kept | null> {
  const caches = store()
  if (!caches) return null
  const own = (await caches.keys()).find((one) => one.startsWith(prefix))
  const response = own && (await (await caches.open(own)).match(addressOf(name)))
  return response ? ((await response.json()) as Kept) : null
}

/** Nothing is left of what was kept. */
export async function forgetKept(): Promise<void> {
  isForgetting = true
  const caches = store()
  if (!caches) return
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
}
