import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StubClock, stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { addPerson, makeRows, makeRule, type Person } from '../../test/harness/people.ts'
import * as signing from '../accounts/auth/account-store.ts'
import * as factors from '../accounts/factors/factor-store.ts'
import * as passkeys from '../accounts/factors/passkey-store.ts'
import * as keys from '../accounts/keys/key-store.ts'
import * as ownRows from '../accounts/own/own-store.ts'
import { ownTables } from '../accounts/own/own-tables.ts'
import { emptyProfile } from '../accounts/profile.ts'
import * as profiles from '../accounts/profile-store.ts'
import * as accounts from '../accounts/store.ts'
import * as audit from '../audit/audit-store.ts'
import * as clusters from '../clusters/store.ts'
import type { Tx } from '../core/db.ts'
import { findPlace } from '../core/places.ts'
import { ingest } from '../flows/ingest.ts'
import * as cards from '../listings/deals/card-store.ts'
import * as marks from '../listings/marks/mark-store.ts'
import * as retention from '../listings/retention-store.ts'
import * as live from '../live/store.ts'
import * as mailboxes from '../mailbox/store.ts'
import * as messages from '../notify/day-store.ts'
import * as clock from '../notify/delivery/clock-store.ts'
import * as queues from '../notify/delivery/queue-store.ts'
import * as release from '../notify/delivery/release-store.ts'
import * as feeds from '../notify/feed/feed-store.ts'
import * as inbox from '../notify/inbox-store.ts'
import * as ledger from '../notify/ledger-store.ts'
import * as preferences from '../notify/preference-store.ts'
import * as notify from '../notify/store.ts'
import * as traces from '../notify/trace-store.ts'
import * as offers from '../offers/store.ts'
import * as copies from '../rules/copies/copy-store.ts'
import * as deleted from '../rules/deleted/deleted-store.ts'
import * as matches from '../rules/explain/trace-store.ts'
import { readRule } from '../rules/rules.ts'
import * as stats from '../rules/stats/stats-store.ts'
import * as rules from '../rules/store.ts'
import * as backlog from '../rules/waiting/backlog-store.ts'
import * as undecided from '../rules/waiting/undecided-store.ts'
import * as selling from '../scoring/resale/store.ts'
import * as sellAds from '../sell/ads/ad-store.ts'
import * as sellAi from '../sell/ai/ai-store.ts'
import * as apiCalls from '../sell/api-posts/call-store.ts'
import * as apiPosts from '../sell/api-posts/post-store.ts'
import * as sellBooks from '../sell/books/book-store.ts'
import * as sellItems from '../sell/item-store.ts'
import * as sellDerived from '../sell/orders/derived-store.ts'
import * as sellMatch from '../sell/orders/match-store.ts'
import * as sellOrders from '../sell/orders/order-store.ts'
import * as sellPolls from '../sell/orders/poll-store.ts'
import * as sellShipments from '../sell/orders/shipment-store.ts'
import { bookingThere, lineThere, orderThere } from '../sell/orders/test-kit.ts'
import * as sellFacts from '../sell/photos/fact-store.ts'
import * as sellPhotos from '../sell/photos/photo-store.ts'
import * as sellProfit from '../sell/profit-store.ts'
import * as sellFindings from '../sell/reconcile/finding-store.ts'
import * as sellCompared from '../sell/reconcile/reconcile-store.ts'
import * as sellSuggested from '../sell/sale-mails/suggest-store.ts'
import * as sellSales from '../sell/sale-store.ts'
import * as connections from '../sources/connections/connection-store.ts'
import * as consents from '../sources/connections/consent-store.ts'
import * as blindness from '../sources/outages/outage-store.ts'
import * as scanRuns from '../sources/scanning/run-store.ts'
import * as scans from '../sources/scanning/scan-store.ts'
import * as sources from '../sources/store.ts'
import * as views from '../views/store.ts'
import * as watches from '../watches/store.ts'

let test: TestApp
let time: StubClock
let owner: Person
let anna: Person
let listing: number
const sessions = new Map<number, number>()

beforeAll(async () => {
  time = stubClock()
  test = await testApp({ env: { DEAL_SCOUT_HOME: '94110' }, overrides: { clock: time } })
  const { app } = test
  const userId = await addPerson(app.db, 'Anna')
  const mine = await makeRule(app, app.owner, 'OWNERS')
  const hers = await makeRule(app, userId, 'ANNAS', { place: 'Fresno, CA', radiusKm: 1_000 })
  listing = await take({ lat: 37.3394, lon: -121.895, location: 'San Jose, CA' })
  owner = await makeRows(app, { userId: app.owner, mark: 'OWNERS', rule: mine.id, listing })
  anna = await makeRows(app, { userId, mark: 'ANNAS', rule: hers.id, listing })
  for (const person of [owner, anna]) await signInRows(person)
})
afterAll(() => test[Symbol.asyncDispose]())

/** A session, codes, and a key and a passkey whose ids are the person's. */
async function signInRows({ userId, mark }: Person): Promise<void> {
  const { rows } = await test.app.db.query<{ id: number }>(
    `INSERT INTO sessions (token, user_id, expires_at, user_agent) VALUES ($2, $1, '2100-01-01', $2) RETURNING id`,
    [userId, mark],
  )
  sessions.set(userId, rows[0]!.id)
  const { app } = test
  await app.audit.note(app.db, { what: 'signed-in', person: userId, actor: userId, details: { by: mark } })
  await test.app.db.query(
    `INSERT INTO api_keys (id, reference_id, name, key) VALUES ($1::bigint, $1::bigint::text, $2, $2)`,
    [userId, mark],
  )
  await test.app.db.query(
    `INSERT INTO second_factors (user_id, secret, recovery_codes, verified, after_passkey)
     VALUES ($1, $2, '[]', true, true)`,
    [userId, mark],
  )
  await test.app.db.query(
    `INSERT INTO passkeys (id, user_id, name, credential_id, public_key, counter, device_type, backed_up)
     VALUES ($1, $1, $2, $2, $2, 1, 'singleDevice', false)`,
    [userId, mark],
  )
}

async function take(over: Parameters<typeof seenListing>[0]): Promise<number> {
  await ingest(test.app.pipeline, {
    sightings: [{ marketplace: 'feed', seen: seenListing(over), observedAtMs: time.now().getTime() }],
    ...{ sourceId: null, scanId: null, demo: false },
  })
  const { rows } = await test.app.db.query<{ id: number }>('SELECT max(id) AS id FROM listings')
  return rows[0]!.id
}

const now = new Date('2026-11-22T12:00:00Z')
const ebayUs = { marketplace: 'ebay', site: 'EBAY_US' }
const later = new Date('2031-01-01T00:00:00Z')
const noUndo = '00000000-0000-4000-8000-000000000000'
const queueOf = ({ userId }: Person) => ({ userId, channel: 'email' })
const rows = ({ userId }: Person) => ({ userId, afterId: 0, limit: 100 })
const message = { kind: 'test' as const, title: 'x', items: [], itemCount: 0, demo: false, createdAt: '' }

/** Reads or writes as `me`, at the rows of `at`. */
type Walk = (tx: Tx, me: Person, at: Person) => Promise<unknown>

