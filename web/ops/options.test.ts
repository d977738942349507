import { expect, it } from 'vitest'
import { optionsFitting } from './options.ts'

const option = (name: string, over: object = {}) =>
  ({ name, doc: 'where it listens', part: 'program', origin: 'default', ...over }) as never
const namesOf = (typed: string, own = false) =>
  optionsFitting([option('DEAL_SCOUT_PORT'), option('SMTP_URL', { part: 'E-mail', origin: '.env' })], {
    ...{ typed, own },
  }).map(({ name }) => name)

it('finds options by words of their name, what they mean and what they are for', () => {
  expect(namesOf('')).toEqual(['DEAL_SCOUT_PORT', 'SMTP_URL'])
  expect(namesOf('listens port')).toEqual(['DEAL_SCOUT_PORT'])
  expect(namesOf(' e-mail ')).toEqual(['SMTP_URL'])
  expect(namesOf('nothing of it')).toEqual([])
})

it('leaves out what nobody set where only that is asked for', () => {
  expect(namesOf('', true)).toEqual(['SMTP_URL'])
})
