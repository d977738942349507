import { createGzip } from 'node:zlib'

/** Bytes that unfold to many more. */
export interface Bomb {
  name: string
  file: string
  plain(): Generator<Buffer>
}

const mebibyte = 1024 * 1024

function* repeat(text: string, times: number): Generator<Buffer> {
  const perChunk = Math.max(1, Math.min(times, Math.floor(mebibyte / text.length)))
  const chunk = Buffer.from(text.repeat(perChunk))
  let left = times
  for (; left >= perChunk; left -= perChunk) yield chunk
  if (left > 0) yield Buffer.from(text.repeat(left))
}

function* sequence(...parts: (string | Generator<Buffer>)[]): Generator<Buffer> {
  for (const part of parts) {
    if (typeof part === 'string') yield Buffer.from(part)
    else yield* part
  }
}

export const uploadBombs: Bomb[] = [
  { name: 'gzip-empty-objects', file: 'a.json.gz', plain: () => sequence('[', repeat('{},', 20_000_000)) },
  { name: 'gzip-commas', file: 'a.csv.gz', plain: () => repeat(',', 512 * mebibyte) },
  { name: 'gzip-commas-in-list', file: 'a.json.gz', plain: () => sequence('[', repeat(',', 512 * mebibyte)) },
  {
    name: 'gzip-newlines',
    file: 'a.csv.gz',
    plain: () => sequence('id,title\n', repeat('\n', 2048 * mebibyte)),
  },
  {
    name: 'gzip-newlines-jsonl',
    file: 'a.jsonl.gz',
    plain: () => sequence('{"id":1}\n', repeat('\n', 2048 * mebibyte)),
  },
  { name: 'gzip-spaces', file: 'a.jsonl.gz', plain: () => repeat(' ', 1024 * mebibyte) },
  {
    name: 'gzip-open-quotes',
    file: 'a.csv.gz',
    plain: () => sequence('id,title\n', repeat('"a\n', 22_000_000)),
  },
  { name: 'gzip-quotes', file: 'a.csv.gz', plain: () => sequence('id,title\n', repeat('"', 256 * mebibyte)) },
  {
    name: 'gzip-one-line',
    file: 'a.jsonl.gz',
    plain: () => sequence('{"title":"', repeat('a', 1024 * mebibyte)),
  },
  {
    name: 'gzip-one-cell',
    file: 'a.csv.gz',
    plain: () => sequence('id,title\n1,', repeat('a', 1024 * mebibyte)),
  },
  { name: 'gzip-brackets', file: 'a.json.gz', plain: () => repeat('[', 64 * mebibyte) },
  {
    name: 'gzip-objects-in-objects',
    file: 'a.json.gz',
    plain: () => sequence('[', repeat('{"a":', 20_000_000)),
  },
  {
    name: 'gzip-deep-rows',
    file: 'a.jsonl.gz',
    plain: () => repeat(`{"title":"x","a":${'['.repeat(3_000)}${']'.repeat(3_000)}}\n`, 5_000),
  },
  { name: 'gzip-bad-rows', file: 'a.jsonl.gz', plain: () => repeat('{"id":1}\n', 10_000_000) },
  {
    name: 'gzip-million-columns',
    file: 'a.csv.gz',
    plain: () => sequence('id,title', repeat(',column', 1_000_000), '\n', repeat('1,x\n', 20)),
  },
  {
    name: 'gzip-wide-rows',
    file: 'a.csv.gz',
    plain: () => sequence('id,title\n', repeat(`1,x${','.repeat(100_000)}\n`, 200)),
  },
  {
    name: 'gzip-escapes',
    file: 'a.json.gz',
    plain: () => sequence('[{"title":"', repeat('\\u0041', 40_000_000)),
  },
  {
    name: 'gzip-wide-characters',
    file: 'a.csv.gz',
    plain: () => sequence('\ufeffid,title\n1,', repeat('𝕬', 64 * mebibyte)),
  },
]

/** The bomb as it is sent, some MB at most. */
export async function packed({ plain }: Bomb): Promise<Buffer> {
  const gzip = createGzip({ level: 9 })
  const chunks: Buffer[] = []
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk))
  for (const chunk of plain()) {
    if (!gzip.write(chunk)) await new Promise((resolve) => gzip.once('drain', resolve))
  }
  gzip.end()
  await new Promise((resolve) => gzip.once('end', resolve))
  return Buffer.concat(chunks)
}

const item = (n: number | string) =>
  `<item><title>Thing ${n}</title><link>https://shop.example/${n}</link><description>$5</description></item>`
