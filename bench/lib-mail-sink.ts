import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startSmtpStandIn } from '../server/channels/email/contract-stand-in.ts'

const self = fileURLToPath(import.meta.url)

/** One mail, whole, before it is answered. */
export interface Arrival {
  messageId: string
  atMs: number
}

export interface MailSink extends AsyncDisposable {
  /** For `SMTP_URL`. */
  url: string
  /** Told of every mail; by the clock of this machine. */
  onArrival(told: (arrival: Arrival) => void): void
}

/** The SMTP stand-in in a process of its own, so that neither's work holds up the other's clock. */
export async function startMailSink(): Promise<MailSink> {
  const child = fork(self, ['mail-sink'])
  let told = (_arrival: Arrival) => {}
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  child.on('message', (arrival) => told(arrival as Arrival))
  return {
    url,
    onArrival(next) {
      told = next
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

async function serve(): Promise<void> {
  const standIn = await startSmtpStandIn()
  standIn.script.onData = () => {
    const atMs = Date.now()
    const mail = standIn.mails.pop() ?? ''
    process.send?.({ messageId: /^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? '', atMs })
    return undefined
  }
  process.once('disconnect', () => void standIn[Symbol.asyncDispose]())
  process.send?.({ url: standIn.url })
}

if (process.argv[1] === self && process.argv[2] === 'mail-sink') await serve()
