import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { sampleMessage } from '../channels/fake-server.ts'
import { createNotifications } from './delivery/create.ts'
import { targetOf } from './targets/channels.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], env: { WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true' } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('DELETE FROM notifications')
  await test.app.db.query('DELETE FROM channel_settings')
})

async function notify(count: number, channels = ['inbox'], from = 0): Promise<void> {
  const { notificationId: _, ...message } = sampleMessage()
  const drafts = Array.from({ length: count }, (_, n) => ({
    userId: test.app.owner,
    dedupeKey: `listing:${from + n}:new`,
    message: { ...message, title: `Message ${from + n}` },
    channels,
  }))
  await test.app.db.transaction((tx) =>
    createNotifications(tx, drafts, test.app.notify.notifying, new Date()),
  )
}

interface Shown {
  id: number
  title: string
  readAt: string | null
  deliveries: {
    id: number
    channel: string
    state: string
    dueAt: string
    finishedAt: string | null
    reason: string | null
  }[]
}
interface ShownChannel {
  id: string
  ready: boolean
  enabled: boolean
  unavailable: string | null
  settings: Record<string, unknown>
}

const list = async (query = '') => {
  const { status, body } = await test.call('GET', `/api/notifications${query}`)
  expect(status).toBe(200)
  return body as { items: Shown[]; next: string | null }
}
const channel = async (id: string) => {
  const { body } = await test.call('GET', '/api/channels')
  return (body as { items: ShownChannel[] }).items.find((shown) => shown.id === id)!
}
const fieldsOf = (body: unknown) => Object.keys((body as { fields?: object }).fields ?? {})

