import type { MailServer } from './imap/connect.ts'
import { MailboxFailure } from './problems.ts'

/** Tells of new mail: by IDLE where the server can do that, and by looking now and then. */
export interface NewMail {
  /** Resolves when there may be new mail, at the latest after `pollMs`; rejects when the connection is over. */
  wait(pollMs: number, signal: AbortSignal): Promise<void>
}

/** Listens from here on, so that what comes while other mails are read is not missed. */
export function newMail({ client, ended }: MailServer): NewMail {
  let hasNews = false
  let wake = () => {}
  client.on('exists', () => {
    hasNews = true
    wake()
  })
  return {
    async wait(pollMs, signal) {
      if (!hasNews) {
        const woken = Promise.withResolvers<void>()
        wake = woken.resolve
        const over = () => woken.reject(signal.aborted ? signal.reason : new MailboxFailure('dropped'))
        const timer = setTimeout(woken.resolve, pollMs)
        for (const one of [signal, ended]) one.addEventListener('abort', over, { once: true })
        if (signal.aborted || ended.aborted) over()
        // The next command ends it.
        else void client.idle().catch(() => {})
        try {
          await woken.promise
        } finally {
          clearTimeout(timer)
          for (const one of [signal, ended]) one.removeEventListener('abort', over)
          wake = () => {}
        }
      }
      hasNews = false
    },
  }
}
