import { describe, expect, it } from 'vitest'
import { installationChecks } from '../../server/app/doctor.ts'
import { saveChannel, testChannel } from '../../server/notify/targets/channels.ts'
import { testApp, until } from '../harness/app.ts'

describe('whom the program may call', () => {
  it('is what the operator says, for sources and channels alike, and who is refused is told whose choice it is', async () => {
    await using test = await testApp({
      roles: ['api', 'worker'],
      env: { DEAL_SCOUT_OUTBOUND_HOSTS: 'feeds.example,*.feeds.example' },
    })
    const tried = await test.call('POST', '/api/sources/try', {
      marketplace: 'feed',
      settings: { url: 'https://elsewhere.example/a.xml' },
    })
    expect(JSON.stringify(tried.body)).toContain(
      'elsewhere.example is not among the hosts that the operator allows',
    )
    const { app } = test
    await saveChannel(app.notify, app.owner, 'discord', {
      settings: { webhookUrl: 'https://discord.com/api/webhooks/1/abc' },
      enabled: true,
    })
    await testChannel(app.notify, app.owner, 'discord', 'one')
    const reason = await until(async () => {
      const { rows } = await app.db.query<{ reason: string }>('SELECT reason FROM delivery_attempts')
      return rows[0]?.reason
    })
    expect(reason).toBe(
      'discord.com is not among the hosts that the operator allows (DEAL_SCOUT_OUTBOUND_HOSTS).',
    )
  })

  it('without encryption is refused where that is set, and named by doctor where it is not', async () => {
    const feed = { marketplace: 'feed', name: 'Old feed', settings: { url: 'http://feeds.example/a.xml' } }
    await using strict = await testApp({ roles: ['api'], env: { DEAL_SCOUT_OUTBOUND_PLAIN: 'refuse' } })
    const tried = await strict.call('POST', '/api/sources/try', feed)
    expect(JSON.stringify(tried.body)).toContain('feeds.example would be called without encryption')
    await using lax = await testApp({ roles: ['api'] })
    const { app } = lax
    const encryption = async (unencrypted: { env: string; is: string }[] = []) =>
      installationChecks({ ...app.sources, dataDir: app.config.dataDir, unencrypted, userId: app.owner })
        .find(({ name }) => name === 'encryption')!
        .run()
    expect(await encryption()).toMatchObject({ ok: true, detail: 'nothing leaves this machine unencrypted' })
    expect(await lax.call('POST', '/api/sources', { ...feed, try: false })).toMatchObject({ status: 201 })
    const found = await encryption([{ env: 'REDIS_URL', is: 'goes to redis.example without TLS' }])
    expect(found.ok).toBe(false)
    expect(found.detail).toMatch(
      /^REDIS_URL goes to redis\.example without TLS; source Old feed goes to feeds\.example by http/,
    )
    expect(found.detail).not.toContain('a.xml')
  })
})
