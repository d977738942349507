import { createHash } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { simpleParser } from 'mailparser'
import { reader } from '../../core/reader-pool.ts'
import { oneLine, withoutUnseen } from '../../core/text.ts'
import type { MailMessage, Marketplace, SearchPage } from '../../marketplaces/contract.ts'
import type { SaleMail } from '../../model/selling.ts'
import { checkedByServer, headerLines, isBelow } from './head.ts'

/** A marketplace whose mails are read. */
export interface MailSite {
  id: string
  /** Address of the module that reads them, and the name under which it has the reader. */
  module: string
  member: string
  /** It has alerts that become listings. */
  hasAlerts: boolean
  /** It tells its sellers of their sales in a form that is known. */
  hasSales: boolean
  domains: readonly string[]
}

/** What is known of a mail before it is read. */
export interface MailGiven {
  bytes: Uint8Array
  sites: readonly MailSite[]
  /** Keys by their name in the DNS, as the DNS gave them; what is missing is not there. */
  keys: Readonly<Record<string, string[][]>>
  /** Name by which the receiving server signs what it has checked; null = its word does not count. */
  trustedServer: string | null
  /** The person lets mails about their sales be read. */
  alsoSales: boolean
}

/** A mail as it was read: what it says is to be believed only where it is proven. */
export interface ReadMail {
  /** Lower case; '' where it names none, or several. */
  sender: string
  subject: string
  sentAt: string | null
  /** Whose mail it says it is. */
  marketplace: string | null
  /** Why it is proven to be theirs; null = it is not. */
  proof: 'signature' | 'server' | null
  /** Null where it is nobody's. */
  page: SearchPage | null
  /** The sale that it tells its seller of; null where it tells of none, or mails about sales are not read. */
  sale: SaleMail | null
  /** The same for the same mail wherever it is found: by what its sender wrote, not by what servers on the way added. */
  digest: string
}

const subjectMax = 300

/** Reads one mail whole. What cannot be read as a mail has no sender; never throws for what stands in it. */
export async function readMail({
  bytes,
  sites,
  keys,
  trustedServer,
  alsoSales,
}: MailGiven): Promise<ReadMail> {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const message = await parsed(mail)
  const site = sites.find(({ domains }) => isBelow(domainOf(message.from), domains))
  const { from: sender, subject, sentAt } = message
  const read = { sender, subject, sentAt, digest: digestOf(mail, message) }
  if (site === undefined) return { ...read, marketplace: null, proof: null, page: null, sale: null }
  const loaded = (await import(site.module)) as Record<string, Pick<Marketplace, 'readMail' | 'readSaleMail'>>
  const reader = loaded[site.member]!
  return {
    ...{ ...read, marketplace: site.id },
    proof: await proofOf(mail, site, keys, trustedServer),
    page: reader.readMail?.(message) ?? noAlert,
    sale: (alsoSales && reader.readSaleMail?.(message)) || null,
  }
}

const noAlert: SearchPage = { outcome: 'empty', listings: [], next: null, complete: false }

function digestOf(mail: Buffer, { from, subject, sentAt }: MailMessage): string {
  const at = mail.indexOf('\r\n\r\n')
  const hash = createHash('sha256').update(JSON.stringify([from, subject, sentAt]))
  return hash
    .update(at < 0 ? mail : mail.subarray(at))
    .digest('hex')
    .slice(0, 32)
}

export const mailReader = reader<typeof readMail>(new URL(import.meta.url), 'readMail')

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

async function parsed(mail: Buffer): Promise<MailMessage> {
  const nothing = { from: '', subject: '', sentAt: null, text: null, html: null }
  const read = await simpleParser(mail, {
    ...{ skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true },
  }).catch(() => null)
  if (read === null) return nothing
  // Of several senders each reader would show another one.
  const isOne = headerLines(mail).filter(({ name }) => name === 'from').length === 1
  const [from, ...others] = read.from?.value ?? []
  const sentAt = read.date instanceof Date && !Number.isNaN(read.date.getTime()) ? read.date : null
  return {
    from: isOne && others.length === 0 ? plain(from?.address ?? '', 200).toLowerCase() : '',
    subject: plain(read.subject ?? '', subjectMax),
    sentAt: sentAt?.toISOString() ?? null,
    text: read.text ?? null,
    html: typeof read.html === 'string' ? read.html : null,
  }
}

/** What of a stranger's line can be stored and shown. */
export function plain(text: string, lengthMax: number): string {
  const shown = withoutUnseen(text.slice(0, 4 * lengthMax)).replaceAll('\0', '')
  return oneLine(shown).slice(0, lengthMax).toWellFormed()
}

/**
 * A signature of the site's over the sender and the whole body, by a key that the site publishes; else the word of the receiving
 * server, where the person trusts that.
 */
async function proofOf(
  mail: Buffer,
  { domains }: MailSite,
  keys: MailGiven['keys'],
  trustedServer: string | null,
): Promise<ReadMail['proof']> {
  if (Object.keys(keys).length > 0) {
    const { results } = await dkimVerify(mail, {
      async resolver(name) {
        const records = keys[name.toLowerCase()]
        if (records === undefined) throw Object.assign(new Error('not there'), { code: 'ENOTFOUND' })
        return records
      },
    })
    const isSigned = results.some(
      ({ status, signingDomain, algo, signingHeaders }) =>
        status.result === 'pass' &&
        isBelow(signingDomain ?? '', domains) &&
        /^(?:rsa|ed25519)-sha256$/i.test(algo ?? '') &&
        /(?:^|[:\s])from(?:$|[:\s])/i.test(signingHeaders?.keys ?? ''),
    )
    if (isSigned) return 'signature'
  }
  if (trustedServer === null) return null
  return checkedByServer(mail, trustedServer).some((domain) => isBelow(domain, domains)) ? 'server' : null
}
