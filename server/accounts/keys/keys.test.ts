import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimedHouse, type House } from '../test-kit.ts'
import { noteUse } from './key-store.ts'

let house: House
let key: { id: number; key: string }
const query = async <Row>(sql: string, values: unknown[] = []) =>
  (await house.test.app.db.query<Row & object>(sql, values)).rows

beforeAll(async () => {
  house = await claimedHouse()
  // Counts what is written, also what changes nothing.
  await query('CREATE TABLE noted_uses (key_id bigint NOT NULL)')
  await query(`CREATE FUNCTION note_use() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO noted_uses VALUES (NEW.id); RETURN NEW; END $$`)
  await query(
    'CREATE TRIGGER note_use AFTER UPDATE OF last_request ON api_keys FOR EACH ROW EXECUTE FUNCTION note_use()',
  )
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  const made = await house.owner.call('POST', '/api/auth/keys', { name: 'program', scope: 'read' })
  key = made.body as typeof key
})

const use = async () => {
  const headers = { authorization: `Bearer ${key.key}` }
  return (await house.visitor().call('GET', '/api/rules', undefined, headers)).status
}
const writes = async () =>
  (await query<{ n: number }>('SELECT count(*)::int AS n FROM noted_uses WHERE key_id = $1', [key.id]))[0]!.n
const usedAgo = (seconds: number) =>
  query('UPDATE api_keys SET last_request = now() - make_interval(secs => $2) WHERE id = $1', [
    key.id,
    seconds,
  ])

describe('when a key was used last', () => {
  it('is written by the first use, and by none of those that follow within the minute', async () => {
    expect(await use()).toBe(200)
    await expect.poll(writes).toBe(1)
    for (let times = 0; times < 10; times++) expect(await use()).toBe(200)
    expect(await writes()).toBe(1)
    const { items } = (await house.owner.call('GET', '/api/auth/keys')).body as {
      items: { id: number; lastUsedAt: string | null }[]
    }
    const shown = items.find(({ id }) => id === key.id)!.lastUsedAt!
    expect(Math.abs(Date.parse(shown) - Date.now())).toBeLessThan(240_000)
  })

  it('is written again after a minute', async () => {
    await usedAgo(61)
    const before = await writes()
    expect(await use()).toBe(200)
    await expect.poll(writes).toBe(before + 1)
  })

  it('is written once of many uses at once', async () => {
    await usedAgo(61)
    const before = await writes()
    await Promise.all(Array.from({ length: 8 }, () => noteUse(house.test.app.db, key.id)))
    expect(await writes()).toBe(before + 1)
  })
})

describe('a key that is over', () => {
  it('is as one that never was, from that moment on', async () => {
    expect(await use()).toBe(200)
    await query(`UPDATE api_keys SET expires_at = now() + interval '1 hour' WHERE id = $1`, [key.id])
    expect(await use()).toBe(200)
    await query('UPDATE api_keys SET expires_at = now() WHERE id = $1', [key.id])
    expect(await use()).toBe(401)
  })
})
