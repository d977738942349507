import { badInput, errorMessage } from '../../core/errors.ts'
import { parseJsonExact } from '../../core/json-exact.ts'
import type { EndsEarly } from './decode.ts'
import { endsEarlyRow, Pieces, problemRow, type Row, tooLong } from './row.ts'

type Source = AsyncIterable<string | EndsEarly>

/** No listing needs more; what is far deeper cannot be written down again, since that recurses. */
const depthMax = 64

/** Without recursion: the depth is the stranger's choice. */
function isDeeperThan(value: unknown, max: number): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  for (let top = open.pop(); top; top = open.pop()) {
    if (typeof top.value !== 'object' || top.value === null) continue
    if (top.depth > max) return true
    for (const inner of Object.values(top.value))
      if (typeof inner === 'object' && inner !== null) open.push({ value: inner, depth: top.depth + 1 })
  }
  return false
}

function toRow(line: number, text: string): Row {
  try {
    const value = parseJsonExact(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return problemRow(line, 'is not a JSON object', text)
    if (isDeeperThan(value, depthMax))
      return problemRow(line, `is nested more than ${depthMax} levels deep`, text)
    return { line, value: value as Record<string, unknown> }
  } catch (error) {
    return problemRow(line, `is not valid JSON: ${errorMessage(error).slice(0, 200)}`, text)
  }
}

/** One JSON object per line; blank lines are skipped. */
export async function* readJsonLines(source: Source): AsyncGenerator<Row> {
  let line = 1
  const pieces = new Pieces()
  const finish = (): Row | null => {
    const { text, overlong } = pieces
    pieces.clear()
    const at = line++
    return overlong ? problemRow(at, tooLong, text) : text.trim() === '' ? null : toRow(at, text)
  }
  for await (const chunk of source) {
    if (typeof chunk !== 'string') {
      yield endsEarlyRow(line, chunk.endsEarly, pieces.text)
      return
    }
    let from = 0
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      pieces.add(chunk.slice(from, at))
      from = at + 1
      const row = finish()
      if (row !== null) yield row
    }
    if (from < chunk.length) pieces.add(chunk.slice(from))
  }
  if (pieces.length === 0) return
  const raw = pieces.text
  const last = finish()
  if (last === null) return
  // A last line without its line end that does not parse is a file that was cut off.
  yield 'problem' in last && last.problem !== tooLong && isCutObject(raw)
    ? endsEarlyRow(last.line, 'its last line is incomplete', raw)
    : last
}

function isCutObject(text: string): boolean {
  const trimmed = text.trim()
  return trimmed.startsWith('{') && !trimmed.endsWith('}')
}

/** Names under which a file may hold its list: `{"items": [...]}`. */
export const listNames: ReadonlySet<string> = new Set([
  'items',
  'listings',
  'data',
  'results',
  'rows',
  'records',
])

const char = {
  space: 32,
  quote: 34,
  comma: 44,
  colon: 58,
  openList: 91,
  escape: 92,
  closeList: 93,
  open: 123,
  close: 125,
} as const

/** The objects of a JSON list, or of the first list named `items`, `listings` … of an object, one at a time. */
export async function* readJsonList(source: Source): AsyncGenerator<Row> {
  const scanner = new ListScanner()
  for await (const chunk of source) {
    if (typeof chunk !== 'string') {
      yield endsEarlyRow(scanner.number, chunk.endsEarly, scanner.pending())
      return
    }
    yield* scanner.scan(chunk)
  }
  if (scanner.done) return
  if (scanner.inList) yield endsEarlyRow(scanner.number, 'its list is not closed', scanner.pending())
  else if (scanner.started)
    throw badInput('The JSON holds no list of listings: it should be [ … ] or {"items": [ … ]}.')
}

/** Finds where elements begin and end by counting brackets outside strings; JSON.parse evaluates each element. */
class ListScanner {
  started = false
  inList = false
  done = false
  /** Of the element being read, from 1. */
  number = 1
  private depth = 0
  private inString = false
  private escaped = false
  private inElement = false
  private nesting = 0
  private readonly pieces = new Pieces()
  private key = ''
  private keyOpen = false
  private expectKey = true
  private expectValue = false
  private reportedRest = false

