import type { AdPanel, Capture, Sites } from './server.ts'

/** What became of the last press of the button on a tab. */
export type Seen =
  | { state: 'reading' }
  /** No server is named yet, or the browser may not ask it. */
  | { state: 'set-up' }
  | { state: 'not-readable'; sites: Sites['items']; server: string; selling: AdPanel }
  /** The marketplace's own form for ads: the page is not read. */
  | { state: 'form'; server: string; selling: AdPanel }
  | { state: 'too-large' }
  /** The key is missing, over, or for something else. */
  | { state: 'key' }
  | { state: 'unreachable'; server: string }
  | { state: 'failed'; sentence: string }
  | { state: 'read'; server: string; capture: Capture; selling: AdPanel }

const keyOf = (tabId: number) => `tab:${tabId}`

/** Kept while the browser runs, and only there. */
export const noteSeen = (tabId: number, seen: Seen): Promise<void> =>
  chrome.storage.session.set({ [keyOf(tabId)]: seen })

export const forgetSeen = (tabId: number): Promise<void> => chrome.storage.session.remove(keyOf(tabId))

/** Told what became of a tab, now and whenever it changes. */
export async function followSeen(tabId: number, show: (seen: Seen) => void): Promise<void> {
  const key = keyOf(tabId)
  chrome.storage.session.onChanged.addListener((changes) => {
    const changed = changes[key]?.newValue
    if (changed !== undefined) show(changed as Seen)
  })
  const known = (await chrome.storage.session.get(key))[key]
  if (known !== undefined) show(known as Seen)
}
