import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startSmtpFakeServer } from '../server/channels/email/contract-fake-server.ts'

const self = fileURLToPath(import.meta.url)

/** One mail, whole, before it is answered. */
export interface Arrival {
  messageId: string
  atMs: number
}

export interface MailSink extends AsyncDisposable {
  /** For `SMTP_URL`. */
  url: string
  /** Notified of every mail; by the clock of this machine. */
  onArrival(notified: (arrival: Arrival) => void): void
}

/** The SMTP fake server in a process of its own, so that neither's work holds up the other's clock. */
export async function startMailSink(): Promise<MailSink> {
  const child = fork(self, ['mail-sink'])
  let notified = (_arrival: Arrival) => {}
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  child.on('message', (arrival) => notified(arrival as Arrival))
  return {
    url,
    onArrival(next) {
      notified = next
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

async function serve(): Promise<void> {
  const fakeServer = await startSmtpFakeServer()
  fakeServer.script.onData = () => {
    const atMs = Date.now()
    const mail = fakeServer.mails.pop() ?? ''
    process.send?.({ messageId: /^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? '', atMs })
    return undefined
  }
  process.once('disconnect', () => void fakeServer[Symbol.asyncDispose]())
  process.send?.({ url: fakeServer.url })
}

if (process.argv[1] === self && process.argv[2] === 'mail-sink') await serve()