describe('notifications', () => {
  it('are shown newest first, in pages that miss and repeat nothing while new ones come', async () => {
    await notify(25)
    const seen: string[] = []
    let { items, next } = await list('?limit=10')
    for (;;) {
      seen.push(...items.map(({ title }) => title))
      if (next === null) break
      await notify(1, ['inbox'], 100 + seen.length)
      ;({ items, next } = await list(`?limit=10&cursor=${next}`))
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `Message ${24 - n}`))
  })

  it('show what they say and how each delivery stands, and can be looked at one by one', async () => {
    await notify(1, ['inbox', 'webhook'])
    const [shown] = (await list()).items
    expect(shown).toMatchObject({
      kind: 'new-match',
      title: 'Message 0',
      readAt: null,
      demo: false,
      itemCount: 1,
      items: [{ title: 'Mid-century sectional sofa, teal', priceCents: 18_000, score: { total: 83 } }],
      deliveries: [
        {
          channel: 'inbox',
          state: 'sent',
          attempts: 0,
          undecided: 0,
          finishedAt: expect.stringMatching(/Z$/),
        },
        { channel: 'webhook', state: 'pending', dueAt: expect.stringMatching(/Z$/), finishedAt: null },
      ],
    })
    expect(await test.call('GET', `/api/notifications/${shown!.id}`)).toMatchObject({
      status: 200,
      body: shown,
    })
  })

  it('stay unread until they are read, and keep the first time', async () => {
    await notify(2)
    const [second, first] = (await list('?unread=true')).items
    const path = `/api/notifications/${second!.id}`
    expect((await test.call('POST', `${path}/read`)).status).toBe(204)
    const { readAt } = (await test.call('GET', path)).body as Shown
    expect(readAt).not.toBeNull()
    expect((await test.call('POST', `${path}/read`)).status).toBe(204)
    expect((await test.call('GET', path)).body).toMatchObject({ readAt })
    expect((await list('?unread=true')).items.map(({ id }) => id)).toEqual([first!.id])
    expect((await list('?unread=false')).items).toHaveLength(2)
  })

  it('are counted while they are unread, and read all at once up to one: what comes meanwhile stays unread', async () => {
    await notify(3)
    const unread = async () => (await test.call('GET', '/api/notifications/unread')).body
    expect(await unread()).toEqual({ count: 3, isCapped: false })
    const upTo = (await list()).items[0]!.id
    await notify(1, ['inbox'], 3)
    const read = await test.call('POST', '/api/notifications/read', { upTo })
    expect(read).toMatchObject({ status: 200, body: { read: 3, readAt: expect.any(String) } })
    expect(await unread()).toEqual({ count: 1, isCapped: false })
    expect((await list('?unread=true')).items.map(({ title }) => title)).toEqual(['Message 3'])
    const { readAt } = read.body as { readAt: string }
    expect((await test.call('POST', '/api/notifications/read', { upTo })).body).toEqual({
      read: 0,
      readAt: null,
    })
    const undone = await test.call('POST', '/api/notifications/read/undo', { readAt })
    expect(undone).toMatchObject({ status: 200, body: { unread: 3 } })
    expect(await unread()).toEqual({ count: 4, isCapped: false })
    expect((await test.call('POST', '/api/notifications/read', {})).body).toMatchObject({
      code: 'bad-input',
      fields: { upTo: expect.any(String) },
    })
  })

  it('taken back stay read what was read by itself before', async () => {
    await notify(2)
    const [second, first] = (await list()).items
    await test.call('POST', `/api/notifications/${first!.id}/read`)
    // No person does both within one millisecond.
    await new Promise((resolve) => setTimeout(resolve, 5))
    const { body } = await test.call('POST', '/api/notifications/read', { upTo: second!.id })
    const { readAt } = body as { readAt: string }
    expect((await test.call('POST', '/api/notifications/read/undo', { readAt })).body).toEqual({ unread: 1 })
    expect((await list('?unread=true')).items.map(({ id }) => id)).toEqual([second!.id])
  })

  it('are found by rule, by channel and by what became of them there, and of both together', async () => {
    await notify(3, ['inbox', 'webhook'])
    const [third, second] = (await list()).items
    await test.app.db.query(`UPDATE notifications SET rule_ids = '{77,78}' WHERE id = $1`, [second!.id])
    await test.app.db.query(
      `UPDATE deliveries SET state = 'dead' WHERE notification_id = $1 AND channel = 'webhook'`,
      [third!.id],
    )
    const found = async (query: string) => (await list(query)).items.map(({ id }) => id)
    expect(await found('?rule=78')).toEqual([second!.id])
    expect(await found('?rule=79')).toEqual([])
    expect(await found('?channel=webhook')).toHaveLength(3)
    expect(await found('?channel=email')).toEqual([])
    expect(await found('?state=dead')).toEqual([third!.id])
    expect(await found('?state=dead&channel=webhook')).toEqual([third!.id])
    expect(await found('?state=dead&channel=inbox')).toEqual([])
    expect(await found('?state=sent&unread=true&limit=2')).toHaveLength(2)
  })

  it.each([
    ['GET', '/api/notifications?state=lost', 422],
    ['GET', '/api/notifications?rule=0', 422],
    ['GET', '/api/notifications/999999', 404],
    ['POST', '/api/notifications/999999/read', 404],
    ['POST', '/api/deliveries/999999/retry', 404],
    ['GET', '/api/notifications/abc', 422],
    ['GET', '/api/notifications/99999999999999999999', 422],
    ['GET', '/api/notifications?limit=0', 422],
    ['GET', '/api/notifications?limit=1000', 422],
    ['GET', '/api/notifications?unread=perhaps', 422],
  ])('%s %s is answered with %i, not with an error of ours', async (method, path, status) => {
    expect(await test.call(method, path)).toMatchObject({
      status,
      body: { code: status === 404 ? 'not-found' : 'bad-input' },
    })
  })

  it("a delivery that failed is sent again at a person's wish; one that waits or arrived is not", async () => {
    await notify(1, ['inbox', 'webhook'])
    const state = async () => (await list()).items[0]!.deliveries
    const [inbox, webhook] = await state()
    const retry = (id: number) => test.call('POST', `/api/deliveries/${id}/retry`)
    expect((await retry(inbox!.id)).status).toBe(404)
    expect((await retry(webhook!.id)).status).toBe(404)
    await test.app.db.query(
      `UPDATE deliveries SET state = 'failed', finished_at = now(), attempts = 3 WHERE id = $1`,
      [webhook!.id],
    )
    expect((await retry(webhook!.id)).status).toBe(202)
    expect((await state())[1]).toMatchObject({ state: 'retry', attempts: 0, finishedAt: null })
  })
})

