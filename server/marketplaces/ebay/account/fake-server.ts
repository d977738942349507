import { createSign, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import {
  type FakeServer,
  type FakeServerHandler,
  sendJson,
  startFakeServer,
} from '../../../../test/harness/fake-server.ts'

/** A person of the fake eBay who is signed in there, and what they press. */
interface FakePerson {
  userId: string
  username: string
}

export interface EbayAccountServer extends FakeServer {
  ruName: string
  /** Where the RuName leads, as it would stand in the developer account. */
  acceptUrl: string
  person: FakePerson
  /** Opens the address as the person's browser does, agrees or declines, and says where the browser is sent. */
  decide(consentUrl: string, agrees: boolean): Promise<string>
  /** How often a token was asked for in each way. */
  asked(grantType: string): number
  /** How often a key was. */
  keysAsked(): number
  /** Every secret that it gave out. */
  secrets: string[]
  /** The person takes the consent back: refresh tokens are worth nothing any more. */
  revokeAll(): void
  /** Answers every call with 503, or goes on. */
  isAway: boolean
  /** How long it takes for a token. */
  slowMs: number
  /** Public keys by id, as it answers with them. */
  keys: Map<string, { key: string; algorithm: string; digest: string }>
}

/** A server with eBay's rules for consents, tokens of people, who they are, and keys of notices. */
export async function startEbayAccountServer(): Promise<EbayAccountServer> {
  const codes = new Map<string, string[]>()
  const refreshTokens = new Map<string, string[]>()
  const accessTokens = new Map<string, string[]>()
  const give = (tokens: Map<string, string[]>, kind: string, scopes: string[]) => {
    const token = `v^1.1#i^1#${kind}#${randomBytes(24).toString('base64')}`
    tokens.set(token, scopes)
    site.secrets.push(token)
    return token
  }

  const handler: FakeServerHandler = async (request, response) => {
    const { url } = request
    const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (site.isAway) return sendJson(response, 503, {})
    if (url.pathname === '/oauth2/authorize') {
      const query = url.searchParams
      const isKnown = query.get('client_id') === 'id' && query.get('redirect_uri') === site.ruName
      if (!isKnown || query.get('response_type') !== 'code')
        return sendJson(response, 400, { error: 'invalid_request' })
      const back = new URL(site.acceptUrl)
      back.searchParams.set('state', query.get('state') ?? '')
      if (query.get('fake') === 'decline') back.searchParams.set('error', 'access_denied')
      else {
        back.searchParams.set('isAuthSuccessful', 'true')
        back.searchParams.set('code', give(codes, 'c', (query.get('scope') ?? '').split(' ')))
        back.searchParams.set('expires_in', '299')
      }
      return void response.writeHead(302, { location: back.href }).end()
    }
    if (url.pathname === '/identity/v1/oauth2/token') {
      if (request.headers.authorization !== `Basic ${Buffer.from('id:app-secret').toString('base64')}`)
        return sendJson(response, 401, { error: 'invalid_client' })
      await new Promise((resolve) => setTimeout(resolve, site.slowMs))
      const form = new URLSearchParams(request.body)
      const refused = (error: string) =>
        sendJson(response, 400, { error, error_description: 'the provided grant is not good' })
      const access = (scopes: string[]) => ({
        access_token: give(accessTokens, 'a', scopes),
        expires_in: 7200,
      })
      switch (form.get('grant_type')) {
        case 'client_credentials':
          return sendJson(response, 200, access([]))
        case 'authorization_code': {
          const code = form.get('code') ?? ''
          const scopes = codes.get(code)
          if (scopes === undefined || form.get('redirect_uri') !== site.ruName)
            return refused('invalid_grant')
          codes.delete(code)
          const refresh_token = give(refreshTokens, 'r', scopes)
          const more = {
            refresh_token,
            refresh_token_expires_in: 47_304_000,
            token_type: 'User Access Token',
          }
          return sendJson(response, 200, { ...access(scopes), ...more })
        }
        case 'refresh_token': {
          const scopes = refreshTokens.get(form.get('refresh_token') ?? '')
          return scopes === undefined ? refused('invalid_grant') : sendJson(response, 200, access(scopes))
        }
        default:
          return refused('unsupported_grant_type')
      }
    }
    const scopes = accessTokens.get(bearer)
    if (scopes === undefined)
      return sendJson(response, 401, {
        errors: [{ errorId: 1001, domain: 'OAuth', message: 'Invalid token' }],
      })
    if (url.pathname === '/commerce/identity/v1/user/')
      return scopes.some((scope) => scope.endsWith('/commerce.identity.readonly'))
        ? sendJson(response, 200, site.person)
        : sendJson(response, 403, { errors: [{ errorId: 1100, domain: 'ACCESS', message: 'no' }] })
    const kid = /^\/commerce\/notification\/v1\/public_key\/([\w-]+)$/.exec(url.pathname)?.[1]
    const key = site.keys.get(kid ?? '')
    if (kid !== undefined && key !== undefined) return sendJson(response, 200, key)
    return sendJson(response, 404, {
      errors: [{ errorId: 195_001, domain: 'API_NOTIFICATION', message: 'The specified key id is invalid.' }],
    })
  }

  const server = await startFakeServer(handler)
  const site: EbayAccountServer = Object.assign(server, {
    ruName: 'Deal_Scout-DealScou-Deal-abcdef',
    acceptUrl: '',
    person: {
      userId: `u${randomBytes(6).toString('hex')}`,
      username: `buyer_${randomBytes(4).toString('hex')}`,
    },
    async decide(consentUrl: string, agrees: boolean) {
      const url = new URL(consentUrl)
      if (!agrees) url.searchParams.set('fake', 'decline')
      const answer = await fetch(`${server.baseUrl}${url.pathname}${url.search}`, { redirect: 'manual' })
      if (answer.status !== 302) throw new Error(`${answer.status} ${await answer.text()}`)
      return answer.headers.get('location')!
    },
    asked: (grantType: string) =>
      server.requests.filter(({ body }) => new URLSearchParams(body).get('grant_type') === grantType).length,
    keysAsked: () => server.requests.filter(({ url }) => url.pathname.includes('/public_key/')).length,
    secrets: ['app-secret'],
    revokeAll: () => refreshTokens.clear(),
    ...{ isAway: false, slowMs: 0 },
    keys: new Map(),
  })
  return site
}

/** A key like those of eBay's notices, and a way to sign by it. */
export function noticeSigner() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const kid = randomUUID()
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString().replaceAll('\n', '')
  return {
    kid,
    answer: { key: pem, algorithm: 'ECDSA', digest: 'SHA1' },
    /** The header that goes with these bytes. */
    sign(body: string, as = kid) {
      const signature = createSign('sha1').update(body).sign(privateKey, 'base64')
      return Buffer.from(JSON.stringify({ alg: 'ecdsa', kid: as, signature, digest: 'SHA1' })).toString(
        'base64',
      )
    },
  }
}
