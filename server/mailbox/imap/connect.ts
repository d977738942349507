import { isIP } from 'node:net'
import { ImapFlow, type MailboxObject } from 'imapflow'
import { MailboxFailure } from '../problems.ts'
import type { SignIn } from './access.ts'
import { addressOf, type Reach, type ServerName } from './address.ts'

/** A mail larger than this is no alert. */
export const mailBytesMax = 5_000_000
/** The line that lists a hundred thousand mails has 700 KB. */
const lineBytesMax = 2_000_000
const connectMs = 15_000
const answerMs = 20_000

/** A connection to a mail server that only looks: it is given no way to change anything. */
export interface MailServer {
  client: ImapFlow
  /** Runs a command; ends the connection where the server takes longer than that, or the signal stops it. */
  within<T>(ms: number, run: (client: ImapFlow) => Promise<T>): Promise<T>
  /** Opens a folder for reading alone (EXAMINE). */
  examine(folder: string): Promise<MailboxObject>
  folders(): Promise<{ path: string; isInbox: boolean }[]>
  /** Aborted when the connection is over. */
  ended: AbortSignal
  close(): void
}

/** Connects and signs in; throws a MailboxFailure that says what is wrong. */
export async function connectMailServer(
  reach: Reach,
  server: ServerName,
  signIn: SignIn,
  signal: AbortSignal,
): Promise<MailServer> {
  const address = await addressOf(reach, server, signal)
  const client = new ImapFlow({
    ...{ host: address, port: server.port, secure: server.security === 'tls' },
    ...(isIP(server.host) === 0 && { servername: server.host }),
    ...(server.security !== 'tls' && { doSTARTTLS: server.security === 'starttls' }),
    ...{ auth: signIn, logger: false, clientInfo: { name: 'Deal Scout' } },
    // What is packed may unpack to anything.
    ...{ disableCompression: true, disableBinary: true, disableAutoIdle: true, maxIdleTime: 4 * 60_000 },
    ...{ connectionTimeout: connectMs, greetingTimeout: connectMs },
    ...{ maxLineLength: lineBytesMax, maxLiteralSize: mailBytesMax + 1000 },
    maxResponseSize: mailBytesMax + lineBytesMax,
  })
  const ended = new AbortController()
  let why: unknown
  const close = () => {
    ended.abort(new MailboxFailure('dropped'))
    client.close()
  }
  client.on('error', (error: unknown) => {
    why ??= error
    close()
  })
  client.on('close', () => ended.abort(new MailboxFailure('dropped')))
  signal.addEventListener('abort', close, { once: true })

  async function within<T>(ms: number, run: (client: ImapFlow) => Promise<T>): Promise<T> {
    const given = Promise.withResolvers<never>()
    const over = () => given.reject(failureOf(why ?? ended.signal.reason))
    const timer = setTimeout(
      () => {
        given.reject(new MailboxFailure('hung'))
        close()
      },
      Math.min(ms, reach.patienceMs ?? ms),
    )
    ended.signal.addEventListener('abort', over, { once: true })
    try {
      signal.throwIfAborted()
      if (ended.signal.aborted) throw failureOf(why ?? ended.signal.reason)
      const work = run(client)
      // Where the connection ends first, how the command ends is nobody's concern any more.
      work.catch(() => {})
      return await Promise.race([work, given.promise])
    } catch (error) {
      signal.throwIfAborted()
      throw failureOf(error)
    } finally {
      clearTimeout(timer)
      ended.signal.removeEventListener('abort', over)
      given.promise.catch(() => {})
    }
  }

  const opened: MailServer = {
    ...{ client, within, close, ended: ended.signal },
    async examine(folder) {
      try {
        return await within(answerMs, (imap) => imap.mailboxOpen(folder, { readOnly: true }))
      } catch (error) {
        const isThere = error instanceof MailboxFailure && error.problem !== 'not-imap'
        throw isThere ? error : new MailboxFailure('folder-missing', error)
      }
    },
    async folders() {
      const found = await within(answerMs, (imap) => imap.list())
      return found
        .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
        .slice(0, 500)
        .map(({ path, specialUse }) => ({ path, isInbox: specialUse === '\\Inbox' }))
    },
  }
  try {
    await within(connectMs + answerMs, (imap) => imap.connect())
    return opened
  } catch (error) {
    close()
    throw error
  }
}

const unreachableCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EPIPE', 'EHOSTDOWN'],
  ...['CONNECT_TIMEOUT', 'EADDRNOTAVAIL', 'EACCES'],
])
const droppedCodes = new Set([
  'NoConnection',
  'EConnectionClosed',
  'ClosedAfterConnectTLS',
  'ClosedAfterConnectText',
])

/** What the library, the socket or the server complained of, as one of the problems that are told. */
export function failureOf(error: unknown): MailboxFailure {
  if (error instanceof MailboxFailure) return error
  const { code, authenticationFailed } = (error ?? {}) as { code?: unknown; authenticationFailed?: unknown }
  if (authenticationFailed === true) return new MailboxFailure('sign-in-refused', error)
  const name = String(code ?? '')
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL_(?!WRONG_VERSION)/.test(name))
    return new MailboxFailure('not-trusted', error)
  if (unreachableCodes.has(name)) return new MailboxFailure('unreachable', error)
  if (/TooLarge|TooLong/.test(name)) return new MailboxFailure('too-much', error)
  if (name === 'ETIMEOUT' || name === 'GREETING_TIMEOUT' || name === 'GREEETING_TIMEOUT')
    return new MailboxFailure('hung', error)
  if (droppedCodes.has(name)) return new MailboxFailure('dropped', error)
  return new MailboxFailure('not-imap', error)
}
