import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { minorDigits, toMinorUnits } from '../../../core/money.ts'
import { type FeeRow, feeRowSchema } from '../../../model/score-schema.ts'

/** In their order. Amounts are in whole units of the row's currency, shares in percent. */
export const feeColumns = [
  'marketplace',
  'delivery',
  'currency',
  'country',
  'categories',
  'validFrom',
  'bands',
  'bandsApply',
  'order',
  'smallOrderUpTo',
  'smallOrder',
  'flatBelow',
  'flatFee',
  'least',
  'most',
  'paymentPercent',
  'paymentFixed',
  'source',
  'readOn',
] as const
type FeeColumn = (typeof feeColumns)[number]

/** A line of a file that cannot be taken, with what to do. */
export interface LineProblem {
  /** Of the file, from 1; where a row has several, its last. */
  line: number
  reason: string
}

export interface ReadFees {
  rows: { line: number; row: FeeRow }[]
  problems: LineProblem[]
}

/** A table of fees for a spreadsheet: a header, and one line for each row. `readFeeCsv` reads the very same rows again. */
export function feeCsv(rows: readonly FeeRow[]): string {
  const records = rows.map((row) => feeColumns.map((column) => guarded(cellOf[column](row))))
  return stringify(records, { bom: true, header: true, columns: [...feeColumns], quoted_match: /[\r\n]/ })
}

const amountText = (cents: number, currency: string): string => {
  const digits = minorDigits(currency)
  return (cents / 10 ** digits).toFixed(digits)
}
const percentText = (bps: number): string => String(bps / 100)

const cellOf: Readonly<Record<FeeColumn, (row: FeeRow) => string>> = {
  marketplace: (row) => row.marketplace,
  delivery: (row) => row.delivery,
  currency: (row) => row.currency,
  country: (row) => row.country ?? '',
  categories: (row) => row.categories.join(' '),
  validFrom: (row) => row.validFrom ?? '',
  bands: ({ bands, currency }) =>
    bands
      .map(({ upToCents, bps }) => {
        const edge = upToCents === null ? '' : amountText(upToCents, currency)
        return `${bands.length === 1 ? '' : `${edge}:`}${percentText(bps)}%`
      })
      .join(';'),
  bandsApply: (row) => row.bandsApply,
  order: (row) => amountText(row.orderCents, row.currency),
  smallOrderUpTo: ({ smallOrder, currency }) =>
    smallOrder === null ? '' : amountText(smallOrder.upToCents, currency),
  smallOrder: ({ smallOrder, currency }) =>
    smallOrder === null ? '' : amountText(smallOrder.orderCents, currency),
  flatBelow: ({ flatBelow, currency }) =>
    flatBelow === null ? '' : amountText(flatBelow.priceCents, currency),
  flatFee: ({ flatBelow, currency }) => (flatBelow === null ? '' : amountText(flatBelow.feeCents, currency)),
  least: (row) => amountText(row.feeCentsMin, row.currency),
  most: (row) => (row.feeCentsMax === null ? '' : amountText(row.feeCentsMax, row.currency)),
  paymentPercent: (row) => percentText(row.payment.bps),
  paymentFixed: (row) => amountText(row.payment.fixedCents, row.currency),
  source: (row) => row.source ?? '',
  readOn: (row) => row.readOn ?? '',
}

/** With what a cell begins that a spreadsheet takes for a formula, behind apostrophes that were there. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/
/** What begins like a formula has one apostrophe more before it, which reading takes away again. */
const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)
const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text

/** Reads a table of fees (CSV; comma, semicolon or tab). Each line that cannot be read is named with what to do. */
export function readFeeCsv(text: string): ReadFees {
  const read: ReadFees = { rows: [], problems: [] }
  const records = recordsOf(text, read.problems)
  const [head, ...lines] = records
  if (head === undefined) {
    if (read.problems.length === 0)
      read.problems.push({ line: 1, reason: `it is empty: the first line names the columns, ${someColumns}` })
    return read
  }
  const columns = columnsOf(head.record, read.problems)
  if (read.problems.length > 0) return read
  for (const { line, record } of lines) {
    const extra = record.slice(columns.length).some((cell) => cell !== '')
    if (extra) {
      read.problems.push({
        line,
        reason: `it has more cells than the first line has columns: put what has a comma in it into quotes`,
      })
      continue
    }
    const cells = new Map(columns.map((column, at) => [column, unguarded(record[at] ?? '')]))
    const row = rowOf((column) => cells.get(column) ?? '')
    if (Array.isArray(row)) for (const reason of row) read.problems.push({ line, reason })
    else read.rows.push({ line, row })
  }
  return read
}

const someColumns = 'marketplace, currency, bands and so on'

interface Line {
  line: number
  record: string[]
}