/** By file and name: what takes a person and tells what it found. */
const reads: Record<string, Walk> = {
  'accounts/auth/account-store.ts sessionsOf': (tx, me) => signing.sessionsOf(tx, me.userId),
  'accounts/auth/account-store.ts isFresh': (tx, me, at) =>
    signing.isFresh(tx, me.userId, sessions.get(at.userId)!),
  'accounts/factors/factor-store.ts factorOf': (tx, me) => factors.factorOf(tx, me.userId),
  'accounts/factors/factor-store.ts wantsCodeAfterPasskey': (tx, me) =>
    factors.wantsCodeAfterPasskey(tx, me.userId),
  'accounts/factors/passkey-store.ts passkeysOf': (tx, me) => passkeys.passkeysOf(tx, me.userId),
  'accounts/factors/passkey-store.ts hasPasskey': (tx, me) => passkeys.hasPasskey(tx, me.userId),
  'accounts/keys/key-store.ts keysOf': (tx, me) => keys.keysOf(tx, me.userId),
  'accounts/own/own-store.ts ownRows': async (tx, me) => {
    const of = async (table: (typeof ownTables)[number]) =>
      ownRows.ownRows(tx, me.userId, table, { after: 0, limit: 100 })
    return (await Promise.all(ownTables.map(of))).flat()
  },
  'accounts/profile-store.ts getProfile': (tx, me) => profiles.getProfile(tx, me.userId),
  'accounts/store.ts accountName': (tx, me) => accounts.accountName(tx, me.userId),
  'audit/audit-store.ts eventsOf': (tx, me) => audit.eventsOf(tx, me.userId, { beforeId: null, limit: 100 }),
  'notify/delivery/queue-store.ts holdQueues': (tx, me) => queues.holdQueues(tx, [queueOf(me)]),
  'notify/delivery/release-store.ts readBatch': (tx, me) => release.readBatch(tx, queueOf(me), later, later),
  'notify/feed/feed-store.ts newestAboutListings': (tx, me) => feeds.newestAboutListings(tx, me.userId, 100),
  'listings/deals/card-store.ts readCards': (tx, me) => cards.readCards(tx, [listing], me.userId),
  'listings/marks/mark-store.ts holdListings': (tx, me) => marks.holdListings(tx, me.userId, [listing]),
  'listings/marks/mark-store.ts readMarks': async (tx, me) => [
    ...(await marks.readMarks(tx, me.userId, [listing])),
  ],
  'listings/marks/mark-store.ts readSeenUpTo': (tx, me) => marks.readSeenUpTo(tx, me.userId),
  'listings/marks/mark-store.ts readSeen': (tx, me) => marks.readSeen(tx, me.userId, 100),
  'listings/marks/mark-store.ts takeUndo': async (tx, me, at) => {
    const { rows } = await tx.query<{ id: string }>('SELECT id FROM mark_undos WHERE user_id = $1', [
      at.userId,
    ])
    return marks.takeUndo(tx, me.userId, rows[0]?.id ?? noUndo, now)
  },
  'live/store.ts ownEventsAfter': async (tx, me) => {
    const { rows } = await tx.query<Parameters<typeof live.ownEventsAfter>[2]>(
      `SELECT xid::text::bigint AS xid, id AS n, salt FROM live_events WHERE kind = 'begin'`,
    )
    return live.ownEventsAfter(tx, me.userId, rows[0]!, 100)
  },
  'notify/ledger-store.ts countUnread': (tx, me) => ledger.countUnread(tx, me.userId, 100),
  'notify/ledger-store.ts countFailed': async (tx, me) => {
    await tx.query(`UPDATE deliveries SET state = 'failed', finished_at = $2 WHERE id = $1`, [
      me.delivery,
      later,
    ])
    return ledger.countFailed(tx, me.userId, now)
  },
  'notify/ledger-store.ts listLedger': (tx, me, at) =>
    ledger.listLedger(tx, { userId: me.userId, beforeId: null, limit: 100, notificationId: at.notification }),
  'notify/preference-store.ts preferencesOf': async (tx, me) => [
    ...(await preferences.preferencesOf(tx, [me.userId], 'UTC')),
  ],
  'notify/inbox-store.ts toldOfWatch': async (tx, me, at) => {
    await tx.query(`UPDATE notifications SET kind = 'watch' WHERE user_id = $1`, [me.userId])
    return inbox.toldOfWatch(tx, me.userId, { id: at.watch, listingId: listing })
  },
  'notify/inbox-store.ts listNotifications': async (tx, me, at) => [
    await inbox.listNotifications(tx, { userId: me.userId, beforeId: null, limit: 100 }),
    await inbox.listNotifications(tx, {
      userId: me.userId,
      beforeId: null,
      limit: 100,
      id: at.notification,
    }),
  ],
  'notify/store.ts channelSettings': (tx, me) => notify.channelSettings(tx, me.userId),
  'notify/store.ts channelSettingsOf': (tx, me) => notify.channelSettingsOf(tx, [queueOf(me)]),
  'notify/store.ts holdTargets': (tx, me) => notify.holdTargets(tx, me.userId, 'email'),
  'notify/store.ts targetsOfPeople': async (tx, me) => [...(await notify.targetsOfPeople(tx, [me.userId]))],
  'notify/store.ts holdChannelSettings': (tx, me) => notify.holdChannelSettings(tx, me.userId, 'email'),
  'notify/day-store.ts messageDays': (tx, me, at) =>
    messages.messageDays(tx, me.userId, { ruleIds: [at.rule], since: new Date(0), timeZone: 'UTC' }),
  'notify/trace-store.ts messagesAbout': (tx, me, at) =>
    traces.messagesAbout(tx, {
      userId: me.userId,
      listingId: listing,
      since: new Date(0),
      notificationIds: [at.notification],
    }),
  'notify/trace-store.ts channelStates': (tx, me) => traces.channelStates(tx, me.userId),
  'offers/store.ts listTemplates': (tx, me) => offers.listTemplates(tx, me.userId),
  'offers/store.ts getTemplate': (tx, me, at) => offers.getTemplate(tx, me.userId, at.template),
  'offers/store.ts templateNamed': (tx, me) => offers.templateNamed(tx, me.userId, 'mine'),
  'offers/store.ts defaultTemplate': (tx, me) =>
    offers.defaultTemplate(tx, me.userId, 'first-contact', 'en', true),
  'offers/store.ts countTemplates': (tx, me) => offers.countTemplates(tx, me.userId),
  'rules/explain/trace-store.ts matchesOf': (tx, me) => matches.matchesOf(tx, me.userId, [listing]),
  'rules/explain/trace-store.ts listMatches': (tx, me, at) =>
    matches.listMatches(tx, {
      ...{ userId: me.userId, ruleId: at.rule, beforeId: null, limit: 100, dismissed: null },
    }),
  'rules/copies/copy-store.ts rulesNamed': (tx, me, at) =>
    copies.rulesNamed(tx, me.userId, `${at.mark} rule`),
  'rules/deleted/deleted-store.ts listDeletedRules': async (tx, me) => {
    await deleted.deleteRule(tx, me.userId, me.rule, now)
    return deleted.listDeletedRules(tx, me.userId, 100)
  },
  'rules/stats/stats-store.ts matchDays': (tx, me, at) =>
    stats.matchDays(tx, me.userId, { ruleIds: [at.rule], since: new Date(0), timeZone: 'UTC' }),
  'rules/stats/stats-store.ts lastMatches': async (tx, me, at) => [
    ...(await stats.lastMatches(tx, me.userId, [at.rule])),
  ],
  'rules/store.ts listRules': (tx, me) => rules.listRules(tx, rows(me)),
  'rules/store.ts getRule': (tx, me, at) => rules.getRule(tx, me.userId, at.rule),
  'rules/store.ts countRules': (tx, me) => rules.countRules(tx, me.userId),
  'rules/store.ts shareOfRules': (tx, me) => rules.shareOfRules(tx, me.userId),
  'rules/store.ts notifiedBefore': async (tx, me) => [
    ...(await rules.notifiedBefore(tx, [{ userId: me.userId, listingId: listing }])),
  ],
  'rules/waiting/backlog-store.ts oldestWaiting': (tx, me) => backlog.oldestWaiting(tx, me.userId, 100),
  'rules/waiting/undecided-store.ts undecidedOf': (tx, me) => undecided.undecidedOf(tx, me.userId, 100),
  'scoring/resale/store.ts holdSellingSettings': (tx, me) => selling.holdSellingSettings(tx, me.userId),
  'scoring/resale/store.ts getSellingSettings': (tx, me) => selling.getSellingSettings(tx, me.userId),
  'sources/connections/connection-store.ts getAccount': (tx, me) =>
    connections.getAccount(tx, me.userId, ebayAccount),
  'sources/scanning/scan-store.ts listScans': (tx, me) => scans.listScans(tx, { ...rows(me), now }),
  'sources/scanning/run-store.ts scanExists': (tx, me, at) => scanRuns.scanExists(tx, me.userId, at.scan),
  'sources/scanning/scan-store.ts countPlanned': (tx, me, at) =>
    scans.countPlanned(tx, me.userId, ['feed', 'ebay', 'craigslist'], at.source),
  'mailbox/store.ts getMailbox': (tx, me, at) => mailboxes.getMailbox(tx, me.userId, at.mailbox),
  'mailbox/store.ts holdMailbox': (tx, me, at) => mailboxes.holdMailbox(tx, me.userId, at.mailbox),
  'mailbox/store.ts listMailboxes': (tx, me) => mailboxes.listMailboxes(tx, me.userId),
  'mailbox/store.ts countMailboxes': (tx, me) => mailboxes.countMailboxes(tx, me.userId),
  'mailbox/store.ts listSenders': (tx, me) => mailboxes.listSenders(tx, me.userId),
  'mailbox/store.ts listMails': (tx, me, at) => mailboxes.listMails(tx, me.userId, at.mailbox, 10),
  'sources/store.ts listSources': (tx, me) => sources.listSources(tx, me.userId),
  'sources/store.ts getSource': (tx, me, at) => sources.getSource(tx, at.source, me.userId),
  'views/store.ts listViews': (tx, me) => views.listViews(tx, me.userId),
  'sell/item-store.ts listItems': (tx, me) =>
    sellItems.listItems(tx, me.userId, { state: null, search: null, from: null, limit: 100 }),
  'sell/item-store.ts getItem': (tx, me, at) => sellItems.getItem(tx, me.userId, at.item),
  'sell/item-store.ts itemBySku': (tx, me) => sellItems.itemBySku(tx, me.userId, 'DS00001'),
  'sell/item-store.ts holdItem': (tx, me, at) => sellItems.holdItem(tx, me.userId, at.item),
  'sell/item-store.ts countItems': (tx, me) => sellItems.countItems(tx, me.userId),
  'sell/item-store.ts freeSku': (tx, me) => sellItems.freeSku(tx, me.userId),
  'sell/item-store.ts hasSales': (tx, me, at) => sellItems.hasSales(tx, me.userId, at.item),
  'sell/item-store.ts postsOf': (tx, me, at) => sellItems.postsOf(tx, me.userId, [at.item]),
  'sell/item-store.ts getPost': (tx, me, at) => sellItems.getPost(tx, me.userId, at.post),
  'sell/item-store.ts holdPost': (tx, me, at) => sellItems.holdPost(tx, me.userId, at.post),
  'sell/item-store.ts itemsForSale': (tx, me) => sellItems.itemsForSale(tx, me.userId, 100),
  'sell/api-posts/post-store.ts apiPostAt': (tx, me, at) =>
    apiPosts.apiPostAt(tx, me.userId, { itemId: at.item, ...ebayUs }),
  'sell/api-posts/post-store.ts apiPostsOf': (tx, me, at) => apiPosts.apiPostsOf(tx, me.userId, [at.item]),
  'sell/api-posts/post-store.ts holdApiPost': (tx, me, at) => apiPosts.holdApiPost(tx, me.userId, at.apiPost),
  'sell/api-posts/post-store.ts standsAnywhere': async (tx, me, at) => {
    await tx.query(`UPDATE api_posts SET state = 'live' WHERE user_id = $1`, [me.userId])
    return apiPosts.standsAnywhere(tx, me.userId, at.item)
  },
  'sell/api-posts/post-store.ts choicesOf': (tx, me) => apiPosts.choicesOf(tx, me.userId, ebayUs),
  'sell/api-posts/post-store.ts uploadedPhoto': (tx, me) =>
    apiPosts.uploadedPhoto(tx, me.userId, { marketplace: 'ebay', key: 'a'.repeat(64), until: now }),
  'sell/api-posts/call-store.ts callsOf': (tx, me, at) =>
    apiCalls.callsOf(tx, me.userId, at.apiPost, { from: null, limit: 10 }),
  'sell/books/book-store.ts getBookSettings': (tx, me) => sellBooks.getBookSettings(tx, me.userId),
  'sell/ads/ad-store.ts adTextsOf': (tx, me, at) => sellAds.adTextsOf(tx, me.userId, at.item),
  'sell/ads/ad-store.ts storedStyle': (tx, me) => sellAds.storedStyle(tx, me.userId),
  'sell/item-store.ts livePosts': (tx, me) => sellItems.livePosts(tx, me.userId, 10),
  'sell/item-store.ts postsToEnd': (tx, me) =>
    sellItems.postsToEnd(tx, me.userId, { apiSince: later, limit: 10 }),
  'sell/photos/photo-store.ts getPhoto': (tx, me, at) => sellPhotos.getPhoto(tx, me.userId, at.photo),
  'sell/photos/photo-store.ts holdPhotos': (tx, me, at) => sellPhotos.holdPhotos(tx, me.userId, [at.photo]),
  'sell/photos/photo-store.ts photosWith': async (tx, me, at) => {
    const { rows } = await tx.query<{ sha256: string }>('SELECT sha256 FROM item_photos WHERE id = $1', [
      at.photo,
    ])
    return sellPhotos.photosWith(tx, me.userId, [rows[0]?.sha256 ?? 'none'])
  },
  'sell/photos/photo-store.ts loosePhotos': (tx, me) => sellPhotos.loosePhotos(tx, me.userId, 10),
  'sell/photos/photo-store.ts photosOfItem': async (tx, me, at) => {
    if (at.photo === me.photo)
      await tx.query('UPDATE item_photos SET item_id = $2 WHERE id = $1', [at.photo, at.item])
    return sellPhotos.photosOfItem(tx, me.userId, at.item)
  },
  'sell/photos/photo-store.ts photoSums': (tx, me) => sellPhotos.photoSums(tx, me.userId),
  'sell/ai/ai-store.ts spentSince': async (tx, me) => {
    const { personDay, personMonth } = await sellAi.spentSince(tx, me.userId, {
      day: now,
      month: new Date(0),
    })
    return { personDay, personMonth }
  },
  'sell/ai/ai-store.ts agreedTo': (tx, me) => sellAi.agreedTo(tx, me.userId),
  'sell/ai/ai-store.ts lastCall': (tx, me, at) => sellAi.lastCall(tx, me.userId, at.item),
  'sell/ai/ai-store.ts spentOn': (tx, me, at) => sellAi.spentOn(tx, me.userId, at.item),
  'sell/ai/ai-store.ts answersOf': (tx, me, at) => sellAi.answersOf(tx, me.userId, at.item),
  'sell/photos/fact-store.ts factsOf': (tx, me, at) => sellFacts.factsOf(tx, me.userId, at.item),
  'sell/sale-store.ts listSales': (tx, me) =>
    sellSales.listSales(tx, me.userId, { itemId: null, state: null, from: null, limit: 10 }),
  'sell/sale-store.ts getSale': (tx, me, at) => sellSales.getSale(tx, me.userId, at.sale),
  'sell/sale-store.ts saleByReference': (tx, me) =>
    sellSales.saleByReference(tx, me.userId, { marketplace: 'facebook', reference: '12-345' }),
  'sell/sale-store.ts saleOfOrder': (tx, me, at) =>
    sellSales.saleOfOrder(tx, me.userId, { marketplace: 'facebook', orderId: '12-345', itemId: at.item }),
  'sell/sale-store.ts hasNamelessSale': async (tx, me, at) => {
    await tx.query('UPDATE sales SET reference = NULL WHERE user_id = $1', [me.userId])
    const of = { marketplace: 'facebook', itemId: at.item, near: null }
    return (await sellSales.hasNamelessSale(tx, me.userId, of)) || null
  },
  'sell/sale-mails/suggest-store.ts thingsCalled': async (tx, me) => {
    await tx.query(`UPDATE items SET title = 'A thing of a mail' WHERE user_id = $1`, [me.userId])
    const called = { marketplace: 'facebook', title: 'A thing of a mail', isTitleCut: false }
    return sellSuggested.thingsCalled(tx, me.userId, called)
  },
  'sell/sale-store.ts oversold': async (tx, me) => {
    await tx.query('UPDATE sales SET quantity = 3 WHERE user_id = $1', [me.userId])
    return sellSales.oversold(tx, me.userId, 10)
  },
  'sell/sale-store.ts toShip': (tx, me) => sellSales.toShip(tx, me.userId, 10),
  'sell/sale-store.ts moneyOf': (tx, me, at) =>
    sellSales.moneyOf(tx, me.userId, { saleIds: [at.sale], itemIds: [at.item] }),
  'sell/sale-store.ts listMoney': (tx, me) =>
    sellSales.listMoney(tx, me.userId, { itemId: null, from: null, limit: 10 }),
  'sell/orders/order-store.ts linesOfOrder': (tx, me) =>
    sellOrders.linesOfOrder(tx, me.userId, { marketplace: 'ebay', orderId: 'o1' }),
  'sell/orders/order-store.ts getLine': (tx, me, at) => sellOrders.getLine(tx, me.userId, at.order),
  'sell/orders/order-store.ts linesOfSales': (tx, me, at) =>
    sellOrders.linesOfSales(tx, me.userId, [at.sale]),
  'sell/orders/order-store.ts listLines': (tx, me) =>
    sellOrders.listLines(tx, me.userId, { unplaced: false, from: null, limit: 10 }),
  'sell/orders/order-store.ts bookingsOfOrder': (tx, me) =>
    sellOrders.bookingsOfOrder(tx, me.userId, { marketplace: 'ebay', orderId: 'o1' }),
  'sell/orders/order-store.ts oddBookings': async (tx, me) => {
    await tx.query(`UPDATE market_bookings SET kind = 'other' WHERE user_id = $1`, [me.userId])
    return sellOrders.oddBookings(tx, me.userId, { marketplace: 'ebay', before: now })
  },
  'sell/orders/poll-store.ts listPolls': (tx, me) => sellPolls.listPolls(tx, me.userId),
  'sell/orders/poll-store.ts wasRead': (tx, me) => sellPolls.wasRead(tx, me.userId, 'ebay'),
  'sell/orders/poll-store.ts getPoll': (tx, me) => sellPolls.getPoll(tx, me.userId, 'ebay', now),
  'sell/reconcile/finding-store.ts listFindings': (tx, me) =>
    sellFindings.listFindings(tx, me.userId, { open: false, from: null, limit: 10 }),
  'sell/reconcile/finding-store.ts holdFinding': (tx, me, at) =>
    sellFindings.holdFinding(tx, me.userId, at.finding),
  'sell/orders/match-store.ts postOfListing': async (tx, me, at) => {
    const found = await sellMatch.postOfListing(tx, me.userId, {
      ...{ marketplace: 'flea-market', listingId: null, urls: [], itemId: at.item },
    })
    return found === null ? [] : [found, me.mark]
  },
  'sell/orders/shipment-store.ts shipmentsOf': (tx, me, at) =>
    sellShipments.shipmentsOf(tx, me.userId, [at.sale]),
  'sell/reconcile/reconcile-store.ts postsToCompare': async (tx, me) => {
    await tx.query(
      'UPDATE api_posts a SET post_id = p.id FROM posts p WHERE p.item_id = a.item_id AND a.user_id = $1',
      [me.userId],
    )
    return [
      ...(await sellCompared.postsToCompare(tx, me.userId, compared('facebook'))),
      ...(await sellCompared.postsToCompare(tx, me.userId, compared('flea-market'))),
    ]
  },
  'sell/reconcile/reconcile-store.ts salesNotShown': (tx, me) =>
    sellCompared.salesNotShown(tx, me.userId, {
      ...{ marketplace: 'facebook', since: new Date(0), seenBefore: new Date('2100-01-01') },
    }),
  'sell/reconcile/reconcile-store.ts salesOfOrders': (tx, me) =>
    sellCompared.salesOfOrders(tx, me.userId, compared('ebay')),
  'sell/profit-store.ts profitBy': (tx, me) =>
    sellProfit.profitBy(tx, me.userId, { by: 'item', from: null, to: null, limit: 10 }),
  'sell/profit-store.ts predictedBy': (tx, me) =>
    sellProfit.predictedBy(tx, me.userId, { by: 'month', from: null, to: null }),
  'sell/profit-store.ts profitOfItems': (tx, me, at) => sellProfit.profitOfItems(tx, me.userId, [at.item]),
  'sell/profit-store.ts stockAt': (tx, me) => sellProfit.stockAt(tx, me.userId, '2100-01-01'),
  'sell/profit-store.ts grossByMarketplace': (tx, me) =>
    sellProfit.grossByMarketplace(tx, me.userId, { from: '2026-01-01', to: '2026-12-31' }),
  'sell/profit-store.ts profitByDay': (tx, me) =>
    sellProfit.profitByDay(tx, me.userId, { from: null, to: null }),
  'sell/profit-store.ts yearSums': (tx, me) =>
    sellProfit.yearSums(tx, me.userId, { from: '2026-01-01', to: '2026-12-31' }),
  'watches/store.ts getWatch': (tx, me, at) => watches.getWatch(tx, me.userId, at.watch),
  'watches/store.ts holdWatch': (tx, me, at) => watches.holdWatch(tx, me.userId, at.watch),
  'watches/store.ts watchOf': async (tx, me) => {
    const { rows } = await tx.query<{ marketplace: string; externalId: string }>(
      `SELECT marketplace, external_id AS "externalId" FROM listings WHERE id = $1`,
      [listing],
    )
    return watches.watchOf(tx, me.userId, rows[0]!)
  },
  'watches/store.ts listWatches': (tx, me) =>
    watches.listWatches(tx, { userId: me.userId, tag: null, state: null, beforeId: null, limit: 100 }),
  'watches/store.ts countWatches': (tx, me) => watches.countWatches(tx, me.userId),
}

