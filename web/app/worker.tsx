import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { meQuery } from '../accounts/queries.ts'
import { restoreDraft, saveDraft } from '../lib/drafts.ts'
import { deviceHere, renewHere } from '../lib/push.ts'
import { unreadQuery } from '../notify/queries.ts'
import { toasts } from '../ui/toast.tsx'

const lookEveryMs = 60 * 60_000

/** What is done once a page is there: the app works without a server, offers its next version, and counts at its sign. */
export default function Worker() {
  const t = useTranslations('worker')
  const person = useQuery(meQuery).data?.id
  const unread = useQuery(unreadQuery).data ?? 0
  useEffect(restoreDraft, [])
  useEffect(() => countInTitle(unread), [unread])
  useEffect(() => {
    let isOffered = false
    return followVersions((reload) => {
      if (isOffered) return
      isOffered = true
      const onClick = () => {
        saveDraft()
        reload()
      }
      toasts.add({ title: t('newVersion'), timeout: 0, actionProps: { children: t('reload'), onClick } })
    })
  }, [t])
  useEffect(() => {
    if (person !== undefined && deviceHere() !== null) renewHere(person).catch(() => {})
  }, [person])
  return null
}

/** The tab, and the sign on the home screen, say how many messages are unread; pages name the tab anew. */
function countInTitle(unread: number): () => void {
  const text = unread > 99 ? '99+' : String(unread)
  const put = () => {
    const plain = document.title.replace(/^\(\d+\+?\) /, '')
    const wanted = unread === 0 ? plain : `(${text}) ${plain}`
    if (document.title !== wanted) document.title = wanted
  }
  put()
  const observer = new MutationObserver(put)
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  if ('setAppBadge' in navigator) navigator.setAppBadge(unread).catch(() => {})
  return () => observer.disconnect()
}

/** Calls back with how to go over to the next version once that is there; it never happens by itself. */
function followVersions(offer: (reload: () => void) => void): () => void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return () => {}
  let registration: ServiceWorkerRegistration | undefined
  const look = () => {
    if (document.visibilityState === 'visible') registration?.update().catch(() => {})
  }
  const offerWaiting = () => {
    // The first one of all is no news.
    const waiting = navigator.serviceWorker.controller && registration?.waiting
    if (waiting) offer(() => goOver(waiting))
  }
  navigator.serviceWorker
    .register('/service-worker.js', { updateViaCache: 'none' })
    .then((found) => {
      registration = found
      offerWaiting()
      found?.addEventListener('updatefound', () =>
        found.installing?.addEventListener('statechange', offerWaiting),
      )
    })
    // Without TLS, or where a browser keeps nothing, the app works as before.
    .catch(() => {})
  const isGone = () => offer(() => location.reload())
  const timer = setInterval(look, lookEveryMs)
  document.addEventListener('visibilitychange', look)
  // A part of this version that the server has no longer.
  addEventListener('vite:preloadError', isGone)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    removeEventListener('vite:preloadError', isGone)
  }
}

function goOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage({ type: 'SKIP_WAITING' })
}
