import { load } from 'cheerio'
import { decode } from 'html-entities'

export interface HtmlText {
  /** Paragraphs as lines, white space collapsed, entities decoded. */
  text: string
  /** `src` of the images in document order, as written (may be relative). */
  images: string[]
}

const inputMax = 400_000
/** The parser's time grows with the square of the depth, and nothing is deeper than it has tags. */
const tagsMax = 3000
const lengthMaxDefault = 20_000
const imagesMax = 20

const skipped = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'noscript',
  'svg',
  'head',
  'object',
  'select',
])
const blocks = new Set(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
)

/**
 * Text and images of an HTML fragment that a stranger wrote; never throws. Reads at most 400,000 characters and
 * 3,000 tags and walks without recursion, so neither size nor nesting can hurt. Text without a tag keeps its line
 * breaks.
 */
export function readHtml(html: string, lengthMax: number = lengthMaxDefault): HtmlText {
  const source = beginning(html)
  if (!/<[a-z!/]/i.test(source)) {
    const plain = source.includes('&') ? decode(source) : source
    return { text: tidy(plain).slice(0, lengthMax).trimEnd(), images: [] }
  }
  // htmlparser2 reads in linear time where a browser's algorithm re-nests stray tags in quadratic time.
  const root = load(source, { xml: { xmlMode: false, decodeEntities: true } }).root()[0]
  const parts: string[] = []
  const images: string[] = []
  const stack: ({ node: NonNullable<typeof root>['children'][number] } | { text: string })[] = []
  for (const node of root ? [...root.children].reverse() : []) stack.push({ node })
  for (let top = stack.pop(); top; top = stack.pop()) {
    if ('text' in top) {
      parts.push(top.text)
      continue
    }
    const { node } = top
    if (node.type === 'text') parts.push(node.data.replace(/[\s\ue000-\ue003]+/g, ' '))
    else if ('children' in node) {
      const name = 'name' in node ? node.name.toLowerCase() : ''
      if (skipped.has(name)) continue
      const src = name === 'img' && 'attribs' in node ? node.attribs.src : undefined
      if (src && images.length < imagesMax) images.push(src)
      const mark = markOf(name, 'attribs' in node ? node.attribs.style : undefined)
      if (mark !== undefined) {
        parts.push(mark[0])
        stack.push({ text: mark[1] })
      }
      const edge = blocks.has(name) ? '\n' : name === 'td' || name === 'th' ? ' ' : ''
      if (edge) parts.push(edge)
      if (edge && name !== 'br') stack.push({ text: edge })
      for (let i = node.children.length - 1; i >= 0; i--) stack.push({ node: node.children[i]! })
    }
  }
  return {
    text: tidy(readMarks(parts.join('')))
      .slice(0, lengthMax)
      .trimEnd(),
    images,
  }
}

// Characters that no text has (the fragment's own are dropped) stand for what only the tags say.
const raised = ['\ue000', '\ue001'] as const
const crossedOut = ['\ue002', '\ue003'] as const

function markOf(name: string, style: string | undefined): readonly [string, string] | undefined {
  // Some write the cents small rather than raised; of other words neither says anything.
  if (
    name === 'sup' ||
    name === 'small' ||
    /vertical-align: ?(?:super|top|text-top)/i.test(style?.slice(0, 1000) ?? '')
  )
    return raised
  const isCrossedOut =
    name === 'del' || name === 's' || name === 'strike' || /line-through/i.test(style?.slice(0, 1000) ?? '')
  return isCrossedOut ? crossedOut : undefined
}

/** Raised cents get their decimal mark; a crossed-out figure is no longer so, and goes. */
function readMarks(text: string): string {
  if (!/[\ue000-\ue003]/.test(text)) return text
  return (
    text
      .replace(/\ue002([^\ue002\ue003]*)\ue003/g, (_, inner: string) => (/\d/.test(inner) ? ' ' : inner))
      .replace(/\ue000[\s\ue000]*\ue000|\ue001[\s\ue001]*\ue001/g, (marks) => marks[0]!)
      // "5<sup>€</sup>99": the cents stand behind the sign.
      .replace(
        /(?<![\d.,])(\d[\d.,]{0,14})\s?\ue000 ?(\p{Sc}) ?\ue001(?:(\d\d)(?![\d.,])|\s(\d\d)(?=\s*$))/gmu,
        (_, whole: string, sign: string, part = '', apart = '') =>
          `${cents('', whole, part || apart)} ${sign}`,
      )
      .replace(/\ue000\s*(\p{Sc})\s*\ue001/gu, '$1')
      // "9<sup>€99</sup>": the sign stands where the mark would.
      .replace(
        /(?<![\d.,])(\d[\d.,]{0,14})\s?\ue000 ?(\p{Sc}) ?(\d\d) ?\ue001/gu,
        (_, whole: string, sign: string, part: string) => `${cents('', whole, part)} ${sign}`,
      )
      .replace(/((?:\p{Sc}|(?<!\p{L})[A-Z]{3}) ?\d[\d.,]{0,14})\s?\ue000 ?[.,]?(\d\d) ?\ue001/gu, cents)
      .replace(
        /(?<![\d.,])(\d[\d.,]{0,14})\s?\ue000 ?[.,]?(\d\d) ?\ue001(?=\s?(?:\p{Sc}|zł|Kč|kr|lei|грн|руб|[A-Z]{3}(?!\p{L})|(?:TL|Ft)(?!\p{L})))/gu,
        cents,
      )
      .replace(
        /(?<![\d.,])(\d[\d.,]{0,14})\s?\ue000 ?[.,]?(\d\d) ?(\p{Sc}) ?\ue001/gu,
        (_, whole: string, part: string, sign: string) => `${cents('', whole, part)} ${sign}`,
      )
      .replace(/[\ue000-\ue003]/g, '')
  )
}

function cents(_: string, whole: string, part: string): string {
  const bare = whole.replace(/[.,]$/, '')
  return `${bare}${bare.includes('.') ? ',' : '.'}${part}`
}

/** What of the fragment is read: up to the first tag that is one too many. */
function beginning(html: string): string {
  const source = html.slice(0, inputMax)
  let tags = 0
  for (const { index } of source.matchAll(/<[a-z]/gi)) if (++tags > tagsMax) return source.slice(0, index)
  return source
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
  const kept: string[] = []
  for (const line of lines) if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line)
  while (kept.at(-1) === '') kept.pop()
  return kept.join('\n')
}
