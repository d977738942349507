import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFormat, type Format, type Row, readRows } from './read.ts'

type Input = string | Buffer

/** In pieces of `step` bytes, so that every boundary is crossed somewhere. */
function stream(input: Input, step = 65_536): Readable {
  const bytes = Buffer.from(input as string)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += step) pieces.push(bytes.subarray(at, at + step))
  return Readable.from(pieces)
}

async function read(input: Input, format: Format, step?: number): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of readRows(stream(input, step), format)) rows.push(row)
  return rows
}

const csv: Format = { kind: 'csv' }
const json: Format = { kind: 'json' }
const jsonl: Format = { kind: 'jsonl' }
const values = (rows: Row[]) => rows.map((row) => ('value' in row ? row.value : row.problem))
const steps = [1, 2, 3, 7, 65_536]

describe('readRows of CSV', () => {
  it.each([',', ';', '\t', '|'])('finds out that %j separates the cells', async (delimiter) => {
    const text = [
      ['id', 'title'],
      ['1', 'Desk'],
      ['2', 'Lamp'],
    ]
      .map((row) => row.join(delimiter))
      .join('\n')
    expect(values(await read(text, csv))).toEqual([
      { id: '1', title: 'Desk' },
      { id: '2', title: 'Lamp' },
    ])
  })

  it.each(steps)(
    'reads quotes, line ends inside cells and a byte order mark, in pieces of %i bytes',
    async (step) => {
      const text = '\ufeffid,title\r\n1,"Desk, ""oak""\nwith key"\r\n\r\n2,Stühle\r\n'
      expect(await read(text, csv, step)).toEqual([
        { line: 2, value: { id: '1', title: 'Desk, "oak"\nwith key' } },
        { line: 5, value: { id: '2', title: 'Stühle' } },
      ])
    },
  )

  it('turns a ragged row into a problem and goes on', async () => {
    expect(await read('id,title\n1\n2,a,b\n3,c,,\n4,d\n', csv)).toEqual([
      { line: 2, problem: 'has 1 cells where the header has 2', raw: '1' },
      { line: 3, problem: 'has 3 cells where the header has 2', raw: '2,a,b' },
      { line: 4, value: { id: '3', title: 'c' } },
      { line: 5, value: { id: '4', title: 'd' } },
    ])
  })

  it('loses only the row with a stray quotation mark', async () => {
    const text = 'id,title\n1,"19 inch\n2,Lamp\n3,Chair\n'
    expect(await read(text, csv)).toEqual([
      { line: 2, problem: 'has a quotation mark that is never closed', raw: '1,"19 inch' },
      { line: 3, value: { id: '2', title: 'Lamp' } },
      { line: 4, value: { id: '3', title: 'Chair' } },
    ])
    const middle = 'id,title\n1,"19 inch\n2,Lamp\n3,"Chair"\n4,Rug\n'
    expect((await read(middle, csv)).filter((row) => 'value' in row).map((row) => row.line)).toEqual([
      3, 4, 5,
    ])
  })

  it('reads on after a quotation mark that swallows more than a row may hold', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i},thing ${i}`)
    rows[10] = '10,"oops'
    const result = await read(`id,title\n${rows.join('\n')}\n`, csv)
    expect(result.filter((row) => 'problem' in row)).toEqual([
      { line: 12, problem: 'has a quotation mark that is never closed', raw: '10,"oops' },
    ])
    expect(result).toHaveLength(200_000)
    expect(result.at(-1)).toEqual({ line: 200_001, value: { id: '199999', title: 'thing 199999' } })
  })

  it('skips a line beyond 1 MiB and reads on', async () => {
    const text = `id,title\n1,${'x'.repeat(3_000_000)}\n2,Lamp\n`
    const [problem, good] = await read(text, csv)
    expect(problem).toMatchObject({ line: 2, problem: 'is longer than 1 MiB' })
    expect(good).toEqual({ line: 3, value: { id: '2', title: 'Lamp' } })
  })

  it.each(steps)('reads Windows-1252 where the bytes are not UTF-8, in pieces of %i bytes', async (step) => {
    const text = Buffer.from('id,price\n1,\x80100\n2,caf\xe9\n', 'latin1')
    expect(values(await read(text, csv, step))).toEqual([
      { id: '1', price: '€100' },
      { id: '2', price: 'café' },
    ])
  })

  it('keeps UTF-8 as UTF-8 in spite of one broken byte', async () => {
    const text = Buffer.concat([
      Buffer.from('id,t\n1,Größe für Stühle\n2,x'),
      Buffer.from([0xff]),
      Buffer.from('\n'),
    ])
    expect(values(await read(text, csv))).toEqual([
      { id: '1', t: 'Größe für Stühle' },
      { id: '2', t: 'x\ufffd' },
    ])
  })

  it.each(steps)('reads UTF-16 with a byte order mark, in pieces of %i bytes', async (step) => {
    const text = Buffer.from('\ufeffid\ttitle\r\n1\tStühle\r\n', 'utf16le')
    expect(values(await read(text, csv, step))).toEqual([{ id: '1', title: 'Stühle' }])
    expect(values(await read(Buffer.from(text).swap16(), csv, step))).toEqual([{ id: '1', title: 'Stühle' }])
  })

  it("obeys Excel's sep= line, numbers repeated names and drops nameless columns", async () => {
    expect(await read('sep=;\nid;a;a;\n1;x;y;z\n', csv)).toEqual([
      { line: 3, value: { id: '1', a: 'x', 'a 2': 'y' } },
    ])
  })

  it('does not let a header named __proto__ touch anything', async () => {
    const [row] = await read('id,__proto__\n1,x\n', csv)
    expect(Object.getPrototypeOf((row as { value: object }).value)).toBe(Object.prototype)
    expect(Object.hasOwn((row as { value: object }).value, '__proto__')).toBe(true)
  })

  it('gives back any table that was written as CSV, in pieces of any size', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '😀', ' ') })
      .map((s) => `x${s}`)
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        async (rows, step) => {
          const text = `a,b\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`
          expect(values(await read(text, csv, step))).toEqual(rows.map(([a, b]) => ({ a, b })))
        },
      ),
    )
  })

  it('neither throws nor stops on any text', async () => {
    const soup = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\u0000', 'é'), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(soup, fc.integer({ min: 1, max: 9 }), async (text, step) => {
        const rows = await read(`a,b\n${text}\n"last","row"\n`, csv, step)
        expect(rows.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('readRows of JSON Lines', () => {
  it.each(steps)('reads line by line, in pieces of %i bytes', async (step) => {
    expect(await read('{"a":"ü"}\r\n\n[1]\n{"a":\n{"a":2}', jsonl, step)).toEqual([
      { line: 1, value: { a: 'ü' } },
      { line: 3, problem: 'is not a JSON object', raw: '[1]' },
      { line: 4, problem: expect.stringMatching(/^is not valid JSON: /), raw: '{"a":' },
      { line: 5, value: { a: 2 } },
    ])
  })

  it('skips a line beyond 1 MiB, showing its beginning, and reads on', async () => {
    const rows = await read(`{"a":"${'x'.repeat(5_000_000)}"}\n{"a":1}\n`, jsonl)
    expect(rows[0]).toMatchObject({ line: 1, problem: 'is longer than 1 MiB' })
    expect((rows[0] as { raw: string }).raw).toHaveLength(500)
    expect(rows[1]).toEqual({ line: 2, value: { a: 1 } })
  })

  it('says that the file ends early when the last line is cut', async () => {
    expect(await read('{"a":1}\n{"a":2,"b', jsonl)).toEqual([
      { line: 1, value: { a: 1 } },
      {
        line: 2,
        problem: 'the file ends early: its last line is incomplete',
        raw: '{"a":2,"b',
        endsEarly: true,
      },
    ])
  })
})

describe('readRows of a JSON list', () => {
  it.each(steps)('reads element by element, in pieces of %i bytes', async (step) => {
    const text = ' [ {"a":"]}\\"{"} ,{"b":[{"c":1}]},\n 7, {"d":nope}, {"e":"ü"} ] \n'
    expect(await read(text, json, step)).toEqual([
      { line: 1, value: { a: ']}"{' } },
      { line: 2, value: { b: [{ c: 1 }] } },
      { line: 3, problem: 'is not a JSON object', raw: '7' },
      { line: 4, problem: expect.stringMatching(/^is not valid JSON/), raw: '{"d":nope}' },
      { line: 5, value: { e: 'ü' } },
    ])
  })

  it.each(['items', 'listings'])('finds the list named %s in an object', async (name) => {
    const text = JSON.stringify({
      meta: { items: [{ no: 1 }], x: '"[' },
      tags: ['a'],
      [name]: [{ a: 1 }, { a: 2 }],
      more: [1],
    })
    for (const step of steps) expect(values(await read(text, json, step))).toEqual([{ a: 1 }, { a: 2 }])
  })

  it('says that the file ends early when the list is not closed', async () => {
    expect(await read('[{"a":1},{"a":', json)).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, problem: 'the file ends early: its list is not closed', raw: '{"a":', endsEarly: true },
    ])
  })

  it('refuses JSON without a list', async () => {
    await expect(read('{"a":1}', json)).rejects.toThrow(/no list/)
    await expect(read('"a"', json)).rejects.toThrow(/not JSON/)
  })

  it('reports what stands after the list', async () => {
    expect(await read('[{"a":1}] [{"a":2}]', json)).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, problem: 'stands after the end of the list', raw: '[{"a":2}]' },
    ])
  })

  it('gives back any list, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0, 2),
        async (list, step, indent) => {
          const text = JSON.stringify(list, null, indent)
          expect(values(await read(text, json, step))).toEqual(JSON.parse(text))
        },
      ),
    )
  })
})

describe('readRows of gzip', () => {
  const lines = Array.from({ length: 20_000 }, (_, i) =>
    JSON.stringify({ id: i, title: `Thing ${(i * 7919) % 10_007}` }),
  )
  const whole = gzipSync(`${lines.join('\n')}\n`)

  it('reads it whole', async () => {
    expect(await read(whole, { kind: 'jsonl', gzip: true })).toHaveLength(20_000)
  })

  it('delivers the rows before the cut of a truncated file, in order, and then says so', async () => {
    for (const share of [0.01, 0.3, 0.9, 0.9999]) {
      const rows = await read(whole.subarray(0, Math.floor(whole.length * share)), {
        kind: 'jsonl',
        gzip: true,
      })
      const last = rows.at(-1)!
      expect(last).toMatchObject({
        endsEarly: true,
        problem: expect.stringMatching(/^the file ends early: /),
      })
      const good = rows.slice(0, -1)
      expect(good.every((row, i) => 'value' in row && row.value.id === i)).toBe(true)
      expect(good.length).toBeGreaterThan(20_000 * share * 0.7 - 500)
    }
  })

  it('never delivers half a CSV row of a truncated file', async () => {
    const table = `id,price\n${Array.from({ length: 50_000 }, (_, i) => `${i},${100_000 + ((i * 7919) % 900_000)}`).join('\n')}\n`
    const packed = gzipSync(table)
    const rows = await read(packed.subarray(0, packed.length >> 1), { kind: 'csv', gzip: true })
    expect(rows.at(-1)).toMatchObject({ endsEarly: true })
    const good = rows.filter((row) => 'value' in row)
    expect(good.length).toBeGreaterThan(10_000)
    expect(good.every((row) => /^\d{6}$/.test(String(row.value.price)))).toBe(true)
  })

  it('delivers what stands before the damage of a damaged file', async () => {
    const damaged = Buffer.from(whole)
    damaged.fill(0x55, whole.length >> 1, (whole.length >> 1) + 200)
    const rows = await read(damaged, { kind: 'jsonl', gzip: true })
    expect(rows.at(-1)).toMatchObject({ endsEarly: true })
    expect(rows.length).toBeGreaterThan(5_000)
  })

  it('refuses data that is not gzip', async () => {
    await expect(read('{"a":1}\n', { kind: 'jsonl', gzip: true })).rejects.toThrow(/not gzip/)
  })
})

describe('readRows', () => {
  it.each(['<!DOCTYPE html><html>', '\n\n <HTML lang="en">', '<!-- x --><p>'])(
    'says of %j that it is a web page',
    async (page) => {
      for (const format of [csv, json, jsonl]) {
        await expect(read(page, format, 1)).rejects.toMatchObject({
          code: 'bad-input',
          message: /web page.*--marketplace/,
        })
      }
      expect(() => detectFormat('page.csv', Buffer.from(page))).toThrow(/web page/)
    },
  )

  it('yields nothing for an empty file', async () => {
    for (const format of [csv, json, jsonl]) expect(await read('', format)).toEqual([])
  })

  it('passes on an error of the stream', async () => {
    const broken = new Readable({
      read() {
        this.push('{"a":1}\n')
        this.destroy(new Error('connection lost'))
      },
    })
    const all = async () => {
      for await (const _ of readRows(broken, jsonl));
    }
    await expect(all()).rejects.toThrow('connection lost')
  })

  it('closes the stream when the reader stops', async () => {
    const source = stream('{"a":1}\n'.repeat(100_000), 1000)
    for await (const _ of readRows(source, jsonl)) break
    expect(source.destroyed).toBe(true)
  })

  it('reads 60 MB in bounded memory', async () => {
    const line = `${JSON.stringify({ id: 1, title: 'x'.repeat(500) })}\n`
    const block = Buffer.from(line.repeat(100))
    let left = Math.ceil(60_000_000 / block.length)
    const source = new Readable({
      read() {
        this.push(left-- > 0 ? block : null)
      },
    })
    let rows = 0
    let most = 0
    const before = process.memoryUsage().arrayBuffers
    for await (const _ of readRows(source, jsonl)) {
      if (++rows % 5000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
    expect(rows).toBeGreaterThan(100_000)
    expect(most).toBeLessThan(64e6)
  })
})

describe('detectFormat', () => {
  it.each([
    ['a.csv', 'id,title\n', { kind: 'csv' }],
    ['export', 'id;title\n1;x', { kind: 'csv' }],
    ['a.json', ' [{"a":1}]', { kind: 'json' }],
    ['a.json', '{\n "items": [', { kind: 'json' }],
    ['a.json', '{"items":[{"a":1}]}', { kind: 'json' }],
    ['a.json', '{"a":1}\n{"a":2}\n', { kind: 'jsonl' }],
    ['a.jsonl', '{"a":', { kind: 'jsonl' }],
    ['a.txt', '{"a":1,"images":[{"u":1}]}\n', { kind: 'jsonl' }],
    ['a.csv', '[{"a":1}]', { kind: 'json' }],
  ] as const)('reads %s beginning with %j as %o', (name, start, format) => {
    expect(detectFormat(name, Buffer.from(start))).toEqual(format)
    expect(detectFormat(`${name}.gz`, gzipSync(start))).toEqual({ ...format, gzip: true })
    expect(detectFormat(name, gzipSync(start))).toEqual({ ...format, gzip: true })
  })

  it('sees into the beginning of a long gzip file', () => {
    const packed = gzipSync('{"id":1,"title":"x"}\n'.repeat(100_000))
    expect(detectFormat('x', packed.subarray(0, 64))).toEqual({ kind: 'jsonl', gzip: true })
  })

  it.each([
    ['a.xlsx', Buffer.from('PK\u0003\u0004…'), /spreadsheet/],
    ['a.pdf', Buffer.from('%PDF-1.7'), /PDF/],
    ['a.csv', Buffer.alloc(0), /empty/],
    ['a.csv', Buffer.from(' \n '), /empty/],
    ['a.bin', Buffer.from([1, 2, 0, 3]), /binary/],
    ['a.json', Buffer.from('hello'), /named JSON/],
    ['a.txt', Buffer.from('hello'), /neither/],
    ['a.xml', Buffer.from('<?xml version="1.0"?><a/>'), /XML/],
    ['a.gz', Buffer.from([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]), /damaged/],
  ])('says of %s why it cannot be read', (name, bytes, reason) => {
    expect(() => detectFormat(name, bytes)).toThrow(reason)
  })
})