const rss = (inside: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Bomb</title>${inside}</channel></rss>`
const atom = (inside: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bomb</title>${inside}</feed>`
const long = '<length>1000000000</length>'

function billionLaughs(): string {
  const entities = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    '',
  )
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${entities}]>${rss(`<item><title>&l12;</title><link>https://shop.example/1</link></item>`).slice(21)}`
}

/** Just under the 10 MB that a feed may have. */
const tenMb = 10_000_000
const fill = (text: string, bytes = tenMb) => text.repeat(Math.floor(bytes / text.length))

/** Feeds in one piece, by name: what is answered and as what. */
export const feedBombs: Record<string, { type: string; body(): string }> = {
  'length-json': {
    type: 'application/feed+json',
    body: () => '{"version":"https://jsonfeed.org/version/1.1","items":{"length":1000000000}}',
  },
  'length-json-in-lists': {
    type: 'application/feed+json',
    body: () =>
      '{"version":"https://jsonfeed.org/version/1.1","authors":{"length":1e9},"hubs":{"length":1e9},"items":[{"id":"1","url":"https://shop.example/1","title":"x","tags":{"length":1e9},"authors":{"length":1e9},"attachments":{"length":1e9}}]}',
  },
  'length-rss-item': {
    type: 'application/rss+xml',
    body: () => rss(`<item>${long}<title>x</title><link>https://shop.example/1</link></item>`),
  },
  'length-rss-channel': { type: 'application/rss+xml', body: () => rss(`${long}${item(1)}`) },
  'length-rss-category': {
    type: 'application/rss+xml',
    body: () =>
      rss(
        `<item><title>x</title><link>https://shop.example/1</link><category>${long}</category><enclosure>${long}</enclosure></item>`,
      ),
  },
  'length-atom-entry': {
    type: 'application/atom+xml',
    body: () => atom(`<entry>${long}<title>x</title><link href="https://shop.example/1"/></entry>`),
  },
  'length-atom-feed': {
    type: 'application/atom+xml',
    body: () => atom(`${long}<entry><title>x</title><link href="https://shop.example/1"/></entry>`),
  },
  'length-atom-links': {
    type: 'application/atom+xml',
    body: () =>
      atom(
        `<entry><title>x</title><link>${long}</link><author>${long}</author><category>${long}</category></entry>`,
      ),
  },
  'length-rdf': {
    type: 'application/rdf+xml',
    body: () =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">${long}<item>${long}<title>x</title><link>https://shop.example/1</link></item></rdf:RDF>`,
  },
  'billion-laughs': { type: 'application/rss+xml', body: billionLaughs },
  'quadratic-entities': {
    type: 'application/rss+xml',
    body: () => `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(50_000)}">]>${rss(item(fill('&a;', 150_000)))}`,
  },
  'outside-entity': {
    type: 'application/rss+xml',
    body: () => `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss(item('&a;'))}`,
  },
  'items-10-mb': { type: 'application/rss+xml', body: () => rss(fill('<item/>')) },
  'whole-items-10-mb': {
    type: 'application/rss+xml',
    body: () => rss(Array.from({ length: 80_000 }, (_, n) => item(n)).join('')),
  },
  'open-items-10-mb': { type: 'application/rss+xml', body: () => rss(fill('<item>')) },
  'deep-xml-10-mb': {
    type: 'application/rss+xml',
    body: () => rss(`<item>${fill('<a>', tenMb / 2)}${fill('</a>', tenMb / 2)}</item>`),
  },
  'deep-html-10-mb': {
    type: 'application/rss+xml',
    body: () =>
      rss(
        `<item><title>x</title><link>https://shop.example/1</link><description><![CDATA[${fill('<div>')}]]></description></item>`,
      ),
  },
  'deep-json-10-mb': {
    type: 'application/feed+json',
    body: () =>
      `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(tenMb / 2)}${']'.repeat(tenMb / 2)}}`,
  },
  'json-items-10-mb': {
    type: 'application/feed+json',
    body: () => `{"version":"https://jsonfeed.org/version/1.1","items":[${fill('{},')}{}]}`,
  },
  'unclosed-tags': { type: 'application/rss+xml', body: () => rss(fill('<a b="')) },
  'attributes-10-mb': { type: 'application/rss+xml', body: () => rss(`<item ${fill('a="b" ')}>x</item>`) },
  'open-comment': { type: 'application/rss+xml', body: () => rss(fill('<!-- ')) },
  'open-cdata': { type: 'application/rss+xml', body: () => rss(fill('<![CDATA[')) },
  ampersands: { type: 'application/rss+xml', body: () => rss(item(fill('&#x', 5_000_000))) },
  'spaces-10-mb': { type: 'application/rss+xml', body: () => `${fill(' ')}${rss(item(1))}` },
  'title-10-mb': { type: 'application/rss+xml', body: () => rss(item(fill('price $'))) },
  'digits-10-mb': {
    type: 'application/rss+xml',
    body: () => rss(`<item><title>$${fill('9')}</title><link>https://shop.example/1</link></item>`),
  },
  'declared-utf-32': { type: 'application/rss+xml; charset=utf-32', body: () => rss(item(1)) },
  nothing: { type: 'application/rss+xml', body: () => '' },
}