const ebayAccount = { marketplace: 'ebay', environment: 'production' }
const lease = { token: 'b4a1b2ff-6a3b-4a5f-9d0c-3f2b8f1f7a10', now }
const grant = { ...ebayAccount, scopes: [], accessExpiresAt: now, refreshExpiresAt: null, now }

const ruleWrite = () => readRule(test.app.rules, { findPlace }, ruleInput({ name: 'Changed' }))
const template = {
  name: 'mine',
  kind: 'first-contact',
  language: 'en',
  body: 'Changed',
  isDefault: true,
} as const

/** What takes a person, or rows that say whose they are, and writes. */
const writes: Record<string, Walk> = {
  'accounts/auth/account-store.ts setDisabled': (tx, me) => signing.setDisabled(tx, me.userId, now),
  'accounts/auth/account-store.ts noteProof': (tx, me, at) =>
    signing.noteProof(tx, me.userId, sessions.get(at.userId)!),
  'accounts/auth/account-store.ts endSession': (tx, me, at) =>
    signing.endSession(tx, me.userId, sessions.get(at.userId)!),
  'accounts/auth/account-store.ts endOtherSessions': (tx, me) => signing.endOtherSessions(tx, me.userId, 0),
  'accounts/factors/factor-store.ts takeStep': (tx, me) => factors.takeStep(tx, me.userId, 1),
  'accounts/factors/factor-store.ts setAfterPasskey': (tx, me) =>
    factors.setAfterPasskey(tx, me.userId, false),
  'accounts/factors/factor-store.ts deleteFactors': (tx, me) => factors.deleteFactors(tx, me.userId),
  'accounts/factors/passkey-store.ts renamePasskey': (tx, me, at) =>
    passkeys.renamePasskey(tx, me.userId, { id: at.userId, name: 'Changed' }),
  'accounts/factors/passkey-store.ts deletePasskey': (tx, me, at) =>
    passkeys.deletePasskey(tx, me.userId, at.userId),
  'accounts/keys/key-store.ts endKey': (tx, me, at) => keys.endKey(tx, me.userId, at.userId),
  'accounts/own/own-store.ts deleteOwnRows': async (tx, me) => {
    for (const table of ownTables.toReversed()) await ownRows.deleteOwnRows(tx, me.userId, table)
  },
  'accounts/own/own-store.ts holdWhole': (tx, me) => ownRows.holdWhole(tx, me.userId),
  'accounts/own/own-store.ts forgetJobsOf': (tx, me) => ownRows.forgetJobsOf(tx, me.userId),
  'accounts/profile-store.ts holdAccount': (tx, me) => profiles.holdAccount(tx, me.userId),
  'accounts/profile-store.ts writeProfile': (tx, me) =>
    profiles.writeProfile(
      tx,
      me.userId,
      { ...emptyProfile, units: 'km', currency: 'EUR', timeZone: 'UTC' },
      now,
    ),
  'accounts/profile-store.ts writeTimeZone': (tx, me) =>
    profiles.writeTimeZone(tx, me.userId, 'Asia/Tokyo', now),
  'audit/audit-store.ts forgetWhereabouts': (tx, me) => audit.forgetWhereabouts(tx, me.userId),
  'clusters/store.ts leaveDecisions': (tx, me) => clusters.leaveDecisions(tx, me.userId, me.userId),
  'listings/marks/mark-store.ts holdMarks': (tx, me) => marks.holdMarks(tx, me.userId),
  'listings/marks/mark-store.ts writeMarks': (tx, me) =>
    marks.writeMarks(tx, me.userId, ['note'], [{ listingId: listing, note: 'Changed' }]),
  'listings/marks/mark-store.ts writeSeenUpTo': (tx, me) => marks.writeSeenUpTo(tx, me.userId, null),
  'listings/marks/mark-store.ts keepUndo': (tx, me) =>
    marks.keepUndo(tx, me.userId, { id: noUndo, before: { fields: [], marks: [] }, expiresAt: later }),
  'listings/retention-store.ts deleteListingsOf': (tx, me) => retention.deleteListingsOf(tx, me.userId),
  'notify/delivery/clock-store.ts redateQueue': (tx, me) =>
    clock.redateQueue(tx, queueOf(me), new Date(0), { leaseMs: 1, releaseAt: new Date(0) }),
  'notify/delivery/queue-store.ts holdExisting': (tx, me) => queues.holdExisting(tx, [queueOf(me)]),
  'notify/delivery/queue-store.ts resumeQueues': (tx, me) => queues.resumeQueues(tx, [queueOf(me)]),
  'notify/delivery/queue-store.ts settleQueues': (tx, me) =>
    queues.settleQueues(tx, [{ ...queueOf(me), counters: null }]),
  'notify/delivery/queue-store.ts noteQueueHealth': (tx, me) =>
    queues.noteQueueHealth(tx, queueOf(me), { kind: 'blocked', retryAt: later, now }),
  'notify/delivery/queue-store.ts coolQueue': (tx, me) => queues.coolQueue(tx, queueOf(me), later),
  'notify/delivery/queue-store.ts giveUpForFallback': (tx, me) =>
    queues.giveUpForFallback(tx, queueOf(me), later, now, 'a reason'),
  'notify/delivery/queue-store.ts insertFallbacks': (tx, me, at) =>
    queues.insertFallbacks(
      tx,
      me.userId,
      [{ id: at.delivery, userId: me.userId, notificationId: at.notification, fallbackChannels: ['sms'] }],
      new Set(),
      now,
    ),
  'notify/delivery/queue-store.ts wakeQueue': (tx, me) => queues.wakeQueue(tx, queueOf(me), now),
  'notify/delivery/release-store.ts redateQuiet': (tx, me) => release.redateQuiet(tx, me.userId, later, now),
  'notify/feed/feed-store.ts writeFeed': (tx, me) =>
    feeds.writeFeed(tx, me.userId, { tokenHash: 'another hash', now }),
  'notify/feed/feed-store.ts deleteFeed': (tx, me) => feeds.deleteFeed(tx, me.userId),
  'notify/ledger-store.ts replayInLedger': (tx, me, at) => {
    const states = ['sent', 'failed', 'dead'] as const
    const filter = { userId: me.userId, notificationId: at.notification, states, limit: 100 }
    return ledger.replayInLedger(tx, filter, now)
  },
  'notify/preference-store.ts savePreferences': (tx, me) =>
    preferences.savePreferences(tx, me.userId, { ...preferencesToSave, perDayMax: 1 }, now),
  'notify/preference-store.ts deletePreferences': (tx, me) => preferences.deletePreferences(tx, me.userId),
  'notify/store.ts insertNotifications': async (tx, me, at) => {
    const { rows } = await tx.query<{ key: string }>(
      'SELECT dedupe_key AS key FROM notifications WHERE id = $1',
      [at.notification],
    )
    const row = {
      userId: me.userId,
      dedupeKey: rows[0]!.key,
      message,
      score: null,
      ruleIds: [],
      seenAt: null,
    }
    return notify.insertNotifications(tx, [row], now)
  },
  'notify/store.ts insertDeliveries': (tx, me, at) =>
    notify.insertDeliveries(
      tx,
      [
        {
          ...{ notificationId: at.notification, userId: me.userId, channel: 'sms', state: 'pending' },
          ...{ dueAt: now, holdReason: null, fallbackChannels: [] },
        },
      ],
      now,
    ),
  'notify/inbox-store.ts markRead': (tx, me, at) => inbox.markRead(tx, me.userId, at.notification, now),
  'notify/inbox-store.ts markAllRead': (tx, me) => inbox.markAllRead(tx, me.userId, 1e9, now),
  'notify/inbox-store.ts markUnread': async (tx, me) => {
    await tx.query('UPDATE notifications SET read_at = $1 WHERE user_id = $2', [later, me.userId])
    return inbox.markUnread(tx, me.userId, later)
  },
  'notify/store.ts saveChannelSettings': async (tx, me) => {
    const [row] = await notify.channelSettings(tx, me.userId)
    return notify.saveChannelSettings(tx, me.userId, { ...row!, settings: 'changed' }, now)
  },
  'notify/store.ts switchOffChannel': (tx, me) => notify.switchOffChannel(tx, me.userId, 'email', 'why', now),
  'notify/store.ts deleteChannelSettings': (tx, me) => notify.deleteChannelSettings(tx, me.userId, 'email'),
  'offers/store.ts lockTemplates': (tx, me) => offers.lockTemplates(tx, me.userId),
  'offers/store.ts clearDefault': (tx, me) => offers.clearDefault(tx, me.userId, template),
  'offers/store.ts insertTemplate': (tx, me) =>
    offers.insertTemplate(tx, me.userId, { ...template, name: 'another', isDefault: false }, now),
  'offers/store.ts updateTemplate': (tx, me, at) =>
    offers.updateTemplate(tx, me.userId, at.template, template, now),
  'offers/store.ts deleteTemplate': (tx, me, at) => offers.deleteTemplate(tx, me.userId, at.template),
  'rules/explain/trace-store.ts writeDismissal': (tx, me, at) =>
    matches.writeDismissal(
      tx,
      { userId: me.userId, ruleId: at.rule, listingId: listing },
      { reason: 'other', at: now },
    ),
  'rules/store.ts insertRule': async (tx, me) => rules.insertRule(tx, me.userId, ruleWrite(), false, now),
  'rules/store.ts updateRule': async (tx, me, at) =>
    rules.updateRule(tx, me.userId, at.rule, ruleWrite(), now),
  'rules/deleted/deleted-store.ts deleteRule': (tx, me, at) =>
    deleted.deleteRule(tx, me.userId, at.rule, now),
  'rules/deleted/deleted-store.ts restoreRule': async (tx, me, at) => {
    await deleted.deleteRule(tx, me.userId, me.rule, now)
    return deleted.restoreRule(tx, me.userId, at.rule, now)
  },
  'rules/store.ts deleteRulesOf': (tx, me) => rules.deleteRulesOf(tx, me.userId),
  'rules/store.ts writeMatches': (tx, me, at) =>
    rules.writeMatches(
      tx,
      [
        {
          ...{ userId: me.userId, ruleId: at.rule, listingId: listing },
          ...{ score: 1, priceCents: 1, currency: 'USD' },
        },
      ],
      now,
    ),
  'rules/waiting/backlog-store.ts addToBacklog': (tx, me, at) =>
    backlog.addToBacklog(tx, [{ userId: me.userId, listingId: listing, ruleIds: [at.rule] }], now),
  'rules/waiting/backlog-store.ts clearWaiting': async (tx, me, at) => {
    const [waiting] = await backlog.oldestWaiting(tx, at.userId, 1)
    return backlog.clearWaiting(tx, [{ ...waiting!, userId: me.userId }])
  },
  'rules/waiting/undecided-store.ts addUndecided': (tx, me, at) =>
    undecided.addUndecided(tx, [{ userId: me.userId, ruleId: at.rule, listingId: listing, promise: 99 }]),
  'scoring/resale/store.ts writeSellingSettings': (tx, me) =>
    selling.writeSellingSettings(tx, me.userId, {}, now),
  'sources/connections/connection-store.ts writeAccount': (tx, me, at) =>
    connections.writeAccount(tx, me.userId, {
      ...{ ...grant, tokens: 'others', remote: { id: at.mark, name: at.mark } },
    }),
  'sources/connections/connection-store.ts deleteAccountsAt': (tx, me) =>
    connections.deleteAccountsAt(tx, me.userId, 'ebay'),
  'sources/connections/connection-store.ts leaseAccount': (tx, me) =>
    connections.leaseAccount(tx, me.userId, ebayAccount, { ...lease, until: later, dueBefore: later }),
  'sources/connections/connection-store.ts endLease': async (tx, me) => {
    // The rows of both are leased by this very token.
    const before = await connections.getAccount(tx, me.userId, ebayAccount)
    return connections.endLease(tx, me.userId, ebayAccount, lease, { ...before!, reason: 'changed' })
  },
  'sources/connections/consent-store.ts addConsent': (tx, me) =>
    consents.addConsent(tx, me.userId, {
      ...{ ...ebayAccount, scopes: [], stateHash: 'another hash', sessionId: null, expiresAt: later },
    }),
  'sources/connections/consent-store.ts useConsent': (tx, me, at) =>
    consents.useConsent(tx, me.userId, {
      ...{ stateHash: at.mark, marketplace: 'ebay', sessionId: null, now },
    }),
  'sources/outages/outage-store.ts addNotices': (tx, me, at) =>
    blindness.addNotices(tx, [{ userId: me.userId, sourceId: at.source, outageSince: now }], now),
  'sources/outages/outage-store.ts closeNotices': (tx, me, at) =>
    blindness.closeNotices(
      tx,
      [{ userId: me.userId, sourceId: at.source, outageSince: new Date('2026-01-01T00:00:00Z') }],
      now,
    ),
  'sources/scanning/scan-store.ts makeScansDue': (tx, me, at) =>
    scans.makeScansDue(tx, now, { userId: me.userId, sourceId: at.source }),
  'mailbox/store.ts insertMailbox': async (tx, me) => {
    const [mine] = await mailboxes.listMailboxes(tx, me.userId)
    return mailboxes.insertMailbox(tx, me.userId, mine!, now)
  },
  'mailbox/store.ts updateMailbox': async (tx, me, at) => {
    const [mine] = await mailboxes.listMailboxes(tx, me.userId)
    const change = { wishes: { ...mine!, name: 'changed' }, anew: true, now }
    return mailboxes.updateMailbox(tx, me.userId, at.mailbox, change)
  },
  'mailbox/store.ts deleteMailbox': (tx, me, at) => mailboxes.deleteMailbox(tx, me.userId, at.mailbox),
  'sources/store.ts insertSource': async (tx, me) =>
    sources.insertSource(tx, { ...(await sources.getSource(tx, me.source, me.userId))!, name: 'Another' }),
  'sources/store.ts deleteSourcesOf': (tx, me) => sources.deleteSourcesOf(tx, me.userId),
  'sources/store.ts deleteSource': (tx, me, at) => sources.deleteSource(tx, me.userId, at.source),
  'views/store.ts lockViews': (tx, me) => views.lockViews(tx, me.userId),
  'views/store.ts insertView': (tx, me, at) =>
    views.insertView(tx, me.userId, { name: `Another ${at.userId}`, search: '' }, now),
  'views/store.ts updateView': (tx, me, at) =>
    views.updateView(tx, me.userId, at.view, { name: 'Changed', search: null, at: now }),
  'views/store.ts deleteView': (tx, me, at) => views.deleteView(tx, me.userId, at.view),
  'sell/api-posts/post-store.ts holdApiPostAt': (tx, me, at) =>
    apiPosts.holdApiPostAt(
      tx,
      me.userId,
      { itemId: at.item, marketplace: 'ebay', site: 'EBAY_GB' },
      { sku: 'DS00001', draft: {} as never, createdAt: now },
    ),
  'sell/api-posts/post-store.ts updateApiPost': async (tx, me, at) => {
    const post = (await apiPosts.holdApiPost(tx, me.userId, me.apiPost))!
    await apiPosts.updateApiPost(tx, me.userId, { ...post, id: at.apiPost, url: null }, now)
  },
  'sell/api-posts/post-store.ts askApiToEnd': (tx, me, at) =>
    apiPosts.askApiToEnd(tx, me.userId, { itemId: at.item, because: 'aside', at: now }),
  'sell/api-posts/post-store.ts lookApiAgain': (tx, me, at) =>
    apiPosts.lookApiAgain(tx, me.userId, at.item, now),
  'sell/api-posts/post-store.ts lookAtApiPostOf': (tx, me, at) =>
    apiPosts.lookAtApiPostOf(tx, me.userId, at.post, now),
  'sell/api-posts/post-store.ts lowerApiQuantity': (tx, me, at) =>
    apiPosts.lowerApiQuantity(tx, me.userId, { itemId: at.item, soldBy: null, left: 1, at: now }),
  'sell/api-posts/post-store.ts giveConfirmation': (tx, me, at) =>
    apiPosts.giveConfirmation(tx, me.userId, at.apiPost, { hash: 'x', endsAt: later }),
  'sell/api-posts/post-store.ts useConfirmation': (tx, me, at) =>
    apiPosts.useConfirmation(tx, me.userId, at.apiPost, { hash: 'x', now }),
  'sell/api-posts/post-store.ts writeChoices': (tx, me) =>
    apiPosts.writeChoices(
      tx,
      me.userId,
      ebayUs,
      { shippingPolicyId: me.mark, paymentPolicyId: null, returnPolicyId: null, locationId: null },
      now,
    ),
  'sell/api-posts/post-store.ts writeUploaded': (tx, me) =>
    apiPosts.writeUploaded(tx, me.userId, {
      ...{ marketplace: 'ebay', key: 'a'.repeat(64), at: now },
      photo: { url: `https://example.com/${me.mark}`, expiresAt: null },
    }),
  'sell/api-posts/call-store.ts insertCall': async (tx, me, at) => {
    const call = { step: 'end', method: 'POST', path: `/offer/${me.mark}`, bodyHash: null } as const
    await apiCalls.insertCall(tx, me.userId, { marketplace: 'ebay', apiPostId: at.apiPost, call, at: now })
  },
  'sell/api-posts/call-store.ts writeAnswer': async (tx, me, at) => {
    const { rows } = await tx.query<{ id: number }>('SELECT id FROM post_calls WHERE user_id = $1', [
      at.userId,
    ])
    const answer = { status: 200, codes: [], ids: {}, reason: me.mark }
    await apiCalls.writeAnswer(tx, me.userId, rows[0]!.id, { answer, at: now, ms: 5 })
  },
  'sell/books/book-store.ts writeBookSettings': (tx, me) =>
    sellBooks.writeBookSettings(tx, me.userId, { mileageRates: [], at: later }),
  'sell/ads/ad-store.ts writeAdText': (tx, me, at) =>
    sellAds.writeAdText(tx, me.userId, {
      ...{ itemId: at.item, marketplace: 'facebook', at: later },
      ad: { title: 'x', description: null, priceCents: null, currency: null },
    }),
  'sell/ads/ad-store.ts writeStyle': (tx, me) => sellAds.writeStyle(tx, me.userId, { place: me.mark }, later),
  'sell/item-store.ts insertItem': async (tx, me) =>
    sellItems.insertItem(tx, { ...(await sellItems.getItem(tx, me.userId, me.item))!, sku: 'DS99' }),
  'sell/item-store.ts updateItem': async (tx, me, at) =>
    sellItems.updateItem(tx, {
      ...(await sellItems.getItem(tx, me.userId, me.item))!,
      id: at.item,
      note: 'x',
    }),
  'sell/item-store.ts deleteItem': (tx, me, at) => sellItems.deleteItem(tx, me.userId, at.item),
  'sell/item-store.ts insertPost': (tx, me, at) =>
    sellItems.insertPost(tx, me.userId, {
      ...{ itemId: at.item, marketplace: 'ebay', url: null, priceCents: null, currency: null, listedAt: now },
      via: 'api',
    }),
  'sell/item-store.ts updatePost': async (tx, me, at) =>
    sellItems.updatePost(tx, me.userId, {
      ...(await sellItems.getPost(tx, me.userId, me.post))!,
      ...{ id: at.post, url: null },
    }),
  'sell/item-store.ts askToEnd': (tx, me, at) =>
    sellItems.askToEnd(tx, me.userId, { itemId: at.item, soldBy: at.post, at: now, because: 'aside' }),
  'sell/item-store.ts keepUp': (tx, me, at) => sellItems.keepUp(tx, me.userId, at.item, now),
  'sell/photos/photo-store.ts insertPhoto': (tx, me) =>
    sellPhotos.insertPhoto(tx, me.userId, {
      ...{ sha256: 'f'.repeat(64), name: 'desk.jpg', bytes: 1, problem: null, at: now },
    }),
  'sell/photos/photo-store.ts useVersion': (tx, me, at) =>
    sellPhotos.useVersion(tx, me.userId, at.photo, 'clean'),
  'sell/photos/photo-store.ts groupPhotosAs': (tx, me, at) =>
    sellPhotos.groupPhotosAs(tx, me.userId, at.photo, [at.photo]),
  'sell/photos/photo-store.ts givePhotos': (tx, me, at) =>
    sellPhotos.givePhotos(tx, me.userId, me.item, [at.photo]),
  'sell/photos/photo-store.ts takePhotos': (tx, me, at) => sellPhotos.takePhotos(tx, me.userId, [at.photo]),
  'sell/photos/photo-store.ts deletePhoto': (tx, me, at) => sellPhotos.deletePhoto(tx, me.userId, at.photo),
  'sell/ai/ai-store.ts writeAgreement': (tx, me) => sellAi.writeAgreement(tx, me.userId, 'x.example', now),
  'sell/ai/ai-store.ts insertCall': (tx, me, at) =>
    sellAi.insertCall(tx, me.userId, {
      ...{ itemId: at.item, key: 'another', model: 'x', languages: ['en'], isPriced: true },
      ...{ startedAt: now, leaseUntil: later, microCents: 1, tokens: 1 },
    }),
  'sell/ai/ai-store.ts takeCall': (tx, me, at) =>
    sellAi.takeCall(tx, me.userId, at.aiCall, { at: now, leaseUntil: later }),
  'sell/ai/ai-store.ts settleCall': (tx, me, at) =>
    sellAi.settleCall(tx, me.userId, at.aiCall, {
      ...{ outcome: 'answered', microCents: 1, tokens: 1, tokensIn: 1, tokensOut: 0, ms: 1, retryAt: null },
    }),
  'sell/ai/ai-store.ts writeAnswer': (tx, me, at) =>
    sellAi.writeAnswer(tx, me.userId, at.item, {
      ...{ key: 'another', model: 'x', answeredAt: now },
      answer: {
        ...{ single: {}, lines: { details: [], defects: [], included: [] }, descriptions: [] },
        ...{ photoIds: [], read: '', dropped: [] },
      },
    }),
  'sell/photos/fact-store.ts writeFact': (tx, me, at) =>
    sellFacts.writeFact(tx, me.userId, at.item, {
      ...{ field: 'model', value: 'x', confidence: 1, origin: 'typed' },
      ...{ evidence: null, photoId: null, updatedAt: now },
    }),
  'sell/photos/fact-store.ts deleteFact': (tx, me, at) =>
    sellFacts.deleteFact(tx, me.userId, at.item, 'brand'),
  'sell/sale-store.ts insertSale': async (tx, me, at) =>
    sellSales.insertSale(tx, me.userId, {
      ...(await sellSales.getSale(tx, me.userId, me.sale))!,
      ...{ itemId: at.item, reference: 'another' },
    }),
  'sell/sale-store.ts updateSale': async (tx, me, at) =>
    sellSales.updateSale(tx, me.userId, {
      ...(await sellSales.getSale(tx, me.userId, me.sale))!,
      ...{ id: at.sale, note: 'x' },
    }),
  'sell/sale-store.ts insertMoney': async (tx, me, at) =>
    sellSales.insertMoney(
      tx,
      me.userId,
      [
        {
          ...({ itemId: at.item, saleId: null, kind: 'label', cents: 1, currency: 'USD' } as const),
          ...({ onDate: '2026-01-02', source: 'typed', note: null } as const),
        },
      ],
      now,
    ),
  'sell/sale-store.ts deleteTypedMoney': (tx, me, at) => sellSales.deleteTypedMoney(tx, me.userId, at.amount),
  'sell/orders/order-store.ts holdOrders': (tx, me) => sellOrders.holdOrders(tx, me.userId, 'ebay'),
  'sell/orders/order-store.ts putLine': (tx, me) =>
    sellOrders.putLine(tx, me.userId, {
      ...{ marketplace: 'ebay', now, order: orderThere(now, { orderId: 'o1' }), line: lineThere() },
    }),
  'sell/orders/order-store.ts placeLine': (tx, me, at) =>
    sellOrders.placeLine(tx, me.userId, at.order, {
      ...{ saleId: me.sale, expectedFeeCents: 1, expectedPaymentCents: 2 },
    }),
  'sell/orders/order-store.ts leaveLineOut': async (tx, me, at) => {
    await tx.query('UPDATE order_lines SET sale_id = NULL WHERE user_id = $1', [me.userId])
    return sellOrders.leaveLineOut(tx, me.userId, at.order, true)
  },
  'sell/orders/order-store.ts putBookings': (tx, me) =>
    sellOrders.putBookings(tx, me.userId, 'ebay', [bookingThere(now)], now),
  'sell/orders/poll-store.ts notePage': (tx, me) =>
    sellPolls.notePage(tx, me.userId, 'ebay', { orders: now }),
  'sell/orders/poll-store.ts noteListening': (tx, me) =>
    sellPolls.noteListening(tx, me.userId, 'ebay', { isTold: true, untold: null, listenAt: now }),
  'sell/orders/poll-store.ts endPoll': (tx, me) =>
    sellPolls.endPoll(tx, me.userId, {
      ...{ marketplace: 'ebay', triedAt: now, readAt: now, problem: null, reason: null },
      ...{ failures: 0, nextAt: now, toldAt: null },
    }),
  'sell/reconcile/finding-store.ts putFinding': (tx, me) =>
    sellFindings.putFinding(
      ...([tx, me.userId, 'ebay', { kind: 'unreadable', key: 'k1', params: { reason: 'x' } }] as const),
      { state: 'open', now },
    ),
  'sell/reconcile/finding-store.ts putQuestion': (tx, me) =>
    sellFindings.putQuestion(
      ...([tx, me.userId, 'ebay', { kind: 'mail-sale', key: 'k2', params: { title: 'x' } }] as const),
      now,
    ),
  'sell/reconcile/finding-store.ts endMailQuestions': async (tx, me) => {
    await tx.query(
      `UPDATE sell_findings SET kind = 'mail-sale', params = '{"order":"o1"}', state = 'open' WHERE user_id = $1`,
      [me.userId],
    )
    await sellFindings.endMailQuestions(tx, me.userId, { marketplace: 'ebay', orderId: 'o1', now })
  },
  'sell/reconcile/finding-store.ts goneBut': (tx, me) =>
    sellFindings.goneBut(tx, me.userId, { marketplace: 'ebay', kinds: ['unreadable'], keys: [], now }),
  'sell/reconcile/finding-store.ts settleFinding': (tx, me, at) =>
    sellFindings.settleFinding(tx, me.userId, at.finding, { state: 'dismissed', now }),
  'sell/reconcile/finding-store.ts endFindings': (tx, me, at) =>
    sellFindings.endFindings(tx, me.userId, at.order, now),
  'sell/orders/derived-store.ts putReferenced': (tx, me) =>
    sellDerived.putReferenced(
      tx,
      me.userId,
      [
        {
          ...({ itemId: me.item, saleId: me.sale, kind: 'label', cents: 1, currency: 'USD' } as const),
          ...({
            onDate: '2026-01-02',
            source: 'api',
            note: null,
            reference: 'r',
            isEstimate: false,
          } as const),
        },
      ],
      now,
    ),
  'sell/orders/derived-store.ts dropReferencedBut': (tx, me, at) =>
    sellDerived.dropReferencedBut(tx, me.userId, at.sale, []),
  'sell/orders/derived-store.ts dropSaid': (tx, me, at) =>
    sellDerived.dropSaid(tx, me.userId, at.sale, ['item-price']),
  'sell/orders/derived-store.ts dropReference': (tx, me, at) =>
    sellDerived.dropReference(tx, me.userId, `r ${at.mark}`),
  'sell/orders/shipment-store.ts putShipment': (tx, me) =>
    sellShipments.putShipment(tx, me.userId, {
      ...{ saleId: me.sale, carrier: 'UPS', tracking: '2', shippedAt: now, state: 'noted' },
    }),
  'sell/orders/shipment-store.ts noteTold': (tx, me, at) =>
    sellShipments.noteTold(tx, me.userId, {
      ...{ saleId: at.sale, tracking: at.mark, state: 'told', reason: null, toldAt: now },
    }),
  'watches/store.ts insertWatch': async (tx, me) => {
    const watch = (await watches.getWatch(tx, me.userId, me.watch))!
    return watches.insertWatch(tx, { ...watch, externalId: 'another' })
  },
  'watches/store.ts updateWatch': async (tx, me, at) => {
    const watch = (await watches.getWatch(tx, me.userId, me.watch))!
    return watches.updateWatch(tx, { ...watch, id: at.watch, note: 'Changed' })
  },
  'watches/store.ts deleteWatch': (tx, me, at) => watches.deleteWatch(tx, me.userId, at.watch),
}

