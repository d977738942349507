import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { ComposedMail } from './compose.ts'
import type { SmtpServer } from './smtp-url.ts'

export interface SmtpTimeouts {
  connectMs: number
  greetingMs: number
  /** Silence of the server inside the conversation. */
  silenceMs: number
}

export interface SmtpFailure {
  /** nodemailer's error code, e.g. `EAUTH`; empty when there was none. */
  code: string
  /** Of the system or of TLS, e.g. `CERT_HAS_EXPIRED`; empty when there was none. */
  systemCode: string
  /** The command that failed, e.g. `RCPT TO`; empty when unknown. */
  command: string
  /** The server's reply code when it replied. */
  replyCode: number | null
  reply: string
  aborted: boolean
}

export type SmtpAttempt =
  | { ok: true; reply: string }
  /** `handedOver`: the server had asked for the message and may have all of it. */
  | { ok: false; failure: SmtpFailure; handedOver: boolean }

/** One connection, one mail; never throws. The connection is closed on every way out. */
export async function sendMail(
  mail: ComposedMail,
  server: SmtpServer,
  timeouts: SmtpTimeouts,
  signal: AbortSignal,
): Promise<SmtpAttempt> {
  let handedOver = false
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTLS,
    ignoreTLS: server.ignoreTLS,
    tls: { rejectUnauthorized: server.rejectUnauthorized },
    name: server.name,
    connectionTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    // Nothing of the conversation (addresses, credentials) goes to a log.
    logger: false,
  })
  // nodemailer starts reading only when the server has answered DATA with "go ahead".
  const content = new Readable({
    read() {
      handedOver = true
      this.push(mail.raw)
      this.push(null)
    },
  })
  const conversation = new Promise<string>((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('The connection was closed.')))
    const send = () =>
      connection.send({ from: mail.from, to: [mail.to], size: mail.raw.length }, content, (error, info) =>
        error ? reject(error) : resolve(String(info?.response ?? '')),
      )
    connection.connect((error) => {
      if (error) return reject(error)
      if (!server.auth) return send()
      connection.login({ user: server.auth.user, pass: server.auth.pass }, (loginError) =>
        loginError ? reject(loginError) : send(),
      )
    })
  })
  try {
    return { ok: true, reply: await untilAborted(conversation, signal) }
  } catch (error) {
    return { ok: false, failure: failureOf(error, signal.aborted), handedOver }
  } finally {
    // A late error of a connection we gave up has nobody to go to, but must have a listener.
    connection.on('error', () => {})
    connection.close()
    content.destroy()
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const ended = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(new Error('aborted'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true, signal: ended.signal })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    ended.abort()
    // Whichever lost the race may still reject.
    work.catch(() => {})
    aborted.catch(() => {})
  }
}

function failureOf(error: unknown, aborted: boolean): SmtpFailure {
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    code: text(fields.code),
    systemCode: text(fields.originalCode),
    command: text(fields.command),
    replyCode: typeof fields.responseCode === 'number' ? fields.responseCode : null,
    reply: text(fields.response),
    aborted,
  }
}
