import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { run } from '../../test/harness/program.ts'
import { type Attack, Broken, hold, type World } from '../contract.ts'
import type { Answer } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import { type Evaluate, type Operation, readApi } from './lib-api.ts'
import { nowhere, requestFor, shown } from './lib-requests.ts'

const batchSize = 200
const atOnce = 8
/** What hostile requests took away from people is made anew this often. */
const renewEveryBatches = 20

const password = 'seven quiet herons'
const roles = ['owner', 'admin', 'member', 'member', 'viewer'] as const

/** Somebody with an account, whose rows hold a word that nobody else's do. */
interface Person {
  email: string
  role: (typeof roles)[number]
  mark: string
  id: number
  cookie: string
}

/** One way to ask: a session, a key, a wrong one, or nothing. */
interface Asker {
  what: string
  person: Person | null
  headers(): Record<string, string>
}

const people: Attack = {
  name: 'people',
  about: 'several people with sessions and keys ask every route, by their own ids and those of others',
  async run(world) {
    const often = Object.fromEntries(
      ['READ', 'WRITE', 'COSTLY', 'STRICT'].map((name) => [`RATE_LIMIT_${name}`, '1000000']),
    )
    const target = await world.start({ env: { ...nowhere, ...often, DEAL_SCOUT_DEMO: 'off' } })
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce * 2 })
    world.defer(() => agent.destroy())
    const house = await settle(target, agent)
    const { operations, evaluate } = readApi(
      (
        await target.ask({
          ...{ method: 'GET', path: '/api/openapi.json', agent },
          headers: house.askers[0]!.headers(),
        })
      ).text,
    )
    // What ends an account, or lets in whoever has a link, has tests of its own.
    const asked = operations.filter(({ path }) => path !== '/api/auth/claim')
    world.note(`${asked.length} routes, ${house.people.length} people, ${house.askers.length} ways to ask`)
    let sent = 0
    for (let batch = 0; world.requests === null || sent < world.requests; batch++) {
      if (batch > 0 && world.leftMs() < 5_000) break
      if (batch % renewEveryBatches === 0) await house.renew()
      const done = await world.attempt(
        `batch-${batch}`,
        (random) => batchOf(world, { target, agent, house, operations: asked, evaluate }, random),
        // Eight lanes without a pause keep the machine itself busy.
        { tries: batchSize, livezMs: 2_000 },
      )
      if (done === null) break
      sent += batchSize
    }
  },
}
export default people

interface Scene {
  target: Target
  agent: Agent
  house: House
  operations: Operation[]
  evaluate: Evaluate
}

