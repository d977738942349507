import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { sampleMessage } from '../channels/fake-server.ts'
import { notifyCommands } from './commands.ts'
import { createNotifications } from './delivery/create.ts'
import { targetOf } from './targets/channels.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('DELETE FROM notifications')
  await test.app.db.query('DELETE FROM channel_settings')
})

/** Runs `deal-scout …` and returns what it prints. */
async function run(...words: string[]): Promise<string> {
  const printed: string[] = []
  const program = new Command().exitOverride()
  notifyCommands(
    program,
    (open) => open(test.app.notify, { userId: test.app.owner, roles: ['owner'] }),
    () => ({ json: false, print: (_, text) => void printed.push(text()) }),
  )
  await program.parseAsync(words, { from: 'user' })
  return printed.join('\n')
}

const settings = ['url=https://hooks.example/deals?a=b', 'secret=a secret of the test']
const inClear = async () => {
  const target = await targetOf(test.app.notify, test.app.owner, 'webhook')
  return target.kind === 'ready' ? target.settings : null
}

describe('deal-scout inbox', () => {
  it('says what stands in it, and how every delivery stands', async () => {
    expect(await run('inbox')).toBe(
      'Nothing yet. What you are notified about comes from your rules: deal-scout rules',
    )
    const { notificationId: _, ...message } = sampleMessage()
    const now = new Date('2026-11-22T12:00:00Z')
    await test.app.db.transaction((tx) =>
      createNotifications(
        tx,
        [
          {
            userId: test.app.owner,
            dedupeKey: 'k',
            message: { ...message, demo: true },
            channels: ['inbox', 'webhook', 'discord', 'email'],
          },
        ],
        test.app.notify.notifying,
        now,
      ),
    )
    const set = (channel: string, state: string, reason: string) =>
      test.app.db.query('UPDATE deliveries SET state = $2, reason = $3 WHERE channel = $1', [
        channel,
        state,
        reason,
      ])
    await set('webhook', 'retry', 'It is busy.')
    await set('email', 'failed', 'No such address.')
    await run('when', 'set', '--time-zone', 'Europe/Berlin')
    const { rows } = await test.app.db.query<{ id: number }>('SELECT id FROM notifications')
    const id = rows[0]!.id
    const [head, line, hint] = (await run('inbox')).split('\n')
    expect(head).toMatch(/^id +when \(Europe\/Berlin\) +what +deliveries$/)
    expect(line!.replace(/ {2,}/g, '  ')).toBe(
      `${id}  2026-11-22 13:00  DEMO Mid-century sectional sofa, teal for $180  discord on its way; email FAILED: No such address.; inbox sent; webhook again at 2026-11-22 13:00: It is busy.`,
    )
    expect(hint).toBe('Open one: deal-scout inbox show ID')
    expect(await run('inbox', 'list', '--limit', '1')).toContain('teal for $180')
    expect(await run('inbox', '--limit', '1')).toContain('teal for $180')

    const whole = await run('inbox', 'show', String(id))
    expect(whole).toMatch(
      new RegExp(`^Message ${id}, 2026-11-22 13:00 \\(Europe/Berlin\\)\n\n\\[DEMO\\] Mid-century`),
    )
    for (const part of [
      'Deal score: 83 of 100',
      'Two of three words stand in the title.',
      'Listing: https://',
      'Details: http://127.0.0.1',
      '  email FAILED: No such address.',
      'deal-scout why 41',
    ]) {
      expect(whole).toContain(part)
    }
    expect(whole).not.toContain('Change what you are notified of')
    const { rows: read } = await test.app.db.query('SELECT FROM notifications WHERE read_at IS NOT NULL')
    expect(read).toHaveLength(1)
    await expect(run('inbox', 'show', '999999')).rejects.toMatchObject({
      message: 'There is no such message.',
    })
    await run('when', 'reset')
  })

  it.each(['abc', '0', '201', '1.5', ''])('refuses --limit %j with a sentence', async (limit) => {
    await expect(run('inbox', '--limit', limit)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^--limit .* is not a number from 1 to 200\.$/),
    })
  })
})

describe('deal-scout channels', () => {
  it('says of each what is missing', async () => {
    const lines = (await run('channels')).split('\n')
    const line = (id: string) => lines.find((found) => found.startsWith(id))
    expect(line('inbox')).toMatch(/^inbox +yes/)
    expect(line('email')).toMatch(/^email +no +to +Set SMTP_URL/)
    expect(line('webhook')).toMatch(
      /^webhook +no +url secret +deal-scout channels set webhook url=… secret=…$/,
    )
  })

  it('fills in another target of a channel, with a name, and forgets it alone', async () => {
    await run('channels', 'set', 'webhook', ...settings)
    const [, secret] = settings
    await run('channels', 'set', 'webhook:work', 'url=https://hooks.example/work', secret!, '--label', 'Work')
    expect(await run('channels')).toMatch(/^webhook:work +Work +no .*channels confirm webhook:work CODE$/m)
    await expect(run('channels', 'set', 'webhook:3', ...settings)).rejects.toThrow(/nobody is told twice/)
    expect(await run('channels', 'remove', 'webhook:work')).toBe('webhook:work is forgotten.')
    expect(await run('channels')).not.toContain('webhook:work')
    expect(await run('channels')).toMatch(/^webhook +/m)
  })

  it('fills in, switches off, and on again with what was filled in', async () => {
    expect(await run('channels', 'set', 'webhook', ...settings)).toMatch(
      /^Saved\. It is not confirmed yet\. .+ deal-scout channels confirm webhook \[CODE\]$/,
    )
    expect(await run('channels', 'list')).toContain('deal-scout channels confirm webhook CODE')
    await test.app.db.query('UPDATE channel_settings SET confirmed_at = now()')
    expect(await inClear()).toEqual({
      url: 'https://hooks.example/deals?a=b',
      secret: 'a secret of the test',
    })
    expect(await run('channels', 'off', 'webhook')).toBe('webhook is switched off.')
    expect(await inClear()).toBeNull()
    await expect(run('channels', 'test', 'webhook')).rejects.toMatchObject({ code: 'channel-not-set-up' })
    expect(await run('channels', 'set', 'webhook')).toBe('Saved. Try it: deal-scout channels test webhook')
    expect(await inClear()).toMatchObject({ secret: 'a secret of the test' })
    expect(await run('channels', 'test', 'webhook')).toBe('Queued. See what became of it: deal-scout inbox')
  })

  it.each([
    [['set', 'webhook', 'url'], /given as field=value/],
    [['set', 'webhook', '=x'], /given as field=value/],
    [['set', 'webhook', 'url=nowhere', settings[1]!], /settings\.url/],
    [['set', 'webhook', settings[0]!], /settings\.secret/],
    [['set', 'pigeon', 'a=b'], /There is no such channel/],
    [['off', 'pigeon'], /There is no such channel/],
    [['test', 'pigeon'], /There is no such channel/],
    [['test', 'email'], /^Set SMTP_URL/],
  ])('refuses %j with a sentence', async (words, sentence) => {
    await expect(run('channels', ...words)).rejects.toMatchObject({
      message: expect.stringMatching(sentence),
    })
    expect(await inClear()).toBeNull()
  })
})
