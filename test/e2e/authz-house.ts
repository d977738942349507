import { setUpCodes } from '../../server/accounts/factors/test-kit.ts'
import {
  type Answer,
  claimedHouse,
  goodPassword,
  type House,
  type Visitor,
} from '../../server/accounts/test-kit.ts'
import type { App, Overrides } from '../../server/app/app.ts'
import { mergeClusters } from '../../server/clusters/actions.ts'
import { clusterOfListing } from '../../server/clusters/read-store.ts'
import { type AccountRole, asProgram } from '../../server/core/actor.ts'
import { ingest } from '../../server/flows/ingest.ts'
import { seenListing } from '../harness/factories.ts'
import { makeRows, makeRule } from '../harness/people.ts'

/** Who asks: by a session where nothing else is said. All but nobody have rows of their own. */
export const askers = [
  'nobody',
  'viewer',
  'member',
  'admin',
  'owner',
  'expired session',
  'revoked key',
  'expired key',
  'reading key',
  'writing key',
  'capturing key',
  'half session',
] as const
export type Asker = (typeof askers)[number]
/** Somebody who asks, and the ids of what is theirs. */
export interface Someone {
  email: string
  as: Visitor
  headers: Record<string, string>
  ids: Record<string, number>
}

/** A claimed program with one of each asker, and with Ben, whose rows they shall not see. */
export interface AskedHouse extends AsyncDisposable {
  house: House
  people: Map<Asker | 'ben', Someone>
  idsOf(asker: Asker | 'ben'): Record<string, number>
}

