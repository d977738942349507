import { sellerKey } from '../core/seller-key.ts'
import { isEmpty, isFiller, isRecord, listText, realText } from './cells.ts'
import { type Column, columnOf, type Field } from './columns.ts'

export interface MapDefaults {
  /** For rows that name no source; a marketplace id. */
  source?: string
  /** ISO 4217, for rows whose price names no currency. */
  currency?: string
  /** What columns mean that somebody said it of, by their names as they stand in the file; null = nothing. */
  columns?: ReadonlyMap<string, Field | null>
}

export type Fields = Partial<Record<Field, unknown>>

export interface Reading {
  fields: Fields
  attributes: Map<string, string>
  headerCurrency: string | null
  problems: string[]
  notes: string[]
}

export function readColumns(
  value: Record<string, unknown>,
  said: MapDefaults['columns'] = undefined,
): Reading {
  const reading: Reading = {
    fields: {},
    attributes: new Map(),
    headerCurrency: null,
    problems: [],
    notes: [],
  }
  const ranks: Partial<Record<Field, number>> = {}
  for (const name of Object.keys(value)) {
    const cell = value[name]
    if (isEmpty(cell)) continue
    const column = said?.has(name) ? saidColumn(said.get(name)!) : columnOf(name)
    if (column === null) {
      addAttribute(reading.attributes, name, cell)
      continue
    }
    const { field, rank, currency } = column
    if (field === 'soldPrice' && isFiller(cell)) continue
    const before = ranks[field]
    if (before !== undefined && before >= rank) {
      addAttribute(reading.attributes, name, cell)
      continue
    }
    ranks[field] = rank
    reading.fields[field] = cell
    if (currency !== undefined) reading.headerCurrency = currency
  }
  const { extra } = reading.fields
  addSeller(reading)
  if (isRecord(extra))
    for (const name of Object.keys(extra)) addAttribute(reading.attributes, name, extra[name])
  return reading
}

/** What somebody said goes before what names tell. */
const saidColumn = (field: Field | null): Column | null => field && { field, rank: 1 }

const attributesMax = 60

function addAttribute(attributes: Map<string, string>, name: string, cell: unknown): void {
  if (attributes.size >= attributesMax || isEmpty(cell)) return
  const plain = listText(cell, ', ')
  if (plain !== null) attributes.set(name.slice(0, 80), plain.slice(0, 500))
}

/** The key is what rules that name sellers look for. */
function addSeller({ fields, attributes }: Reading): void {
  const name = realText(fields.seller)
  const key = name === null ? null : sellerKey(name)
  addAttribute(attributes, 'seller', name)
  addAttribute(attributes, 'sellerKey', key)
}
