import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../../harness/app.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, type WebHouse } from './house.ts'

let house: WebHouse
beforeAll(async () => {
  house = await openWebHouse(await testDatabase(), { demo: false })
})
afterAll(() => house?.[Symbol.asyncDispose]())

const browses = { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'br' }
const get = (path: string, headers: Record<string, string> = browses) =>
  fetch(`${house.address}${path}`, { headers, redirect: 'manual' })

describe('the web app', () => {
  it('is at every address of its pages, also those that messages link to, and is asked for anew each time', async () => {
    const pages = [
      '/',
      '/deals?max=300',
      '/listings/1',
      '/notifications/7',
      '/settings/notifications',
      '/rules/new',
    ]
    for (const path of pages) {
      const response = await get(path)
      expect([path, response.status]).toEqual([path, 200])
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-security-policy')).toContain("style-src 'self';")
      const html = await response.text()
      expect(html).toContain('<div id="app"></div>')
      // Neither a style nor a script in the page itself.
      expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)[^>]*>|\bon\w+=/)
      const again = await get(path, {
        ...browses,
        'if-none-match': response.headers.get('etag')!,
        'cache-control': 'max-age=0',
      })
      expect(again.status).toBe(304)
    }
  })

  it('is in files that never change, packed already; what is not there is a problem, and so is the API', async () => {
    const html = await (await get('/')).text()
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
    expect(files.length).toBeGreaterThanOrEqual(4)
    for (const path of files) {
      const response = await get(path)
      expect([path, response.status]).toEqual([path, 200])
      // What fits into a packet goes as it is.
      const isPacked = (await response.arrayBuffer()).byteLength >= 1024 && !path.endsWith('.png')
      expect([path, response.headers.get('content-encoding')]).toEqual([path, isPacked ? 'br' : null])
      expect(response.headers.get('cache-control')).toBe(
        /-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
    }
    for (const path of [
      '/assets/none.js',
      '/assets/../package.json',
      '/assets/',
      '/api/none',
      '/none.txt',
      '/account/none',
    ]) {
      const response = await get(path)
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json',
      ])
    }
    expect((await get('/deals', { accept: 'application/json' })).status).toBe(404)
    expect((await fetch(`${house.address}/deals`, { method: 'POST', headers: browses })).status).toBe(404)
  })

  it('gives no file but its own, however the address is written', async () => {
    const { hostname, port } = new URL(house.address)
    for (const path of [
      '/assets/..%2findex.html',
      '/assets/..%2f..%2fvite.config.ts',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..\\..\\package.json',
      '/assets//etc/passwd',
      '/assets/.hidden',
    ]) {
      // As it stands here: fetch() would make another of it.
      const asked = request({ hostname, port, path, agent: false }).end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      answer.resume()
      expect([path, answer.statusCode]).toEqual([path, expect.toBeOneOf([400, 404])])
      expect(answer.headers['content-type']).toBe('application/problem+json')
    }
  })

  it('says how to build it where it is not built; everything else works', async () => {
    const none = join(import.meta.dirname, 'nowhere')
    expect(existsSync(none)).toBe(false)
    await using bare = await testApp({ roles: ['api'], overrides: { webDir: none } })
    const response = await fetch(`${bare.address}/deals`, { headers: browses })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
    expect((await bare.call('GET', '/api/deals')).status).toBe(200)
    expect((await fetch(`${bare.address}/assets/index.js`)).status).toBe(404)
  })
})
