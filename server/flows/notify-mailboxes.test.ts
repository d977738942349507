import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput } from '../../test/harness/factories.ts'
import type { MailboxProblem } from '../mailbox/problems.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { createRule } from '../rules/rules.ts'
import { notifyMailboxes } from './notify-mailboxes.ts'
import { readState } from './read-state.ts'

const minute = 60_000
const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE mailboxes, rules, notifications CASCADE')
  clock.set('2026-11-22T12:00:00Z')
  await createRule(test.app.rules, test.app.owner, ruleInput({ name: 'Desk', channels: ['inbox'] }))
})

async function add(name: string): Promise<number> {
  const { rows } = await test.app.db.query<{ id: number }>(
    `INSERT INTO mailboxes (user_id, name, host, port, security, login, access, signs_in_by, folder, read_back_days, enabled,
       created_at, updated_at)
     VALUES ($1, $2, 'imap.example.com', 993, 'tls', 'me', '', 'password', 'INBOX', 2, true, $3, $3) RETURNING id`,
    [test.app.owner, name, clock.now()],
  )
  return rows[0]!.id
}
const fail = (id: number, problem: MailboxProblem) =>
  test.app.db.query(
    'UPDATE mailboxes SET problem = $2, failing_since = coalesce(failing_since, $3), failures = failures + 1 WHERE id = $1',
    [id, problem, clock.now()],
  )
const read = (id: number) =>
  test.app.db.query(
    'UPDATE mailboxes SET problem = NULL, failing_since = NULL, read_at = $2, is_listening = true WHERE id = $1',
    [id, clock.now()],
  )
const told = async () =>
  (await listNotifications(test.app.db, { userId: test.app.owner, beforeId: null, limit: 200 }))
    .reverse()
    .map(({ kind, message }) => ({ kind, title: message.title, lines: message.lines?.join(' ') ?? '' }))

it('whose mailbox is not read for half an hour is told why and what to do, once, by several processes too, and once that it is read again', async () => {
  const id = await add('Alerts')
  await fail(id, 'sign-in-refused')
  clock.advance(29 * minute)
  await notifyMailboxes(test.app.notify)
  expect(await told()).toEqual([])
  clock.advance(minute)
  await fail(id, 'sign-in-refused')
  await Promise.all([1, 2, 3].map(() => notifyMailboxes(test.app.notify)))
  clock.advance(24 * 60 * minute)
  await fail(id, 'unreachable')
  await notifyMailboxes(test.app.notify)
  expect(await told()).toEqual([
    {
      kind: 'outage',
      title: 'The mailbox Alerts is not read since 2026-11-22 12:00 UTC',
      lines: expect.stringMatching(/refuses the sign-in: check the name .*read when it works again/),
    },
  ])
  clock.advance(minute)
  await read(id)
  for (let i = 0; i < 2; i++) await notifyMailboxes(test.app.notify)
  expect((await told()).slice(1)).toEqual([
    { kind: 'recovered', title: 'The mailbox Alerts is read again', lines: expect.stringContaining('came') },
  ])
  // The next time is another one.
  await fail(id, 'hung')
  clock.advance(31 * minute)
  await notifyMailboxes(test.app.notify)
  expect((await told()).map(({ kind }) => kind)).toEqual(['outage', 'recovered', 'outage'])
})

it('one that comes back within half an hour, or is switched off, is told of to nobody', async () => {
  const [short, off] = [await add('Short'), await add('Off')]
  for (const id of [short, off]) await fail(id, 'unreachable')
  clock.advance(20 * minute)
  await read(short)
  await test.app.db.query('UPDATE mailboxes SET enabled = false WHERE id = $1', [off])
  clock.advance(60 * minute)
  await notifyMailboxes(test.app.notify)
  expect(await told()).toEqual([])
})

it('the figures say how many fail, and how long the one that nobody takes is due', async () => {
  const figures = async () => (await readState(test.app.notify, null)).mailboxes
  expect(await figures()).toEqual({ enabled: 0, failing: 0, unreadSeconds: 0 })
  const [failing, held, due] = [await add('Failing'), await add('Held'), await add('Due')]
  await fail(failing, 'hung')
  await test.app.db.query(`UPDATE mailboxes SET next_try_at = $2 WHERE id = $1`, [
    failing,
    new Date(clock.now().getTime() + 60 * minute),
  ])
  clock.advance(10 * minute)
  const soon = new Date(clock.now().getTime() + minute)
  await test.app.db.query('UPDATE mailboxes SET leased_until = $2 WHERE id = $1', [held, soon])
  expect(await figures()).toEqual({ enabled: 3, failing: 1, unreadSeconds: 600 })
  await test.app.db.query('UPDATE mailboxes SET leased_until = $2 WHERE id = $1', [due, soon])
  expect(await figures()).toEqual({ enabled: 3, failing: 1, unreadSeconds: 0 })
})