const compared = (marketplace: string) => ({ marketplace, since: new Date(0), afterId: 0, limit: 10 })

const preferencesToSave = {
  ...({ rhythm: 'daily', digestTime: '08:00', digestWeekday: 1, quietHours: null } as const),
  ...{ perHourMax: null, perDayMax: null, urgentScore: null },
}

const everybody = 'what the program does for everybody at once, whoever asks'
const handedOut = 'by ids that the same transaction was handed for the person whose queue or rules it holds'
const ofThings = 'whether listings are one thing is said for everybody, and the last who says it counts'
const counted = 'says only whether or how many there are'

/** What touches people's rows and takes no person, with the reason. */
const ofPhoto = 'of a photo that was read for its person before'
const withoutPerson: Record<string, string> = {
  'accounts/auth/session-store.ts sessionsByToken': 'who has the token is the question',
  'accounts/auth/session-store.ts goodSessions': counted,
  'accounts/factors/factor-store.ts hasSealedFactors': counted,
  'accounts/factors/passkey-store.ts notePasskeyUse': 'who has shown the passkey is the question',
  'accounts/factors/passkey-store.ts noteCountedBack': 'who has shown the passkey is the question',
  'accounts/keys/key-store.ts keysByHash': 'who has the key is the question',
  'accounts/profile-store.ts allProfiles': everybody,
  'scoring/resale/store.ts allSellingSettings': everybody,
  'sell/photos/photo-store.ts writeCleaned': ofPhoto,
  'sell/photos/photo-store.ts writeCandidates': ofPhoto,
  'sell/photos/photo-store.ts writeCut': ofPhoto,
  'sell/ai/ai-store.ts lockSpending': 'a lock, which tells nothing',
  'sell/ai/ai-store.ts mostTokensIn': 'a figure of the model, not of who asked it',
  'sell/ai/ai-store.ts countAgreed': counted,
  'sell/ai/ai-store.ts giveUpCalls': everybody,
  'clusters/read-store.ts alreadyNotified': handedOut,
  'clusters/read-store.ts notifiedOfOwnViews': handedOut,
  'clusters/store.ts decisionsAmong': ofThings,
  'clusters/store.ts writeDecisions': ofThings,
  'listings/deals/filter-store.ts dealFilterSql':
    'a part of statements, for the person whom the filter names',
  'listings/deals/filter-store.ts seenSql': 'a part of statements, for the person whom the filter names',
  'listings/marks/mark-store.ts keptAmong': counted,
  'listings/marks/mark-store.ts moveMarks': 'from views of one’s own, each person’s with the view',
  'listings/marks/mark-store.ts deleteOldUndos': everybody,
  'core/live-store.ts tellLive': 'notes say whose they are, as the rows do that they are of',
  'live/store.ts eventsAfter': 'for everybody; each is handed to whom it is for',
  'live/store.ts lastEvent': 'says only where it stands',
  'live/store.ts isSomethingUnsettled': counted,
  'live/store.ts deleteFromFuture': everybody,
  'live/store.ts deleteOldLiveEvents': everybody,
  'sources/terms/terms-store.ts listAcceptances': 'terms are accepted for everybody',
  'sources/terms/terms-store.ts insertAcceptance': 'for everybody, by whoever runs the program',
  'sources/terms/terms-store.ts deleteAcceptance': 'for everybody, by whoever runs the program',
  'notify/delivery/queue-store.ts tellDeliveries': handedOut,
  'notify/delivery/clock-store.ts queuesDatedAhead': everybody,
  'notify/delivery/queue-store.ts claimDeliveries': everybody,
  'notify/delivery/queue-store.ts writeOutcomes': 'by id and lease, which only who claimed it knows',
  'notify/delivery/queue-store.ts returnDelivery': 'by id and lease, which only who claimed it knows',
  'notify/delivery/queue-store.ts nextQueueAt': everybody,
  'notify/delivery/release-store.ts queuesToRelease': everybody,
  'notify/delivery/release-store.ts neglectedQueues': everybody,
  'notify/delivery/release-store.ts releaseDelivery': handedOut,
  'notify/delivery/release-store.ts bundleDeliveries': handedOut,
  'notify/targets/made-options-store.ts replaceMadeOptions': 'keys of the program, which are for everybody',
  'notify/feed/feed-store.ts feedByHash': 'who has the address is the question',
  'notify/ledger-store.ts deleteOldNotifications': everybody,
  'notify/ledger-store.ts queueFigures': counted,
  'notify/store.ts deliveryChannels': handedOut,
  'notify/store.ts hasSealedChannels': counted,
  'notify/admin/overview-store.ts deliveryOverview': 'for admins: counts by person and channel',
  'sources/state/overview-store.ts outcomesSince': counted,
  'notify/store.ts deliveryCounts': counted,
  'sources/scanning/scan-store.ts overdueScans': counted,
  'notify/store.ts deleteDemoNotifications': everybody,
  'notify/store.ts sentAs': 'a provider names a message, and whose it is is the question',
  'rules/cooldown-store.ts holdCooldowns': handedOut,
  'rules/cooldown-store.ts writeCooldowns': handedOut,
  'rules/live/matcher-store.ts rulesToMatch': everybody,
  'rules/live/matcher-store.ts rulesOfParts': everybody,
  'rules/live/matcher-store.ts ruleIdsOfParts': everybody,
  'rules/live/matcher-store.ts rulesToMatchAmong': everybody,
  'rules/store.ts enabledRules': everybody,
  'rules/store.ts rulesByIds': everybody,
  'rules/store.ts dropBoundsOf': handedOut,
  'rules/deleted/deleted-store.ts forgetDeletedRules': everybody,
  'rules/store.ts deleteDemoRules': everybody,
  'rules/store.ts hasMoreRulesThan': counted,
  'rules/store.ts anyExpired': counted,
  'rules/store.ts switchOffExpired': everybody,
  'rules/store.ts noteNotified': handedOut,
  'rules/store.ts deleteMatchesOf': everybody,
  'rules/waiting/undecided-store.ts takeBest': everybody,
  'rules/waiting/undecided-store.ts forgetUndecided': handedOut,
  'rules/waiting/undecided-store.ts tidyUndecided': everybody,
  'sources/connections/connection-store.ts usersOfRemote':
    'whose orders are read at a hint of the marketplace, by who they are there',
  'sources/connections/connection-store.ts deleteAccountsOfRemote':
    'whoever is that person at the marketplace, which says so itself',
  'sources/connections/connection-store.ts hasSealedAccounts': counted,
  'sell/api-posts/call-store.ts deleteOldCalls': everybody,
  'sell/api-posts/lease-store.ts claimApiPost':
    'a worker works for everybody, and gets rows that say for whom',
  'sell/api-posts/lease-store.ts renewApiPost': 'who has the lease is the question',
  'sell/api-posts/lease-store.ts holdsLease': 'who has the lease is the question',
  'sell/api-posts/lease-store.ts returnApiPost': 'who has the lease is the question',
  'sources/connections/consent-store.ts deleteOldConsents': everybody,
  'sell/orders/order-store.ts forgetBuyers':
    'whoever is that person at the marketplace, which says so itself',
  'sell/orders/order-store.ts forgetOldBuyers': everybody,
  'sell/orders/poll-store.ts duePolls': everybody,
  'sell/orders/poll-store.ts pollHealth': counted,
  'sources/connections/connection-store.ts connectedTo': everybody,
  'sell/ads/reminder-store.ts holdStillUp': everybody,
  'sell/ads/reminder-store.ts holdRunningOut': everybody,
  'sell/ads/reminder-store.ts noteReminded': handedOut,
  'sell/ads/reminder-store.ts stylesOf': handedOut,
  'sources/outages/outage-store.ts openNotices': everybody,
  'sources/outages/outage-store.ts deleteOldNotices': everybody,
  'sources/scanning/next-scan-store.ts nextScansOf':
    'by the ids of rules that its caller has read of the person',
  'sources/scanning/scan-store.ts claimScan': everybody,
  'sources/scanning/scan-store.ts finishScan': 'by id and lease, which only who claimed it knows',
  'sources/scanning/scan-store.ts coolSource': 'of the scan that its process has claimed',
  'sources/scanning/scan-store.ts nextScanAt': everybody,
  'sources/scanning/set-back-store.ts putTimesRight': everybody,
  'sources/state/activity-store.ts activityOf': 'of sources that its caller has read of the person',
  'mailbox/store.ts hasSealedMailboxes': counted,
  'mailbox/outage-store.ts takeFailing': everybody,
  'mailbox/outage-store.ts takeRecovered': everybody,
  'mailbox/outage-store.ts mailboxFigures': counted,
  'mailbox/lease-store.ts claimMailbox': everybody,
  ...Object.fromEntries(
    [
      'renewMailbox',
      'returnMailbox',
      'failMailbox',
      'writeAccess',
      'noteListening',
      'noteStuck',
      'noteRead',
    ].map((name) => [`mailbox/lease-store.ts ${name}`, 'by id and lease, which only who claimed it knows']),
  ),
  'sources/store.ts holdSource': 'of the page that its process is taking in',
  'sources/store.ts hasSealedSources': counted,
  ...Object.fromEntries(
    ['takeKey', 'readKey', 'takeOver', 'renewKey', 'writeAnswer', 'releaseKey'].map((name) => [
      `ops/answer-store.ts ${name}`,
      'by the person and the key that this person named: together they are the row',
    ]),
  ),
  'ops/answer-store.ts deleteOldAnswers': everybody,
  'sources/store.ts setSourceEnabled': 'its caller has read the source of the person in the same transaction',
  'sources/store.ts updateSource': 'its caller has read the source of the person in the same transaction',
  'sources/store.ts hasDemoSources': counted,
  'sources/store.ts deleteDemoSources': everybody,
  'notify/ledger-store.ts deleteOldAttempts': everybody,
  'watches/store.ts deleteDemoWatches': everybody,
  'watches/store.ts holdWatchesOf': 'everybody who follows a listing that was written',
  'watches/store.ts writeMemories':
    'by ids that the same transaction holds, everybody’s who follows the listing',
  'watches/store.ts claimDueWatches': everybody,
  'watches/store.ts finishPoll': 'of the watch that its process has claimed',
  'watches/store.ts followedAmong': counted,
  'watches/store.ts moveWatches': 'from a view of one’s own, which nobody else can follow',
}

