import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { readDate } from '../../core/dates.ts'
import { badInput } from '../../core/errors.ts'
import { parsePrice } from '../../core/money.ts'
import { isStorable, oneLine } from '../../core/text.ts'
import type { PostingPlace } from '../../model/posting.ts'
import { columnsOf, type ImportField } from './columns.ts'

export const importRowsMax = 20_000
export const dateOrders = ['month-first', 'day-first'] as const
export type DateOrder = (typeof dateOrders)[number]

export interface ReadOptions {
  /** Of amounts that name none. */
  currency: string
  /** Of rows that name none. */
  marketplace: string | null
  /** Of dates such as 04/05/2026; null = as the column shows. */
  dateOrder: DateOrder | null
  /** Marketplaces that are known, by id. */
  places: ReadonlyMap<string, PostingPlace>
}

/** One thing of a table, and what became of it. */
export interface ImportedRow {
  row: number
  /** Letters and digits; made of the row where it has none of that kind, so that the same row is the same thing. */
  sku: string
  title: string
  quantity: number
  costCents: number | null
  condition: string | null
  brand: string | null
  details: string | null
  note: string | null
  boughtOn: string | null
  currency: string
  post: { marketplace: string; url: string | null; priceCents: number | null } | null
  sale: {
    marketplace: string
    reference: string
    priceCents: number
    soldOn: string | null
    feeCents: number | null
    shippingPaidCents: number
    labelCents: number
  } | null
}

export interface ReadTable {
  rows: ImportedRow[]
  rejected: { row: number; reason: string }[]
  used: ImportField[]
  unread: string[]
}

/**
 * Reads a table of things for sale or sold (CSV; comma, semicolon or tab; UTF-8). A row that cannot be read is named with its reason
 * and the others are read; a table without titles, or whose dates could be two days, is refused with what to do.
 */
export function readTable(text: string, options: ReadOptions): ReadTable {
  const [header, ...lines] = recordsOf(text)
  if (header === undefined) throw badInput('The table is empty: its first line names the columns.')
  const { used, unread } = columnsOf(header)
  if (!used.has('title'))
    throw badInput(
      `No column with titles was found among ${header.slice(0, 20).join(', ')}: name one "title", or export the table with its column names.`,
    )
  if (lines.length > importRowsMax)
    throw badInput(`The table has ${lines.length} rows; ${importRowsMax} are taken at a time. Cut it.`)
  const cell = (line: readonly string[], field: ImportField) => {
    const at = used.get(field)
    return at === undefined ? '' : (line[at] ?? '').trim()
  }
  const order = {
    soldOn: orderOf(
      lines.map((line) => cell(line, 'soldOn')),
      options.dateOrder,
    ),
    boughtOn: orderOf(
      lines.map((line) => cell(line, 'boughtOn')),
      options.dateOrder,
    ),
  }
  const read: ReadTable = { rows: [], rejected: [], used: [...used.keys()], unread }
  const seen = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const row = at + 2
    const one = rowOf({ row, cell: (field) => cell(line, field), order, options, seen })
    if ('reason' in one) read.rejected.push(one)
    else read.rows.push(one)
  }
  return read
}

