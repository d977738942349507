import { execFileSync } from 'node:child_process'
import type { Rehearsal } from './kit.ts'
import { journal, password, startRehearsed } from './program.ts'

/** Somebody tries passwords, first of an account that is there, then of any. */
const signInAttacks: Rehearsal = {
  ...{ runbook: 'sign-in-attacks', alert: 'DealScoutSignInRefused' },
  async rehearse(kit) {
    const house = await startRehearsed(kit)
    await kit.watch({ 'deal-scout': house.opsPort })
    const statuses = new Set<number>()
    for (let n = 0; n < 500; n++) {
      const email = n % 2 === 0 ? 'owner@example.com' : `person-${n}@example.com`
      statuses.add((await house.signIn(email, `guess number ${n}`)).status)
    }
    if (statuses.has(204)) throw new Error('a guess opened an account')
    kit.say(`  500 guesses were answered with ${[...statuses].join(' and ')}`)
    await kit.fires(120)
    const { env } = house
    kit.firstMinutes({
      ...{ env, programs: { journalctl: journal(kit, house) } },
      shows: [
        /sign-in-failed.*tried \w+/,
        /\d+ "event":"limit-hit"\s+"address":"127\.0\.0\.1"/,
        /owner@example\.com/,
      ],
    })
  },
}

/** Somebody who has an account makes the program call addresses of the network that it stands in. */
const securityIncident: Rehearsal = {
  ...{ runbook: 'security-incident', alert: 'DealScoutReachesInward' },
  async rehearse(kit) {
    const house = await startRehearsed(kit, { env: { RATE_LIMIT_COSTLY: '0', RATE_LIMIT_STRICT: '0' } })
    await kit.watch({ 'deal-scout': house.opsPort })
    const invited = await house.ask('POST', '/api/users/invitations', {
      email: 'eve@example.com',
      role: 'member',
    })
    const { url } = JSON.parse(invited.text) as { url: string }
    const token = url.split('/').at(-1)
    const joined = await house.ask('POST', '/api/auth/join', { token, name: 'Eve', password }, '')
    if (joined.status !== 204) throw new Error(`Eve could not join: ${joined.text}`)
    const { cookie } = await house.signIn('eve@example.com', password)
    await house.ask('PUT', '/api/marketplaces/feed/terms', { accepted: true })
    const statuses = new Set<string>()
    for (let n = 1; n <= 60; n++) {
      const settings = { url: `http://10.0.0.${n}/latest/meta-data`, currency: 'USD' }
      const { status, text } = await house.ask(
        'POST',
        '/api/sources/try',
        { marketplace: 'feed', name: `Net ${n}`, settings },
        cookie,
      )
      statuses.add(`${status} ${/"code":"([^"]+)/.exec(text)?.[1] ?? ''}`)
    }
    kit.say(`  60 such sources were tried and answered with ${[...statuses].join(' and ')}`)
    await kit.fires()
    // "Before anything rotates": the log is kept in files here.
    kit.firstMinutes({
      ...{ env: house.env, programs: { journalctl: journal(kit, house) } },
      instead: [
        ['/var/log/deal-scout', house.env.LOG_FOLDER!],
        ['/root/evidence', `${kit.folder}/evidence`],
        ['WHO', 'eve@example.com'],
      ],
      shows: [
        /signed-in +Eve/,
        /\d+ "event":"address-refused"\s+"person":2/,
        /eve@example\.com|Eve/,
        /(?:)/,
        /key/i,
      ],
    })
    const kept = execFileSync('sh', ['-c', `ls ${kit.folder}/evidence-*`], { encoding: 'utf8' })
    if (!kept.includes('.log')) throw new Error(`no log was kept: ${kept}`)
    const after = await house.ask('GET', '/api/sources', undefined, cookie)
    if (after.status !== 401) throw new Error(`Eve was disabled, and is still answered: ${after.status}`)
    kit.say('  what she had open answers 401 now')
  },
}

export const attacks: readonly Rehearsal[] = [signInAttacks, securityIncident]
