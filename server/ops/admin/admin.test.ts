import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../../test/harness/app.ts'
import { type Canary, canaryText, findCanaries } from '../../../test/harness/canaries.ts'
import { deadJob } from '../../../test/harness/dead-job.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { makeRows, makeRule } from '../../../test/harness/people.ts'
import { claimedHouse, type House, type Visitor } from '../../accounts/test-kit.ts'
import { asProgram } from '../../core/actor.ts'
import { ingest } from '../../flows/ingest.ts'

/** What admins are shown of everybody, and what is not theirs to see. */
let house: House
let admin: Visitor
let viewer: Visitor
const canaries: Canary[] = []
const canary = (name: string) => {
  const value = canaryText()
  canaries.push({ name, value })
  return value
}

beforeAll(async () => {
  house = await claimedHouse({
    roles: ['api', 'worker'],
    env: {
      DEAL_SCOUT_METRICS_TOKEN: canary('metrics token'),
      SMTP_URL: `smtp://ann:${canary('mail password')}@127.0.0.1:1`,
      BACKUP_EVERY_HOURS: '12',
    },
  })
  admin = await house.member('admin@example.com', 'admin')
  viewer = await house.member('viewer@example.com', 'viewer')
  await house.member('anna@example.com')
}, 120_000)
afterAll(() => house[Symbol.asyncDispose]())

const db = () => house.test.app.db
const ask = async (path: string, who = admin) => (await who.call('GET', path)).body as { items: never }
const accounts = async () =>
  (await ask('/api/users')).items as { id: number; name: string; version: string; role: string }[]
const named = async (name: string) => (await accounts()).find((one) => one.name === name)!
const events = async (kind: string) =>
  (await ask(`/api/audit?kind=${kind}`)).items as { details: object; by: { name: string } }[]

const reads = ['jobs', 'deliveries', 'scans', 'doctor', 'storage', 'options', 'backups'].map(
  (name) => `/api/admin/${name}`,
)

describe('what is of another person', () => {
  it('stands in no answer for admins: no names of sources and rules, no messages, addresses or secrets', async () => {
    const { app } = house.test
    const userId = asProgram((await named('anna')).id)
    const mark = canary('what Anna wrote')
    const rule = await makeRule(app, userId, mark, { place: 'Fresno, CA', radiusKm: 1_000 })
    const title = canary('title of a listing')
    const place = { lat: 37.3394, lon: -121.895, location: 'San Jose, CA' }
    const seen = seenListing({ ...place, title: `Road bike ${title}` })
    await ingest(app.pipeline, {
      sightings: [{ marketplace: 'feed', seen, observedAtMs: Date.now() }],
      ...{ sourceId: null, scanId: null, demo: false },
    })
    const { rows } = await db().query<{ id: number }>('SELECT max(id) AS id FROM listings')
    const anna = await makeRows(app, { userId, mark, rule: rule.id, listing: rows[0]!.id })
    await db().query(
      `INSERT INTO notifications (user_id, kind, dedupe_key, message, demo, created_at)
       VALUES ($1, 'test', 'x', jsonb_build_object('title', $2::text), false, now())`,
      [userId, mark],
    )
    await db().query(
      `INSERT INTO deliveries (user_id, notification_id, channel, state, created_at, due_at, dated_at, finished_at, attempts,
         undecided, reason)
       SELECT $1, max(id), 'discord:' || $2, 'failed', now(), now(), now(), now(), 1, 0, $2 FROM notifications
       WHERE user_id = $1`,
      [userId, mark],
    )
    await db().query(
      `UPDATE sources SET blind_since = now() - interval '1 hour', last_outcome = 'blocked', last_reason = $2 WHERE id = $1`,
      [anna.source, mark],
    )
    await deadJob(db(), {
      job: 'read-details',
      payload: { listingId: anna.source, url: mark },
      error: `Cannot read "${mark}" at https://feed.example/${mark} for ${mark}@example.com`,
    })
    const places = new Map<string, string>()
    for (const path of reads) {
      const { status, body } = await admin.call('GET', path)
      expect([path, status]).toEqual([path, 200])
      places.set(path, JSON.stringify(body))
    }
    expect(findCanaries(canaries, places)).toEqual([])
    expect(await ask('/api/admin/deliveries')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ person: { id: userId, name: 'anna' }, channel: 'discord', failed: 1 }),
      ]),
    })
    expect(await ask('/api/admin/scans')).toMatchObject({
      marketplaces: [{ id: 'feed', sources: 1, failing: 1, outcomes: [{ outcome: 'ok', count: 1 }] }],
      failing: [{ person: { name: 'anna' }, source: null, marketplace: 'feed', lastOutcome: 'blocked' }],
    })
    expect(await ask('/api/admin/jobs')).toMatchObject({
      dead: {
        count: 1,
        items: [
          {
            job: 'read-details',
            error: 'Cannot read “…” at (an address) for (an e-mail)',
            payload: { listingId: anna.source, url: '…' },
          },
        ],
      },
    })
  })

  it('nor does anybody without the right read any of it', async () => {
    for (const path of [...reads, '/api/users/invitations']) {
      expect([path, (await viewer.call('GET', path)).body]).toMatchObject([
        path,
        { status: 403, code: 'role-missing' },
      ])
      expect((await house.visitor().call('GET', path)).status).toBe(401)
    }
  })
})