describe('of two people in one database', () => {
  it('each sees their own distance, score, messages and deliveries of one listing', async () => {
    const { app } = test
    const { rows } = await app.db.query<{
      userId: number
      km: number
      score: number
      name: string
      channels: string[]
    }>(
      `SELECT n.user_id AS "userId", (n.message->'items'->0->>'distanceKm')::float8 AS km, n.score,
              n.message->'items'->0->'ruleNames'->>0 AS name,
              ARRAY(SELECT channel FROM deliveries d WHERE d.notification_id = n.id AND d.user_id = n.user_id
                    ORDER BY channel) AS channels
       FROM notifications n WHERE n.dedupe_key = $1 ORDER BY n.user_id`,
      [`listing:${listing}:new`],
    )
    // The owner's from home in San Francisco, hers from the place in her rule.
    expect(rows).toMatchObject([
      { userId: owner.userId, name: 'OWNERS rule', channels: ['email', 'inbox'] },
      { userId: anna.userId, name: 'ANNAS rule', channels: ['email', 'inbox'] },
    ])
    expect(rows[0]!.km).toBeCloseTo(66, -1)
    expect(rows[1]!.km).toBeCloseTo(199, -1)
    expect(rows[1]!.score).toBeLessThan(rows[0]!.score)
  })

  it.each(Object.entries({ ...reads, ...writes }))(
    '%s never touches the rows of another',
    async (name, walk) => {
      for (const [me, other] of [
        [anna, owner],
        [owner, anna],
      ] as const) {
        for (const at of [me, other]) {
          const { found, before, after } = await rolledBack(async (tx) => {
            const before = await rowsOf(tx, other)
            const found = await walk(tx, me, at)
            return { found, before, after: await rowsOf(tx, other) }
          })
          expect(after, 'what another has is as it was').toEqual(before)
          expect(JSON.stringify(found ?? null)).not.toContain(other.mark)
          if (!(name in reads)) continue
          const alone = await rolledBack(async (tx) => {
            await deleteRowsOf(tx, other)
            return { found: await walk(tx, me, at), before, after }
          })
          expect(found, 'as if the other were not there').toEqual(alone.found)
        }
      }
    },
  )

  it('reads of one’s own find what is there', async () => {
    for (const [name, walk] of Object.entries(reads)) {
      const { found } = await rolledBack(async (tx) => ({
        found: await walk(tx, anna, anna),
        before: 0,
        after: 0,
      }))
      expect(JSON.stringify(found), name).not.toMatch(/^(?:null|\[\]|\{\}|0|false|undefined)$/)
    }
  })

  it('every store function about people’s rows is walked here, or listed with the reason why it takes no person', () => {
    const listed = Object.keys({ ...reads, ...writes, ...withoutPerson })
    expect(personal().filter((name) => !listed.includes(name))).toEqual([])
    expect(listed.filter((name) => !exported().some((one) => one.name === name))).toEqual([])
  })
})

