import { type ReadPage, readPage } from './read-page.ts'
import { forgetSeen, noteSeen, type Seen } from './seen.ts'
import { type AdPanel, askPanel, askSites, handIn, Refused } from './server.ts'
import { mayReach, readSettings, type Settings } from './settings.ts'
import { badgeOf } from './summary.ts'

const pageBytesMax = 8 * 1024 * 1024

chrome.action.onClicked.addListener((tab) => {
  const { id } = tab
  if (id === undefined) return
  // Before anything is waited for: a panel opens only while the press lasts.
  void chrome.sidePanel.setOptions({ tabId: id, path: `panel.html?tab=${id}`, enabled: true })
  void chrome.sidePanel.open({ tabId: id }).catch(() => {})
  void press(id, tab.url)
})

chrome.tabs.onRemoved.addListener((tabId) => void forgetSeen(tabId))
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void chrome.runtime.openOptionsPage()
})

/** One press: reads the page once, hands it in, and shows what became of it. */
async function press(tabId: number, address: string | undefined): Promise<void> {
  await show(tabId, { state: 'reading' })
  await show(tabId, await seen(tabId, address).catch(problemOf))
}

async function seen(tabId: number, address: string | undefined): Promise<Seen> {
  const settings = await readSettings()
  if (settings === null || !(await mayReach(settings.server))) return { state: 'set-up' }
  try {
    return await seenBy(settings, tabId, address)
  } catch (error) {
    if (error instanceof Refused) throw error
    // No answer at all: what is wrong is between here and there.
    return { state: 'unreachable', server: settings.server }
  }
}

async function seenBy(settings: Settings, tabId: number, address: string | undefined): Promise<Seen> {
  const url = address === undefined ? null : URL.parse(address)
  const isWeb = url !== null && /^https?:$/.test(url.protocol)
  const { server } = settings
  const selling = isWeb ? await askPanel(settings, url).catch(nothingToSell) : noPanel
  // Whoever writes an ad has nothing on the page to be read.
  if (selling.isForm) return { state: 'form', server, selling }
  const { items, site } = await askSites(settings, isWeb ? url.hostname : undefined)
  const notReadable: Seen = { state: 'not-readable', sites: items, server, selling }
  // What it cannot read it does not look at.
  if (site === null) return notReadable
  const page = await readTab(tabId)
  if (page === null) return notReadable
  if ('tooLarge' in page) return { state: 'too-large' }
  const capture = await handIn(settings, page)
  if (capture.outcome === 'unknown-site') return notReadable
  return { state: 'read', server, capture, selling }
}

const noPanel: AdPanel = { place: null, isForm: false, adUrl: null, items: [], itemsMore: false }

/** An older server knows of no panel; that is no reason to read no page. */
function nothingToSell(error: unknown): AdPanel {
  if (error instanceof Refused && error.status === 404) return noPanel
  throw error
}

/** The page of a tab as it stands; null where the browser lets nobody look, as in its own pages. */
async function readTab(tabId: number): Promise<ReadPage | null> {
  const results = await chrome.scripting
    .executeScript({ target: { tabId }, func: readPage, args: [pageBytesMax] })
    .catch(() => [])
  return results[0]?.result ?? null
}

function problemOf(error: unknown): Seen {
  if (!(error instanceof Refused)) return { state: 'failed', sentence: String(error) }
  if (error.status === 401 || error.status === 403) return { state: 'key' }
  return { state: 'failed', sentence: error.message }
}

async function show(tabId: number, found: Seen): Promise<void> {
  await noteSeen(tabId, found)
  const text =
    found.state === 'read'
      ? badgeOf(found.capture)
      : found.state === 'reading'
        ? '…'
        : found.state === 'form'
          ? ''
          : '!'
  // The tab may be gone by now.
  await chrome.action.setBadgeText({ tabId, text }).catch(() => {})
}