describe('options', () => {
  it('are shown with where they come from; of a secret only whether it is set', async () => {
    const items = (await ask('/api/admin/options')).items as { name: string; origin: string }[]
    const of = (name: string) => items.find((one) => one.name === name)
    expect(of('DEAL_SCOUT_METRICS_TOKEN')).toMatchObject({
      ...{ isSecret: true, isSet: true, value: null, default: null, origin: 'environment', part: 'program' },
    })
    expect(of('SMTP_URL')).toMatchObject({ isSecret: true, isSet: true, value: null, part: 'E-mail' })
    expect(of('BACKUP_EVERY_HOURS')).toMatchObject({ value: '12', default: '24', origin: 'environment' })
    expect(of('AUDIT_KEPT_DAYS')).toMatchObject({ value: '365', default: '365', origin: 'default' })
  })
})

describe('two admins who change one account', () => {
  it('the later is told what it is now, and changes it again if it is still wanted', async () => {
    const { id, version } = await named('viewer')
    const change = (who: Visitor, body: object, seen = version) =>
      who.call('PATCH', `/api/users/${id}?ifVersion=${seen}`, body)
    const [first, second] = await Promise.all([
      change(house.owner, { role: 'member' }),
      change(admin, { role: 'admin' }),
    ])
    const [done, told] = first.status === 200 ? [first, second] : [second, first]
    expect(done).toMatchObject({ status: 200 })
    const { role } = done.body as { role: string }
    expect(told).toMatchObject({ status: 409, body: { code: 'account-changed' } })
    expect((told.body as { detail: string }).detail).toContain(`the role is ${role} now`)
    const now = await named('viewer')
    expect(now.role).toBe(role)
    expect((await change(admin, { role: 'viewer' }, now.version)).status).toBe(200)
    // Of who switches off somebody who is off already.
    expect((await change(admin, { disabled: true }, 'viewer')).status).toBe(200)
    expect(await change(house.owner, { disabled: true }, 'viewer')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('suspended now') },
    })
    expect((await change(admin, { disabled: false }, (await named('viewer')).version)).status).toBe(200)
    // Programs of before, and the command line, say none.
    expect((await admin.call('PATCH', `/api/users/${id}`, { role: 'viewer' })).status).toBe(200)
  })
})

