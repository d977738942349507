import type { Field, ImportResult } from './queries.ts'

/** Larger ones go by the command line, which reads them where they are. */
export const fileMbMax = 200
/** A page is read whole. */
export const pageMibMax = 32
/** So much of a list tells what it is. */
const headBytes = 256 * 1024

export type Refusal = 'several' | 'empty' | 'tooLarge' | 'pageTooLarge' | 'spreadsheet' | 'otherKind'

const spreadsheets = /\.(?:xlsx?|ods|numbers)$/i
const readable = /\.(?:csv|tsv|txt|json|jsonl|ndjson|html?|xhtml|mhtml|xml|rss|atom|rdf)(?:\.gz)?$|\.gz$/i

/** Why a file need not be sent at all; null = it may be. What it holds is told by the server. */
export function refusalOf(file: Pick<File, 'name' | 'size'> | null): Refusal | null {
  if (file === null) return 'several'
  if (file.size === 0) return 'empty'
  if (spreadsheets.test(file.name)) return 'spreadsheet'
  if (file.name.includes('.') && !readable.test(file.name)) return 'otherKind'
  return file.size > fileMbMax * 1_000_000 ? 'tooLarge' : null
}

/** A saved page or feed, by its first sign. */
export async function isPage(file: File): Promise<boolean> {
  const start = await file.slice(0, 512).text()
  return start
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<')
}

/** The part of a file by which it is looked at: of a list its beginning. */
export function headOf(file: File, isWhole: boolean): { part: File; cut: boolean } {
  if (isWhole || file.size <= headBytes) return { part: file, cut: false }
  return { part: new File([file.slice(0, headBytes)], file.name, { type: file.type }), cut: true }
}

/** What somebody said of a file before it is taken in. */
export interface Said {
  /** '' = a list of listings; a saved page is told by itself. */
  marketplace: string
  source: string
  currency: string
  personal: boolean
  /** By the name of the column; null = it means nothing. */
  columns: Readonly<Record<string, Field | null>>
}

export const nothingSaid: Said = { marketplace: '', source: '', currency: '', personal: false, columns: {} }

/** As the server is asked. */
export function askOf({ marketplace, source, currency, columns }: Said) {
  return {
    ...(marketplace !== '' && { marketplace }),
    ...(source.trim() !== '' && { source: source.trim() }),
    ...(currency.trim() !== '' && { currency: currency.trim().toUpperCase() }),
    ...(Object.keys(columns).length > 0 && { columns: JSON.stringify(columns) }),
  }
}

/** The rejected rows as a table, the reason beside each: mended, it can be imported again. */
export function rejectRows(rejects: ImportResult['rejects']): (string | number)[][] {
  const names = [...new Set(rejects.flatMap(({ values }) => Object.keys(values ?? {})))]
  const hasRaw = rejects.some(({ values }) => values === undefined)
  return [
    ['line', 'reason', ...names, ...(hasRaw ? ['row'] : [])],
    ...rejects.map(({ line, problems, values, raw }) => [
      ...[line, problems.join('; ')],
      ...names.map((name) => values?.[name] ?? ''),
      ...(hasRaw ? [values === undefined ? raw : ''] : []),
    ]),
  ]
}
