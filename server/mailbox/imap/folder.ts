import { plain } from '../message/reading.ts'
import { MailboxFailure } from '../problems.ts'
import { type MailServer, mailBytesMax } from './connect.ts'

/** What is looked at of every mail: who sent it, how large it is and when it came. Nothing else is opened. */
export interface MailHead {
  uid: number
  /** Lower case; '' where none can be read. */
  sender: string
  subject: string
  /** As the server says, which may lie. */
  bytes: number
  receivedAt: Date | null
}

const listMs = 60_000
const headsMs = 60_000
const bodiesMs = 120_000
/** A folder with more new mails than this is read in several goes. */
export const headsMax = 200
const uidMax = 0xffff_ffff

/** Ids of mails above `afterUid`, the oldest first; at most a hundred thousand, the rest come next. */
export async function newUids(server: MailServer, afterUid: number): Promise<number[]> {
  if (afterUid >= uidMax) return []
  return uidsOf(server, { uid: `${afterUid + 1}:*` }, afterUid)
}

/** Ids of mails that came since then, the oldest first. */
export function uidsSince(server: MailServer, since: Date): Promise<number[]> {
  return uidsOf(server, { since }, 0)
}

/** The highest id that there is, 0 where there is no mail. */
export async function lastUid(server: MailServer): Promise<number> {
  return (await uidsOf(server, { uid: '*' }, 0)).at(-1) ?? 0
}

async function uidsOf(
  server: MailServer,
  query: { uid: string } | { since: Date },
  above: number,
): Promise<number[]> {
  const found = await server.within(listMs, (imap) => imap.search(query, { uid: true }))
  if (!found) throw new MailboxFailure('dropped')
  const own = found.filter((uid) => Number.isSafeInteger(uid) && uid > above && uid <= uidMax)
  return [...new Set(own)].sort((a, b) => a - b).slice(0, 100_000)
}

/** Heads of these mails that are still there, in the order of their ids. */
export async function headsOf(server: MailServer, uids: readonly number[]): Promise<MailHead[]> {
  if (uids.length === 0) return []
  const wanted = new Set(uids)
  const heads = new Map<number, MailHead>()
  await server.within(headsMs, async (imap) => {
    const query = { uid: true, size: true, internalDate: true, envelope: true }
    for await (const mail of imap.fetch(uids.join(','), query, { uid: true })) {
      if (!wanted.has(mail.uid) || heads.has(mail.uid)) continue
      const from = mail.envelope?.from ?? []
      const at = new Date(mail.internalDate ?? Number.NaN)
      heads.set(mail.uid, {
        uid: mail.uid,
        sender: from.length === 1 ? plain(from[0]?.address ?? '', 200).toLowerCase() : '',
        subject: plain(mail.envelope?.subject ?? '', 300),
        bytes: Number.isFinite(mail.size) ? Number(mail.size) : 0,
        receivedAt: Number.isNaN(at.getTime()) ? null : at,
      })
    }
  })
  return [...heads.values()].sort((a, b) => a.uid - b.uid)
}

/** Mails that are downloaded together: few, and small together. */
export function groupsOf(heads: readonly MailHead[]): MailHead[][] {
  const groups: MailHead[][] = []
  let bytes = 0
  for (const head of heads) {
    const last = groups.at(-1)
    if (last === undefined || last.length >= 25 || bytes + head.bytes > mailBytesMax) {
      groups.push([head])
      bytes = head.bytes
    } else {
      last.push(head)
      bytes += head.bytes
    }
  }
  return groups
}

/**
 * The mails themselves, unseen by the server's flags (BODY.PEEK); `too-large` where one is, whatever size the server has named
 * before. What is gone meanwhile is missing.
 */
export async function bodiesOf(
  server: MailServer,
  uids: readonly number[],
): Promise<Map<number, Buffer | 'too-large'>> {
  const bodies = new Map<number, Buffer | 'too-large'>()
  if (uids.length === 0) return bodies
  await server.within(bodiesMs, async (imap) => {
    let bytes = 0
    const read = async (wanted: readonly number[]) => {
      for await (const { uid, source } of imap.fetch(wanted.join(','), bodyQuery, { uid: true })) {
        if (!wanted.includes(uid) || bodies.has(uid) || !source?.length) continue
        bytes += source.length
        // Of mails that were said to be small together.
        if (bytes > 4 * mailBytesMax) throw new MailboxFailure('too-much')
        bodies.set(uid, source.length > mailBytesMax ? 'too-large' : source)
      }
    }
    await read(uids)
    // Some servers send the first of several only; that a mail is gone is for sure when it is asked for alone.
    if (uids.length > 1) for (const uid of uids) if (!bodies.has(uid)) await read([uid])
  })
  return bodies
}

const bodyQuery = { uid: true, source: { start: 0, maxLength: mailBytesMax + 1 } }
