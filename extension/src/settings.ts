/** Where the person's own Deal Scout is, and the key that it gave them for this browser. */
export interface Settings {
  /** `http://127.0.0.1:3000`: scheme, name and port alone. */
  server: string
  /** Empty where nobody has claimed the program yet: then it takes what comes from this machine. */
  key: string
}

export const usualServer = 'http://127.0.0.1:3000'

export async function readSettings(): Promise<Settings | null> {
  const { server, key } = await chrome.storage.local.get(['server', 'key'])
  return typeof server === 'string' ? { server, key: typeof key === 'string' ? key : '' } : null
}

export async function writeSettings(settings: Settings): Promise<void> {
  await chrome.storage.local.set({ ...settings })
}

/** The origin that somebody has typed; null for what is none. */
export function serverOf(typed: string): string | null {
  const text = typed.trim()
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `http://${text}`)
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return null
  return /^https?:$/.test(url.protocol) ? url.origin : null
}

/** As the browser asks the person for it: patterns have no port. */
export function permissionOf(server: string): chrome.permissions.Permissions {
  const { protocol, hostname } = new URL(server)
  return { origins: [`${protocol}//${hostname}/*`] }
}

export const mayReach = (server: string): Promise<boolean> =>
  chrome.permissions.contains(permissionOf(server))