function recordsOf(text: string, problems: LineProblem[]): Line[] {
  const first = text.slice(0, 2000).split('\n', 1)[0] ?? ''
  const delimiter = ['\t', ';', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!
  try {
    const parsed = parse(text, {
      ...{ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, info: true },
      ...{ skip_records_with_empty_values: true, record_delimiter: ['\r\n', '\n'] },
      max_record_size: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return parsed.map(({ record, info }) => ({ line: info.lines, record }))
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number }
    problems.push({
      line: lines ?? 1,
      reason: `it cannot be read as CSV (${message}): look for a quote that is not closed`,
    })
    return []
  }
}

function columnsOf(head: readonly string[], problems: LineProblem[]): (FeeColumn | null)[] {
  const columns = head.map((name) => {
    const plain = name.trim().toLowerCase().replaceAll(/[ _-]/g, '')
    return feeColumns.find((column) => column.toLowerCase() === plain) ?? null
  })
  const wrong = (reason: string) => problems.push({ line: 1, reason })
  for (const [at, column] of columns.entries()) {
    if (column === null && head[at]!.trim() !== '')
      wrong(`"${head[at]!.trim()}" is no column: take it out, or name it one of ${feeColumns.join(', ')}`)
    if (column !== null && columns.indexOf(column) < at) wrong(`the column ${column} is there twice`)
  }
  for (const column of ['marketplace', 'currency', 'bands'] as const)
    if (!columns.includes(column)) wrong(`the column ${column} is missing: add it`)
  return columns
}

/** A row, or all that is wrong with it. */
function rowOf(cell: (column: FeeColumn) => string): FeeRow | string[] {
  const wrong: string[] = []
  const plain = (column: FeeColumn) => cell(column).trim()
  const currency = plain('currency').toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency))
    return [`currency "${plain('currency')}" is none: write a code such as USD, EUR or GBP`]
  const amount = (column: FeeColumn): number | null => {
    const text = plain(column)
    const cents = text === '' ? null : centsOf(text, currency)
    if (text !== '' && cents === null)
      wrong.push(
        `${column} "${text}" is no amount in ${currency}: write it like ${amountText(1250, currency)}`,
      )
    return cents
  }
  const percent = (column: FeeColumn): number => {
    const text = plain(column)
    const bps = text === '' ? 0 : bpsOf(text)
    if (bps === null) wrong.push(`${column} "${text}" is no share: write it in percent, like 2.9`)
    return bps ?? 0
  }
  const pair = (first: FeeColumn, second: FeeColumn): readonly [number, number] | null => {
    const [one, other] = [amount(first), amount(second)]
    if ((plain(first) === '') !== (plain(second) === ''))
      wrong.push(`${first} and ${second} go together: fill in both, or none`)
    return one === null || other === null ? null : [one, other]
  }
  const small = pair('smallOrderUpTo', 'smallOrder')
  const flat = pair('flatBelow', 'flatFee')
  const row = {
    marketplace: plain('marketplace'),
    ...{ delivery: plain('delivery') || 'shipped', currency, country: plain('country') || null },
    categories: plain('categories')
      .split(/[\s;,|]+/)
      .filter((one) => one !== ''),
    bands: bandsOf(plain('bands'), currency, wrong),
    bandsApply: plain('bandsApply') || 'to-the-part',
    orderCents: amount('order') ?? 0,
    smallOrder: small && { upToCents: small[0], orderCents: small[1] },
    flatBelow: flat && { priceCents: flat[0], feeCents: flat[1] },
    ...{ feeCentsMin: amount('least') ?? 0, feeCentsMax: amount('most') },
    payment: { bps: percent('paymentPercent'), fixedCents: amount('paymentFixed') ?? 0 },
    ...{
      validFrom: plain('validFrom') || null,
      source: plain('source') || null,
      readOn: plain('readOn') || null,
    },
  }
  if (wrong.length > 0) return wrong
  const checked = feeRowSchema.safeParse(row)
  if (checked.success) return checked.data
  return checked.error.issues.map(({ path, message }) => `${columnAt(path)}: ${message}`)
}

const columnAt = (path: readonly PropertyKey[]): string => {
  const [first, second] = path.map(String)
  const known: Readonly<Record<string, string>> = {
    ...{ orderCents: 'order', feeCentsMin: 'least', feeCentsMax: 'most', payment: 'paymentPercent' },
  }
  return known[first ?? ''] ?? (first === 'bands' ? 'bands' : [first, second].filter(Boolean).join(' '))
}

/** `7500.00:13.6%;:2.35%`: up to 7,500 13.6 %, above 2.35 %; `10%` alone is of everything. */
function bandsOf(text: string, currency: string, wrong: string[]): FeeRow['bands'] {
  if (text === '') {
    wrong.push('bands is empty: write what it takes, like 10% or 7500.00:13.6%;:2.35%, or 0%')
    return []
  }
  return text.split(';').map((part) => {
    const [edge, share] = part.includes(':') ? splitAt(part) : ['', part.trim()]
    const upToCents = edge === '' ? null : centsOf(edge, currency)
    const bps = share.endsWith('%') ? bpsOf(share.slice(0, -1).trim()) : null
    if (bps === null || (edge !== '' && upToCents === null))
      wrong.push(
        `bands "${part.trim()}" cannot be read: write an amount, a colon and a share, like 7500.00:13.6%, and the last without an amount, like :2.35%`,
      )
    return { upToCents, bps: bps ?? 0 }
  })
}

function splitAt(part: string): [string, string] {
  const at = part.indexOf(':')
  return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
}

/** Minor units of `12.50` or `12,50`; null = it is no amount, or has more digits than the currency. */
function centsOf(text: string, currency: string): number | null {
  const match = /^\d{1,14}(?:[.,](\d{1,4}))?$/.exec(text)
  if (match === null || (match[1]?.length ?? 0) > minorDigits(currency)) return null
  return toMinorUnits(text.replace(',', '.'), currency)
}

/** Hundredths of a percent of `13.6` or `13,6`; null = it is none. */
function bpsOf(text: string): number | null {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(text)) return null
  const bps = Math.round(Number(text.replace(',', '.')) * 100)
  return bps <= 10_000 ? bps : null
}
