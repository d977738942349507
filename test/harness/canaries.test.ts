import { expect, it } from 'vitest'
import { canaryText, findCanaries, formsOf, scrambled } from './canaries.ts'

it('what is searched for is found in each of its forms, wherever it stands', () => {
  const value = `${canaryText()}+"/ä`
  const canary = { name: 'one', value }
  for (const text of [
    value,
    `?a=${encodeURIComponent(value)}&b`,
    JSON.stringify({ a: `x${value}y` }),
    ...['', 'u', 'us', 'user:'].flatMap((before) => [
      Buffer.from(`${before}${value}`).toString('base64'),
      Buffer.from(`${before}${value} and more`).toString('base64url'),
    ]),
    Buffer.from(`a ${value}`).toString('hex'),
    Buffer.from(`a ${value}`).toString('hex').toUpperCase(),
  ])
    expect([text, findCanaries([canary], new Map([['here', text]])).length > 0]).toEqual([text, true])
  expect(findCanaries([canary], new Map([['here', `${canaryText()} ${scrambled(value)}`]]))).toEqual([])
  expect(formsOf(value).every((form) => form.length >= 8)).toBe(true)
})
