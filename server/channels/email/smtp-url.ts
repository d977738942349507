import { isLoopback } from '../../core/loopback.ts'

/** Where and how to hand over mail, read from SMTP_URL. */
export interface SmtpServer {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: boolean
  requireTLS: boolean
  ignoreTLS: boolean
  rejectUnauthorized: boolean
  /** What we call ourselves in EHLO; undefined = this machine's name. */
  name: string | undefined
  /** So many mails are handed over at the same time. */
  maxConnections: number
  auth: { user: string; pass: string } | null
}

/**
 * Reads `smtp://user:password@host:587` or `smtps://…`; null when it is neither. Parameters: `requireTLS=true`,
 * `ignoreTLS=true`, `tls.rejectUnauthorized=false`, `name=<EHLO name>`, `maxConnections=<1 to 100>`. With a password
 * TLS is required unless ignoreTLS is set or the server is on this machine.
 */
export function parseSmtpUrl(text: unknown): SmtpServer | null {
  if (typeof text !== 'string' || !URL.canParse(text)) return null
  const url = new URL(text)
  if ((url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || !url.hostname) return null
  const user = decode(url.username)
  const pass = decode(url.password)
  if (user === null || pass === null) return null
  const maxConnections = Number(url.searchParams.get('maxConnections') ?? defaultConnections)
  if (!Number.isInteger(maxConnections) || maxConnections < 1 || maxConnections > 100) return null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isSet = (name: string) => url.searchParams.get(name) === 'true'
  const secure = url.protocol === 'smtps:'
  const isLocal = isLoopback(host)
  return {
    host,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: isSet('requireTLS') || (user !== '' && !isSet('ignoreTLS') && !isLocal && !secure),
    ignoreTLS: isSet('ignoreTLS'),
    rejectUnauthorized: url.searchParams.get('tls.rejectUnauthorized') !== 'false',
    name: url.searchParams.get('name') ?? undefined,
    maxConnections,
    auth: user ? { user, pass } : null,
  }
}

/** See `Unencrypted`: STARTTLS that is only used where it is offered can be taken out on the way. */
export function unencryptedMail(text: string): string | null {
  const server = parseSmtpUrl(text)
  if (server === null || isLoopback(server.host)) return null
  if (!server.rejectUnauthorized)
    return `goes to ${server.host} without checking its certificate: leave out tls.rejectUnauthorized=false`
  return server.secure || (server.requireTLS && !server.ignoreTLS)
    ? null
    : `goes to ${server.host} by TLS only where it offers that: use smtps://, or add requireTLS=true`
}

/** What mail servers commonly allow to one client. */
const defaultConnections = 20

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
