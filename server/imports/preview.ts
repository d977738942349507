import { Readable } from 'node:stream'
import { badInput } from '../core/errors.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { isEmpty, text } from './cells.ts'
import { columnOf, type Field } from './columns.ts'
import { toSeenListing } from './map.ts'
import { type ParsedPage, refusePage } from './page.ts'
import type { MapDefaults } from './row-columns.ts'
import { readRows } from './rows/read.ts'
import { openImport } from './run.ts'
import { columnMapSchema, type ImportPreview, type PreviewQuery } from './schema.ts'

export interface PreviewDeps {
  /** Whose saved pages are read. */
  pageMarketplaces: readonly string[]
  parsePage(marketplace: string, page: Uint8Array, url?: string): Promise<ParsedPage>
}

const rowsMax = 20
const listingsMax = 50
const columnsMax = 200
const exampleLength = 80
/** More of a file is not looked at. */
const headBytes = 1024 * 1024

/** What a file would be taken in as; stores nothing. Bad input where it cannot be read at all. */
export async function previewImport(
  deps: PreviewDeps,
  file: { name: string; bytes: Buffer },
  query: PreviewQuery,
): Promise<ImportPreview> {
  const { marketplace, url } = query
  if (marketplace !== undefined)
    return pageView(file.name, marketplace, await deps.parsePage(marketplace, file.bytes, url))
  if (looksLikePage(file.bytes)) return guessedPage(deps, file, url)
  return rowsView(file, query)
}

/** Begins as HTML and XML do. */
function looksLikePage(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096).toString('utf8')
  return start
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('<')
}

async function guessedPage(
  { pageMarketplaces, parsePage }: PreviewDeps,
  { name, bytes }: { name: string; bytes: Buffer },
  url: string | undefined,
): Promise<ImportPreview> {
  for (const id of pageMarketplaces) {
    const page = await parsePage(id, bytes, url)
    if (page.outcome === 'ok') return pageView(name, id, page)
  }
  throw badInput(
    `${name} was read as a page of none of the marketplaces here (${pageMarketplaces.join(', ')}). Save a page of search results, a posting or a feed, and give that; or say whose page it is.`,
    { file: 'is no page that can be read' },
  )
}

function pageView(name: string, marketplace: string, page: ParsedPage): ImportPreview {
  if (page.outcome !== 'ok') throw refusePage(name, marketplace, page)
  const rejected = page.rejected ?? []
  return {
    ...{ kind: 'page', format: null, marketplace, columns: [], needsCurrency: false },
    rows: [
      ...rejected.slice(0, listingsMax).map(({ row, reason }) => ({
        ...{ line: row, listing: null, problems: [reason] },
      })),
      ...page.listings.slice(0, listingsMax).map((seen, index) => ({
        ...{ line: index + 1, listing: shown(seen, marketplace), problems: [] },
      })),
    ],
    read: page.listings.length + rejected.length,
    rejected: rejected.length,
  }
}

async function rowsView(
  { name, bytes }: { name: string; bytes: Buffer },
  query: PreviewQuery,
): Promise<ImportPreview> {
  const isCut = query.cut === true || bytes.length > headBytes
  const head = Readable.from([bytes.subarray(0, headBytes)], { objectMode: false })
  const { format, stream } = await openImport(name, head)
  const defaults = defaultsOf(query)
  const rows: ImportPreview['rows'] = []
  const columns = new Map<string, string | null>()
  let isAtEnd = true
  for await (const row of readRows(stream, format)) {
    if (rows.length > rowsMax) {
      isAtEnd = false
      break
    }
    if ('problem' in row) {
      if (!row.endsEarly || !isCut) rows.push({ line: row.line, listing: null, problems: [row.problem] })
      continue
    }
    noteColumns(columns, row.value)
    const mapped = toSeenListing(row.value, { source: 'import', ...defaults })
    rows.push(
      mapped.ok
        ? { line: row.line, listing: shown(mapped.seen, mapped.source), problems: [] }
        : { line: row.line, listing: null, problems: mapped.problems },
    )
  }
  // Where the file was cut off, its last row may be half of one.
  const whole = isCut && isAtEnd && rows.length > 1 ? rows.slice(0, -1) : rows
  const looked = whole.slice(0, rowsMax)
  return {
    ...{ kind: 'rows', format: format.kind, marketplace: null },
    columns: [...columns].map(([column, example]) => ({
      name: column,
      field: fieldOf(column, defaults),
      example,
    })),
    rows: looked,
    read: looked.length,
    rejected: looked.filter(({ listing }) => listing === null).length,
    needsCurrency: looked.some(({ problems }) => problems.some((problem) => problem.startsWith('currency:'))),
  }
}

function noteColumns(columns: Map<string, string | null>, value: Record<string, unknown>): void {
  for (const [name, cell] of Object.entries(value)) {
    if (columns.size >= columnsMax && !columns.has(name)) return
    if (columns.get(name)) continue
    const plain = isEmpty(cell) ? null : (text(cell) ?? JSON.stringify(cell) ?? null)
    columns.set(name, plain?.slice(0, exampleLength).toWellFormed() ?? null)
  }
}

function fieldOf(name: string, { columns }: MapDefaults): Field | null {
  return columns?.has(name) ? columns.get(name)! : (columnOf(name)?.field ?? null)
}

function shown(seen: SeenListing, source: string): NonNullable<ImportPreview['rows'][number]['listing']> {
  return {
    ...{ source, title: seen.title.slice(0, 200), priceCents: seen.priceCents ?? null },
    currency: seen.currency ?? null,
    condition: seen.condition ?? null,
    location: seen.location ?? null,
    url: seen.url.startsWith('urn:') ? null : seen.url,
  }
}

/** What is said of a whole file. */
export function defaultsOf({
  source,
  currency,
  columns,
}: Pick<PreviewQuery, 'source' | 'currency' | 'columns'>): MapDefaults {
  return {
    ...(source !== undefined && { source }),
    ...(currency !== undefined && { currency }),
    ...(columns !== undefined && { columns: readColumnMap(columns) }),
  }
}

function readColumnMap(json: string): Map<string, Field | null> {
  const wrong = badInput('What columns mean is told as {"name of the column": "field", "another": null}.', {
    columns: 'is no JSON object of columns and fields',
  })
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw wrong
  }
  const read = columnMapSchema.safeParse(value)
  if (!read.success) throw wrong
  return new Map(Object.entries(read.data))
}