describe('invitations', () => {
  it('that nobody has used are listed, and are worth nothing once they are taken back', async () => {
    const { body } = await admin.call('POST', '/api/users/invitations', { email: 'ben@example.com' })
    const { url } = body as { url: string }
    const [open] = (await ask('/api/users/invitations')).items as { id: number }[]
    expect(open).toMatchObject({ email: 'ben@example.com', role: 'member', by: 'admin', over: false })
    expect(JSON.stringify(open)).not.toContain(url.split('/').at(-1))
    expect((await admin.call('DELETE', `/api/users/invitations/${open!.id}`)).status).toBe(204)
    expect((await admin.call('DELETE', `/api/users/invitations/${open!.id}`)).status).toBe(404)
    expect(await ask('/api/users/invitations')).toMatchObject({ items: [] })
    const join = { token: url.split('/').at(-1), name: 'Ben', password: 'seven quiet herons' }
    expect((await house.visitor().call('POST', '/api/auth/join', join)).status).toBe(404)
    expect(await events('invitation-ended')).toMatchObject([{ by: { name: 'admin' } }])
  })
})

describe('what failed for good', () => {
  it('is put back to work or thrown away, once, and the audit log has it', async () => {
    const wrong = { job: 'match-existing', payload: { ruleId: 'one' }, error: 'no' }
    const thrown = await deadJob(db(), wrong)
    const again = await deadJob(db(), { ...wrong, payload: { ruleId: 999_999, revision: 1 } })
    const post = async (deed: string, jobs: string[]) =>
      (await admin.call('POST', `/api/admin/jobs/${deed}`, { jobs })).body
    expect(await post('discard', [thrown])).toEqual({ count: 1 })
    expect(await post('discard', [thrown])).toEqual({ count: 0 })
    expect(await post('retry', [again])).toEqual({ count: 1 })
    expect(await post('retry', [again])).toEqual({ count: 0 })
    expect(await events('jobs-discarded')).toMatchObject([{ details: { count: 1, jobs: 'match-existing' } }])
    expect(await events('jobs-retried')).toMatchObject([{ details: { count: 1 } }])
    expect((await admin.call('POST', '/api/admin/jobs/discard', {})).status).toBe(422)
  })

  it('of messages is sent again by person and channel', async () => {
    const before = (await ask('/api/admin/deliveries')).items as { channel: string; failed: number }[]
    expect(before.filter(({ channel, failed }) => channel === 'discord' && failed > 0)).toHaveLength(1)
    const { id } = await named('anna')
    const replay = async (body: object) =>
      (await admin.call('POST', '/api/admin/deliveries/replay', body)).body
    expect(await replay({ person: id, channel: 'ntfy' })).toEqual({ count: 0 })
    expect(await replay({ person: id, channel: 'discord' })).toEqual({ count: 1 })
    expect(await events('deliveries-replayed')).toMatchObject([{ details: { count: 1 } }])
  })
})

describe('backups', () => {
  it('without a folder say what to set', async () => {
    expect(await ask('/api/admin/backups')).toMatchObject({ folder: null, items: [], asked: null })
    expect(await admin.call('POST', '/api/admin/backups')).toMatchObject({
      status: 409,
      body: { code: 'no-backup-folder' },
    })
  })

  it('are made and tried out by the worker, when somebody asks', async () => {
    await using other = await claimedHouse({
      roles: ['api', 'worker'],
      env: { BACKUP_FOLDER: house.test.app.config.dataDir },
    })
    const read = async () =>
      (await other.owner.call('GET', '/api/admin/backups')).body as {
        asked: { state: string } | null
        items: { name: string; bytes: number; verifiedAt: string | null }[]
      }
    expect((await other.owner.call('POST', '/api/admin/backups')).status).toBe(202)
    const { items } = await until(async () => {
      const now = await read()
      return now.asked?.state === 'done' ? now : null
    }, 60_000)
    expect(items).toMatchObject([{ verifiedAt: expect.any(String), asked: null }])
    expect(items[0]!.bytes).toBeGreaterThan(1_000)
    const verify = (name: string) => other.owner.call('POST', '/api/admin/backups/verify', { name })
    expect((await verify('../../etc')).status).toBe(404)
    expect((await verify(items[0]!.name)).status).toBe(202)
    await until(async () => (await read()).items[0]!.verifiedAt !== items[0]!.verifiedAt || null, 60_000)
  }, 120_000)
})
