import { expect, it } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { runChecks } from '../health.ts'

it('each process says what it may take of the database, whatever its role, and takes that back when it ends', async () => {
  await using test = await testApp({ roles: ['worker'] })
  const said = async () =>
    (await test.app.db.query('SELECT roles, release, connections_max AS max FROM running_processes')).rows
  expect(await said()).toEqual([{ roles: ['worker'], release: expect.any(String), max: 8 }])
  const connections = async () =>
    (await runChecks(test.app.checks())).find(({ name }) => name === 'connections')!
  expect(await connections()).toMatchObject({ ok: true, critical: false })

  // Nine more of twelve each, on a server that takes 100.
  await test.app.db.query(
    `INSERT INTO running_processes (id, roles, release, connections_max, seen_at)
     SELECT gen_random_uuid(), '{api}', '0.1.0', 12, now() FROM generate_series(1, 9)`,
  )
  expect(await connections()).toMatchObject({
    ok: false,
    detail: expect.stringMatching(
      /^10 processes may open 116 connections, 4 are kept, and the database takes 100: lower DATABASE_POOL_SIZE/,
    ),
  })
  // Who says nothing any more does not count.
  await test.app.db.query(
    `UPDATE running_processes SET seen_at = now() - interval '2 minutes' WHERE roles = '{api}'`,
  )
  expect(await connections()).toMatchObject({ ok: true })
})
