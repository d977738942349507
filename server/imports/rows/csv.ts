import { type Parser, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import { badInput } from '../../core/errors.ts'
import { turns } from '../../core/turns.ts'
import type { EndsEarly } from './decode.ts'
import { endsEarlyRow, problemRow, type Row, rowMax, tooLong } from './row.ts'

const delimiters = [',', ';', '\t', '|'] as const
const newlines = ['\r\n', '\n', '\r']
const sniffChars = 65_536
const pieceBytes = 16_384
/** Every row becomes an object with a name for each. */
const columnsMax = 2000

/**
 * Rows of a table with a header line. Comma, semicolon, tab or bar is found out; a row with too few or too many
 * cells, or a stray quotation mark, costs that row and not the rest of the file.
 */
export async function* readCsv(source: AsyncIterable<string | EndsEarly>): AsyncGenerator<Row> {
  let table: CsvTable | null = null
  let start = ''
  for await (const chunk of source) {
    if (typeof chunk !== 'string') {
      if (table === null) table = openTable(start)
      yield* await table.read(start)
      yield table.endEarly(chunk.endsEarly)
      return
    }
    start += chunk
    if (table === null && start.length < sniffChars) continue
    table ??= openTable(start)
    yield* await table.read(start)
    start = ''
  }
  if (start.trim() === '' && table === null) return
  table ??= openTable(start)
  yield* await table.read(start)
  yield* await table.end()
}

function openTable(start: string): CsvTable {
  // Excel's own way to name the delimiter.
  const named = /^sep=(.)\r?\n/i.exec(start)
  const skipped = named === null ? 0 : named[0].length
  return new CsvTable(named === null ? sniffDelimiter(start) : named[1]!, skipped)
}

/** The delimiter that splits the first lines into the most equal number of cells. */
export function sniffDelimiter(start: string): string {
  const lines = start.slice(0, sniffChars).split(/\r\n|\n|\r/, 30)
  if (lines.length > 1) lines.pop()
  let best = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const header = countOutsideQuotes(lines[0] ?? '', delimiter)
    if (header === 0) continue
    const same = lines.filter((line) => countOutsideQuotes(line, delimiter) === header).length
    const score = same * 100 + header
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0
  let quoted = false
  for (const c of line) {
    if (c === '"') quoted = !quoted
    else if (c === delimiter && !quoted) count++
  }
  return count
}

interface Parsed {
  record: string[]
  /** Physical lines and bytes up to and with this record. */
  info: { lines: number; bytes: number }
}

class CsvTable {
  private header: string[] | null = null
  private parser: Parser
  private readonly ready: Parsed[] = []
  private failed = false
  /** Bytes given to the parser from `tailStart` on: what it has not turned into records yet, or a little more. */
  private tail: Buffer = Buffer.alloc(0)
  private tailStart = 0
  /** Physical lines before the parser's first. */
  private lineBase: number
  private linesDone = 0
  private bytesDone = 0
  /** An overlong line is being skipped to its end. */
  private skipping = false
  private readonly delimiter: string
  private skip: number
  private readonly pause = turns()

  constructor(delimiter: string, skip: number) {
    this.delimiter = delimiter
    this.skip = skip
    this.lineBase = skip > 0 ? 1 : 0
    this.parser = this.open()
  }

  private options() {
    return {
      delimiter: this.delimiter,
      record_delimiter: newlines,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: rowMax,
    }
  }

  private open(): Parser {
    const parser = parse({ ...this.options(), info: true })
    parser.on('data', (row: Parsed) => this.ready.push(row))
    parser.on('error', () => {
      this.failed = true
    })
    this.failed = false
    this.tail = Buffer.alloc(0)
    this.tailStart = 0
    this.linesDone = 0
    this.bytesDone = 0
    return parser
  }

  /** Rows that end within this piece of text. */
  async read(text: string): Promise<Row[]> {
    const piece = this.skip > 0 ? text.slice(this.skip) : text
    this.skip = 0
    const rows: Row[] = []
    await this.feed(Buffer.from(piece), rows)
    return rows
  }

  private async feed(bytes: Buffer, rows: Row[]): Promise<void> {
    let rest = this.skipping ? this.skipLine(bytes) : bytes
    // Small writes keep what a failing record can hold back small, too; a piece full of quotation marks takes long.
    while (rest.length > 0) {
      await this.pause()
      const piece = rest.subarray(0, pieceBytes)
      rest = rest.subarray(pieceBytes)
      this.tail = this.tail.length === 0 ? piece : Buffer.concat([this.tail, piece])
      await new Promise<void>((resolve) => {
        this.parser.write(piece, () => resolve())
      })
      await this.takeReady(rows)
      // The parser counts the text of cells only, so that a record of empty ones would never be too long for it.
      if (this.tail.length > rowMax + pieceBytes) this.failed = true
      if (this.failed) rest = Buffer.concat([await this.recover(rows), rest])
      if (this.skipping) rest = this.skipLine(rest)
    }
  }

  private async takeReady(rows: Row[]): Promise<void> {
    for (const parsed of this.ready.splice(0)) await this.takeRecord(parsed, rows)
    const used = this.bytesDone - this.tailStart
    if (used > 0) {
      this.tail = this.tail.subarray(used)
      this.tailStart = this.bytesDone
    }
  }

  private async takeRecord({ record, info }: Parsed, rows: Row[]): Promise<void> {
    await this.pause()
    const from = this.bytesDone
    const lines = info.lines - this.linesDone
    const inside =
      lines === 1 ? 0 : record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
    const line = this.lineBase + info.lines - inside
    this.bytesDone = info.bytes
    this.linesDone = info.lines
    if (this.header === null) {
      this.header = headerOf(record)
      return
    }
    const row = this.toRow(line, record)
    const raw = this.tail.subarray(from - this.tailStart, info.bytes - this.tailStart)
    // A stray quotation mark swallowed the lines after it: read them one by one.
    if (inside > 0 && ('problem' in row || !this.isStrict(raw))) await this.salvage(raw, line, rows)
    else rows.push(row)
  }

  /** A cell over several lines counts only if its quotation marks are written by the rules. */
  private isStrict(raw: Buffer): boolean {
    return parseLine(raw.toString('utf8'), { ...this.options(), relax_quotes: false }) !== null
  }

  private toRow(line: number, record: string[]): Row {
    const header = this.header!
    let length = record.length
    while (length > header.length && record[length - 1] === '') length--
    const cells = length === record.length ? record : record.slice(0, length)
    if (cells.length !== header.length) {
      const problem = `has ${record.length} cells where the header has ${header.length}`
      return problemRow(line, problem, record.join(this.delimiter))
    }
    const entries: [string, string][] = []
    for (let i = 0; i < header.length; i++) if (header[i] !== '') entries.push([header[i]!, cells[i]!])
    return { line, value: Object.fromEntries(entries) }
  }

  private async salvage(bytes: Buffer, firstLine: number, rows: Row[]): Promise<void> {
    let i = -1
    for (const text of linesOf(bytes.toString('utf8'))) {
      i++
      if (i % 64 === 0) await this.pause()
      if (text.trim() === '') continue
      const record = this.lineRecord(text)
      if (record === null) {
        rows.push(problemRow(firstLine + i, 'has a quotation mark that is never closed', text))
      } else if (this.header === null) this.header = headerOf(record)
      else rows.push(this.toRow(firstLine + i, record))
    }
  }

  /** A line by itself; the shortcuts matter because setting the parser up costs more than a line. */
  private lineRecord(text: string): string[] | null {
    const quotes = text.split('"').length - 1
    if (quotes === 0) return text.split(this.delimiter)
    return quotes % 2 === 1 ? null : (parseLine(text, this.options())?.[0] ?? null)
  }

  /** After a record beyond the limit: its lines one by one, and the parser anew from the last, unfinished line. */
  private async recover(rows: Row[]): Promise<Buffer> {
    const bytes = this.tail.subarray(this.bytesDone - this.tailStart)
    const line = this.lineBase + this.linesDone + 1
    const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1
    if (end > 0) await this.salvage(bytes.subarray(0, end), line, rows)
    else rows.push(problemRow(line, tooLong, bytes.subarray(0, 2000).toString('utf8')))
    this.lineBase = line - 1 + countLines(bytes.subarray(0, end))
    this.parser.destroy()
    this.parser = this.open()
    this.skipping = end === 0
    return end === 0 ? Buffer.alloc(0) : bytes.subarray(end)
  }

  private skipLine(bytes: Buffer): Buffer {
    const end = bytes.indexOf(10)
    if (end < 0) return bytes.subarray(bytes.length)
    this.skipping = false
    this.lineBase++
    return bytes.subarray(end + 1)
  }

  async end(): Promise<Row[]> {
    const rows: Row[] = []
    await new Promise<void>((resolve) => {
      this.parser.once('end', resolve)
      this.parser.once('error', () => resolve())
      this.parser.end()
    })
    await this.takeReady(rows)
    if (this.failed) {
      await this.salvage(
        this.tail.subarray(this.bytesDone - this.tailStart),
        this.lineBase + this.linesDone + 1,
        rows,
      )
    }
    return rows
  }

  /** The unfinished record is not delivered: its last cell may be half of itself. */
  endEarly(reason: string): Row {
    this.parser.destroy()
    const rest = this.tail.subarray(this.bytesDone - this.tailStart)
    return endsEarlyRow(this.lineBase + this.linesDone + 1, reason, rest.subarray(0, 2000).toString('utf8'))
  }
}

function parseLine(text: string, options: object): string[][] | null {
  try {
    return parseSync(text, options) as string[][]
  } catch {
    return null
  }
}

/** One at a time: a megabyte may have a million of them. */
function* linesOf(text: string): Generator<string> {
  let from = 0
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    yield text.slice(from, index)
    from = index + end.length
  }
  yield text.slice(from)
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}

/** Names made unique; a column without a name is dropped. */
function headerOf(record: string[]): string[] {
  if (record.every((cell) => cell.trim() === ''))
    throw badInput('The first line of the table has no column names.')
  if (record.length > columnsMax)
    throw badInput(
      `The first line of the table has ${record.length} columns; ${columnsMax} at most are read. Is it the line of the column names?`,
    )
  const seen = new Map<string, number>()
  return record.map((cell) => {
    const name = cell.trim().slice(0, 200)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 || name === '' ? name : `${name} ${count}`
  })
}
