import { type PrecacheEntry, Serwist } from 'serwist'
import { forgetKept } from '../lib/kept/kept-store.ts'
import { type Pushed, shown } from './notification.ts'
import { unreadCount } from './queries.ts'

const lateWriteMs = 1_500

/** Put in by the build: the files of this version. */
declare const precached: PrecacheEntry[]
declare const self: ServiceWorkerGlobalScope

/**
 * Opens the app where the server cannot be reached, from the files of one version; a newer one waits until a person asks for
 * it. Everything else goes to the server as if this were not here.
 */
new Serwist({
  precacheEntries: precached,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    navigateFallback: '/index.html',
    // The server's own pages, and what programs and downloads ask for.
    navigateFallbackDenylist: [
      /^\/(?:api|assets|account|feeds|connections|mcp|metrics)(?:[/?]|$)/,
      /^[^?]*\/[^/?]*\.[^/?]*(?:\?|$)/,
    ],
  },
  skipWaiting: false,
  clientsClaim: false,
}).addEventListeners()

/** Whoever comes to sign in is not, or no longer, who was here: however that came about. */
self.addEventListener('fetch', (event) => {
  const { mode, url } = event.request
  if (mode === 'navigate' && new URL(url).pathname === '/account/sign-in') event.waitUntil(forgetForGood())
})

/** Twice: the page that one comes from may still be writing down an answer. */
async function forgetForGood(): Promise<void> {
  await forgetKept()
  await new Promise((resolve) => setTimeout(resolve, lateWriteMs))
  await forgetKept()
}

self.addEventListener('push', (event) => {
  const pushed = event.data?.json() as Pushed | undefined
  if (pushed === undefined) return
  const { title, options } = shown(pushed, self.location.origin)
  event.waitUntil(Promise.all([self.registration.showNotification(title, options), badge()]))
})

self.addEventListener('notificationclick', (event) => {
  const { page, there } = event.notification.data as Pick<Pushed, 'page' | 'there'>
  event.notification.close()
  const url = event.action === 'there' && there ? there.url : new URL(page, self.location.origin).href
  event.waitUntil(open(url))
})

/** A window that shows it already comes to the front; none is led away from what is half typed in it. */
async function open(url: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find((one) => one.url === url)
  await (there ? there.focus() : self.clients.openWindow(url))
}

/** How many messages are unread, at the app's sign; who is signed out, or cannot be told, keeps what was there. */
async function badge(): Promise<void> {
  if (!('setAppBadge' in self.navigator)) return
  try {
    await self.navigator.setAppBadge(await unreadCount())
  } catch {
    // The notification says it.
  }
}
