import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seenListing } from '../../../test/harness/factories.ts'
import { makeRows, makeRule } from '../../../test/harness/people.ts'
import { asProgram } from '../../core/actor.ts'
import { ingest } from '../../flows/ingest.ts'
import { claimedHouse, goodPassword, type House, type Visitor } from '../test-kit.ts'
import { exportToFile } from './export.ts'
import { ownTables, unexportedTables } from './own-tables.ts'

/** Ids that stand nowhere by chance, and that the matcher still takes. */
const ids = { anna: 3_345_678_901, ben: 3_345_678_902 }
const annaMail = 'anna.mustermann@example.com'
const benMail = 'ben.beispiel@example.com'

let house: House
let anna: Visitor
let ben: Visitor

beforeAll(async () => {
  // Browsers, and so the program, take passkeys of a name.
  house = await claimedHouse({ env: { DEAL_SCOUT_BASE_URL: 'http://localhost:3000' } })
  anna = await settle(annaMail, ids.anna)
  ben = await settle(benMail, ids.ben)
}, 240_000)
afterAll(() => house[Symbol.asyncDispose]())

const query = <Row extends object>(sql: string, values: unknown[] = []) =>
  house.test.app.db.query<Row>(sql, values)

/** Somebody with one of everything, who says their e-mail in all that they write. */
async function settle(email: string, id: number): Promise<Visitor> {
  const { app } = house.test
  await query(`SELECT setval(pg_get_serial_sequence('users', 'id'), $1, false)`, [id])
  const person = await house.member(email)
  const userId = asProgram(id)
  const mark = `by ${email}`
  const rule = await makeRule(app, userId, mark)
  await take(null, `market ${id % 10}`)
  const { rows } = await query<{ id: number }>('SELECT max(id) AS id FROM listings WHERE owner_id IS NULL')
  await take(id, mark)
  const market = rows[0]!.id
  await makeRows(app, { userId, mark, rule: rule.id, listing: market })
  await query(
    `INSERT INTO cluster_decisions (low_listing_id, high_listing_id, verdict, user_id, decided_at)
     SELECT min(id), max(id), 'different', $1, now() FROM listings WHERE owner_id IS NULL AND id >= $2 - 1`,
    [id, market],
  )
  const made = await person.call('POST', '/api/auth/keys', { name: mark, scope: 'read' })
  expect(made.status).toBe(201)
  expect((await person.call('POST', '/api/me/feed', undefined, { 'idempotency-key': 'one' })).status).toBe(
    201,
  )
  const factor = await person.call('POST', '/api/auth/second-factor', { password: goodPassword })
  expect(factor.status).toBe(201)
  expect((await person.call('POST', '/api/auth/passkeys/options', { password: goodPassword })).status).toBe(
    200,
  )
  await query(
    `INSERT INTO passkeys (user_id, name, credential_id, public_key, counter, device_type, backed_up)
     VALUES ($1, $2, $2, 'x', 0, 'singleDevice', false)`,
    [id, mark],
  )
  await query(`INSERT INTO accepted_terms (marketplace, user_id, accepted_at) VALUES ($2, $1, now())`, [
    id,
    mark,
  ])
  await query(
    `INSERT INTO verifications (identifier, value, expires_at) VALUES ($1, $2::bigint::text, '2100-01-01')`,
    [`reset-password:${id}x`, id],
  )
  await query(
    `INSERT INTO account_links (token_hash, kind, email, role, invited_by, created_at, expires_at)
     VALUES ($1, 'invitation', $1 || '@guest.example', 'member', $2, now(), '2100-01-01')`,
    [`guest${id % 10}`, id],
  )
  await app.db.transaction((tx) =>
    tx.query(`INSERT INTO channel_queues (user_id, channel) VALUES ($1, 'email') ON CONFLICT DO NOTHING`, [
      id,
    ]),
  )
  return person
}

/** Two listings, of the market or a person's own. */
async function take(ownerId: number | null, title: string): Promise<void> {
  const { app } = house.test
  const sightings = ['one', 'two'].map((n) => ({
    marketplace: 'feed',
    seen: seenListing({ externalId: `${title} ${n}`, title: `Road bike ${title} ${n}` }),
    observedAtMs: app.pipeline.clock.now().getTime(),
  }))
  await ingest(app.pipeline, { sightings, ...{ sourceId: null, scanId: null, demo: false, ownerId } })
}

async function tables(): Promise<string[]> {
  const { rows } = await query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** In which tables any of these stands, and in how many rows. */
async function standsIn(...texts: readonly (string | number)[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of await tables()) {
    const { rows } = await query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} t
       WHERE EXISTS (SELECT FROM unnest($1::text[]) AS x(x) WHERE strpos(to_jsonb(t)::text, x) > 0)`,
      [texts.map(String)],
    )
    if (rows[0]!.n > 0) found[table] = rows[0]!.n
  }
  return found
}

interface Line {
  table?: string
  row?: Record<string, unknown>
  end?: boolean
  rows?: number
}
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

it('every table that names people is exported, or said why not', async () => {
  const { rows } = await query<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name ~ '(^|_)(user_id|owner_id|person_id|reference_id|email|invited_by)$'
     UNION SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND confrelid = 'users'::regclass`,
  )
  const listed = [...ownTables, ...unexportedTables].map(({ table }) => table)
  expect(new Set(listed).size).toBe(listed.length)
  expect(rows.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([])
  expect(unexportedTables.filter(({ because }) => because.length < 20)).toEqual([])
  // Whoever has one of everything stands in no table besides.
  const found = Object.keys(await standsIn(ids.anna, annaMail)).map((name) => name.replace(/^public\./, ''))
  expect(found.filter((name) => !listed.includes(name) && !/^jobs\./.test(name))).toEqual(
    // These are of their rules and sources, by what those are called.
    ['scan_runs', 'scans'].filter((name) => found.includes(name)),
  )
})

