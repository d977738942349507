import { answerText } from '../../test/harness/answer-text.ts'
import { type TestApp, type TestAppOptions, testApp } from '../../test/harness/app.ts'
import type { AccountRole } from '../core/actor.ts'
import { invite, setupLink } from './auth/joining.ts'

/** An answer as a test looks at it. */
export interface Answer {
  status: number
  body: never
  headers: Headers
  /** `name=value` of each cookie that was set. */
  cookies: string[]
}

/** Somebody with a browser: keeps cookies. */
export interface Visitor {
  cookies: Map<string, string>
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Sends a form, as a page does. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>
}

export function visitor(address: string): Visitor {
  const cookies = new Map<string, string>()
  const send = async (method: string, path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    if (cookie !== '' && !headers.has('cookie')) headers.set('cookie', cookie)
    // As every page of ours does.
    const token = /\.csrf=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
    if (token !== undefined && method !== 'GET' && !headers.has('x-csrf-token'))
      headers.set('x-csrf-token', token)
    const response = await fetch(`${address}${path}`, { ...init, method, headers, redirect: 'manual' })
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0]!)
    for (const pair of set) {
      const at = pair.indexOf('=')
      if (pair.length === at + 1) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const text = await answerText(response)
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      cookies: set,
      body: (isJson ? JSON.parse(text) : text) as never,
    }
  }
  return {
    cookies,
    call: (method, path, body, headers = {}) =>
      send(method, path, {
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    post: (path, form, headers = {}) =>
      send('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address, ...headers },
        body: new URLSearchParams(form).toString(),
      }),
  }
}

export const goodPassword = 'seven quiet herons'

/** A program that somebody has claimed, and ways to get more people into it. */
export interface House extends AsyncDisposable {
  test: TestApp
  address: string
  owner: Visitor
  visitor(): Visitor
  /** Signed in, with an account of their own. */
  member(email: string, role?: AccountRole): Promise<Visitor>
}

export async function claimedHouse(options: TestAppOptions = {}): Promise<House> {
  const test = await testApp({ roles: ['api'], ...options })
  const address = test.address!
  const owner = visitor(address)
  const token = (await setupLink(test.app.accounts)).split('/').at(-1)!
  const claimed = await owner.call('POST', '/api/auth/claim', {
    ...{ token, email: 'owner@example.com', password: goodPassword },
  })
  if (claimed.status !== 204) throw new Error(JSON.stringify(claimed.body))
  return {
    ...{ test, address, owner, visitor: () => visitor(address) },
    async member(email, role = 'member') {
      const { url } = await invite(test.app.accounts, test.app.owner, { email, role })
      const made = visitor(address)
      const answer = await made.call('POST', '/api/auth/join', {
        ...{ token: url.split('/').at(-1), name: email.split('@')[0], password: goodPassword },
      })
      if (answer.status !== 204) throw new Error(JSON.stringify(answer.body))
      return made
    },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  }
}
