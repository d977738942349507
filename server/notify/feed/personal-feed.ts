import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Authorized, asProgram } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { notFound } from '../../core/errors.ts'
import { type FeedFormat, feedDocument } from './feed.ts'
import { deleteFeed, feedByHash, newestAboutListings, writeFeed } from './feed-store.ts'

export interface FeedDeps {
  db: Db
  clock: Clock
  audit: Audit
  baseUrl(): string
}

/** Addresses of a feed, shown once: what is stored opens nothing. */
export interface FeedAddresses {
  rss: string
  json: string
}

const tokenBytes = 16
const notificationsShown = 100

/** A new address; the one before opens nothing any more. */
export async function makeFeed(
  { db, clock, audit, baseUrl }: FeedDeps,
  userId: Authorized<'self'>,
): Promise<FeedAddresses> {
  const token = randomBytes(tokenBytes).toString('hex')
  await db.transaction(async (tx) => {
    await writeFeed(tx, userId, { tokenHash: hashOf(token), now: clock.now() })
    await audit.note(tx, { what: 'feed-made', person: userId })
  })
  const address = `${baseUrl()}/feeds/${token}`
  return { rss: `${address}.rss`, json: `${address}.json` }
}

/** Throws not-found where there was none. */
export async function endFeed(
  { db, audit }: Pick<FeedDeps, 'db' | 'audit'>,
  userId: Authorized<'self'>,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await deleteFeed(tx, userId))) throw notFound('feed of matches')
    await audit.note(tx, { what: 'feed-ended', person: userId })
  })
}

/** What the address with this token shows; not-found where it is nobody's, whatever the reason. */
export async function readFeed(
  { db, baseUrl }: Pick<FeedDeps, 'db' | 'baseUrl'>,
  token: string,
  format: FeedFormat,
): Promise<string> {
  const hash = hashOf(token)
  const feed = await feedByHash(db, hash)
  if (feed === null || !timingSafeEqual(Buffer.from(feed.tokenHash), Buffer.from(hash)))
    throw notFound('feed of matches')
  // Whoever has the token is let in by it.
  const found = await newestAboutListings(db, asProgram(feed.userId), notificationsShown)
  return feedDocument(format, baseUrl(), found)
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
