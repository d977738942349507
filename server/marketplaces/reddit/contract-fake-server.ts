import { readFileSync } from 'node:fs'
import { sendJson, startFakeServer } from '../../../test/harness/fake-server.ts'
import { type MarketplaceFakeServer, moody, sends } from '../fake-server.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

export async function startMarketplaceFakeServer(): Promise<MarketplaceFakeServer> {
  const type = 'application/json'
  const body = fixture('new.json')
  const results = sends(body, type)
  const info = sends(fixture('info.json'), type)
  const site = await startFakeServer(results)
  const become = moody(site, {
    ok: (request, response) => {
      const { pathname } = request.url
      if (pathname === '/api/v1/access_token')
        sendJson(response, 200, {
          access_token: 'token-of-the-app',
          token_type: 'bearer',
          expires_in: 86_400,
        })
      else if (pathname === '/api/info') info(request, response)
      else results(request, response)
    },
    empty: sends(fixture('empty.json'), type),
    body,
    type,
    isSignIn: (path) => path === '/api/v1/access_token',
  })
  await become('ok')
  const externalId = 't3_1aaaa06'
  const path = 'r/CanadianHardwareSwap/comments/1aaaa06'
  return {
    settings: {
      groups: 'canadianhardwareswap',
      username: 'somebody',
      clientId: 'id-of-an-app',
      clientSecret: 'secret-of-an-app',
    },
    options: { REDDIT_BASE_URL: site.baseUrl },
    query: {},
    listing: { externalId, url: `https://www.reddit.com/${path}/` },
    links: {
      listings: [
        { url: `https://www.reddit.com/${path}/toronto_on_h_rtx_3080/?utm_source=share#x`, externalId },
        { url: `http://old.reddit.com/${path}/toronto_on_h_rtx_3080`, externalId },
        { url: 'https://reddit.com/comments/1aaaa06', externalId },
        { url: 'https://redd.it/1aaaa06', externalId },
      ],
      others: [
        'https://www.reddit.com/r/CanadianHardwareSwap/new/',
        'https://www.reddit.com/r/CanadianHardwareSwap/s/AbCdEfGhIj',
        'https://www.reddit.com/user/somebody/',
        `https://www.reddit.com.example/${path}/`,
        `https://www.reddit.com:8443/${path}/`,
        `https://www.reddit.com@evil.example/${path}/`,
        `https://user:pass@www.reddit.com/${path}/`,
        `https://www.rеddit.com/${path}/`,
        `javascript:location='https://www.reddit.com/${path}/'`,
        `/${path}/`,
      ],
    },
    secrets: ['secret-of-an-app', 'token-of-the-app'],
    become,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
