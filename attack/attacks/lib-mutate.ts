/** Draws 0 ≤ x < 1. */
type Random = () => number

const whole = (random: Random, below: number) => Math.floor(random() * below)
const oneOf = <T>(random: Random, list: readonly T[]): T => list[whole(random, list.length)]!

type Mutation = (page: Buffer, random: Random) => Buffer

const bytesMax = 8_000_000

/** A stretch of the page, at most this share of it. */
function stretch(page: Buffer, random: Random, share = 0.2): [number, number] {
  const from = whole(random, page.length)
  return [from, Math.min(page.length, from + 1 + whole(random, Math.max(1, page.length * share)))]
}

const insert = (page: Buffer, at: number, what: Buffer | string) =>
  Buffer.concat([page.subarray(0, at), Buffer.from(what), page.subarray(at)])

/** Where a tag or a value begins. */
function seam(page: Buffer, random: Random): number {
  const from = whole(random, page.length)
  const marks = ['<', '>', '"', '{', '[', ':', ',']
    .map((mark) => page.indexOf(mark, from))
    .filter((at) => at >= 0)
  return marks.length === 0 ? from : oneOf(random, marks)
}

const strange = [
  '\u0000',
  '\ud800',
  '\u202e',
  '\ufeff',
  '\u2028',
  '&#x110000;',
  '&#0;',
  '&nbsp',
  '<!--',
  ']]>',
  '<![CDATA[',
  '</script>',
  '<plaintext>',
  '\\u0000',
  '\\ud800',
  '1e999',
  '-1e999',
  '99999999999999999999',
  'NaN',
  'null',
  '[]',
  '{}',
  '"',
  '\\',
]

const mutations: Record<string, Mutation> = {
  flip(page, random) {
    const copy = Buffer.from(page)
    for (let n = 0; n < 1 + whole(random, 40); n++) copy[whole(random, copy.length)]! ^= 1 << whole(random, 8)
    return copy
  },
  cut: (page, random) => page.subarray(0, whole(random, page.length)),
  behead: (page, random) => page.subarray(whole(random, page.length)),
  remove(page, random) {
    const [from, to] = stretch(page, random)
    return Buffer.concat([page.subarray(0, from), page.subarray(to)])
  },
  double(page, random) {
    const [from, to] = stretch(page, random)
    return insert(page, to, page.subarray(from, to))
  },
  multiply(page, random) {
    const [from, to] = stretch(page, random, 0.1)
    const times = Math.min(2_000, Math.floor(bytesMax / (to - from)))
    return insert(page, to, Buffer.alloc((to - from) * times, page.subarray(from, to)))
  },
  swap(page, random) {
    const [from, to] = stretch(page, random)
    const at = whole(random, page.length)
    return insert(
      Buffer.concat([page.subarray(0, from), page.subarray(to)]),
      Math.min(at, page.length - (to - from)),
      page.subarray(from, to),
    )
  },
  nestTags: (page, random) => insert(page, seam(page, random), '<div><b>'.repeat(1 + whole(random, 100_000))),
  nestLists: (page, random) =>
    insert(page, seam(page, random), oneOf(random, ['[', '{"a":', '(']).repeat(1 + whole(random, 100_000))),
  attribute: (page, random) =>
    insert(page, seam(page, random), ` data-x="${'v'.repeat(whole(random, 2_000_000))}" `),
  attributes: (page, random) => insert(page, seam(page, random), ' a="b"'.repeat(whole(random, 100_000))),
  digits: (page, random) =>
    insert(
      page,
      seam(page, random),
      oneOf(random, ['9', '0', '1,', '$ ', '-']).repeat(1 + whole(random, 200_000)),
    ),
  strange: (page, random) =>
    Array.from({ length: 1 + whole(random, 20) }).reduce<Buffer>(
      (text) => insert(text, seam(text, random), oneOf(random, strange)),
      page,
    ),
  utf16: (page) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page.toString('utf8'), 'utf16le')]),
  utf16Headless: (page) => Buffer.from(page.toString('utf8'), 'utf16le'),
  latin1: (page) => Buffer.from(page.toString('utf8'), 'latin1'),
  twice: (page) => Buffer.from(page.toString('latin1'), 'utf8'),
  numbers: (page, random) =>
    Buffer.from(
      page
        .toString('utf8')
        .replaceAll(/\d+/g, (digits) =>
          random() < 0.1
            ? oneOf(random, ['-1', '1e400', '99999999999999999999999', '0.0000001', 'null'])
            : digits,
        ),
    ),
  types: (page, random) =>
    Buffer.from(
      page
        .toString('utf8')
        .replaceAll(/"[^"\n]{0,80}"(?=\s*[,}\]])/g, (text) =>
          random() < 0.1
            ? oneOf(random, ['null', '{}', '[]', '5', 'true', '{"length":1000000000}', '[[[]]]'])
            : text,
        ),
    ),
  lengths: (page, random) =>
    Buffer.from(
      page
        .toString('utf8')
        .replaceAll(/<\/(item|entry|channel|feed|li|ul|div)>/g, (tag) =>
          random() < 0.1 ? `<length>1000000000</length>${tag}` : tag,
        ),
    ),
}

const names = Object.keys(mutations)

/** A page with one to three hurts, and what they are. */
export function mutated(page: Buffer, random: Random): { page: Buffer; hurts: string[] } {
  const hurts = Array.from({ length: 1 + whole(random, 3) }, () => oneOf(random, names))
  const result = hurts.reduce(
    (text, name) => (text.length === 0 ? text : mutations[name]!(text, random)),
    page,
  )
  return { page: result.subarray(0, bytesMax), hurts }
}