it('an export has all that is a person’s and nothing of others, without what opens anything', async () => {
  const answer = await anna.call('GET', '/api/me/export')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="deal-scout-export.ndjson"')
  const text = answer.body as string
  const lines = linesOf(text)
  const rows = lines.filter(({ table }) => table !== undefined)
  expect(lines.at(-1)).toEqual({ end: true, rows: rows.length })
  const has = new Set(rows.map(({ table }) => table))
  expect(ownTables.map(({ table }) => table).filter((table) => !has.has(table))).toEqual([])
  expect(text).not.toContain(benMail)
  expect(text).not.toContain(String(ids.ben))
  const { rows: secret } = await query<{ value: string }>(
    `SELECT token AS value FROM sessions UNION SELECT key FROM api_keys UNION SELECT password FROM credentials
     UNION SELECT token_hash FROM personal_feeds UNION SELECT secret FROM second_factors
     UNION SELECT recovery_codes FROM second_factors UNION SELECT tokens FROM marketplace_accounts
     UNION SELECT access FROM mailboxes`,
  )
  expect(secret.length).toBeGreaterThan(5)
  expect(secret.filter(({ value }) => text.includes(value))).toEqual([])
})

it('an export goes into a new file that nobody else may read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-export-'))
  try {
    const file = join(folder, 'ben.ndjson')
    await exportToFile(house.test.app.accounts, ids.ben, file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const text = readFileSync(file, 'utf8')
    expect(linesOf(text).at(-1)).toMatchObject({ end: true })
    expect(text).not.toContain(annaMail)
    await expect(exportToFile(house.test.app.accounts, ids.ben, file)).rejects.toThrow(/is there already/)
    expect(readFileSync(file, 'utf8')).toBe(text)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('deletes nothing for a wrong password, and never the owner', async () => {
  const before = await standsIn(ids.anna, annaMail)
  expect((await anna.call('POST', '/api/me/deletion', { password: 'another quiet heron' })).status).toBe(400)
  expect((await anna.call('POST', '/api/me/deletion', {})).status).toBe(422)
  // That it was tried is noted.
  const noted = before['public.audit_events']! + 1
  expect(await standsIn(ids.anna, annaMail)).toEqual({ ...before, 'public.audit_events': noted })
  const owner = await house.owner.call('POST', '/api/me/deletion', { password: goodPassword })
  expect([owner.status, (owner.body as { code: string }).code]).toEqual([409, 'is-owner'])
})

it('after a deletion no row holds the e-mail, and the id only what happened here; what others and the market have is all there', async () => {
  // Scans are planned anew from the rules that are left.
  const others = async () => ({
    ...(await standsIn(ids.ben, benMail)),
    ...{ 'public.scans': 0, 'public.scan_runs': 0 },
  })
  const market = async () =>
    (await query('SELECT id, title FROM listings WHERE owner_id IS NULL ORDER BY id')).rows
  const decisions = async () =>
    (await query<{ n: number }>('SELECT count(*)::int AS n FROM cluster_decisions')).rows
  const kept = [await others(), await market(), await decisions()]
  expect((await anna.call('POST', '/api/me/deletion', { password: goodPassword })).status).toBe(204)
  // What was done here stays, by numbers alone: not her name, e-mail, address or browser.
  const stay = ['public.audit_events']
  expect(Object.keys(await standsIn(ids.anna, annaMail))).toEqual(stay)
  expect(ownTables.flatMap(({ table, staysBecause }) => (staysBecause ? [`public.${table}`] : []))).toEqual(
    stay,
  )
  expect(await standsIn(annaMail)).toEqual({})
  const { rows: events } = await query<{ what: string; address: string | null; userAgent: string | null }>(
    `SELECT what, address, user_agent AS "userAgent" FROM audit_events WHERE $1 IN (actor_id, person_id) ORDER BY id`,
    [ids.anna],
  )
  expect(events.at(-1)).toMatchObject({ what: 'account-deleted' })
  expect(events.filter(({ address, userAgent }) => address !== null || userAgent !== null)).toEqual([])
  expect([await others(), await market(), await decisions()]).toEqual(kept)
  expect((await anna.call('GET', '/api/me')).status).toBe(401)
  expect(
    (await anna.call('POST', '/api/auth/sign-in', { email: annaMail, password: goodPassword })).status,
  ).toBe(401)
  // What comes then is taken and matched as ever.
  await take(null, 'afterwards')
  expect((await ben.call('GET', '/api/notifications')).status).toBe(200)
  expect(Object.keys(await standsIn(ids.anna, annaMail))).toEqual(stay)
})
