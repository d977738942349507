import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Schema {
  [name: string]: unknown
}

/** What the API says in English alone: of each the path and the name. It only becomes less. */
const leftInEnglish = new Set([
  ...['/api/auth/email sentence', '/api/auth/reset sentence', '/api/auth/sign-in sentence'],
  ...['/api/auth/sign-in/passkey sentence', '/api/auth/sign-up sentence'],
  ...['/api/channels/{id}/confirmation sentence', '/api/connections/{id} sentence'],
  ...['/api/listings/{id}/message sentences'],
  ...[
    '/api/listings/{id}/traces headline',
    '/api/listings/{id}/traces story',
    '/api/listings/{id}/traces sentence',
  ],
  ...['/api/rules/{id}/trace/{listingId} headline', '/api/rules/{id}/trace/{listingId} story'],
  ...['/api/rules/{id}/trace/{listingId} sentence', '/api/rules/{id}/matches/{listingId}/dismiss sentence'],
  ...['/api/sources sentence', '/api/sources/try sentence'],
])

const isSentence = (name: string) => /(?:^s|S)entences?$|^story$|^headline$/.test(name)

/** Sentences in answers that have neither a code beside them nor one under the same name with `Said`. */
function uncoded(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties } = schema as { properties?: Schema }
  const own = Object.keys(properties ?? {}).filter((name) => {
    const coded = ['code', 'said', `${name}Said`, name.replace(/Sentence$/, 'Said')].some(
      (beside) => beside !== name && properties?.[beside] !== undefined,
    )
    return isSentence(name) && !coded
  })
  return [...own, ...Object.values(schema).flatMap(uncoded)]
}

it('no sentence of an answer is new without a code, and what got one is no longer named as left', () => {
  const text = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { responses?: Schema }>> }
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ responses }) =>
      uncoded(
        Object.fromEntries(Object.entries(responses ?? {}).filter(([status]) => status.startsWith('2'))),
      ).map((name) => `${path} ${name}`),
    ),
  )
  expect([...new Set(found)].toSorted()).toEqual([...leftInEnglish].toSorted())
})
