import { type Read, ReadingFailed } from '../core/reader-pool.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { SaleMail } from '../model/selling.ts'
import type { MailHead } from './imap/folder.ts'
import { isBelow, wantedKeys } from './message/head.ts'
import type { SignatureKeys } from './message/keys.ts'
import { domainOf, type MailSite, mailReader, plain } from './message/reading.ts'
import type { MailOutcome } from './schema.ts'

export interface ReadOneDeps {
  read: Read
  keys: SignatureKeys
  sites: readonly MailSite[]
}

/** One mail, read to its end. */
export interface ReadOne {
  sender: string
  subject: string
  sentAt: string | null
  marketplace: string
  outcome: MailOutcome
  /** Of an unproven mail, too: those are shown, and never taken. */
  listings: SeenListing[]
  /** The sale that a proven mail tells of, with what makes the mail the same one; null where it tells of none. */
  sale: (SaleMail & { digest: string }) | null
  /** One sentence, where it gave nothing. */
  reason: string | null
}

/** The marketplaces that read mails. */
export function mailSites(marketplaces: ReadonlyMap<string, Marketplace>): MailSite[] {
  return [...marketplaces.values()].flatMap(({ id, mail, readMail, readSaleMail }) =>
    mail && readMail
      ? [
          {
            ...{ id, domains: mail.domains, member: 'default' },
            module: new URL(`../marketplaces/${id}/index.ts`, import.meta.url).href,
            ...{ hasAlerts: true, hasSales: readSaleMail !== undefined },
          },
        ]
      : [],
  )
}

/** Whose mail it says that it is, by its sender alone; null = nobody's that is known here, so it is not opened. */
export function siteOf(sites: readonly MailSite[], sender: string, alsoSales: boolean): MailSite | null {
  const site = sites.find(({ domains }) => isBelow(domainOf(sender), domains))
  return site !== undefined && (site.hasAlerts || (alsoSales && site.hasSales)) ? site : null
}

const forged =
  'Nothing proves that it comes from where it says: it has no valid signature of the marketplace, so it is shown here and its listings are not taken.'

/**
 * Reads a mail of a site apart from everything else. `keys-away` where its signature cannot be checked just now, since the DNS does
 * not answer; with `isLast` it counts as unproven then.
 */
export async function readOne(
  deps: ReadOneDeps,
  { head, site, bytes }: { head: MailHead; site: MailSite; bytes: Uint8Array },
  {
    trustedServer,
    alsoSales,
    isLast,
    signal,
  }: { trustedServer: string | null; alsoSales: boolean; isLast: boolean; signal: AbortSignal },
): Promise<ReadOne | 'keys-away'> {
  const { keys, isAway } = await deps.keys.read(wantedKeys(bytes, site.domains))
  const { sender, subject } = head
  const unread = { sender, subject, sentAt: null, marketplace: site.id, listings: [], sale: null }
  try {
    const given = { bytes, sites: deps.sites, keys, trustedServer, alsoSales }
    const mail = await deps.read(mailReader, [given], signal)
    // The server's envelope and the mail itself name two senders.
    if (mail.marketplace !== site.id || mail.page === null)
      return {
        ...unread,
        outcome: 'unproven',
        reason: 'It names several senders, or another one than the mail server does.',
      }
    const { sender: from, subject: named, sentAt, digest, sale } = mail
    const read = { sender: from, subject: named, sentAt, marketplace: site.id, sale: null }
    const { listings, reason = null } = mail.page
    if (mail.proof === null && isAway && !isLast) return 'keys-away'
    if (mail.proof === null) return { ...read, listings, outcome: 'unproven', reason: forged }
    if (sale !== null)
      return { ...read, listings: [], sale: { ...sale, digest }, outcome: 'sale', reason: null }
    return listings.length > 0
      ? { ...read, listings, outcome: 'taken', reason: null }
      : { ...read, listings, outcome: 'nothing', reason: plain(reason ?? '', 500) || null }
  } catch (error) {
    if (!(error instanceof ReadingFailed)) throw error
    return {
      ...unread,
      outcome: 'unreadable',
      reason: error.message.replace('What the site sent', 'This mail'),
    }
  }
}

/** A mail that is not even downloaded. */
export function tooLarge(head: MailHead, site: MailSite): ReadOne {
  const { sender, subject } = head
  const reason = 'It is larger than 5 MB, which no alert is; it was not read.'
  return {
    sender,
    subject,
    sentAt: null,
    marketplace: site.id,
    outcome: 'too-large',
    listings: [],
    sale: null,
    reason,
  }
}

/** A mail that somebody deleted in the meantime. */
export function gone(head: MailHead, site: MailSite): ReadOne {
  const { sender, subject } = head
  const reason = 'It was moved or deleted before it could be read.'
  return {
    sender,
    subject,
    sentAt: null,
    marketplace: site.id,
    outcome: 'gone',
    listings: [],
    sale: null,
    reason,
  }
}
