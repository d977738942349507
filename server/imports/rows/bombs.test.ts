import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { watchThread } from '../../../test/harness/thread.ts'
import { readRows } from './read.ts'

const mib = 1024 * 1024

/** `head`, then `unit` over and over, packed: a gzip file may consist of several, so a large one is quickly made. */
function bomb(head: string, unit: string, times: number): Buffer {
  const inOne = Math.max(1, Math.min(times, Math.floor((16 * mib) / unit.length)))
  const member = gzipSync(unit.repeat(inOne), { level: 9 })
  const count = Math.ceil(times / inOne)
  return Buffer.concat([gzipSync(head), ...Array.from({ length: count }, () => member)])
}

const bombs: [name: string, bytes: () => Buffer][] = [
  ['a list of 20 million empty objects', () => bomb('[', '{},', 20_000_000)],
  ['512 million commas', () => bomb('[', ',', 512_000_000)],
  ['two thousand million line ends', () => bomb('{"id":1}\n', '\n', 2_000_000_000)],
  ['22 million quotation marks that are never closed', () => bomb('id,title\n', '"a\n', 22_000_000)],
  ['a line without an end', () => bomb('{"id":"', 'x', 1_000_000_000)],
  ['a table of a million columns', () => bomb('', 'name,', 1_000_000)],
  ['rows of thousands of columns', () => bomb('id,title\n', `${'1,'.repeat(5000)}\n`, 40_000)],
  ['lists in lists', () => bomb('[', '['.repeat(mib), 400)],
  [
    'rows that are nested a hundred thousand deep',
    () => bomb('[', `${'{"a":'.repeat(9e4)}1${'}'.repeat(9e4)},`, 300),
  ],
  ['a table of nothing but commas', () => bomb('', ',', 512_000_000)],
  ['rows of a hundred thousand empty cells', () => bomb('id,title\n', `1,x${','.repeat(100_000)}\n`, 200)],
  ['one cell without an end', () => bomb('id,title\n1,', 'a', 1_000_000_000)],
  ['cells of many lines', () => bomb('id,title\n', `1,"${'a\n'.repeat(2e5)}"\n`, 500)],
  ['objects of very many fields', () => bomb('[', `{${'"a":1,'.repeat(9e4)}"b":2},`, 300)],
]

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

async function upload(bytes: Buffer, signal?: AbortSignal) {
  const form = new FormData()
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'list.gz')
  const response = await fetch(`${test.address}/api/imports`, {
    method: 'POST',
    body: form,
    ...(signal && { signal }),
  })
  const body = (await response.json()) as { incomplete?: string | null; rows?: number }
  return { status: response.status, body }
}

describe('a packed file that unpacks to more than anybody can hold', () => {
  it.each(bombs)('%s: an answer that says why, while others are answered', async (_, make) => {
    const bytes = make()
    expect(bytes.length).toBeLessThan(8 * mib)
    const thread = watchThread()
    const { status, body } = await upload(bytes)
    const { blockedMs, grownBytes } = thread.end()
    expect([200, 422]).toContain(status)
    expect(JSON.stringify(body)).toMatch(
      /unpacks to more than|could be read|columns|list is not closed|longer than|same id came before/,
    )
    expect(blockedMs).toBeLessThan(200)
    expect(grownBytes).toBeLessThan(300 * mib)
  })

  it('ends when the client goes, although all of it has arrived', async () => {
    const gone = new AbortController()
    const call = upload(bomb('[', ',\n', 1_000_000), gone.signal).catch(() => null)
    const reads = bomb('{"id":1}\n', '\n', 60_000_000)
    const stop = new AbortController()
    let rows = 0
    const reading = (async () => {
      for await (const row of readRows(Readable.from([reads]), { kind: 'jsonl', gzip: true }, stop.signal)) {
        rows++
        if ('problem' in row) return row.problem
        stop.abort()
      }
      return 'read to its end'
    })()
    expect(await reading).toMatch(/it was stopped/)
    expect(rows).toBe(2)
    gone.abort()
    await call
  })
})

describe('a plain file of nothing but rubbish', () => {
  it('is given up once it is clear, with what was wrong', async () => {
    const thread = watchThread()
    const { status, body } = await upload(Buffer.from(`[${'{"x":1},'.repeat(300_000)}{}]`))
    expect(thread.end().blockedMs).toBeLessThan(200)
    expect(status).toBe(200)
    expect(body.incomplete).toMatch(/hardly any of its first [\d,]+ rows could be read/)
    expect(body.rows).toBeLessThan(20_000)
  })
})
