import { Readable } from 'node:stream'
import SMTPPool from 'nodemailer/lib/smtp-pool'
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

export interface MailServer {
  /** Hands one mail over; never throws. */
  send(mail: ComposedMail, signal: AbortSignal): Promise<SmtpAttempt>
  /** Connects, greets and signs in as for a mail, and sends none; null = the server would take one. Never throws. */
  check(): Promise<SmtpFailure | null>
  /** Lets what is under way end, then closes every connection. */
  close(): void
}

/** A connection that nothing used for so long is closed, before a firewall on the way forgets it. */
const idleMs = 60_000

/**
 * Keeps connections open for the mails that follow, since greeting, TLS and login cost more than a mail. One that the
 * server closed meanwhile is replaced once without counting as a failure, as long as nothing of the mail was sent.
 */
export function connectMailServer(server: SmtpServer, timeouts: SmtpTimeouts): MailServer {
  const pool = new SMTPPool({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTLS,
    ignoreTLS: server.ignoreTLS,
    tls: { rejectUnauthorized: server.rejectUnauthorized },
    ...(server.name !== undefined && { name: server.name }),
    // A server that offers no login is asked for one all the same: what is set shall not be passed over in silence.
    ...(server.auth && { auth: server.auth, forceAuth: true }),
    connectionTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    maxConnections: server.maxConnections,
    maxRequeues: 1,
    idleTimeout: idleMs,
    // Nothing of the conversation (addresses, credentials) goes to a log.
    logger: false,
  })
  return {
    async send(mail, signal) {
      let handedOver = false
      const { from, to, raw, messageId } = mail
      // What the pool asks of a message. Its content is read only when the server has answered DATA with "go ahead".
      const message = {
        getEnvelope: () => ({ from, to: [to], size: raw.length }),
        messageId: () => messageId,
        getHeader: () => messageId,
        createReadStream: () =>
          new Readable({
            read() {
              handedOver = true
              this.push(raw)
              this.push(null)
            },
          }),
      }
      const pooled = { data: { signal }, message } as unknown as Parameters<typeof pool.send>[0]
      try {
        const reply = await new Promise<string>((resolve, reject) => {
          pool.send(pooled, (error, info) => (error ? reject(error) : resolve(String(info?.response ?? ''))))
        })
        return { ok: true, reply }
      } catch (error) {
        return { ok: false, failure: failureOf(error, signal.aborted), handedOver }
      }
    },
    async check() {
      try {
        await pool.verify()
        return null
      } catch (error) {
        return failureOf(error, false)
      }
    },
    close: () => pool.close(),
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
