import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seenListing } from '../../../test/harness/factories.ts'
import type { Visitor } from '../../accounts/test-kit.ts'
import { sellerKey } from '../../core/seller-key.ts'
import { ingest } from '../../flows/ingest.ts'
import { lockMarketplaces } from '../../listings/store.ts'
import { noticeSigner } from '../../marketplaces/ebay/account/fake-server.ts'
import { type ConnectedHouse, connect, connectedHouse, deletionToken, deletionUrl } from './test-kit.ts'

const path = '/api/connections/ebay/account-deletion'
const hourMs = 3_600_000

let world: ConnectedHouse
let anna: Visitor
let signer: ReturnType<typeof noticeSigner>

beforeAll(async () => {
  world = await connectedHouse()
  anna = await world.house.member('anna@example.com')
}, 240_000)
afterAll(() => world?.[Symbol.asyncDispose]())
beforeEach(async () => {
  world.site.isAway = false
  // Each test has a day of budgets, and keys, of its own.
  world.clock.advance(25 * hourMs)
  signer = noticeSigner()
  world.site.keys.set(signer.kid, signer.answer)
})

interface Person {
  username: string
  userId: string
}

function noticeOf(person: Person, notificationId: string = randomUUID()) {
  const now = new Date().toISOString()
  return {
    metadata: { topic: 'MARKETPLACE_ACCOUNT_DELETION', schemaVersion: '1.0', deprecated: false },
    notification: {
      ...{ notificationId, eventDate: now, publishDate: now, publishAttemptCount: 1 },
      data: { ...person, eiasToken: 'nY+sHZ2PrBmdj6wVnY+sEZ2PrA2dj6wJnY+seQ==' },
    },
  }
}

