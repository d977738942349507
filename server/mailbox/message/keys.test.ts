import { expect, it } from 'vitest'
import { stubClock } from '../../../test/harness/app.ts'
import { createSignatureKeys } from './keys.ts'

it('looks a key up once for ten minutes, and tells what is not there from what could not be asked', async () => {
  const clock = stubClock()
  const asked: string[] = []
  let code: string | null = null
  const keys = createSignatureKeys({
    clock,
    async resolveTxt(name) {
      asked.push(name)
      if (code !== null) throw Object.assign(new Error('x'), { code })
      return [['v=DKIM1; p=', 'abc']]
    },
  })
  const found = { keys: { a: [['v=DKIM1; p=', 'abc']] }, isAway: false }
  expect(await keys.read(['a'])).toEqual(found)
  clock.advance(9 * 60_000)
  expect(await keys.read(['a'])).toEqual(found)
  expect(asked).toEqual(['a'])
  clock.advance(2 * 60_000)
  code = 'ETIMEOUT'
  expect(await keys.read(['a'])).toEqual({ keys: {}, isAway: true })
  code = 'ENOTFOUND'
  expect(await keys.read(['a'])).toEqual({ keys: {}, isAway: false })
  code = null
  // That it is not there holds as long.
  expect(await keys.read(['a'])).toEqual({ keys: {}, isAway: false })
  expect(asked).toEqual(['a', 'a', 'a'])
})