describe('channels', () => {
  const settings = { url: 'https://hooks.example/deals', secret: 'a secret of the test' }
  /** As if the person had verified the target right away. */
  const put = async (id: string, body: unknown) => {
    const answer = await test.call('PUT', `/api/channels/${id}`, body)
    if (answer.status !== 200) return answer
    await test.app.db.query('UPDATE channel_settings SET confirmed_at = now()')
    return { ...answer, body: (await channel(id)) as never }
  }
  const inClear = async (id: string) => {
    const target = await targetOf(test.app.notify, test.app.owner, id)
    return target.kind === 'ready' ? target.settings : null
  }

  it('say what they need; one without required fields is ready by itself', async () => {
    expect(await channel('inbox')).toMatchObject({
      ready: true,
      enabled: true,
      unavailable: null,
      settings: {},
    })
    expect(await channel('webhook')).toMatchObject({
      ready: false,
      enabled: false,
      unavailable: null,
      settings: {},
    })
    expect(await channel('email')).toMatchObject({
      ready: false,
      unavailable: expect.stringMatching(/^Set SMTP_URL/),
    })
  })

  it('a secret is never shown again; its mask sent back keeps it, another value replaces it', async () => {
    const masked = { url: 'https://hooks.example/********', secret: '********' }
    expect(await put('webhook', { settings })).toMatchObject({
      status: 200,
      body: { ready: true, settings: masked },
    })
    expect(await channel('webhook')).toMatchObject({ settings: masked })
    await put('webhook', { settings: { ...masked, url: 'https://hooks.example/other' } })
    expect(await inClear('webhook')).toEqual({ ...settings, url: 'https://hooks.example/other' })
    await put('webhook', { settings: { ...settings, secret: 'another secret here' } })
    expect(await inClear('webhook')).toEqual({ ...settings, secret: 'another secret here' })
    const { rows } = await test.app.db.query<{ settings: string }>('SELECT settings FROM channel_settings')
    expect(rows).toHaveLength(1)
    expect(rows[0]!.settings).not.toMatch(/secret|hooks/)
  })

  it('can be switched off and on without sending the settings', async () => {
    await put('webhook', { settings })
    expect(await put('webhook', { enabled: false })).toMatchObject({
      status: 200,
      body: { enabled: false, ready: false },
    })
    expect(await inClear('webhook')).toBeNull()
    expect(await put('webhook', { enabled: true })).toMatchObject({
      status: 200,
      body: { enabled: true, ready: true },
    })
    expect(await inClear('webhook')).toEqual(settings)
  })

  it.each([
    [{ settings: { ...settings, url: 'ftp://hooks.example' } }, ['settings.url']],
    [{ settings: { url: settings.url } }, ['settings.secret']],
    [{ settings: { url: settings.url, secret: '********' } }, ['settings.secret']],
    [{ settings: { ...settings, colour: 'red' } }, ['settings.colour']],
    [{ settings: { url: 7, secret: null } }, ['settings.url', 'settings.secret']],
    [{ enabled: true }, ['settings.url', 'settings.secret']],
    [{ settings: 'all' }, ['settings']],
    [{ settings, enabled: 'yes' }, ['enabled']],
    [{ settings, extra: 1 }, ['(whole)']],
  ])('%j is refused naming every wrong field, and stores nothing', async (body, fields) => {
    const answer = await put('webhook', body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-input' } })
    expect(fieldsOf(answer.body)).toEqual(fields)
    expect(await inClear('webhook')).toBeNull()
  })

  it('settings whose key is gone are told, and can be entered again or deleted', async () => {
    await put('webhook', { settings })
    await test.app.db.query(`UPDATE channel_settings SET settings = 'v1.aaaaaaaa.' || repeat('A', 80)`)
    expect(await channel('webhook')).toMatchObject({
      ready: false,
      settings: {},
      unavailable: expect.stringMatching(/key/),
    })
    expect(await put('webhook', { settings })).toMatchObject({
      status: 200,
      body: { ready: true, unavailable: null },
    })
  })

  it('forgotten settings are gone', async () => {
    await put('webhook', { settings })
    expect((await test.call('DELETE', '/api/channels/webhook')).status).toBe(204)
    expect((await test.call('DELETE', '/api/channels/webhook')).status).toBe(404)
    expect(await channel('webhook')).toMatchObject({ ready: false, settings: {} })
  })

  it('a test message goes the ordinary way; a channel that cannot send says why', async () => {
    const tryOut = (id: string) => test.call('POST', `/api/channels/${id}/test`)
    expect(await tryOut('email')).toMatchObject({
      status: 409,
      body: { code: 'channel-unavailable', detail: expect.stringMatching(/SMTP_URL/) },
    })
    expect(await tryOut('webhook')).toMatchObject({ status: 409, body: { code: 'channel-not-set-up' } })
    expect((await tryOut('pigeon')).status).toBe(404)
    expect((await put('pigeon', { settings: {} })).status).toBe(404)
    expect((await list()).items).toEqual([])
    await put('webhook', { settings })
    expect((await tryOut('webhook')).status).toBe(202)
    const { status, body: tested } = await tryOut('webhook')
    expect(status).toBe(202)
    expect((await list()).items).toMatchObject([
      { id: (tested as { notificationId: number }).notificationId },
      { kind: 'test' },
    ])
    expect((await list()).items).toMatchObject([
      { kind: 'test', deliveries: [{ channel: 'webhook', state: 'pending' }] },
      { kind: 'test' },
    ])
  })
})