  pending(): string {
    return this.pieces.text
  }

  *scan(chunk: string): Generator<Row> {
    let at = 0
    if (!this.inList && !this.done) at = this.findList(chunk)
    if (this.inList) yield* this.elements(chunk, at)
    else if (this.done) yield* this.rest(chunk, at)
  }

  private *close(chunk: string, at: number): Generator<Row> {
    this.inList = false
    this.done = true
    yield* this.rest(chunk, at)
  }

  private *rest(chunk: string, at: number): Generator<Row> {
    // After the list of an object come its other fields; after a bare list nothing may come.
    if (this.depth > 0 || this.reportedRest || chunk.slice(at).trim() === '') return
    this.reportedRest = true
    yield problemRow(this.number, 'stands after the end of the list', chunk.slice(at).trim())
  }

  /** Up to the list's opening bracket; returns the position after it. */
  private findList(chunk: string): number {
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i)
      if (this.inString) {
        this.stringCharacter(c)
        if (this.keyOpen && this.inString && this.key.length < 50) this.key += chunk[i]
        continue
      }
      if (c <= char.space || c === 0xfeff) continue
      if (!this.started) {
        this.started = true
        if (c === char.openList) return this.enterList(i)
        if (c !== char.open) throw badInput('The file is not JSON: it should begin with [ or {.')
        this.depth = 1
        continue
      }
      if (c === char.openList && this.expectValue && listNames.has(this.key)) return this.enterList(i)
      this.structure(c)
      if (this.depth === 0)
        throw badInput('The JSON holds no list of listings: it should be [ … ] or {"items": [ … ]}.')
    }
    return chunk.length
  }

  private enterList(i: number): number {
    this.inList = true
    this.expectValue = false
    return i + 1
  }

  private structure(c: number): void {
    const top = this.depth === 1
    this.expectValue = top && c === char.colon
    if (c === char.quote) {
      this.inString = true
      this.keyOpen = top && this.expectKey
      if (this.keyOpen) this.key = ''
    } else if (c === char.open || c === char.openList) this.depth++
    else if (c === char.close || c === char.closeList) this.depth--
    else if (top && c === char.comma) this.expectKey = true
    else if (top && c === char.colon) this.expectKey = false
  }

  private stringCharacter(c: number): void {
    if (this.escaped) this.escaped = false
    else if (c === char.escape) this.escaped = true
    else if (c === char.quote) this.inString = false
  }

  private *elements(chunk: string, start: number): Generator<Row> {
    // An element that goes on from the last chunk goes on from the chunk's start.
    let from = start
    let nesting = this.nesting
    for (let i = start; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i)
      if (this.inString) {
        this.stringCharacter(c)
        continue
      }
      if (!this.inElement) {
        if (c <= char.space || c === char.comma) continue
        if (c === char.closeList) {
          yield* this.close(chunk, i + 1)
          return
        }
        this.inElement = true
        from = i
      }
      if (c === char.quote) this.inString = true
      else if (c === char.open || c === char.openList) nesting++
      else if (nesting > 0 && (c === char.close || c === char.closeList)) {
        nesting--
        if (nesting === 0) {
          this.pieces.add(chunk.slice(from, i + 1))
          yield this.finish()
        }
      } else if (nesting === 0 && (c === char.comma || c === char.closeList)) {
        // A bare value ends at the comma or at the list's end.
        this.pieces.add(chunk.slice(from, i))
        yield this.finish()
        if (c === char.closeList) {
          yield* this.close(chunk, i + 1)
          return
        }
      }
    }
    this.nesting = nesting
    if (this.inElement) this.pieces.add(chunk.slice(from))
  }

  private finish(): Row {
    const { text, overlong } = this.pieces
    const row = overlong ? problemRow(this.number, tooLong, text) : toRow(this.number, text.trim())
    this.pieces.clear()
    this.inElement = false
    this.number++
    return row
  }
}
