import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setUpCodes } from '../../server/accounts/factors/test-kit.ts'
import { claimedHouse, goodPassword, type House, type Visitor } from '../../server/accounts/test-kit.ts'
import { mergeClusters } from '../../server/clusters/actions.ts'
import { clusterOfListing } from '../../server/clusters/read-store.ts'
import { type Access, type AccountRole, asProgram } from '../../server/core/actor.ts'
import { ingest } from '../../server/flows/ingest.ts'
import { ruleInput, seenListing } from '../harness/factories.ts'
import { makeRows, makeRule, type Person } from '../harness/people.ts'

/** Who asks. All but the last four and nobody have a good session, and all have rows of their own. */
const askers = [
  'nobody',
  'viewer',
  'member',
  'admin',
  'owner',
  'expired session',
  'revoked key',
  'reading key',
  'half session',
] as const
type Asker = (typeof askers)[number]
/** Whose the id in the path is, or `-` where there is none. */
const whose = ['own', 'foreign', 'absent'] as const

/** A line of the matrix: what a route asks for, and what the number in its path is of. */
interface Row {
  method: string
  path: string
  right: Access
  id:
    | '-'
    | 'token'
    | 'word'
    | 'account'
    | 'session'
    | 'key'
    | 'passkey'
    | 'listing'
    | 'cluster'
    | keyof Person
}

const matrix = readMatrix()
const routes: { method: string; path: string; access: Access }[] = []
const absentId = 999_999_999

let house: House
let people: Map<Asker | 'ben', Someone>

/** Somebody who asks, and the ids of what is theirs. */
interface Someone {
  email: string
  as: Visitor
  headers: Record<string, string>
  ids: Record<string, number>
}

