import { parse } from 'csv-parse/sync'
import { toMinorUnits } from '../../core/money.ts'
import {
  type Fields,
  type ImportContext,
  type Imported,
  type ImportedRule,
  namedRule,
  own,
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

/** A table with a header; commas, semicolons or tabs between the cells. */
export function readCsv(text: string, context: ImportContext): Imported {
  const rows = recordsOf(text)
  const header = Object.keys(rows[0] ?? {})
  const unknown = header.filter((name) => name !== '' && !byKey.has(columnKey(name)))
  if (!header.some((name) => byKey.has(columnKey(name))))
    throw new UnreadableImport(
      `has no known column in its first line: give a table with ${Object.keys(csvColumns).slice(0, 8).join(', ')} …`,
    )
  if (rows.length === 0) throw new UnreadableImport('has a header and no rows.')
  return {
    rules: rows.map((row, index) => ruleOf(row, index, context)),
    notes: unknown.length === 0 ? [] : [`Columns that are not known: ${unknown.slice(0, 10).join(', ')}.`],
  }
}

function recordsOf(text: string): Fields[] {
  const first = text.slice(0, text.search(/\r|\n|$/))
  const delimiter = [',', ';', '\t'].reduce((best, sign) =>
    first.split(sign).length > first.split(best).length ? sign : best,
  )
  try {
    return parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter,
      skip_empty_lines: true,
      relax_column_count_less: true,
      trim: true,
      max_record_size: 100_000,
    }) as Fields[]
  } catch (error) {
    throw new UnreadableImport(`cannot be read as CSV: ${error instanceof Error ? error.message : error}`)
  }
}

function ruleOf(row: Fields, index: number, context: ImportContext): ImportedRule {
  const notes: string[] = []
  const cells = new Map<string, string>()
  for (const header of Object.keys(row)) {
    const column = byKey.get(columnKey(header))
    const cell = textOf(own(row, header))
    if (column !== undefined && cell !== undefined && !cells.has(column)) cells.set(column, cell)
  }
  const url = cells.get('url')
  const search = url === undefined ? null : readSearchUrl(url, context)
  if (url !== undefined && search === null)
    notes.push('Its address is no search on a site whose addresses are read here and was left out.')
  if (search !== null) notes.push(...search.notes)
  const fields: Fields = { ...search?.fields }
  const currency = cells.get('currency')?.toUpperCase() ?? textOf(fields.currency) ?? 'USD'
  let lists: Fields = { ...(fields.keywords as Fields | undefined) }
  for (const [column, cell] of cells) {
    const read = csvColumns[column]!(cell, currency)
    if (read === null)
      notes.push(`${column} ${JSON.stringify(cell.slice(0, 30))} cannot be read and was left out.`)
    else {
      if (read.place !== undefined) delete fields.places
      if (read.keywords !== undefined) lists = { ...lists, ...(read.keywords as Fields) }
      Object.assign(fields, read)
    }
  }
  return {
    where: `row ${index + 2}`,
    rule: {
      ...fields,
      ...(Object.keys(lists).length > 0 && { keywords: lists }),
      name: namedRule(cells.get('name'), nameOf(cells) ?? `Row ${index + 2}`),
    },
    notes,
  }
}

function nameOf(cells: ReadonlyMap<string, string>): string | undefined {
  return cells.get('all') ?? cells.get('query') ?? cells.get('any')
}