function recordsOf(text: string): string[][] {
  // Reports of marketplaces begin with empty lines, and end with lines of their own.
  const body = text.replace(/^\ufeff/, '').replace(/^(?:[\s,;"]*\r?\n)+/, '')
  const first = body.slice(0, 5000).split('\n', 1)[0] ?? ''
  const delimiter = ['\t', ';', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!
  try {
    return parse(body, {
      ...{ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
    })
  } catch (error) {
    throw badInput(`The table cannot be read as CSV: ${(error as Error).message}`)
  }
}

interface RowInput {
  row: number
  cell(field: ImportField): string
  order: { soldOn: DateOrder | null; boughtOn: DateOrder | null }
  options: ReadOptions
  /** How often the very same row came before. */
  seen: Map<string, number>
}

function rowOf({ row, cell, order, options, seen }: RowInput): ImportedRow | { row: number; reason: string } {
  const problem = (reason: string) => ({ row, reason })
  const title = [...oneLine(cell('title'))].slice(0, 300).join('').trim()
  if (title === '') return problem('it has no title')
  if (!isStorable(title)) return problem('its title has characters that cannot be stored')
  const currency = (cell('currency') || options.currency).toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency)) return problem(`"${cell('currency')}" is no currency`)
  const wrong: string[] = []
  const amount = (field: ImportField): number | null => {
    const text = cell(field)
    if (text === '' || /^(?:-|–|n\/?a|none|null)$/i.test(text)) return null
    const price = parsePrice(text, currency)
    if (price === null || price.priceCents === null || price.priceCents < 0) {
      wrong.push(`"${text}" is no amount`)
      return null
    }
    if (price.currency !== currency) wrong.push(`"${text}" is in ${price.currency}, the row in ${currency}`)
    return price.priceCents
  }
  const day = (field: 'soldOn' | 'boughtOn'): string | null => {
    const text = cell(field)
    const read = text === '' ? null : dayOf(text, order[field])
    if (text !== '' && read === null) wrong.push(`"${text}" is no date that can be read for sure`)
    return read
  }
  const count = cell('quantity')
  const quantity = count === '' ? 1 : Number(count)
  const soldPrice = amount('soldPrice')
  const asked = amount('price')
  const [cost, fees] = [amount('cost'), amount('fees')]
  const [shippingPaid, label] = [amount('shippingPaid'), amount('label')]
  const [soldOn, boughtOn] = [day('soldOn'), day('boughtOn')]
  const isSold =
    soldPrice !== null &&
    (soldOn !== null || cell('reference') !== '' || /sold|verkauft/i.test(cell('state')))
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > 100_000)
    wrong.push(`"${count}" is no number of things`)
  if (wrong.length > 0) return problem(wrong.join('; '))
  const marketplace = placeId(cell('marketplace'), options.places) ?? options.marketplace
  if (isSold && marketplace === null)
    return problem('it does not say where it sold: add a column "marketplace", or say it for the whole table')
  const number = cell('itemNumber')
  const byNumber = options.places.get(marketplace ?? '')?.posting.adByNumber
  const url = /^https?:\/\//i.test(cell('url'))
    ? cell('url')
    : byNumber !== undefined && /^\d{6,20}$/.test(number)
      ? byNumber.replace('{number}', number)
      : null
  const key = [title, cell('sku'), number, cell('reference'), soldOn, soldPrice, cost, boughtOn].join('|')
  const again = seen.get(key) ?? 0
  seen.set(key, again + 1)
  const hash = createHash('sha256').update(`${key}|${again}`).digest('hex').slice(0, 16).toUpperCase()
  const given = cell('sku')
  const text = (field: ImportField, max: number) => {
    const value = [...cell(field)].slice(0, max).join('')
    return value === '' || !isStorable(value) ? null : value
  }
  return {
    ...{ row, title, quantity: Math.max(1, quantity), currency, boughtOn, costCents: cost },
    sku: /^[A-Za-z0-9-]{1,50}$/.test(given) ? given : `IM${hash}`,
    ...{ condition: text('condition', 100), brand: text('brand', 100) },
    ...{ details: text('details', 5000), note: text('note', 5000) },
    post:
      isSold || marketplace === null || (asked === null && url === null)
        ? null
        : { marketplace, url, priceCents: asked },
    sale: isSold
      ? {
          ...{ marketplace: marketplace!, priceCents: soldPrice, soldOn, feeCents: fees },
          reference: cell('reference') === '' ? `row-${hash}` : [...cell('reference')].slice(0, 190).join(''),
          ...{ shippingPaidCents: shippingPaid ?? 0, labelCents: label ?? 0 },
        }
      : null,
  }
}

/** Our name of a marketplace: by its id or its name, else made of the text. */
function placeId(text: string, places: ReadonlyMap<string, PostingPlace>): string | null {
  const id = idOf(text)
  if (id === '') return null
  const known = [...places.values()].find((place) => place.id === id || idOf(place.name) === id)
  return known?.id ?? id.slice(0, 50)
}

const idOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/\.(?:com|de|nl|co\.uk)\b.*$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/

/** In which order a column has day and month: as one of its dates proves, else as was said; null = nothing says it. */
function orderOf(cells: readonly string[], said: DateOrder | null): DateOrder | null {
  const parts = cells.flatMap((text) => {
    const match = numeric.exec(text)
    return match && !text.includes('.') ? [[Number(match[1]), Number(match[2])] as const] : []
  })
  const isMonthFirst = parts.some(([, second]) => second > 12)
  const isDayFirst = parts.some(([first]) => first > 12)
  if (isMonthFirst !== isDayFirst) return isMonthFirst ? 'month-first' : 'day-first'
  if (said === null && parts.some(([first, second]) => first !== second))
    throw badInput(
      'Dates such as 04/05/2026 can be two days, and nothing in the table says which: say whether the month or the day is first.',
      { dateOrder: 'is missing: month-first or day-first' },
    )
  return said
}

function dayOf(text: string, order: DateOrder | null): string | null {
  const match = numeric.exec(text)
  if (match !== null) {
    const [first, second, shown] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const [month, day] = order === 'day-first' || text.includes('.') ? [second, first] : [first, second]
    const year = shown < 100 ? 2000 + shown : shown
    const date = new Date(Date.UTC(year, month - 1, day))
    const isReal =
      date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1990 && year < 2100
    return isReal ? date.toISOString().slice(0, 10) : null
  }
  // `Nov-28-26`, as eBay's reports have it.
  const short = /^([a-z]{3})-(\d{1,2})-(\d{2})$/i.exec(text)
  const period = readDate(short === null ? text : `${short[2]} ${short[1]} 20${short[3]}`)
  return period === null ? null : new Date(period.startMs).toISOString().slice(0, 10)
}
