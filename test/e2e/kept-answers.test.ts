import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Access } from '../../server/core/actor.ts'
import { type AskedHouse, askedHouse } from './authz-house.ts'
import { linesOf } from './authz-matrix.ts'

/** How long a browser may keep an answer, by its class in docs/security/kept-answers.tsv. */
const classes: Record<string, string> = {
  never: 'no-store',
  tagged: 'private, no-cache',
  public: 'public, max-age=3600',
  private: 'private, max-age=3600',
  photo: 'private, max-age=86400, immutable',
}
const written = new Map(linesOf('kept-answers.tsv').map(([path, kept, what]) => [path!, { kept, what }]))
const idOf = new Map(
  linesOf('authorization.tsv').flatMap(([method, path, , id]) => (method === 'GET' ? [[path!, id!]] : [])),
)
const routes: { method: string; path: string; access: Access }[] = []

let asked: AskedHouse
beforeAll(async () => {
  asked = await askedHouse({ onRoute: (route) => void routes.push(route) })
}, 240_000)
afterAll(() => asked[Symbol.asyncDispose]())

const read = () => routes.filter(({ method }) => method === 'GET')

it('every route that is read has a class, which is "never" where it is about an account or for admins', () => {
  expect([...written.keys()].toSorted()).toEqual(
    read()
      .map(({ path }) => path)
      .toSorted(),
  )
  for (const { path, access } of read()) {
    const { kept = '', what = '' } = written.get(path)!
    expect([path, kept in classes, what.length > 3]).toEqual([path, true, true])
    if (access.startsWith('self') || access === 'admin') {
      const isScript = path.endsWith('.js')
      expect([path, kept]).toEqual([path, isScript ? 'public' : 'never'])
    }
    // What opens something, or says how a person lives, whoever may read it.
    if (
      /^\/(?:account|connections|feeds)\/|\/(?:me|channels|connections|sources|settings|auth|audit|users)\b/.test(
        path,
      )
    ) {
      const isOfAll = /\.(?:js|css)$/.test(path) || /^\/api\/sources\/:id\/(?:plan|runs)$/.test(path)
      if (!isOfAll && !path.startsWith('/feeds/')) expect([path, kept]).toEqual([path, 'never'])
    }
  }
})

it('every answer, of any status, is kept as its class says and no longer', async () => {
  const owner = asked.people.get('owner')!
  const answered = new Map<number, number>()
  const wrong: string[] = []
  for (const { path } of read()) {
    const id = idOf.get(path) ?? '-'
    const own = id === 'word' ? 'ebay' : String(owner.ids[id] ?? 'token')
    const query = { '/api/value': '?title=Oak+chair', '/api/trends': '?category=furniture' }[path] ?? ''
    const { status, headers } = await owner.as.call(
      'GET',
      path.replaceAll(/:\w+/g, own) + query,
      undefined,
      owner.headers,
    )
    answered.set(status, (answered.get(status) ?? 0) + 1)
    const allowed = status === 200 ? classes[written.get(path)!.kept!] : 'no-store'
    const is = headers.get('cache-control')
    if (is !== allowed) wrong.push(`${path} ${status}: ${is} instead of ${allowed}`)
    const isTagged = headers.get('etag') !== null
    if (isTagged !== (allowed === classes.tagged)) wrong.push(`${path} ${status}: tagged ${isTagged}`)
  }
  expect(wrong).toEqual([])
  expect(answered.get(200)).toBeGreaterThan(45)
})
