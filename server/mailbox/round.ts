import type { Clock } from '../core/clock.ts'
import { databaseAwayIn } from '../core/database-away.ts'
import type { Db } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { SaleMail } from '../model/selling.ts'
import type { MailServer } from './imap/connect.ts'
import { mailBytesMax } from './imap/connect.ts'
import {
  bodiesOf,
  groupsOf,
  headsMax,
  headsOf,
  lastUid,
  type MailHead,
  newUids,
  uidsSince,
} from './imap/folder.ts'
import { type ClaimedMailbox, noteRead, noteStuck } from './lease-store.ts'
import type { MailSite } from './message/reading.ts'
import { MailboxFailure } from './problems.ts'
import { gone, type ReadOne, type ReadOneDeps, readOne, siteOf, tooLarge } from './read-one.ts'

/** A look at a thing for sale that a mail gave. */
export interface MailSighting {
  marketplace: string
  seen: SeenListing
  observedAtMs: number
}

/** What a proven mail of a marketplace told its seller. */
export interface MailSale {
  marketplace: string
  sale: SaleMail
  /** The same for the same mail wherever it is found. */
  digest: string
  sentAt: Date
}

export interface RoundDeps extends ReadOneDeps {
  db: Db
  clock: Clock
  log: Log
  /** Takes in what mails showed to this person, in one transaction; what is known already changes nothing. */
  take(page: { ownerId: number; sightings: MailSighting[] }): Promise<unknown>
  /** Takes in what a mail told this person of a sale of theirs; the same mail again changes nothing. */
  takeSale(ownerId: number, sale: MailSale): Promise<void>
}

/** How far a mailbox was read in this connection. */
export interface Progress {
  uidValidity: number
  /** Null until the beginning is found. */
  lastUid: number | null
  stuckSince: Date | null
}

const dayMs = 86_400_000
/** A mail that cannot be checked for so long counts as unproven, so that the others are read. */
const stuckMsMax = dayMs

/**
 * Reads what came since the last mail that was read, at most two hundred mails; true where there may be more. Each few mails are
 * taken in, and then noted as read: a process that dies in between has them read again, which changes nothing.
 */
export async function readRound(
  deps: RoundDeps,
  server: MailServer,
  box: ClaimedMailbox,
  at: Progress,
  signal: AbortSignal,
): Promise<boolean> {
  const note = async (uid: number, others: number, mails: readonly (ReadOne & { uid: number })[]) => {
    const rows = mails.map(({ listings, sale: _, sentAt, ...mail }) => ({
      ...{ ...mail, sentAt: sentAt === null ? null : new Date(sentAt) },
      listings: mail.outcome === 'taken' ? listings.length : 0,
    }))
    const now = deps.clock.now()
    const isHeld = await deps.db.transaction((tx) =>
      noteRead(tx, box, { uidValidity: at.uidValidity, lastUid: uid, others, mails: rows, now }),
    )
    if (!isHeld) throw new MailboxFailure('dropped')
    at.lastUid = uid
    at.stuckSince = null
  }
  const uids = await uidsToRead(deps, server, box, at)
  if (uids.length === 0) {
    // What comes from now on is counted from here.
    if (at.lastUid === null) await note(await lastUid(server), 0, [])
    return false
  }
  const batch = uids.slice(0, headsMax)
  const heads = await headsOf(server, batch)
  const own = heads.flatMap((head) => {
    const site = siteOf(deps.sites, head.sender, box.alsoSales)
    return site === null ? [] : [{ head, site }]
  })
  let others = heads.length - own.length
  const siteOfUid = new Map(own.map(({ head, site }) => [head.uid, site]))
  const isSmall = ({ bytes }: MailHead) => bytes <= mailBytesMax
  for (const group of groupsOf(own.map(({ head }) => head))) {
    signal.throwIfAborted()
    const bodies = await bodiesOf(
      server,
      group.filter(isSmall).map(({ uid }) => uid),
    )
    const read: (ReadOne & { uid: number; observedAtMs: number })[] = []
    let isStuck = false
    for (const mail of await inFours(group, (head) => {
      const body = isSmall(head) ? bodies.get(head.uid) : 'too-large'
      return readBody(deps, { head, site: siteOfUid.get(head.uid)!, body }, box, at, signal)
    })) {
      isStuck ||= mail === 'keys-away'
      if (mail === 'keys-away' || isStuck) break
      read.push(mail)
    }
    await takeIn(deps, box, read)
    const last = read.at(-1)
    if (last !== undefined) await note(last.uid, others, read)
    if (last !== undefined) others = 0
    if (isStuck) {
      await noteStuck(deps.db, box, deps.clock.now())
      throw new MailboxFailure('keys-away')
    }
  }
  const hasMore = uids.length > batch.length
  // Of an id that is named and never shown nothing was read: it is passed over only where later ones are there.
  const end = hasMore ? batch.at(-1)! : (heads.at(-1)?.uid ?? null)
  if (end !== null && (at.lastUid === null || at.lastUid < end || others > 0)) await note(end, others, [])
  return hasMore
}