async function batchOf(world: World, scene: Scene, random: () => number): Promise<void> {
  const { house, operations, evaluate, target, agent } = scene
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const requests = Array.from({ length: batchSize }, () => {
    const operation = pick(operations)
    return { operation, asker: pick(house.askers), request: requestFor(operation, random) }
  })
  const problems: string[] = []
  const lane = async () => {
    for (let next = requests.shift(); next; next = requests.shift()) {
      const { operation, asker, request } = next
      const headers = { ...request.headers, ...asker.headers() }
      const wrong = await target
        .ask({ ...request, headers, agent })
        .then((answer) => {
          // That words of people stand in answers at all is what makes their absence tell something.
          if (asker.person !== null && answer.text.includes(asker.person.mark)) world.count('ownRows')
          return kindOf(evaluate(operation, answer)) ?? foreign(answer, asker, house.people)
        })
        .catch((error: Error) => ({ kind: 'noAnswer', what: error.message }))
      world.count('requests')
      if (wrong === null) continue
      world.count(wrong.kind)
      problems.push(
        `${operation.method} ${operation.path} as ${asker.what} ${wrong.what.slice(0, 200)} ← ${shown(request)}`,
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  // They stand in the result though none was found.
  for (const kind of ['5xx', 'schemaMismatch', 'foreignRows', 'noAnswer']) world.count(kind, 0)
  if (problems.length > 0) throw new AggregateError(problems.map((problem) => new Broken(problem)))
}

interface Wrong {
  kind: string
  what: string
}

function kindOf(what: string | null): Wrong | null {
  if (what === null) return null
  return { kind: /^answered 5/.test(what) ? '5xx' : 'schemaMismatch', what }
}

/** A word of another's in what somebody is answered. */
function foreign({ text }: Answer, asker: Asker, all: readonly Person[]): Wrong | null {
  const other = all.find(({ id, mark }) => id !== asker.person?.id && text.includes(mark))
  if (other === undefined) return null
  const at = text.indexOf(other.mark)
  return {
    kind: 'foreignRows',
    what: `has what is ${other.email}'s: ${text.slice(Math.max(0, at - 120), at + 60)}`,
  }
}

interface House {
  people: Person[]
  askers: Asker[]
  /** Lets everybody in again and gives them rows again, whatever was asked for meanwhile. */
  renew(): Promise<void>
}

/** As a page of ours sends it: the token of the session stands beside the cookies that say it. */
function asBrowser(cookie: string): Record<string, string> {
  const token = /\.csrf=([^;]+)/.exec(cookie)?.[1]
  return { cookie, ...(token !== undefined && { 'x-csrf-token': token }) }
}

async function settle(target: Target, agent: Agent): Promise<House> {
  const ask = async (method: string, path: string, json?: unknown, cookie?: string) => {
    const headers: Record<string, string> = cookie === undefined ? {} : asBrowser(cookie)
    const answer = await target.ask({ method, path, headers, agent, ...(json !== undefined && { json }) })
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]!)
    return { ...answer, cookie: cookies.join('; ') }
  }
  const good = async (...given: Parameters<typeof ask>) => {
    const answer = await ask(...given)
    hold(
      answer.status < 300,
      `${given[0]} ${given[1]} answered ${answer.status}: ${answer.text.slice(0, 300)}`,
    )
    return answer
  }
  const tokenOf = (url: string) => url.trim().split(/\s/)[0]!.split('/').at(-1)!

  const link = await run(['setup-link'], { env: { DEAL_SCOUT_DATA: target.dataDir } })
  hold(link.code === 0, `setup-link: ${link.stderr}`)
  const all: Person[] = []
  const signIn = async (person: Person) => {
    person.cookie = (await good('POST', '/api/auth/sign-in', { email: person.email, password })).cookie
  }
  for (const [at, role] of roles.entries()) {
    const email = `person${at}@example.com`
    const person: Person = { email, role, mark: `mark${randomUUID().replaceAll('-', '')}`, id: 0, cookie: '' }
    if (role === 'owner') {
      const claim = { token: tokenOf(link.stdout), email, password }
      person.cookie = (await good('POST', '/api/auth/claim', claim)).cookie
    } else {
      const invited = await good('POST', '/api/users/invitations', { email, role }, all[0]!.cookie)
      const token = tokenOf((JSON.parse(invited.text) as { url: string }).url)
      const join = { token, name: `Person ${at}`, password }
      person.cookie = (await good('POST', '/api/auth/join', join)).cookie
    }
    person.id = (
      JSON.parse((await good('GET', '/api/auth/account', undefined, person.cookie)).text) as { id: number }
    ).id
    all.push(person)
  }

  const askers: Asker[] = all.flatMap((person) => [
    { what: person.role, person, headers: () => asBrowser(person.cookie) },
  ])
  for (const person of all) {
    for (const scope of person.role === 'viewer' ? ['read'] : ['read', 'write']) {
      const made = await good('POST', '/api/auth/keys', { name: scope, scope }, person.cookie)
      const { key } = JSON.parse(made.text) as { key: string }
      askers.push({
        what: `${person.role}'s key to ${scope}`,
        person,
        headers: () => ({ authorization: `Bearer ${key}` }),
      })
    }
  }
  askers.push(
    { what: 'nobody', person: null, headers: () => ({}) },
    { what: 'a wrong key', person: null, headers: () => ({ authorization: `Bearer ds_${'x'.repeat(64)}` }) },
    {
      what: 'a session that was changed',
      person: null,
      headers: () => asBrowser(all[2]!.cookie.replace(/[^;]{4}(?=$|; )/g, 'AAAA')),
    },
  )

  async function renew(): Promise<void> {
    const [owner, ...others] = all as [Person, ...Person[]]
    for (const person of all) {
      const { status } = await ask('GET', '/api/auth/account', undefined, person.cookie)
      if (status === 401 && person === owner) await signIn(person)
    }
    for (const person of others) {
      await good('PATCH', `/api/users/${person.id}`, { role: person.role, disabled: false }, owner.cookie)
      const { status } = await ask('GET', '/api/auth/account', undefined, person.cookie)
      if (status === 401) await signIn(person)
    }
    for (const { role, mark, cookie } of all) {
      if (role === 'viewer') continue
      await good('POST', '/api/rules', { name: mark, keywords: { all: [mark] }, channels: ['inbox'] }, cookie)
      const template = { name: mark, kind: 'follow-up', language: 'en', body: mark, isDefault: false }
      await ask('POST', '/api/message-templates', template, cookie)
      await good(
        'POST',
        '/api/sources',
        {
          ...{ marketplace: 'feed', name: mark, try: false, shared: false },
          settings: { url: `http://127.0.0.1:9/${mark}` },
        },
        cookie,
      )
      await good(
        'PUT',
        '/api/channels/webhook',
        { settings: { url: `http://127.0.0.1:9/${mark}`, secret: mark } },
        cookie,
      )
    }
  }
  await renew()
  return { people: all, askers, renew }
}
