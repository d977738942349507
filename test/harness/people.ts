import type { App, Overrides } from '../../server/app/app.ts'
import { type AccountRole, type Authorized, asProgram, type Right } from '../../server/core/actor.ts'
import type { Sql } from '../../server/core/db.ts'
import { createRule } from '../../server/rules/rules.ts'
import { ruleInput } from './factories.ts'

/** An account beside the owner's; its id. */
export async function addPerson(
  sql: Sql,
  name: string,
  role: AccountRole = 'member',
): Promise<Authorized<Right>> {
  const { rows } = await sql.query<{ id: number }>(
    'INSERT INTO users (name, role) VALUES ($1, $2) RETURNING id',
    [name, role],
  )
  return asProgram(rows[0]!.id)
}

/** Stands in for a sign-in: a header says who asks. */
const personHeader = 'x-person'

/** The owner asks, or whom `askAs` names, who is a member. */
export const actorByHeader = (owner: () => number): Pick<Overrides, 'actorOf'> => ({
  actorOf: async ({ headers }) => {
    const userId = headers[personHeader] === undefined ? owner() : Number(headers[personHeader])
    return { userId, roles: [userId === owner() ? 'owner' : 'member'] }
  },
})

/** Sends JSON, or a form, for a person. */
export async function askAs(
  address: string | null,
  person: number,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string; body: never }> {
  const isForm = body instanceof FormData
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: {
      [personHeader]: String(person),
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isLines = answer.headers.get('content-type')?.includes('ndjson') === true
  return {
    status: answer.status,
    text,
    body: (text.startsWith('{') && !isLines ? JSON.parse(text) : null) as never,
  }
}

/** Somebody with one of everything that is a person's; `mark` stands in all that they wrote. */
export interface Person {
  userId: Authorized<Right>
  mark: string
  rule: number
  source: number
  scan: number
  mailbox: number
  template: number
  view: number
  watch: number
  notification: number
  delivery: number
  item: number
  post: number
  apiPost: number
  sale: number
  amount: number
  order: number
  finding: number
  /** That a mail tells of a sale. */
  mailFinding: number
  photo: number
  aiCall: number
}

/** A rule of theirs that takes road bikes and tells by inbox and mail. */
export async function makeRule(
  app: App,
  userId: Authorized<'write'>,
  mark: string,
  over: Record<string, unknown> = {},
) {
  return createRule(
    app.rules,
    userId,
    ruleInput({ name: `${mark} rule`, channels: ['inbox', 'email'], fallbackChannels: ['webhook'], ...over }),
  )
}

/** Gives a person who was told of this listing by this rule whatever else a person has. */
export async function makeRows(
  app: App,
  told: { userId: Authorized<Right>; mark: string; rule: number; listing: number },
): Promise<Person> {
  const { userId, mark, rule, listing } = told
  const one = async (sql: string, ...values: unknown[]) =>
    (await app.db.query<{ id: number }>(sql, values)).rows[0]?.id ?? 0
  await one(
    `INSERT INTO profiles (user_id, home, home_label, home_lat, home_lon, home_country, updated_at)
     VALUES ($1, $2, $2, $3, 0, 'FR', now())`,
    userId,
    mark,
    userId,
  )
  await one(
    `INSERT INTO notify_preferences (user_id, preferences, updated_at)
     VALUES ($1, jsonb_build_object('digestTime', $2::text), now())`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO selling_settings (user_id, own, updated_at)
     VALUES ($1, jsonb_build_object('localMarketplace', $2::text), now())`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO channel_settings (user_id, channel, settings, enabled, confirmed_at, updated_at)
     VALUES ($1, 'email', $2, true, now(), now())`,
    userId,
    mark,
  )
  const source = await one(
    `INSERT INTO sources (user_id, marketplace, name, settings, demo, browse, interval_ms, created_at)
     VALUES ($1, 'feed', $2, $2, false, true, 300000, now()) RETURNING id`,
    userId,
    mark,
  )
  const scan = await one(
    `INSERT INTO scans (source_id, request_key, request, rule_ids, quota, due_at)
     VALUES ($1, $2, '{}', jsonb_build_array($3::bigint), 'host', '2030-01-01') RETURNING id`,
    source,
    mark,
    rule,
  )
  await one(
    `INSERT INTO scan_runs (scan_id, started_at, finished_at, outcome, reason, pages, found, added, changed, rejected)
     VALUES ($1, now(), now(), 'ok', $2, 1, 0, 0, 0, 0)`,
    scan,
    mark,
  )
  await one(
    `INSERT INTO blind_notices (user_id, source_id, blind_since, told_at) VALUES ($1, $2, '2026-01-01', now())`,
    userId,
    source,
  )
  await one(
    `INSERT INTO marketplace_accounts (user_id, marketplace, environment, state, scopes, remote_id, remote_name, tokens,
       access_expires_at, lease_token, leased_until, connected_at, updated_at)
     VALUES ($1, 'ebay', 'production', 'connected', '[]', $2, $2, $2 || ' tokens', '2030-01-01',
       'b4a1b2ff-6a3b-4a5f-9d0c-3f2b8f1f7a10', '2026-01-01', now(), now())`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO account_consents (state_hash, user_id, marketplace, environment, scopes, expires_at)
     VALUES ($2, $1, 'ebay', 'production', '[]', '2030-01-01')`,
    userId,
    mark,
  )
  const mailbox = await one(
    `INSERT INTO mailboxes (user_id, name, host, port, security, login, access, signs_in_by, folder, read_back_days, enabled,
       last_uid, created_at, updated_at)
     VALUES ($1, $2, 'imap.example.com', 993, 'tls', $2, $2 || ' access', 'password', 'INBOX', 2, false, 5, now(), now())
     RETURNING id`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO mailbox_senders (mailbox_id, user_id, sender, marketplace, mails, listings, unproven, nothing, nothing_in_a_row,
       last_mail_at)
     VALUES ($2, $1, $3, 'feed', 1, 1, 0, 0, 0, now())`,
    userId,
    mailbox,
    mark,
  )
  await one(
    `INSERT INTO mailbox_mails (mailbox_id, user_id, uid, sender, subject, marketplace, read_at, outcome, listings)
     VALUES ($2, $1, 5, $3, $3, 'feed', now(), 'taken', 1)`,
    userId,
    mailbox,
    mark,
  )
  const template = await one(
    `INSERT INTO message_templates (user_id, name, kind, language, body, is_default, created_at, updated_at)
     VALUES ($1, 'mine', 'first-contact', 'en', $2, true, now(), now()) RETURNING id`,
    userId,
    mark,
  )
  const view = await one(
    `INSERT INTO views (user_id, name, search, created_at, updated_at) VALUES ($1, $2, 'q=x', now(), now()) RETURNING id`,
    userId,
    mark,
  )
  const watch = await one(
    `INSERT INTO watches (user_id, marketplace, external_id, url, listing_id, note, tags, tell_drops, tell_back_on_sale,
       tell_ended, channels, last_state, below_threshold, next_look_at, demo, created_at, updated_at)
     SELECT $1, l.marketplace, l.external_id, l.url, l.id, $2, '["gift"]', true, true, true, '["inbox"]', 'active', false,
       '2030-01-01', false, now(), now() FROM listings l WHERE l.id = $3 RETURNING id`,
    userId,
    mark,
    listing,
  )
  await one(
    `INSERT INTO undecided (listing_id, rule_id, user_id, promise) VALUES ($1, $2, $3, 50)`,
    listing,
    rule,
    userId,
  )
  await one(
    `INSERT INTO match_backlog (user_id, listing_id, rule_ids, stamp, since)
     VALUES ($1, $2, ARRAY[$3::bigint], gen_random_uuid(), now())`,
    userId,
    listing,
    rule,
  )
  await one(
    'INSERT INTO listing_marks (user_id, listing_id, seen_at, note) VALUES ($1, $2, now(), $3)',
    userId,
    listing,
    mark,
  )
  await one('INSERT INTO listing_looks (user_id, seen_up_to) VALUES ($1, now())', userId)
  await one(
    `INSERT INTO mark_undos (user_id, id, before, expires_at)
     VALUES ($1, gen_random_uuid(), jsonb_build_object('fields', '[]'::jsonb, 'marks', '[]'::jsonb), '2100-01-01')`,
    userId,
  )
  const notification = await one('SELECT max(id) AS id FROM notifications WHERE user_id = $1', userId)
  const delivery = await one(
    `SELECT max(id) AS id FROM deliveries WHERE user_id = $1 AND channel = 'email'`,
    userId,
  )
  await one(
    `INSERT INTO delivery_attempts (delivery_id, user_id, started_at, finished_at, outcome, reason, undecided)
     VALUES ($1, $2, now(), now(), 'retry', $3, false)`,
    delivery,
    userId,
    mark,
  )
  const item = await one(
    `INSERT INTO items (user_id, sku, title, category, quantity, note, created_at, updated_at)
     VALUES ($1, 'DS00001', 'Desk', 'furniture', 2, $2, now(), now()) RETURNING id`,
    userId,
    mark,
  )
  const post = await one(
    `INSERT INTO posts (user_id, item_id, marketplace, url, state, listed_at, end_asked_at)
     VALUES ($1, $2, 'facebook', 'https://example.com/' || $3, 'end-asked', now(), now()) RETURNING id`,
    userId,
    item,
    mark,
  )
  await one(
    `INSERT INTO posts (user_id, item_id, marketplace, url, state, listed_at)
     VALUES ($1, $2, 'flea-market', 'https://example.com/' || $3, 'live', now())`,
    userId,
    item,
    mark,
  )
  const apiPost = await one(
    `INSERT INTO api_posts (user_id, item_id, marketplace, site, sku, draft, state, url, warnings, created_at, updated_at,
       wish, sent)
     VALUES ($1, $2, 'ebay', 'EBAY_US', 'DS00001', '{}', 'prepared', $3, '[]', now(), now(), NULL, NULL) RETURNING id`,
    userId,
    item,
    mark,
  )
  await one(
    `INSERT INTO post_calls (user_id, api_post_id, marketplace, step, method, path, sent_at, codes, ids, reason)
     VALUES ($1, $2, 'ebay', 'publish', 'POST', '/offer/1/publish', now(), '{}', '{}', $3)`,
    userId,
    apiPost,
    mark,
  )
  await one(
    `INSERT INTO api_photos (user_id, marketplace, sha256, url, created_at)
     VALUES ($1, 'ebay', repeat('a', 64), 'https://example.com/' || $2, now())`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO api_choices (user_id, marketplace, site, choices, updated_at)
     VALUES ($1, 'ebay', 'EBAY_US', jsonb_build_object('locationId', $2::text), now())`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO ad_texts (user_id, item_id, marketplace, title, updated_at) VALUES ($1, $2, 'facebook', $3, now())`,
    userId,
    item,
    mark,
  )
  await one(
    `INSERT INTO writing_styles (user_id, style, updated_at) VALUES ($1, jsonb_build_object('place', $2::text), now())`,
    userId,
    mark,
  )
  const sale = await one(
    `INSERT INTO sales (user_id, item_id, marketplace, reference, quantity, state, is_returned, sold_on, note, created_at, updated_at)
     VALUES ($1, $2, 'facebook', '12-345', 1, 'paid', false, '2026-01-02', $3, now(), now()) RETURNING id`,
    userId,
    item,
    mark,
  )
  const order = await one(
    `INSERT INTO order_lines (user_id, marketplace, order_id, line_id, title, quantity, price_cents, shipping_paid_cents,
       tax_cents, refunded_cents, currency, payment, is_cancelled, is_shipped, buyer, ordered_at, changed_at, seen_at, sale_id)
     VALUES ($1, 'ebay', 'o1', '1', $2, 1, 100, 0, 0, 0, 'USD', 'paid', false, false, 'buyer', now(), now(), now(), $3)
     RETURNING id`,
    userId,
    mark,
    sale,
  )
  await one(
    `INSERT INTO market_bookings (user_id, marketplace, booking_id, order_id, kind, cents, is_in, currency, booked_at, note, seen_at)
     VALUES ($1, 'ebay', 'b1', 'o1', 'fee', 13, false, 'USD', now(), $2, now())`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO order_polls (user_id, marketplace, next_at, reason) VALUES ($1, 'ebay', '2100-01-01', $2)`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO shipments (sale_id, user_id, carrier, tracking, shipped_at, state) VALUES ($1, $2, 'USPS', $3, now(), 'noted')`,
    sale,
    userId,
    mark,
  )
  const finding = await one(
    `INSERT INTO sell_findings (user_id, marketplace, kind, key, sale_id, order_line_id, params, state, found_at)
     VALUES ($1, 'ebay', 'unreadable', 'k1', $2, $3, jsonb_build_object('reason', $4::text), 'open', now()) RETURNING id`,
    userId,
    sale,
    order,
    mark,
  )
  const mailFinding = await one(
    `INSERT INTO sell_findings (user_id, marketplace, kind, key, item_id, params, state, found_at)
     VALUES ($1, 'ebay', 'mail-sale', 'k2', NULL, jsonb_build_object('title', $2::text, 'order', NULL, 'suggestion', NULL,
       'priceCents', NULL, 'currency', NULL, 'quantity', 1, 'soldOn', '2026-01-02'), 'open', now()) RETURNING id`,
    userId,
    mark,
  )
  await one(
    `INSERT INTO book_settings (user_id, mileage_rates, updated_at) VALUES ($1, jsonb_build_array(jsonb_build_object('unit', 'mi',
       'currency', 'USD', 'centsPerUnit', 70, 'validFrom', NULL, 'validTo', NULL, 'source', $2::text)), now())`,
    userId,
    mark,
  )
  const amount = await one(
    `INSERT INTO money_rows (user_id, item_id, sale_id, kind, cents, currency, on_date, source, note, reference, created_at)
     VALUES ($1, $2, $3, 'item-price', 12000, 'USD', '2026-01-02', 'typed', $4, 'r ' || $4, now()) RETURNING id`,
    userId,
    item,
    sale,
    mark,
  )
  const photo = await one(
    `INSERT INTO item_photos (user_id, sha256, name, bytes, state, width, height, used, versions, position, created_at, item_id)
     VALUES ($1, md5($2) || md5($2), $2, 3, 'ready', 640, 480, 'plain', '["plain"]', 1, now(), NULL) RETURNING id`,
    userId,
    mark,
  )
  for (const file of ['original', 'plain-large', 'plain-small'])
    await one(
      `INSERT INTO item_photo_parts (photo_id, file, part, bytes) VALUES ($1, $2, 0, 'abc')`,
      photo,
      file,
    )
  await one(
    `INSERT INTO item_facts (user_id, item_id, field, value, confidence, origin, updated_at)
     VALUES ($1, $2, 'brand', $3, 1, 'typed', now())`,
    userId,
    item,
    mark,
  )
  await one(
    `INSERT INTO ai_agreements (user_id, recipient, agreed_at) VALUES ($1, $2, now())`,
    userId,
    `${mark}.example`,
  )
  const aiCall = await one(
    `INSERT INTO ai_calls (user_id, item_id, key, model, languages, state, is_priced, micro_cents, tokens, started_at, lease_until)
     VALUES ($1, $2, $3, $3, '["en"]', 'waiting', true, 5, 5, '2026-01-02', '2036-01-02') RETURNING id`,
    userId,
    item,
    mark,
  )
  await one(
    `INSERT INTO ai_answers (user_id, item_id, key, model, answer, answered_at)
     VALUES ($1, $2, $3, $3, '{"single":{},"lines":{"details":[],"defects":[],"included":[]},"descriptions":[],"photoIds":[],"read":"","dropped":[]}', now())`,
    userId,
    item,
    mark,
  )
  const own = { item, post, apiPost, sale, amount, order, finding, mailFinding, photo, aiCall }
  return {
    ...{ userId, mark, rule, source, scan, mailbox, template, view, watch, notification, delivery, ...own },
  }
}
