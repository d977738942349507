import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { notFound } from './errors.ts'
import { createHttp, type Http } from './http.ts'
import { languageFor, languageOf, negotiated } from './languages.ts'

describe('the language that is asked for', () => {
  const wanted = (header: string | undefined) => negotiated(header, (tag) => languageOf(tag) !== null, 'en')

  it('is the one wanted most of those there are, whatever the place', () => {
    expect(wanted('de-AT')).toBe('de-AT')
    expect(wanted('fr-CH, fr;q=0.9, de;q=0.8, en;q=0.7, *;q=0.5')).toBe('de')
    expect(wanted('en;q=0.2,DE;q=0.9')).toBe('DE')
  })

  it('is English for who asks for nothing, for none there is, or in a way that cannot be read', () => {
    for (const header of [
      undefined,
      '',
      '*',
      'fr',
      'de;q=0',
      'de;q=2',
      ';;q=,',
      'deu',
      'd',
      'fr, *, de;q=0.1',
    ])
      expect([header, wanted(header)]).toEqual([header, 'en'])
  })

  it('is read of any header, quickly', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (header) => void wanted(header)))
    const startedAt = performance.now()
    wanted(`${'a-'.repeat(8000)};q=${'0'.repeat(8000)}`)
    wanted('de;q=0.1,'.repeat(4000))
    expect(performance.now() - startedAt).toBeLessThan(100)
  })

  it('of a person is English where nothing was chosen, or nothing there is', () => {
    expect(['de-CH', 'en-GB', 'fr', null].map((tag) => languageFor(tag))).toEqual(['de', 'en', 'en', 'en'])
  })
})

describe('an answer', () => {
  let http: Http
  beforeAll(async () => {
    const said = (payload: unknown, language: string) => ({
      ...(payload as object),
      sentence: `in ${language}`,
    })
    http = await createHttp({
      ...{ log: pino({ level: 'silent' }) as never, version: '0' },
      allowedHosts: () => ['localhost'],
      actorOf: async () => ({ userId: 1 }) as never,
      translator: { answer: said, problem: (payload) => ({ ...(payload as object), detail: 'nein' }) },
    })
    const schema = { response: { 200: z.object({ sentence: z.string() }) } }
    http.get('/api/said', { schema, config: { access: 'open' } }, async () => ({ sentence: 'in English' }))
    http.get('/api/missing', { config: { access: 'open' } }, async () => {
      throw notFound('rule')
    })
    await http.ready()
  })
  afterAll(() => http.close())

  const ask = (url: string, language?: string) =>
    http.inject({
      ...{ url, headers: { host: 'localhost', ...(language && { 'accept-language': language }) } },
    })

  it('is in the language, says which, and that it depends on what is asked for', async () => {
    const german = await ask('/api/said', 'de-AT,en;q=0.5')
    expect(german.json()).toEqual({ sentence: 'in de' })
    expect(german.headers['content-language']).toBe('de')
    expect(german.headers.vary).toMatch(/\baccept-language\b/)
    const english = await ask('/api/said')
    expect(english.json()).toEqual({ sentence: 'in English' })
    expect(english.headers['content-language']).toBe('en')
    expect(english.headers.vary).toMatch(/\baccept-language\b/)
    expect(english.headers.etag).not.toBe(german.headers.etag)
  })

  it('that is a problem is in the language, too, and stays a problem', async () => {
    const german = await ask('/api/missing', 'de')
    expect(german.json()).toMatchObject({ detail: 'nein', code: 'not-found', status: 404 })
    expect(german.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(german.headers['content-language']).toBe('de')
    expect((await ask('/api/missing')).json()).toMatchObject({ detail: 'There is no such rule.' })
  })
})
