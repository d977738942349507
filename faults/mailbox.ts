import { setTimeout as sleep } from 'node:timers/promises'
import { startSmtpFakeServer } from '../server/channels/email/contract-fake-server.ts'
import { readMail } from '../server/channels/email/read-mail.ts'
import type { ClusterBrowser } from '../test/harness/cluster-browser.ts'

export interface Mailbox extends AsyncDisposable {
  port: number
  /** For `SMTP_URL`, where something else listens in its stead. */
  urlAt(port: number): string
  /** Message ids of the mails that came, each as often as it came; `having` is in their text. */
  idsOf(having: string): string[]
  /** Has a person's alerts sent here, as they themselves would set it up. */
  belongTo(browser: ClusterBrowser): Promise<void>
}

/** A mail server of our own that takes everything. */
export async function openMailbox(): Promise<Mailbox> {
  const server = await startSmtpFakeServer()
  const received = () => server.mails.map((mail) => readMail(mail))
  return {
    port: Number(new URL(server.url).port),
    urlAt(port) {
      const url = new URL(server.url)
      url.port = String(port)
      return url.href
    },
    idsOf: (having) =>
      received()
        .filter(({ subject, plain }) => `${subject}\n${plain}`.includes(having))
        .map(({ headers }) => headers['message-id'] ?? ''),
    async belongTo(browser) {
      const settings = { to: 'owner@example.com' }
      await expectOk(browser.json('PUT', '/api/channels/email', { settings, enabled: true }))
      await expectOk(browser.json('POST', '/api/channels/email/confirmation', {}))
      for (let turn = 0; received().length === 0; turn++) {
        if (turn > 100) throw new Error('the mail with the link did not come')
        await sleep(100)
      }
      const [path] = /\/api\/confirm\/\S+/.exec(received().at(-1)!.plain)!
      await expectOk(browser.ask(path, { method: 'POST' }))
      await expectOk(
        browser.json('PUT', '/api/notification-preferences', { perHourMax: null, perDayMax: null }),
      )
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

async function expectOk(answer: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await answer
  if (status !== 200) throw new Error(`the mailbox could not be set up: ${status} ${text}`)
}