export async function askedHouse(overrides: Overrides = {}): Promise<AskedHouse> {
  const often = Object.fromEntries(
    ['READ', 'WRITE', 'COSTLY', 'STRICT'].map((word) => [`RATE_LIMIT_${word}`, '100000']),
  )
  const house = await claimedHouse({ env: often, overrides })
  const { db } = house.test.app
  const people = new Map<Asker | 'ben', Someone>()
  people.set('ben', await settle(house, 'ben', 'member'))
  people.set('owner', await settleAs(house, 'owner@example.com', house.owner))
  for (const role of ['viewer', 'member', 'admin'] as const) people.set(role, await settle(house, role, role))

  const late = await settle(house, 'late', 'member')
  people.set('expired session', late)
  await db.query(
    `UPDATE sessions SET expires_at = now() - interval '1 minute' WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [late.email],
  )
  people.set('reading key', await settleWithKey(house, 'reader', 'read'))
  const revoked = await settleWithKey(house, 'revoked', 'write')
  people.set('revoked key', revoked)
  const { email } = revoked
  const person = house.visitor()
  await person.call('POST', '/api/auth/sign-in', { email, password: goodPassword })
  await made(person.call('DELETE', `/api/auth/keys/${revoked.ids.key}`))
  const outlived = await settleWithKey(house, 'outlived', 'write')
  people.set('expired key', outlived)
  await db.query(`UPDATE api_keys SET expires_at = now() - interval '1 minute' WHERE id = $1`, [
    outlived.ids.key,
  ])
  // Of an admin: what it may not is the key's, not its person's.
  people.set('writing key', await settleWithKey(house, 'writer', 'write', 'admin'))
  people.set('capturing key', await settleWithKey(house, 'capturer', 'capture', 'admin'))
  people.set('half session', await settleHalf(house))
  // Each new rule plans scans anew, and takes away those of the ones before.
  for (const someone of people.values()) {
    const { rows } = await db.query<{ id: number }>(
      `INSERT INTO scans (source_id, request_key, request, rule_ids, quota, due_at)
       VALUES ($1, 'one', '{}', jsonb_build_array($2::bigint), 'host', '2030-01-01') RETURNING id`,
      [someone.ids.source, someone.ids.rule],
    )
    someone.ids.scan = rows[0]!.id
  }
  people.set('nobody', { email: '', as: house.visitor(), headers: {}, ids: { ...people.get('member')!.ids } })
  return {
    ...{ house, people },
    idsOf: (asker) => people.get(asker)!.ids,
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  }
}

/** The answer, which must be a good one. */
async function made(answer: Promise<Answer>): Promise<Answer> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return answer
}

async function settle(house: House, name: string, role: AccountRole): Promise<Someone> {
  const email = `${name}@example.com`
  return settleAs(house, email, await house.member(email, role))
}

/** Gives them one of everything that a person can have. */
async function settleAs(house: House, email: string, as: Visitor): Promise<Someone> {
  const { app } = house.test
  const one = async (sql: string) => (await app.db.query<{ id: number }>(sql, [email])).rows[0]!.id
  const account = await one('SELECT id FROM users WHERE email = $1')
  const userId = asProgram(account)
  const rule = await makeRule(app, userId, email)
  await takeFor(app, null, `market ${email}`)
  const market = await one('SELECT max(id) AS id FROM listings WHERE $1::text IS NOT NULL')
  const [listing, other] = await takeFor(app, account, `own ${email}`)
  const now = app.pipeline.clock.now()
  await app.db.transaction((tx) => mergeClusters(tx, userId, [listing!, other!], now))
  const cluster = (await clusterOfListing(app.db, listing!, userId))!.id
  const belongings = await makeRows(app, { userId, mark: email, rule: rule.id, listing: market })
  await app.db.query(`UPDATE deliveries SET state = 'failed' WHERE id = $1`, [belongings.delivery])
  const passkey = await one(
    `INSERT INTO passkeys (user_id, name, credential_id, public_key, counter, device_type, backed_up)
     SELECT id, 'mine', email, 'x', 0, 'singleDevice', false FROM users WHERE email = $1 RETURNING id`,
  )
  const key = await made(as.call('POST', '/api/auth/keys', { name: 'mine', scope: 'read' }))
  const { id } = key.body as { id: number }
  const { userId: _, mark: __, ...rows } = belongings
  return {
    email,
    as,
    headers: {},
    ids: {
      ...rows,
      account,
      listing: listing!,
      other: other!,
      cluster,
      session: await sessionOf(house, email),
      key: id,
      passkey,
    },
  }
}

export async function sessionOf(house: House, email: string): Promise<number> {
  const { rows } = await house.test.app.db.query<{ id: number }>(
    `SELECT max(s.id) AS id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1`,
    [email],
  )
  return rows[0]!.id
}

async function settleWithKey(
  house: House,
  name: string,
  scope: string,
  role: AccountRole = 'member',
): Promise<Someone> {
  const someone = await settle(house, name, role)
  const answer = await made(someone.as.call('POST', '/api/auth/keys', { name, scope }))
  const { id, key } = answer.body as { id: number; key: string }
  return {
    ...someone,
    as: house.visitor(),
    headers: { authorization: `Bearer ${key}` },
    ids: { ...someone.ids, key: id },
  }
}

/** Who gave the password, and is asked for a code. */
async function settleHalf(house: House): Promise<Someone> {
  const someone = await settle(house, 'half', 'member')
  await setUpCodes(house, someone.as)
  const as = house.visitor()
  const answer = await made(
    as.call('POST', '/api/auth/sign-in', { email: someone.email, password: goodPassword }),
  )
  if (answer.status !== 200 || !as.cookies.has('deal-scout.two_factor'))
    throw new Error(`asked for no code: ${answer.status}`)
  return { ...someone, as }
}

/** Two listings of the market, or that this person alone has. */
async function takeFor(app: App, ownerId: number | null, title: string): Promise<number[]> {
  const sightings = ['one', 'two'].map((n) => ({
    marketplace: 'feed',
    seen: seenListing({ externalId: `${title} ${n}`, title: `Road bike ${title} ${n}` }),
    observedAtMs: app.pipeline.clock.now().getTime(),
  }))
  await ingest(app.pipeline, { sightings, ...{ sourceId: null, scanId: null, demo: false, ownerId } })
  const { rows } = await app.db.query<{ id: number }>('SELECT id FROM listings ORDER BY id DESC LIMIT 2')
  return rows.map(({ id }) => id)
}