/** Posts these very bytes, as eBay does: it has no session. */
async function send(body: string, signature: string | null, type = 'application/json') {
  const answer = await fetch(`${world.house.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(signature !== null && { 'x-ebay-signature': signature }) },
    body,
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const stranger = (): Person => ({ username: `name_${randomUUID()}`, userId: randomUUID().slice(0, 12) })
const query = <Row extends object>(sql: string, values: unknown[] = []) =>
  world.house.test.app.db.query<Row>(sql, values).then(({ rows }) => rows)
const ledger = () => query('SELECT * FROM deletion_notices ORDER BY received_at')

async function listingsBy(username: string, count: number): Promise<void> {
  const sightings = Array.from({ length: count }, () => ({
    marketplace: 'ebay',
    seen: seenListing({
      attributes: { brand: 'Fairbyte', sellerKey: sellerKey(username)!, sellerFeedbackScore: '31000' },
    }),
    observedAtMs: world.clock.now().getTime(),
  }))
  const { pipeline } = world.house.test.app
  await ingest(pipeline, { sightings, sourceId: null, scanId: null, demo: false, ownerId: null })
}

const listingsOf = (username: string) =>
  query(`SELECT FROM listings WHERE attributes->>'sellerKey' = $1`, [sellerKey(username)])

it('answers the challenge with the hash of code, token and address, in that order', async () => {
  const answer = await fetch(`${world.house.address}${path}?challenge_code=a8628072-3d33-45ee`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/json')
  const hash = createHash('sha256').update(`a8628072-3d33-45ee${deletionToken}${deletionUrl}`).digest('hex')
  expect(await answer.json()).toEqual({ challengeResponse: hash })
  expect((await fetch(`${world.house.address}${path}`)).status).toBe(422)
})

it('deletes, once, what is held of whose account is gone: the connection, and the seller of listings', async () => {
  await connect(world.site, anna)
  const person = { ...world.site.person }
  const other = stranger()
  await listingsBy(person.username, 2)
  await listingsBy(other.username, 1)
  const body = JSON.stringify(noticeOf(person))
  const done = await send(body, signer.sign(body))
  expect([done.status, done.text]).toEqual([204, ''])
  expect(await query('SELECT FROM marketplace_accounts')).toEqual([])
  expect(await listingsOf(person.username)).toEqual([])
  expect(await listingsOf(other.username)).toHaveLength(1)
  // The listings themselves stay, with what is not of the seller.
  const kept = await query(`SELECT attributes FROM listings WHERE attributes = '{"brand": "Fairbyte"}'`)
  expect(kept).toHaveLength(2)
  const rows = await ledger()
  expect(rows.at(-1)).toMatchObject({ marketplace: 'ebay', accounts: 1, listings: 2 })
  const written = JSON.stringify(rows)
  expect(written).not.toContain(person.username)
  expect(written).not.toContain(person.userId)
  expect(world.logged.join('')).not.toContain(person.userId)

  const noted = () =>
    query(`SELECT person_id AS person, details FROM audit_events WHERE what = 'marketplace-person-forgotten'`)
  const event = { person: null, details: { marketplace: 'ebay', connections: 1, listings: 2, orders: 0 } }
  expect(await noted()).toEqual([event])

  // Somebody connects that account again, and the same notice is delivered again.
  await connect(world.site, anna)
  expect((await send(body, signer.sign(body))).status).toBe(204)
  expect(await query('SELECT FROM marketplace_accounts')).toHaveLength(1)
  expect(await ledger()).toEqual(rows)
  expect(await noted()).toEqual([event])
})

it('finds people by their name alone and by their id alone, and does a notice that comes twice at a moment once', async () => {
  const person = stranger()
  await listingsBy(person.username, 1)
  await listingsBy(person.userId, 1)
  const body = JSON.stringify(noticeOf(person))
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(body, signer.sign(body))))
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204])
  expect(await listingsOf(person.username)).toEqual([])
  expect(await listingsOf(person.userId)).toEqual([])
  expect((await ledger()).at(-1)).toMatchObject({ accounts: 0, listings: 2 })
})

it('forgets the seller also in a page that is being written at that moment', async () => {
  const person = stranger()
  const other = stranger()
  await listingsBy(other.username, 1)
  const body = JSON.stringify(noticeOf(person))
  const { answer, early } = await world.house.test.app.db.transaction(async (tx) => {
    await lockMarketplaces(tx, ['ebay'])
    let early = false
    const answer = send(body, signer.sign(body)).finally(() => {
      early = true
    })
    await sleep(500)
    await tx.query(
      `UPDATE listings SET attributes = attributes || jsonb_build_object('sellerKey', $1::text)
       WHERE attributes->>'sellerKey' = $2`,
      [sellerKey(person.username), sellerKey(other.username)],
    )
    return { answer, early }
  })
  expect(early).toBe(false)
  expect((await answer).status).toBe(204)
  expect(await listingsOf(person.username)).toEqual([])
})

it('looks for sellers by an index, however many listings there are', async () => {
  const plan = await world.house.test.app.db.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off')
    const { rows } = await tx.query<Record<string, string>>(
      `EXPLAIN SELECT FROM listings WHERE marketplace = 'ebay' AND attributes ? 'sellerKey'
       AND attributes->>'sellerKey' = ANY(ARRAY['a', 'b'])`,
    )
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })
  expect(plan).toContain('listings_seller')
  expect(plan).toContain("(attributes ->> 'sellerKey'::text) = ANY")
})

it('checks the bytes as they came: spaces that were signed are good, spaces that were added are not', async () => {
  const person = stranger()
  const odd = JSON.stringify(noticeOf(person), null, '\t ').replaceAll('": ', '" :\r\n ')
  expect((await send(odd, signer.sign(odd))).status).toBe(204)
  const plain = JSON.stringify(noticeOf(person))
  expect((await send(`${plain} `, signer.sign(plain))).status).toBe(412)
  expect((await send(odd, signer.sign(JSON.stringify(JSON.parse(odd))))).status).toBe(412)
})

it('answers 412 to what is not signed by eBay, changes nothing, and asks eBay nothing for rubbish', async () => {
  const person = stranger()
  await listingsBy(person.username, 1)
  const before = await ledger()
  const body = JSON.stringify(noticeOf(person))
  const asked = world.site.requests.length
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
  const good = JSON.parse(Buffer.from(signer.sign(body), 'base64').toString()) as Record<string, string>
  for (const header of [
    null,
    '',
    'not base64 of JSON',
    encoded({}),
    encoded({ ...good, kid: '../../oauth2/token' }),
    encoded({ ...good, kid: 'x'.repeat(101) }),
    encoded({ ...good, alg: 'none' }),
    encoded({ ...good, signature: '' }),
    'A'.repeat(5000),
  ])
    expect((await send(body, header)).status).toBe(412)
  expect((await send('not json', signer.sign('not json'))).status).toBe(412)
  expect((await send('[]', signer.sign('[]'))).status).toBe(412)
  expect(world.site.requests).toHaveLength(asked)
  expect((await send(body, noticeSigner().sign(body, signer.kid))).status).toBe(412)
  const changed = JSON.stringify(noticeOf({ ...person, userId: 'another' }))
  expect((await send(changed, signer.sign(body))).status).toBe(412)
  expect((await send(body, signer.sign(body), 'text/plain')).status).toBe(415)
  const long = JSON.stringify({ ...noticeOf(person), more: 'x'.repeat(20_000) })
  expect((await send(long, signer.sign(long))).status).toBe(413)
  expect(await listingsOf(person.username)).toHaveLength(1)
  expect(await ledger()).toEqual(before)
})

it('a signed notice about something else is taken, and nothing is done', async () => {
  const before = await ledger()
  const body = JSON.stringify({ metadata: { topic: 'ITEM_MARKED_SHIPPED' }, notification: {} })
  expect((await send(body, signer.sign(body))).status).toBe(204)
  expect(await ledger()).toEqual(before)
})

it('a signed notice of a sale has the orders read of whom it names, else of all who sell there, and changes nothing else', async () => {
  const bert = await world.house.member('bert@example.com')
  await connect(world.site, anna)
  const seller = { ...world.site.person }
  world.site.person = { userId: 'another', username: 'another_seller' }
  await connect(world.site, bert)
  const before = await ledger()
  const read = async (data: object) => {
    // One that waits already is enough.
    await query(`DELETE FROM jobs.job WHERE name = 'poll-orders'`)
    const body = JSON.stringify({
      metadata: { topic: 'ORDER_CONFIRMATION', schemaVersion: '1.0' },
      notification: { notificationId: randomUUID(), data },
    })
    expect((await send(body, signer.sign(body))).status).toBe(204)
    expect((await send(body, noticeSigner().sign(body, signer.kid))).status).toBe(412)
    const rows = await query<{ email: string }>(
      `SELECT DISTINCT a.email FROM jobs.job j JOIN users a ON a.id = (j.data->>'userId')::bigint
       WHERE j.name = 'poll-orders' ORDER BY 1`,
    )
    return rows.map(({ email }) => email.split('@')[0])
  }
  const line = { orderId: '12-00001-00001', lineItemId: '1' }
  expect(await read({ ...line, seller: { userId: seller.userId } })).toEqual(['anna'])
  expect(await read({ ...line, sellerUsername: 'ANOTHER_seller' })).toEqual(['bert'])
  expect(await read({ ...line, buyer: { username: 'somebody' } })).toEqual(['anna', 'bert'])
  expect(await ledger()).toEqual(before)
})

it('asks for a key once an hour', async () => {
  const before = world.site.keysAsked()
  const deliver = async () => {
    const body = JSON.stringify(noticeOf(stranger()))
    expect((await send(body, signer.sign(body))).status).toBe(204)
  }
  for (let count = 0; count < 5; count++) await deliver()
  expect(world.site.keysAsked() - before).toBe(1)
  world.clock.advance(hourMs + 1000)
  await deliver()
  expect(world.site.keysAsked() - before).toBe(2)
})

it('keys that somebody made up cost eBay a few calls, and do not keep out those that are eBay’s', async () => {
  const deliver = async () => {
    const body = JSON.stringify(noticeOf(stranger()))
    return (await send(body, signer.sign(body))).status
  }
  expect(await deliver()).toBe(204)
  const before = world.site.keysAsked()
  const body = JSON.stringify(noticeOf(stranger()))
  const answers: number[] = []
  for (let count = 0; count < 120; count++)
    answers.push((await send(body, signer.sign(body, randomUUID()))).status)
  expect(world.site.keysAsked() - before).toBeLessThanOrEqual(20)
  expect(new Set(answers)).toEqual(new Set([412, 503]))
  // The same again is known not to be one.
  const one = randomUUID()
  world.clock.advance(hourMs)
  expect((await send(body, signer.sign(body, one))).status).toBe(412)
  const once = world.site.keysAsked()
  expect((await send(body, signer.sign(body, one))).status).toBe(412)
  expect(world.site.keysAsked()).toBe(once)
  // A flood that goes on: eBay's own key has to be asked for again meanwhile.
  for (let count = 0; count < 30; count++) await send(body, signer.sign(body, randomUUID()))
  expect(await deliver()).toBe(204)
})

it('answers 503 while eBay cannot be asked for the key, so that it comes again, and then does it', async () => {
  const person = stranger()
  await listingsBy(person.username, 1)
  const body = JSON.stringify(noticeOf(person))
  world.site.isAway = true
  const later = await send(body, signer.sign(body))
  expect(later.status).toBe(503)
  expect(Number(later.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await listingsOf(person.username)).toHaveLength(1)
  world.site.isAway = false
  expect((await send(body, signer.sign(body))).status).toBe(204)
  expect(await listingsOf(person.username)).toEqual([])
})

it('a notice that could not be done whole was not done at all, and is done when it comes again', async () => {
  const person = stranger()
  await listingsBy(person.username, 1)
  const body = JSON.stringify(noticeOf(person))
  const before = await ledger()
  await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`)
  await query('CREATE TRIGGER refuse BEFORE UPDATE ON listings FOR EACH ROW EXECUTE FUNCTION refuse()')
  expect((await send(body, signer.sign(body))).status).toBe(500)
  expect(await ledger()).toEqual(before)
  await query('DROP FUNCTION refuse() CASCADE')
  expect((await send(body, signer.sign(body))).status).toBe(204)
  expect(await listingsOf(person.username)).toEqual([])
})

/** eBay's own vectors, in the form of its SDKs' tests: on developers' machines. */
const vectorsFile = fileURLToPath(
  new URL('../../../../shared/fixtures/ebay/event_notification_signature_vectors.json', import.meta.url),
)
describe.skipIf(!existsSync(vectorsFile))(
  'the vectors that eBay signed (skipped where ../shared is absent)',
  () => {
    interface Vector {
      signature: string
      message: object
      response: { key: string; algorithm: string; digest: string } | null
    }
    it.each([
      ['VALID', 204],
      ['INVALID', 412],
      ['SIGNATURE_MISMATCH', 412],
      ['ERROR', 412],
    ])('%s → %i', async (name, status) => {
      const vector = (JSON.parse(readFileSync(vectorsFile, 'utf8')) as Record<string, Vector>)[name]!
      const { kid } = JSON.parse(Buffer.from(vector.signature, 'base64').toString()) as { kid: string }
      if (vector.response === null) world.site.keys.delete(kid)
      else world.site.keys.set(kid, vector.response)
      expect((await send(JSON.stringify(vector.message), vector.signature)).status).toBe(status)
    })
  },
)
