import { isIP } from 'node:net'
import MailComposer from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import type { Message } from '../../model/message.ts'
import { links, renderText, subjectOf } from '../render.ts'
import { renderHtml } from '../render-html.ts'
import { signedId } from '../signed-id.ts'
import type { SmtpServer } from './smtp-url.ts'

export interface ComposedMail {
  from: string
  to: string
  raw: Buffer
  messageId: string
}

/** Mail programs cut long messages off (one popular one at 102 KB): more matches than this are a link. */
const itemsMax = 12

/** The bare address out of `Name <address>` or `address`; null when there is none. */
export function addressOf(text: string): string | null {
  const inside = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text
  return bareAddress(inside.trim())
}

function bareAddress(text: string): string | null {
  return /^[^\s<>,;@"]{1,64}@[^\s<>,;@"]{1,255}$/.test(text) ? text : null
}

/** The sender when MAIL_FROM is not set: the mail account itself, else `deal-scout@` the domain Deal Scout runs at. */
export function defaultFrom(server: SmtpServer, baseUrl: string): string {
  const account = server.auth && addressOf(server.auth.user)
  if (account) return `Deal Scout <${account}>`
  const domains = [URL.canParse(baseUrl) ? new URL(baseUrl).hostname : '', server.host]
  return `Deal Scout <deal-scout@${domains.find(isDomain) ?? 'localhost.localdomain'}>`
}

function isDomain(host: string): boolean {
  return host.includes('.') && isIP(host) === 0
}

/**
 * Message-ID of a mail: the same for every attempt, so mailboxes can drop a repetition, and signed, so that a bounce of a
 * mail that we never sent is known by it.
 */
export function messageIdOf(
  { idempotencyKey, sign }: Pick<MailFacts, 'idempotencyKey' | 'sign'>,
  { from, to }: { from: string; to: string },
): string {
  return `<${signedId(sign, idempotencyKey, to)}@${from.slice(from.lastIndexOf('@') + 1)}>`
}

/** What a mail says besides its message. */
export interface MailFacts {
  idempotencyKey: string
  sign: (text: string) => string
  baseUrl: string
  /** Where one POST ends these mails (RFC 8058); null where there is no such thing. */
  unsubscribeUrl: string | null
  now: Date
}

/** Builds the whole MIME message: plain text and HTML of the same content. `from` may carry a display name. */
export async function composeMail(
  message: Message,
  parties: { from: string; to: string },
  facts: MailFacts,
): Promise<ComposedMail | null> {
  const { baseUrl, unsubscribeUrl, now } = facts
  const from = addressOf(parties.from)
  const to = bareAddress(parties.to)
  if (!from || !to) return null
  const messageId = messageIdOf(facts, { from, to })
  const raw = await new MailComposer({
    from: { name: displayName(parties.from), address: from },
    to: { name: '', address: to },
    ...(!hasEncodedWord(subjectOf(message)) && { subject: subjectOf(message) }),
    text: renderText(message, baseUrl, itemsMax, unsubscribeUrl),
    html: renderHtml(message, baseUrl, itemsMax, unsubscribeUrl),
    date: now,
    messageId,
    headers: {
      ...encodedSubject(subjectOf(message)),
      ...unsubscribeHeaders(unsubscribeUrl, baseUrl),
      'Auto-Submitted': 'auto-generated',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  return { from, to, raw, messageId }
}

/** What mail programs would decode (RFC 2047), behind the cleaning of what is invisible or turns the reading order. */
function hasEncodedWord(text: string): boolean {
  return text.includes('=?')
}

/** Such a text is encoded once more, as a whole, so that it is shown as it stands in the listing. */
function encodedSubject(text: string): Record<string, { prepared: true; foldLines: true; value: string }> {
  if (!hasEncodedWord(text)) return {}
  return { Subject: { prepared: true, foldLines: true, value: encodeWord(text, 'B', 52) } }
}

/** Mail programs show a button for these; without an address for one click it leads to the settings. */
function unsubscribeHeaders(unsubscribeUrl: string | null, baseUrl: string): Record<string, string> {
  if (unsubscribeUrl === null) return { 'List-Unsubscribe': `<${links.settings(baseUrl)}>` }
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function displayName(from: string): string {
  const name = from.includes('<') ? from.slice(0, from.lastIndexOf('<')) : ''
  return name.trim().replace(/^"|"$/g, '')
}
