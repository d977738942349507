/** Bytes that no decent client sends, and what may come back. */
export interface RawCase {
  name: string
  bytes(host: string): string
  statuses: number[]
  /** The connection may also just end. */
  mayBeCut?: true
  /** More answers than this are a request that was smuggled in. */
  answersMax?: number
}

const body = '{"name":"x"}'
const json = `Content-Type: application/json\r\nContent-Length: ${body.length}`
const write = (host: string, headers: string) =>
  `POST /api/rules HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n${json}\r\nConnection: close\r\n\r\n${body}`
const read = (headers: string, path = '/api/rules') =>
  `GET ${path} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`
const port = (host: string) => host.split(':')[1]

export const rawCases: RawCase[] = [
  { name: 'two-hosts', bytes: (host) => read(`Host: ${host}\r\nHost: evil.example`), statuses: [400] },
  {
    name: 'two-hosts-turned',
    bytes: (host) => read(`Host: evil.example\r\nHost: ${host}`),
    statuses: [400, 421],
  },
  { name: 'two-equal-hosts', bytes: (host) => read(`Host: ${host}\r\nHost: ${host}`), statuses: [400] },
  { name: 'no-host', bytes: () => read('X: y'), statuses: [400, 421] },
  { name: 'foreign-host', bytes: () => read('Host: evil.example'), statuses: [421] },
  { name: 'foreign-host-user', bytes: (host) => read(`Host: ${host}@evil.example`), statuses: [400, 421] },
  {
    name: 'foreign-absolute-form',
    bytes: () => read('Host: evil.example', 'http://evil.example/api/rules'),
    statuses: [400, 404, 421],
  },
  { name: 'foreign-origin', bytes: (host) => write(host, 'Origin: https://evil.example'), statuses: [403] },
  { name: 'null-origin', bytes: (host) => write(host, 'Origin: null'), statuses: [403] },
  {
    name: 'origin-of-another-port',
    bytes: (host) => write(host, `Origin: http://127.0.0.1:${Number(port(host)) + 1}`),
    statuses: [403],
  },
  { name: 'origin-without-port', bytes: (host) => write(host, 'Origin: http://127.0.0.1'), statuses: [403] },
  { name: 'cross-site', bytes: (host) => write(host, 'Sec-Fetch-Site: cross-site'), statuses: [403] },
  { name: 'same-site', bytes: (host) => write(host, 'Sec-Fetch-Site: same-site'), statuses: [403] },
  {
    name: 'both-lengths',
    bytes: (host) =>
      `POST /api/rules HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    statuses: [400],
    mayBeCut: true,
  },
  {
    name: 'two-lengths',
    bytes: (host) =>
      `POST /api/rules HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nContent-Length: 30\r\n\r\n{}GET /livez HTTP/1.1\r\n\r\n`,
    statuses: [400],
    mayBeCut: true,
  },
  {
    name: 'strange-encoding',
    bytes: (host) =>
      `POST /api/rules HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: xchunked\r\nContent-Type: application/json\r\n\r\n0\r\n\r\n`,
    statuses: [400, 411, 415, 422, 501],
    mayBeCut: true,
  },
  {
    name: 'bad-chunk',
    bytes: (host) =>
      `POST /api/rules HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    statuses: [400],
    mayBeCut: true,
  },
  {
    name: 'folded-length',
    bytes: (host) => `POST /api/rules HTTP/1.1\r\nHost: ${host}\r\nContent-Length:\r\n 5\r\n\r\n{}\r\n\r\n`,
    statuses: [400],
    mayBeCut: true,
  },
  {
    name: 'nul-in-header',
    bytes: (host) => read(`Host: ${host}\r\nX: a\0b`),
    statuses: [400],
    mayBeCut: true,
  },
  {
    name: 'bare-line-feeds',
    bytes: (host) => `GET /livez HTTP/1.1\nHost: ${host}\n\n`,
    statuses: [400],
    mayBeCut: true,
  },
  { name: 'space-before-colon', bytes: (host) => read(`Host : ${host}`), statuses: [400], mayBeCut: true },
  {
    name: 'huge-header',
    bytes: (host) => read(`Host: ${host}\r\nX: ${'y'.repeat(100_000)}`),
    statuses: [400, 431],
    mayBeCut: true,
  },
  {
    name: 'ten-thousand-headers',
    bytes: (host) => read(`Host: ${host}\r\n${'a: b\r\n'.repeat(10_000)}c: d`),
    statuses: [400, 431],
    mayBeCut: true,
  },
  {
    name: 'no-http',
    bytes: () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n',
    statuses: [400],
    mayBeCut: true,
  },
  {
    name: 'unknown-method',
    bytes: (host) => `FROB / HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    statuses: [400, 404, 405, 501],
    mayBeCut: true,
  },
  {
    name: 'tunnel',
    bytes: (host) => `CONNECT 127.0.0.1:5432 HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    statuses: [400, 404, 405],
    mayBeCut: true,
  },
  {
    name: 'upgrade',
    bytes: (host) => read(`Host: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade`, '/livez'),
    statuses: [200, 400, 404],
  },
  {
    name: 'path-of-bad-escapes',
    bytes: (host) => read(`Host: ${host}`, '/api/rules/%ff%fe%zz'),
    statuses: [400, 404, 422],
  },
  {
    name: 'path-of-raw-bytes',
    bytes: (host) => read(`Host: ${host}`, '/api/rules/\xff\xfe'),
    statuses: [400, 404, 422],
    mayBeCut: true,
  },
  {
    name: 'path-up-and-out',
    bytes: (host) => read(`Host: ${host}`, '/../../etc/passwd'),
    statuses: [400, 404],
  },
  {
    name: 'path-of-60-kb',
    bytes: (host) => read(`Host: ${host}`, `/api/rules/${'9'.repeat(60_000)}`),
    statuses: [400, 404, 414, 431],
    mayBeCut: true,
  },
]
