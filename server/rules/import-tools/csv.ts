import { parse } from 'csv-parse/sync'
import { toMinorUnits } from '../../core/money.ts'
import { nearest } from '../../core/nearest.ts'
import {
  type Fields,
  type ImportContext,
  type Imported,
  type ImportedRule,
  namedRule,
  shown,
  textOf,
  UnreadableImport,
} from './imported.ts'
import { readSearchUrl } from './search-url.ts'

/** What a cell becomes: fields of the rule, or null where it cannot be read. */
type ReadCell = (text: string, currency: string) => Fields | null

const list =
  (field: string): ReadCell =>
  (text) => ({ [field]: listOf(text) })
const keywords =
  (field: string): ReadCell =>
  (text) => ({ keywords: { [field]: listOf(text) } })
const plain =
  (field: string): ReadCell =>
  (text) => ({ [field]: text })
const amount =
  (field: string): ReadCell =>
  (text, currency) => {
    const cents = toMinorUnits(text.replace(/^[^\d.]+/, ''), currency)
    return cents === null ? null : { [field]: cents }
  }
const figure =
  (field: string): ReadCell =>
  (text) => {
    const value = Number(text.replace(/\s*%$/, ''))
    return Number.isFinite(value) ? { [field]: value } : null
  }
const flag =
  (field: string): ReadCell =>
  (text) => {
    if (/^(?:yes|y|true|1|on|x)$/i.test(text)) return { [field]: true }
    return /^(?:no|n|false|0|off)$/i.test(text) ? { [field]: false } : null
  }

/** The columns, by their names without case, spaces and signs; docs/import-rules.md shows them. */
export const csvColumns: Readonly<Record<string, ReadCell>> = {
  name: plain('name'),
  all: keywords('all'),
  any: keywords('any'),
  none: keywords('none'),
  query: plain('query'),
  url: () => ({}),
  min_price: amount('priceCentsMin'),
  max_price: amount('priceCentsMax'),
  max_landed: amount('landedCentsMax'),
  currency: (text) => ({ currency: text.toUpperCase() }),
  place: plain('place'),
  radius_km: figure('radiusKm'),
  category: list('categories'),
  condition: list('conditions'),
  handover: plain('handover'),
  min_score: figure('scoreMin'),
  min_discount: figure('discountPctMin'),
  max_risk: figure('riskMax'),
  min_profit: amount('profitCentsMin'),
  sellers_only: list('sellersOnly'),
  sellers_not: list('sellersNot'),
  marketplace: list('marketplaces'),
  channel: list('channels'),
  enabled: flag('enabled'),
}

const columnKey = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const byKey = new Map(Object.keys(csvColumns).map((name) => [columnKey(name), name]))

function listOf(text: string): string[] {
  return text.split(/[;|]/).flatMap((part) => textOf(part) ?? [])
}

/** A table with a header; commas, semicolons or tabs between the cells. What no column says is refused, not guessed. */
export function readCsv(text: string, context: ImportContext): Imported {
  const [header = [], ...rows] = recordsOf(text)
  const columns = columnsOf(header)
  refuseUnnamed(columns, rows)
  if (rows.length === 0) throw new UnreadableImport('has a header and no rows.')
  const numbered = rows.map((row, index) => ({ row, where: `row ${index + 2}` }))
  const isEmpty = ({ row }: { row: string[] }) => row.every((cell) => textOf(cell) === undefined)
  const empty = numbered.filter(isEmpty).map(({ where }) => where)
  return {
    rules: numbered
      .filter((one) => !isEmpty(one))
      .map(({ row, where }) => ruleOf(cellsOf(columns, row), where, context)),
    notes: empty.length === 0 ? [] : [`Empty and left out: ${empty.slice(0, 10).join(', ')}.`],
  }
}

