import { useEffect, useState } from 'react'
import { canPush } from '../../lib/push.ts'
import type { Facts } from './checks.ts'

/** How this browser stands; looks again when the page comes back from where a person has changed it. */
export function useFacts(keysProblem: string | null): Facts {
  const [isKept, setKept] = useState(false)
  const [, look] = useState(0)
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    let isGone = false
    void navigator.serviceWorker.ready.then(() => isGone || setKept(true))
    const again = () => look((times) => times + 1)
    document.addEventListener('visibilitychange', again)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', again)
    }
  }, [])
  return {
    ...{ isSecure: isSecureContext, hasWorker: 'serviceWorker' in navigator, isKept, hasPush: canPush() },
    isApple: /\b(?:iPhone|iPad)\b/.test(navigator.userAgent) || isIpad(),
    isOnHome: matchMedia('(display-mode: standalone)').matches,
    permission: 'Notification' in globalThis ? Notification.permission : null,
    keysProblem,
  }
}

const isIpad = () => /\bMacintosh\b/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