const rollBack = new Error('rolled back')

/** What it found; nothing of it stays. Refused by the database is nothing found, nothing changed. */
async function rolledBack<T extends { found: unknown; before: unknown; after: unknown }>(
  run: (tx: Tx) => Promise<T>,
): Promise<Pick<T, 'found' | 'before' | 'after'>> {
  let result: Pick<T, 'found' | 'before' | 'after'> = { found: null, before: null, after: null }
  await test.app.db
    .transaction(async (tx) => {
      result = await run(tx)
      throw rollBack
    })
    .catch((error: unknown) => {
      const isForeignKey = (error as { code?: string }).code === '23503'
      if (error !== rollBack && !isForeignKey) throw error
    })
  return result
}

const peoplesTables = tablesWith('user_id')

/** All that a person has, and the scans of their sources. */
async function rowsOf(tx: Tx, { userId }: Person): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const table of peoplesTables) {
    const { rows } = await tx.query(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE user_id = $1 ORDER BY to_jsonb(t)::text`,
      [userId],
    )
    found[table] = rows
  }
  const { rows } = await tx.query(
    'SELECT c.* FROM scans c JOIN sources s ON s.id = c.source_id WHERE s.user_id = $1 ORDER BY c.id',
    [userId],
  )
  return { ...found, scans: rows }
}

async function deleteRowsOf(tx: Tx, { userId }: Person): Promise<void> {
  await tx.query(`SET LOCAL session_replication_role = replica`)
  await tx.query('DELETE FROM scans WHERE source_id IN (SELECT id FROM sources WHERE user_id = $1)', [userId])
  for (const table of peoplesTables) await tx.query(`DELETE FROM ${table} WHERE user_id = $1`, [userId])
  await tx.query(`SET LOCAL session_replication_role = DEFAULT`)
}

function sourcesOf(pattern: RegExp): { file: string; text: string }[] {
  const server = join(import.meta.dirname, '..')
  return readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(join(server, file), 'utf8') }))
}

function tablesWith(column: string): string[] {
  return sourcesOf(/\/tables\.ts$/).flatMap(({ text }) =>
    text
      .split(/(?=^export const \w+ = pgTable\()/m)
      .filter((table) => table.includes(`'${column}'`))
      .map((table) => /pgTable\(\s*'(\w+)'/.exec(table)![1]!),
  )
}

interface Exported {
  name: string
  parameters: string
  body: string
}

function exported(): Exported[] {
  return sourcesOf(/(?:\/|-)store\.ts$/).flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?function (\w+)[\s\S]*?^\}/gm)].map(([body, name]) => ({
      name: `${file} ${name}`,
      parameters: /\(([\s\S]*?)\)(?:: .*)? \{\n/.exec(body)![1]!,
      body,
    })),
  )
}

/** Those that take a person by name, or whose statements name a table of people's rows. */
function personal(): string[] {
  const touches = new RegExp(`\\b(?:FROM|JOIN|INTO|UPDATE|USING)\\s+(?:${peoplesTables.join('|')})\\b`)
  return exported()
    .filter(({ parameters, body }) => /\buserIds?\b/.test(parameters) || touches.test(body))
    .map(({ name }) => name)
}
