import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { seededRandom } from '../../server/core/random.ts'
import { addMailbox } from '../../server/mailbox/mailboxes.ts'
import { mailboxInputSchema } from '../../server/mailbox/schema.ts'
import { savePreferences } from '../../server/notify/preference-store.ts'
import { defaultPreferences } from '../../server/notify/when/preferences.ts'
import { createRule } from '../../server/rules/rules.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { ruleInput } from '../harness/factories.ts'
import { startImap } from '../harness/imap.ts'
import { alertText, dnsOf, mailOf, signerOf } from '../harness/signed-mail.ts'

/** The long form: `npm run crash -- mail`. */
const isLong = process.env.CRASH_FORM === 'long'
const mails = isLong ? 2_000 : 240
const kills = isLong ? 10 : 3
const seed = 20_261_130
const env = { MAILBOX_ALLOW_PRIVATE_NETWORK: 'true' }

it(`${mails} mails, and a worker that is killed ${kills} times while it reads them: no listing is lost, and none is told twice`, {
  timeout: 900_000,
}, async () => {
  const random = seededRandom(seed)
  const signer = signerOf('craigslist.org')
  const dns = dnsOf(signer)
  // Every sixth mail comes twice, and every third has two things.
  const alerts = await Promise.all(
    Array.from({ length: mails }, (_, n) => {
      const id = 7_800_000_000 + 2 * (n % 6 === 5 ? n - 1 : n)
      const things = [{ id, title: `Oak desk ${id}`, price: 120 }]
      if (n % 3 === 0) things.push({ id: id + 1, title: `Oak desk ${id + 1}`, price: 80 })
      return signer.sign(mailOf({ text: alertText(things) }))
    }),
  )
  const expected = new Set(
    alerts.flatMap((_, n) => (n % 6 === 5 ? [] : n % 3 === 0 ? [2 * n, 2 * n + 1] : [2 * n])),
  )
  await using imap = await startImap(alerts.slice(0, Math.ceil(mails * 0.8)))
  await using test = await testApp({ env, overrides: { resolveTxt: (name) => dns.resolveTxt(name) } })
  const { app } = test
  const always = { ...defaultPreferences('UTC'), perHourMax: null, perDayMax: null }
  await savePreferences(app.db, app.owner, always, app.notify.clock.now())
  await createRule(
    app.rules,
    app.owner,
    ruleInput({ name: 'desks', keywords: { all: ['desk'] }, channels: ['inbox'] }),
  )
  await addMailbox(
    app.mailboxes,
    app.owner,
    mailboxInputSchema.parse({
      ...{ host: '127.0.0.1', port: imap.port, security: 'none', user: imap.user },
      access: { kind: 'password', password: imap.password },
    }),
  )
  const before = imap.snapshot()
  const readUpTo = async () =>
    (await app.db.query<{ uid: number | null }>('SELECT last_uid AS uid FROM mailboxes')).rows[0]!.uid ?? 0

  let killedWhileReading = 0
  for (let n = 0; n < kills; n++) {
    const from = await readUpTo()
    const worker = startWorker(test, dns.records)
    // In the middle of it, or while it waits.
    await until(async () => (await readUpTo()) > from || from >= mails * 0.8, 60_000)
    await sleep(random() * 250)
    const at = await readUpTo()
    if (at < mails * 0.8) killedWhileReading++
    const isGone = once(worker, 'exit')
    worker.kill('SIGKILL')
    await isGone
  }
  expect(imap.snapshot()).toBe(before)
  const last = startWorker(test, dns.records)
  try {
    for (const mail of alerts.slice(Math.ceil(mails * 0.8))) imap.deliver(mail)
    await until(async () => (await readUpTo()) >= mails, 120_000)
    const { rows: listings } = await app.db.query<{ id: number }>(
      `SELECT (external_id::bigint - 7800000000)::int AS id FROM listings ORDER BY 1`,
    )
    expect(listings.map(({ id }) => id)).toEqual([...expected].toSorted((a, b) => a - b))
    await until(async () => (await countOf(test, 'matches')) === expected.size, 60_000)
    const told = await app.db.query<{ things: number; listed: number; different: number }>(
      `SELECT sum((n.message->>'itemCount')::int)::int AS things,
         (SELECT count(*)::int FROM notifications m, jsonb_array_elements(m.message->'items')) AS listed,
         (SELECT count(DISTINCT i->>'listingId')::int FROM notifications m, jsonb_array_elements(m.message->'items') AS i) AS different
       FROM notifications n`,
    )
    const [{ things, listed, different }] = told.rows as [(typeof told.rows)[number]]
    process.stdout.write(
      `mail crash, seed ${seed}: ${mails} mails, ${kills} kills (${killedWhileReading} while it read), ${listings.length} listings, ${things} told\n`,
    )
    expect(things).toBe(expected.size)
    expect(different).toBe(listed)
    expect(killedWhileReading).toBeGreaterThan(0)
    const kept = JSON.parse(imap.snapshot()) as { messages: { flags: string[] }[] }
    expect(kept.messages).toHaveLength(mails)
    expect(kept.messages.every(({ flags }) => flags.length === 0)).toBe(true)
  } finally {
    const isGone = once(last, 'exit')
    last.kill('SIGKILL')
    await isGone
  }
})

async function countOf(test: TestApp, table: string): Promise<number> {
  const { rows } = await test.app.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)
  return rows[0]!.count
}

function startWorker(test: TestApp, records: Readonly<Record<string, string[][]>>) {
  const { dataDir } = test.app.config
  const script = fileURLToPath(new URL('./mail-crash-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(records)], {
    cwd: dataDir,
    env: {
      ...{ ...env, ...test.database.env, NODE_COMPILE_CACHE: join(dataDir, 'compile-cache') },
      ...{ DATABASE_POOL_SIZE: '5', DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_DEMO: 'off' },
      DEAL_SCOUT_LOG_LEVEL: 'error',
    },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin.on('error', () => {})
  return child
}