beforeAll(async () => {
  const often = Object.fromEntries(
    ['READ', 'WRITE', 'COSTLY', 'STRICT'].map((word) => [`RATE_LIMIT_${word}`, '100000']),
  )
  house = await claimedHouse({
    env: often,
    overrides: { onRoute: (route) => void routes.push(route) },
  })
  people = new Map()
  people.set('ben', await settle('ben', 'member'))
  people.set('owner', await settleAs('owner@example.com', house.owner))
  for (const role of ['viewer', 'member', 'admin'] as const) people.set(role, await settle(role, role))

  const late = await settle('late', 'member')
  people.set('expired session', late)
  await house.test.app.db.query(
    `UPDATE sessions SET expires_at = now() - interval '1 minute' WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [late.email],
  )
  people.set('reading key', await settleWithKey('reader', 'read'))
  const revoked = await settleWithKey('revoked', 'write')
  people.set('revoked key', revoked)
  const { email } = revoked
  const person = house.visitor()
  await person.call('POST', '/api/auth/sign-in', { email, password: goodPassword })
  expect((await person.call('DELETE', `/api/auth/keys/${revoked.ids.key}`)).status).toBe(204)
  people.set('half session', await settleHalf())
  // Each new rule plans scans anew, and takes away those of the ones before.
  for (const someone of people.values()) {
    const { rows } = await house.test.app.db.query<{ id: number }>(
      `INSERT INTO scans (source_id, request_key, request, rule_ids, quota, due_at)
       VALUES ($1, 'one', '{}', jsonb_build_array($2::bigint), 'host', '2030-01-01') RETURNING id`,
      [someone.ids.source, someone.ids.rule],
    )
    someone.ids.scan = rows[0]!.id
  }
  people.set('nobody', { email: '', as: house.visitor(), headers: {}, ids: { ...people.get('member')!.ids } })
}, 120_000)
afterAll(() => house[Symbol.asyncDispose]())

async function settle(name: string, role: AccountRole): Promise<Someone> {
  const email = `${name}@example.com`
  return settleAs(email, await house.member(email, role))
}

/** Gives them one of everything that a person can have. */
async function settleAs(email: string, as: Visitor): Promise<Someone> {
  const { app } = house.test
  const one = async (sql: string) => (await app.db.query<{ id: number }>(sql, [email])).rows[0]!.id
  const account = await one('SELECT id FROM users WHERE email = $1')
  const userId = asProgram(account)
  const rule = await makeRule(app, userId, email)
  await takeFor(null, `market ${email}`)
  const market = await one('SELECT max(id) AS id FROM listings WHERE $1::text IS NOT NULL')
  const [listing, other] = await takeFor(account, `own ${email}`)
  const now = app.pipeline.clock.now()
  await app.db.transaction((tx) => mergeClusters(tx, userId, [listing!, other!], now))
  const cluster = (await clusterOfListing(app.db, listing!, userId))!.id
  const made = await makeRows(app, { userId, mark: email, rule: rule.id, listing: market })
  await app.db.query(`UPDATE deliveries SET state = 'failed' WHERE id = $1`, [made.delivery])
  const passkey = await one(
    `INSERT INTO passkeys (user_id, name, credential_id, public_key, counter, device_type, backed_up)
     SELECT id, 'mine', email, 'x', 0, 'singleDevice', false FROM users WHERE email = $1 RETURNING id`,
  )
  const key = await as.call('POST', '/api/auth/keys', { name: 'mine', scope: 'read' })
  expect(key.status, JSON.stringify(key.body)).toBe(201)
  const { id } = key.body as { id: number }
  const { userId: _, mark: __, ...rows } = made
  return {
    email,
    as,
    headers: {},
    ids: { ...rows, account, listing: listing!, cluster, session: await sessionOf(email), key: id, passkey },
  }
}

async function sessionOf(email: string): Promise<number> {
  const { rows } = await house.test.app.db.query<{ id: number }>(
    `SELECT max(s.id) AS id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1`,
    [email],
  )
  return rows[0]!.id
}

async function settleWithKey(name: string, scope: string): Promise<Someone> {
  const someone = await settle(name, 'member')
  const made = await someone.as.call('POST', '/api/auth/keys', { name, scope })
  const { id, key } = made.body as { id: number; key: string }
  return {
    ...someone,
    as: house.visitor(),
    headers: { authorization: `Bearer ${key}` },
    ids: { ...someone.ids, key: id },
  }
}

/** Who gave the password, and is asked for a code. */
async function settleHalf(): Promise<Someone> {
  const someone = await settle('half', 'member')
  await setUpCodes(house, someone.as)
  const as = house.visitor()
  const { status } = await as.call('POST', '/api/auth/sign-in', {
    ...{ email: someone.email, password: goodPassword },
  })
  expect([status, [...as.cookies.keys()]]).toEqual([200, ['deal-scout.two_factor']])
  return { ...someone, as }
}

/** Two listings of the market, or that this person alone has. */
async function takeFor(ownerId: number | null, title: string): Promise<number[]> {
  const { app } = house.test
  const sightings = ['one', 'two'].map((n) => ({
    marketplace: 'feed',
    seen: seenListing({ externalId: `${title} ${n}`, title: `Road bike ${title} ${n}` }),
    observedAtMs: app.pipeline.clock.now().getTime(),
  }))
  await ingest(app.pipeline, { sightings, ...{ sourceId: null, scanId: null, demo: false, ownerId } })
  const { rows } = await app.db.query<{ id: number }>('SELECT id FROM listings ORDER BY id DESC LIMIT 2')
  return rows.map(({ id }) => id)
}

/** What an asker is answered before anything is looked up; null = they may. */
function refusal(asker: Asker, right: Access): 401 | 403 | null {
  if (right === 'open') return null
  if (['nobody', 'expired session', 'revoked key', 'half session'].includes(asker)) return 401
  if (asker === 'reading key') return right === 'read' ? null : 403
  if (right === 'admin') return asker === 'admin' || asker === 'owner' ? null : 403
  if (right === 'write') return asker === 'viewer' ? 403 : null
  return null
}

const template = { name: 'b', kind: 'first-contact', language: 'en', body: 'Hello', isDefault: false }
/** What a route with an id needs to be let through to that id. */
const bodies: Record<string, unknown> = {
  'PUT /api/rules/:id': ruleInput({ name: 'Changed', channels: ['inbox'] }),
  'PATCH /api/rules/:id': { name: 'Changed' },
  'PUT /api/sources/:id': { marketplace: 'feed', settings: { url: 'https://example.com/f.xml' } },
  'PUT /api/message-templates/:id': template,
  'PATCH /api/watches/:id': { note: 'x' },
  'PATCH /api/users/:id': { disabled: false },
  'PATCH /api/auth/passkeys/:id': { name: 'x' },
  'POST /api/rules/:id/matches/:listingId/dismiss': { reason: 'other' },
}

/** What ends rows, and what ends sessions, comes last, the innermost first. */
function lateness({ method, path }: Row): number {
  if (/sign-out|\/api\/auth\/sessions|\/api\/auth\/account$/.test(path) && method !== 'GET') return 1000
  if (method === 'GET') return 0
  return method === 'DELETE' ? 900 - path.split('/').length : 1
}

it('every route answers every asker about their own, another’s and an absent row as the matrix says', async () => {
  const served = routes.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
  const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
  // A route without a line, or a line without a route, is a hole in the matrix.
  expect(served.map((route) => `${nameOf(route)} ${route.access}`).toSorted()).toEqual(
    matrix.map((row) => `${nameOf(row)} ${row.right}`).toSorted(),
  )
  const unexplained: string[] = []
  let asked = 0
  for (const row of matrix.toSorted((a, b) => lateness(a) - lateness(b))) {
    const isOfRows = !['-', 'token', 'word'].includes(row.id)
    for (const asker of askers) {
      const answers = new Map<string, { status: number; text: string }>()
      for (const of of isOfRows ? (['absent', 'foreign', 'own'] as const) : (['own'] as const)) {
        const { status, text } = await answerTo(row, asker, of)
        asked++
        answers.set(of, { status, text })
        const may = refusal(asker, row.right)
        const isRight =
          may !== null
            ? status === may
            : isOfRows && of !== 'own' && row.id !== 'account'
              ? status === 404
              : status < 500 &&
                (row.right === 'open' || (status !== 401 && status !== 403)) &&
                !(isOfRows && of === 'own' && status === 404)
        if (!isRight) unexplained.push(`${nameOf(row)}, ${asker}, ${of}: ${status} ${text.slice(0, 200)}`)
      }
      // Whether another has such a row is not to be learned.
      if (isOfRows && row.id !== 'account' && answers.get('foreign')!.text !== answers.get('absent')!.text)
        unexplained.push(
          `${nameOf(row)}, ${asker}: ${[...answers.values()].map(({ text }) => text).join(' / ')}`,
        )
    }
  }
  process.stdout.write(
    `routes × actors × ids = ${asked} (${matrix.length} routes, ${askers.length} actors), unexplained ${unexplained.length}\n`,
  )
  expect(unexplained).toEqual([])
}, 300_000)

async function answerTo(
  row: Row,
  asker: Asker,
  of: (typeof whose)[number],
): Promise<{ status: number; text: string }> {
  const someone = people.get(asker)!
  const ids = of === 'foreign' ? people.get('ben')!.ids : someone.ids
  const id = of === 'absent' ? absentId : ids[row.id as string]
  const path = row.path
    .replace(/:id\b/, row.id === 'word' ? 'email' : String(id ?? absentId))
    // A match is the rule's and the listing's: what is told about is the market's.
    .replace(':listingId', String(of === 'absent' ? absentId : (ids.market ?? ids.listing)))
    .replace(/:\w+/g, 'x')
  const name = `${row.method} ${row.path}`
  const hasBody = row.method !== 'GET' && row.method !== 'DELETE'
  const body = hasBody ? (bodies[name] ?? {}) : undefined
  // Who signs out signs in again, to be asked about the next.
  if (
    lateness(row) === 1000 &&
    refusal(asker, row.right) === null &&
    asker !== 'reading key' &&
    asker !== 'nobody'
  ) {
    await someone.as.call('POST', '/api/auth/sign-in', { email: someone.email, password: goodPassword })
    someone.ids.session = await sessionOf(someone.email)
  }
  const isForm = row.path.startsWith('/account') && row.method === 'POST'
  const answer = isForm
    ? await someone.as.post(path, {}, someone.headers)
    : await someone.as.call(row.method, path, body, someone.headers)
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
  return {
    status:
      answer.status === 303 && answer.headers.get('location') === '/account/sign-in' ? 401 : answer.status,
    text: text.replaceAll(/"(?:requestId|instance)":"[^"]*",?/g, ''),
  }
}

function readMatrix(): Row[] {
  const text = readFileSync(new URL('../../docs/security/authorization.tsv', import.meta.url), 'utf8')
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [method, path, right, id] = line.split('\t')
      return { method, path, right, id } as Row
    })
}