/** Each known column, null for one without a name. */
function columnsOf(header: readonly string[]): (string | null)[] {
  const known = (name: string) => byKey.get(columnKey(name))
  if (!header.some(known))
    throw new UnreadableImport(
      `has no known column in its first line: give a table with ${Object.keys(csvColumns).slice(0, 8).join(', ')} …`,
    )
  const unknown = header.filter((name) => name.trim() !== '' && !known(name))
  if (unknown.length > 0)
    throw new UnreadableImport(
      `has columns that are not known: ${unknown.slice(0, 10).map(withMeant).join(', ')}. Rename them or take them out; there are ${Object.keys(csvColumns).join(', ')}.`,
    )
  const columns = header.map((name) => known(name) ?? null)
  const twice = columns.find((name, index) => name !== null && columns.indexOf(name) !== index)
  if (twice !== undefined)
    throw new UnreadableImport(`has the column ${twice} twice: put its lists into one, with ; between them.`)
  return columns
}

function withMeant(name: string): string {
  const key = columnKey(name)
  const near = nearest(key, byKey.keys(), key.length < 5 ? 1 : 2)
  return `${shown(name)}${near === undefined ? '' : ` (did you mean ${byKey.get(near)}?)`}`
}

function refuseUnnamed(columns: readonly (string | null)[], rows: readonly string[][]): void {
  for (const [index, column] of columns.entries()) {
    if (column === null && rows.some((row) => textOf(row[index]) !== undefined))
      throw new UnreadableImport(`has cells in column ${index + 1}, which has no name in the first line.`)
  }
}

function recordsOf(text: string): string[][] {
  const first = text.slice(0, text.search(/\r|\n|$/))
  const delimiter = [',', ';', '\t'].reduce((best, sign) =>
    first.split(sign).length > first.split(best).length ? sign : best,
  )
  let columnCount = 0
  try {
    return parse(text, {
      bom: true,
      delimiter,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      on_record(record: string[], { lines }) {
        columnCount ||= record.length
        if (record.length > columnCount)
          throw new UnreadableImport(
            `has more cells than columns in line ${lines}: put quotes around a cell that has ${JSON.stringify(delimiter)} in it.`,
          )
        return record
      },
      relax_column_count: true,
    }) as string[][]
  } catch (error) {
    if (error instanceof UnreadableImport) throw error
    throw new UnreadableImport(`cannot be read as CSV: ${error instanceof Error ? error.message : error}`)
  }
}

function cellsOf(columns: readonly (string | null)[], row: readonly string[]): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [index, column] of columns.entries()) {
    const cell = textOf(row[index])
    if (column !== null && cell !== undefined) cells.set(column, cell)
  }
  return cells
}

function ruleOf(cells: ReadonlyMap<string, string>, where: string, context: ImportContext): ImportedRule {
  const problems: Record<string, string> = {}
  const url = cells.get('url')
  const search = url === undefined ? null : readSearchUrl(url, context)
  if (url !== undefined && search === null)
    problems.url =
      'is no search on a site whose addresses are read here: take it out or write the other columns'
  const fields: Fields = { ...search?.fields }
  const currency = cells.get('currency')?.toUpperCase() ?? textOf(fields.currency) ?? context.currency
  let lists: Fields = { ...(fields.keywords as Fields | undefined) }
  for (const [column, cell] of cells) {
    const read = csvColumns[column]!(cell, currency)
    if (read === null) problems[column] = `${shown(cell)} cannot be read; leave the cell empty for none`
    else {
      if (read.place !== undefined) delete fields.places
      if (read.keywords !== undefined) lists = { ...lists, ...(read.keywords as Fields) }
      Object.assign(fields, read)
    }
  }
  return {
    where,
    rule: {
      currency,
      ...fields,
      ...(Object.keys(lists).length > 0 && { keywords: lists }),
      name: namedRule(cells.get('name'), nameOf(cells) ?? `R${where.slice(1)}`),
    },
    notes: search?.notes ?? [],
    ...(Object.keys(problems).length > 0 && { problems }),
  }
}

function nameOf(cells: ReadonlyMap<string, string>): string | undefined {
  return cells.get('all') ?? cells.get('query') ?? cells.get('any')
}
