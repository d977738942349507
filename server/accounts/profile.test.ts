import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type StubClock, stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { run } from '../../test/harness/program.ts'
import { ingest } from '../flows/ingest.ts'
import { createNotifications } from '../notify/delivery/create.ts'
import { emptyProfile, type Profile } from './profile.ts'
import { createProfiles } from './profiles.ts'
import { mePatchSchema } from './schema.ts'

let test: TestApp
let clock: StubClock
let anna: number

beforeAll(async () => {
  clock = stubClock()
  test = await testApp({
    roles: ['api'],
    env: { DEAL_SCOUT_HOME: '94110', DEAL_SCOUT_TIME_ZONE: 'America/Los_Angeles' },
    overrides: {
      clock,
      actorOf: async ({ headers }) => ({
        userId: Number(headers['x-person'] ?? test.app.owner),
        roles: ['owner'],
      }),
    },
  })
  const { rows } = await test.app.db.query<{ id: number }>(
    `INSERT INTO users (name, role) VALUES ('Anna', 'owner') RETURNING id`,
  )
  anna = rows[0]!.id
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await patch(anna, { home: null, units: null, currency: null, timeZone: null, travel: null })
})

async function ask(person: number, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${test.address}${path}`, {
    method,
    headers: {
      'x-person': String(person),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}
const patch = (person: number, profile: unknown) => ask(person, 'PATCH', '/api/me', { profile })

/** A listing in San Jose, CA. */
async function take(): Promise<number> {
  const seen = seenListing({ lat: 37.3394, lon: -121.895, location: 'San Jose, CA' })
  await ingest(test.app.pipeline, {
    sightings: [{ marketplace: 'feed', seen, observedAtMs: clock.now().getTime() }],
    ...{ sourceId: null, scanId: null, demo: false },
  })
  const { rows } = await test.app.db.query<{ id: number }>('SELECT max(id) AS id FROM listings')
  return rows[0]!.id
}

describe('the profile of a person', () => {
  it('is the operator’s until they choose, field by field, and again after null', async () => {
    const before = (await ask(anna, 'GET', '/api/me')).body
    expect(before).toMatchObject({
      id: anna,
      name: 'Anna',
      roles: ['owner'],
      profile: {
        home: { value: { text: '94110', country: 'US' }, isDefault: true },
        units: { value: 'both', isDefault: true },
        currency: { value: 'USD', isDefault: true },
        timeZone: { value: 'America/Los_Angeles', isDefault: true },
        travel: { value: { centsPerKm: 15, currency: 'USD' }, isDefault: true },
      },
    })
    const { status, body } = await patch(anna, { home: 'Berlin', currency: 'eur', timeZone: 'europe/berlin' })
    expect(status).toBe(200)
    expect(body.profile).toMatchObject({
      home: { value: { text: 'Berlin', country: 'DE' }, isDefault: false },
      currency: { value: 'EUR', isDefault: false },
      timeZone: { value: 'Europe/Berlin', isDefault: false },
      units: { isDefault: true },
    })
    await patch(anna, { units: 'km' })
    expect((await ask(anna, 'GET', '/api/me')).body.profile).toEqual({
      ...body.profile,
      units: { value: 'km', isDefault: false },
    })
    expect((await ask(test.app.owner, 'GET', '/api/me')).body.profile).toEqual(before.profile)
    await patch(anna, { home: null, currency: null, timeZone: null, units: null })
    expect((await ask(anna, 'GET', '/api/me')).body).toEqual(before)
  })

  it.each([
    [{ home: 'Nowhere at all, ZZ' }, 'profile.home', /was not found; write a ZIP code \(94110\) or a city/],
    [
      { timeZone: 'Mars/Olympus' },
      'profile.timeZone',
      /no known time zone: use a name such as Europe\/Berlin/,
    ],
    [{ currency: 'XYZ' }, 'profile.currency', /"XYZ" is not a currency; write its code, such as USD/],
    [{ travel: { centsPerKm: 10, currency: 'XYZ' } }, 'profile.travel.currency', /not a currency/],
    [{ travel: { centsPerKm: -1, currency: 'USD' } }, 'travel.centsPerKm', /./],
    [{ units: 'furlongs' }, 'units', /./],
    [{ colour: 'red' }, 'colour', /./],
  ])(
    'that cannot be is refused with what to write, and changes nothing: %j',
    async (own, field, sentence) => {
      const before = (await ask(anna, 'GET', '/api/me')).body
      const { status, body } = await patch(anna, { ...own, units: 'units' in own ? own.units : 'mi' })
      expect(status).toBe(422)
      expect(JSON.stringify(body.fields)).toContain(field)
      expect(JSON.stringify(body.fields).replaceAll('\\"', '"')).toMatch(sentence)
      expect((await ask(anna, 'GET', '/api/me')).body).toEqual(before)
    },
  )

  it('keeps both of two changes that come at once', async () => {
    const zone = { timeZone: 'Europe/London' }
    await Promise.all([
      ask(anna, 'PUT', '/api/notification-preferences', zone),
      patch(anna, { units: 'mi' }),
      patch(anna, { currency: 'GBP' }),
      patch(anna, { home: 'Leeds' }),
    ])
    const { profile } = (await ask(anna, 'GET', '/api/me')).body
    expect(profile).toMatchObject({
      units: { value: 'mi' },
      currency: { value: 'GBP' },
      timeZone: { value: 'Europe/London' },
      home: { value: { country: 'GB' } },
    })
  })

  it('changed by another process is seen within seconds, for one query for everybody', async () => {
    const queries: string[] = []
    const counting = {
      ...test.app.db,
      query: ((text: string, ...rest: []) => {
        queries.push(text)
        return test.app.db.query(text, ...rest)
      }) as typeof test.app.db.query,
    }
    const defaults: Profile = { ...test.app.me.profiles.defaults, units: 'km' }
    const other = createProfiles({ clock, defaults })
    await other.catchUp(counting)
    expect(other.of(anna)).toEqual(defaults)
    await patch(anna, { units: 'mi' })
    await other.catchUp(counting)
    expect(queries).toHaveLength(1)
    clock.advance(5_000)
    await other.catchUp(counting)
    expect(other.of(anna).units).toBe('mi')
    expect(other.of(test.app.owner)).toEqual(defaults)
    expect(queries).toHaveLength(2)
  })

  it('has a field for each that can be patched', () => {
    expect(Object.keys(mePatchSchema.shape.profile.shape).toSorted()).toEqual(
      Object.keys(emptyProfile).toSorted(),
    )
  })
})

describe('places as they are typed', () => {
  it('are those near the person’s own home first, and a point has its town', async () => {
    await patch(anna, { home: 'Portland, OR' })
    const { body } = await ask(anna, 'GET', '/api/places?q=vanc&limit=3')
    const labels = (body as { items: { label: string }[] }).items.map(({ label }) => label)
    expect(labels[0]).toBe('Vancouver, WA')
    expect(labels).toHaveLength(3)
    expect((await ask(anna, 'GET', '/api/places/nearest?lat=45.52&lon=-122.68')).body).toMatchObject({
      place: { label: 'Portland, OR', country: 'US', postalCode: null },
    })
    expect((await ask(anna, 'GET', '/api/places?q=')).status).toBe(422)
    expect((await ask(anna, 'GET', '/api/places/nearest?lat=91&lon=0')).status).toBe(422)
  })
})

describe('what a person is shown', () => {
  it('is as far away as it is from their own home', async () => {
    const id = await take()
    await patch(anna, { home: 'Fresno, CA' })
    const kmOf = async (person: number) => (await ask(person, 'GET', `/api/listings/${id}`)).body.distanceKm
    expect(await kmOf(test.app.owner)).toBeCloseTo(66, -1)
    expect(await kmOf(anna)).toBeCloseTo(199, -1)
    const nearIds = async (person: number) =>
      (await ask(person, 'GET', '/api/deals?withinKm=100&limit=100')).body.items.map(
        (item: { id: number }) => item.id,
      )
    expect(await nearIds(test.app.owner)).toContain(id)
    expect(await nearIds(anna)).not.toContain(id)
  })

  it('is told in their units, from home where a rule names no place', async () => {
    await patch(anna, { home: 'Fresno, CA', units: 'mi' })
    const rule = (await ask(anna, 'POST', '/api/rules', ruleInput())).body
    await take()
    const { items } = (await ask(anna, 'GET', '/api/notifications')).body
    const [item] = items[0].items
    expect(item.distanceKm).toBeCloseTo(199, -1)
    const distance = item.score.parts.find(({ name }: { name: string }) => name === 'distance')
    expect(distance.sentence).toMatch(/^12\d mi away$/)
    await ask(anna, 'DELETE', `/api/rules/${rule.id}`)
  })

  it('comes when their own clock says so, and is dated anew when they move', async () => {
    clock.set('2026-11-22T21:30:00Z')
    const preferences = { quietHours: { from: '22:00', to: '07:00' } }
    await patch(anna, { timeZone: 'Europe/Berlin' })
    const kept = await ask(anna, 'PUT', '/api/notification-preferences', preferences)
    expect(kept.body).toMatchObject({ timeZone: 'Europe/Berlin' })
    await test.app.db.transaction((tx) =>
      createNotifications(
        tx,
        [
          {
            userId: anna,
            dedupeKey: 'quiet',
            channels: ['email'],
            message: {
              kind: 'test',
              title: 'A title',
              items: [],
              itemCount: 0,
              demo: false,
              createdAt: clock.now().toISOString(),
            },
          },
        ],
        test.app.pipeline.notifying,
        clock.now(),
      ),
    )
    const dueAt = async () =>
      (await test.app.db.query<{ at: Date }>(`SELECT due_at AS at FROM deliveries WHERE channel = 'email'`))
        .rows[0]!.at
    expect((await dueAt()).toISOString()).toBe('2026-11-23T06:00:00.000Z')
    await patch(anna, { timeZone: 'Europe/Athens' })
    expect((await dueAt()).toISOString()).toBe('2026-11-23T05:00:00.000Z')
    const moved = await ask(anna, 'PUT', '/api/notification-preferences', {
      ...preferences,
      timeZone: 'Asia/Tokyo',
    })
    expect(moved.body.timeZone).toBe('Asia/Tokyo')
    expect((await ask(anna, 'GET', '/api/me')).body.profile.timeZone).toEqual({
      value: 'Asia/Tokyo',
      isDefault: false,
    })
    await ask(anna, 'DELETE', '/api/notification-preferences')
    expect((await ask(anna, 'GET', '/api/notification-preferences')).body.timeZone).toBe('Asia/Tokyo')
  })
})

describe('deal-scout profile', () => {
  const command = (...args: string[]) =>
    run([...args, '--as', 'Anna'], {
      env: {
        DATABASE_URL: test.database.connectionString,
        DEAL_SCOUT_DATA: test.app.config.dataDir,
        DEAL_SCOUT_DEMO: 'off',
        DEAL_SCOUT_TIME_ZONE: 'UTC',
      },
    })

  it('shows it, changes what is given, and goes back', async () => {
    expect((await command('profile')).stdout).toMatch(/^Anna\n[\s\S]*home +not known[\s\S]*default\n/)
    const set = await command(
      ...['profile', 'set', '--home', '94110', '--units', 'mi', '--currency', 'eur'],
      ...['--zone', 'Europe/Berlin', '--travel', '0.50'],
    )
    expect(set.stderr).toBe('')
    expect(set.stdout).toMatch(/home +San Francisco, CA 94110 +yours\n[\s\S]*currency +EUR +yours/)
    expect(set.stdout).toMatch(/the way costs +0\.50 EUR per mile +yours/)
    const { profile } = (await ask(anna, 'GET', '/api/me')).body
    expect(profile.travel.value).toEqual({ centsPerKm: 31.1, currency: 'EUR' })
    await command('profile', 'set', '--travel', '0.30/km', '--home', 'default')
    const shown = JSON.parse((await command('profile', '--json')).stdout)
    expect(shown.profile).toMatchObject({
      home: { value: null, isDefault: true },
      travel: { value: { centsPerKm: 30, currency: 'EUR' }, isDefault: false },
    })
    expect((await command('profile', 'reset')).stdout).not.toContain('yours')
  })

  it.each([
    [['--home', 'Nowhere at all, ZZ'], /was not found; write a ZIP code/],
    [
      ['--zone', '+02:00', '--currency', 'euros'],
      /--currency: a three-letter currency code.*\n--zone: is no known time zone/,
    ],
    [['--travel', 'a lot'], /--travel "a lot" is no cost of the way: write for example 0\.30/],
    [[], /Nothing is to be changed/],
  ])('says what to write instead of %j', async (args, sentence) => {
    const refused = await command('profile', 'set', ...args)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(sentence)
  })

  it('is what commands take amounts and distances in that say no more', async () => {
    await command('profile', 'set', '--home', '94110', '--units', 'mi', '--currency', 'EUR')
    const made = await command(
      ...['rules', 'add', 'Bike', '--all', 'bike', '--max', '600', '--within', '10', '--json'],
    )
    expect(made.stderr).toBe('')
    expect(JSON.parse(made.stdout)).toMatchObject({
      currency: 'EUR',
      priceCentsMax: 60_000,
      places: [{ place: '94110', radiusKm: 16.1 }],
    })
    const id = await take()
    const within = async (distance: string) =>
      JSON.parse((await command('deals', '--within', distance, '--limit', '100', '--json')).stdout).items.map(
        (item: { id: number }) => item.id,
      )
    // San Jose is 42 miles away.
    expect(await within('50')).toContain(id)
    expect(await within('50km')).not.toContain(id)
    expect((await command('show', String(id))).stdout).toMatch(/San Jose, CA · 4\d mi away\n/)
  })
})
