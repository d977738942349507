import fc from 'fast-check'
import type { Call } from '../world/http.ts'
import { encoded, nestedJson, type Operation, parameterFor, valueFor } from './lib-api.ts'

/** Nobody outside this machine is spoken to, whatever the generated settings say. */
export const nowhere = Object.fromEntries(
  ['DISCORD', 'SLACK', 'TELEGRAM', 'PUSHOVER', 'TWILIO', 'TEAMS', 'EBAY', 'CRAIGSLIST'].map((name) => [
    `${name}_BASE_URL`,
    'http://127.0.0.1:9',
  ]),
)

/** A request as a line of a report. */
export function shown({ method, path, headers, body }: Call): string {
  return `${method} ${path.slice(0, 160)} ${JSON.stringify(headers)} ${JSON.stringify(String(body ?? '').slice(0, 160))}`
}

const deepArray = nestedJson(50_000)
const deepObject = nestedJson(20_000, '{"a":', '}').replace('}', 'null}')

/** Making an arbitrary costs more than drawing from it. */
const made = new WeakMap<Operation, Map<string, fc.Arbitrary<unknown>>>()
function once<T>(operation: Operation, what: string, make: () => fc.Arbitrary<T>): fc.Arbitrary<T> {
  const known = made.get(operation) ?? new Map<string, fc.Arbitrary<unknown>>()
  made.set(operation, known)
  const arbitrary = known.get(what) ?? make()
  known.set(what, arbitrary)
  return arbitrary as fc.Arbitrary<T>
}

/** A request of this route: fitting its schema for the most part, and hostile in places. */
export function requestFor(operation: Operation, random: () => number): Call {
  const one = <T>(arbitrary: fc.Arbitrary<T>): T =>
    fc.sample(arbitrary, { seed: Math.floor(random() * 2 ** 31), numRuns: 1 })[0]!
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const known = operation.parameters.find((parameter) => parameter.name === name && parameter.in === 'path')
    return encoded(
      one(once(operation, `path ${name}`, () => parameterFor(known?.schema ?? {}, name, operation.path))),
    )
  })
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && (parameter.required === true || random() < 0.35))
    .map(({ name, schema }) => {
      const values = once(operation, `query ${name}`, () => parameterFor(schema, name, operation.path))
      return `${name}=${encoded(one(values))}`
    })
  if (random() < 0.1)
    query.push(
      one(
        fc.constantFrom(
          'cursor=AAAA',
          'limit=-1',
          'limit=1e9',
          'a[b]=c',
          '%ff=%fe',
          '&&&=',
          'x'.repeat(9_000),
        ),
      ),
    )
  // What is longer is no request line to the server: the bytes of lib-wire.ts have that.
  const address = (query.length === 0 ? path : `${path}?${query.join('&')}`)
    .slice(0, 12_000)
    .replace(/%[0-9a-f]?$/i, '')
  const headers: Record<string, string> = {}
  const call: Call = { method: operation.method, path: address, headers, timeoutMs: 30_000 }
  if (operation.path === '/api/imports') return { ...call, ...uploadFor(one) }
  if (operation.body === null)
    return random() < 0.1
      ? { ...call, headers: { 'content-type': 'application/json' }, body: '{"x":1}' }
      : call
  headers['content-type'] =
    random() < 0.9
      ? operation.body.type
      : one(fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'a/b', 'multipart/form-data'))
  const mood = random()
  if (mood < 0.06) return { ...call, body: deepArray }
  if (mood < 0.1) return { ...call, body: deepObject }
  if (mood < 0.13)
    return {
      ...call,
      body: one(
        fc.constantFrom(
          '',
          '{',
          '"',
          'nul',
          '{"a":1}{"b":2}',
          '\u0000',
          '[1e999]',
          '{"__proto__":{"x":1}}',
          '\ufeff{}',
        ),
      ),
    }
  if (mood < 0.15) return { ...call, body: Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x22]) }
  if (mood < 0.16) return { ...call, body: `{"name":"${'n'.repeat(1_200_000)}"}` }
  if (operation.body.type === 'message/rfc822')
    return { ...call, body: one(fc.string({ unit: 'binary', maxLength: 3_000 })) }
  const { schema } = operation.body
  return { ...call, body: JSON.stringify(one(once(operation, 'body', () => valueFor(schema)))) }
}

const listing =
  '{"source":"fuzz","id":"f1","title":"A thing","url":"https://example.com/1","price":5,"currency":"USD"}\n'

function uploadFor(one: <T>(arbitrary: fc.Arbitrary<T>) => T): Pick<Call, 'headers' | 'body'> {
  const head = (name: string) =>
    `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const [body, type] = one(
    fc.oneof(
      fc.constantFrom<[string, string]>(
        [`${head('a.jsonl')}${listing}`, 'multipart/form-data; boundary=b'],
        [`${head('a.jsonl')}${listing}\r\n--b`, 'multipart/form-data; boundary=b'],
        ['--b\r\n\r\n\r\n--b--\r\n', 'multipart/form-data; boundary=b'],
        ['--b--\r\n', 'multipart/form-data; boundary=b'],
        ['', 'multipart/form-data; boundary=b'],
        ['', 'multipart/form-data; boundary='],
        [`${head('a.jsonl')}${listing}\r\n--b--`, `multipart/form-data; boundary=${'b'.repeat(300)}`],
        [`${head('\u0000.csv')}id,title\n1,\u0000\n\r\n--b--\r\n`, 'multipart/form-data; boundary=b'],
        [
          `${head('a.csv')}id,title,price\n1,x,$1\r\n${head('b.csv')}id\n2\r\n--b--\r\n`,
          'multipart/form-data; boundary=b',
        ],
        [`--b\r\n${'x-header: y\r\n'.repeat(3_000)}\r\nx\r\n--b--\r\n`, 'multipart/form-data; boundary=b'],
        [
          `${'--b\r\ncontent-disposition: form-data; name="f"\r\n\r\nv\r\n'.repeat(200)}--b--\r\n`,
          'multipart/form-data; boundary=b',
        ],
        [`${head('../../x.csv')}id,title\n\r\n--b--\r\n`, 'multipart/form-data; boundary=b; boundary=c'],
      ),
      fc
        .tuple(
          fc.constantFrom('a.csv', 'a.json', 'a.jsonl', 'a.csv.gz', 'a'),
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 3_000 }),
            fc.json(),
            fc.constant(`${listing}${nestedJson(3_000, '{"a":', '}')}`),
          ),
        )
        .map(([name, content]): [string, string] => [
          `${head(name)}${content}\r\n--b--\r\n`,
          'multipart/form-data; boundary=b',
        ]),
    ),
  )
  return { headers: { 'content-type': type }, body }
}