async function uidsToRead(
  deps: RoundDeps,
  server: MailServer,
  box: ClaimedMailbox,
  at: Progress,
): Promise<number[]> {
  if (at.lastUid !== null) return newUids(server, at.lastUid)
  if (box.readBackDays === 0) return []
  return uidsSince(server, new Date(deps.clock.now().getTime() - box.readBackDays * dayMs))
}

async function readBody(
  deps: RoundDeps,
  { head, site, body }: { head: MailHead; site: MailSite; body: Buffer | 'too-large' | undefined },
  { trustedServer, alsoSales }: ClaimedMailbox,
  { stuckSince }: Progress,
  signal: AbortSignal,
): Promise<(ReadOne & { uid: number; observedAtMs: number }) | 'keys-away'> {
  const nowMs = deps.clock.now().getTime()
  const isLast = stuckSince !== null && nowMs - stuckSince.getTime() > stuckMsMax
  const mail =
    body === undefined
      ? gone(head, site)
      : body === 'too-large'
        ? tooLarge(head, site)
        : await readOne(deps, { head, site, bytes: body }, { trustedServer, alsoSales, isLast, signal })
  if (mail === 'keys-away') return mail
  const saidMs = mail.sentAt === null ? Number.NaN : Date.parse(mail.sentAt)
  const cameMs = head.receivedAt?.getTime() ?? nowMs
  // A mail cannot have been sent after it came.
  return {
    ...mail,
    uid: head.uid,
    observedAtMs: Math.min(nowMs, cameMs, Number.isNaN(saidMs) ? nowMs : saidMs),
  }
}

/** In order, four at a time. */
async function inFours<T, R>(all: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < all.length; at += 4) done.push(...(await Promise.all(all.slice(at, at + 4).map(run))))
  return done
}

/** Listings that are taken in together; larger pages would hold rules and marketplace locked for too long. */
const takenTogether = 200

async function takeIn(
  deps: RoundDeps,
  { id, userId }: ClaimedMailbox,
  mails: readonly (ReadOne & { observedAtMs: number })[],
): Promise<void> {
  const sightings = mails.flatMap(({ outcome, marketplace, listings, observedAtMs }) =>
    outcome === 'taken' ? listings.map((seen) => ({ marketplace, seen, observedAtMs })) : [],
  )
  try {
    for (let at = 0; at < sightings.length; at += takenTogether)
      await deps.take({ ownerId: userId, sightings: sightings.slice(at, at + takenTogether) })
    for (const { sale, marketplace, observedAtMs } of mails)
      if (sale !== null) {
        const { digest, ...told } = sale
        await deps.takeSale(userId, { marketplace, sale: told, digest, sentAt: new Date(observedAtMs) })
      }
  } catch (error) {
    if (databaseAwayIn(error)) throw error
    deps.log.error({ err: error, mailbox: id }, 'what mails hold could not be stored')
    throw new MailboxFailure('not-stored', error)
  }
}
