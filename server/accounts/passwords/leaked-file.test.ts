import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { leakedPasswordsCheck } from '../../app/doctor.ts'
import { claimedHouse, goodPassword } from '../test-kit.ts'
import { isInLeakedFile, leakedFileProblem } from './leaked-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'leaked-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()
let files = 0
function written(text: string): string {
  const path = join(folder, `leaked-${++files}.txt`)
  writeFileSync(path, text)
  return path
}
/** As the downloader writes it. */
const fileOf = (passwords: string[], end = '\r\n') =>
  passwords
    .map(sha1)
    .sort()
    .map((hash, at) => `${hash}:${10 ** (at % 9)}${end}`)
    .join('')

const words = Array.from({ length: 5_000 }, (_, at) => `some heron ${at}`)
const inOrder = words.toSorted((one, other) => (sha1(one) < sha1(other) ? -1 : 1))

describe('a file of leaked passwords', () => {
  it.each([
    ['\r\n', 'of Windows'],
    ['\n', 'of Unix'],
  ])(
    'finds each that is in it, from the first to the last, and none that is not, with line ends %j %s',
    async (end) => {
      const path = written(fileOf(words, end))
      for (const word of [inOrder[0]!, inOrder[1]!, inOrder.at(-2)!, inOrder.at(-1)!, ...words.slice(0, 300)])
        expect([word, await isInLeakedFile(path, word)]).toEqual([word, true])
      for (let at = 0; at < 300; at++)
        expect([at, await isInLeakedFile(path, `no such heron ${at}`)]).toEqual([at, false])
      expect(await leakedFileProblem(path)).toBeNull()
    },
  )

  it.each([0, 1, 2, 3])('of %i lines, or without an end of the last line, is read as well', async (count) => {
    const few = words.slice(0, count)
    for (const text of [
      fileOf(few),
      fileOf(few).trimEnd(),
      fileOf(few, '\n').replace(/:\d+/g, '').toLowerCase(),
    ]) {
      const path = written(text)
      for (const word of few) expect(await isInLeakedFile(path, word)).toBe(true)
      expect(await isInLeakedFile(path, 'no such heron')).toBe(false)
    }
  })

  it('that is something else, not sorted, cut short or gone is told of, and lets nothing through unseen', async () => {
    const lines = fileOf(words).split('\r\n').slice(0, -1)
    const swapped = [...lines.slice(2_500), ...lines.slice(0, 2_500)].join('\r\n')
    const wrong: [string, RegExp][] = [
      [written(swapped), /^is not sorted by hash/],
      [written(words.join('\n')), /^has no line of HASH:COUNT at byte 0$/],
      [written('x'.repeat(10_000)), /^has no line/],
      [written(''), /^is empty$/],
      [join(folder, 'none.txt'), /ENOENT/],
      [folder, /EISDIR/],
    ]
    for (const [path, problem] of wrong) {
      expect(await leakedFileProblem(path)).toMatch(problem)
      const found = await leakedPasswordsCheck(path).run()
      expect(found.ok).toBe(false)
      expect(found.detail).toContain(path)
    }
    for (const [path] of [wrong[1]!, wrong[2]!, wrong[4]!, wrong[5]!])
      await expect(isInLeakedFile(path, 'seven quiet herons')).rejects.toMatchObject({
        ...{ status: 503, code: 'leaked-passwords-away' },
      })
    expect(await leakedPasswordsCheck(undefined).run()).toMatchObject({ ok: true })
    expect(await leakedPasswordsCheck(written(fileOf(words))).run()).toMatchObject({ ok: true })
  })
})

describe('with such a file', () => {
  const leaked = 'nine leaked herons'
  let path: string
  beforeAll(() => {
    path = written(fileOf([leaked, ...words]))
  })

  it('a password that is in it is refused wherever one is set, and one that is not is taken', async () => {
    await using house = await claimedHouse({ env: { LEAKED_PASSWORDS_PATH: path } })
    const set = (newPassword: string) =>
      house.owner.call('POST', '/api/auth/password', { password: goodPassword, newPassword })
    expect((await set(leaked)).body).toMatchObject({
      ...{ status: 422, code: 'password-guessable' },
      fields: { password: expect.stringContaining('leak') },
    })
    await expect(house.member('leaky@example.com')).resolves.toBeDefined()
    expect((await set('nine fresh herons')).status).toBe(204)
  })

  it('that cannot be read nobody sets a password unseen', async () => {
    await using test = await testApp({ roles: ['api'], env: { LEAKED_PASSWORDS_PATH: join(folder, 'gone') } })
    const { auth } = test.app.accounts
    const { hashed } = await import('../auth/joining.ts')
    await expect(hashed({ auth }, goodPassword, [])).rejects.toMatchObject({ code: 'leaked-passwords-away' })
  })
})
