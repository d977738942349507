import { Readable } from 'node:stream'
import { type Actor, authorized, isOperator } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import { turns } from '../core/turns.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { type AgedRow, aged, type EvidenceRules } from './age.ts'
import { isEmpty, text } from './cells.ts'
import { toSeenListing } from './map.ts'
import type { MapDefaults } from './row-columns.ts'
import { detectFormat, type Format, readRows } from './rows/read.ts'

/** One row that could not be used. */
export interface Reject {
  line: number
  problems: string[]
  raw: string
  /** Its cells by the names of their columns, where it has any; cut off after some thousand characters. */
  values?: Record<string, string>
}

export interface ImportSummary {
  rows: number
  added: number
  changed: number
  unchanged: number
  matches: number
  /** New or changed listings that are matched in a few seconds, when what they are worth has been learned. */
  waiting: number
  rejected: number
  /** Rows that say what such things cost now: priced, and not too old. */
  evidence: number
  /** Rows too old to be for sale still: kept as history, never notified and among no deals. */
  history: number
  /** What was wrong with the rejected rows, the most frequent first, at most ten; what they said is left out as `…`. */
  problems: { problem: string; rows: number }[]
  /** Why the file was not read to its end, null when it was. */
  incomplete: string | null
}

export interface ImportDeps extends EvidenceRules {
  clock: Clock
  /** Reads a page's listings, and answers what writes them: one page is read while the one before is written. */
  readAhead(page: {
    sightings: { marketplace: string; seen: SeenListing; observedAtMs: number }[]
    sourceId: null
    scanId: null
    demo: false
    /** Whose alone it is; null = market data. */
    ownerId: number | null
    history: true
  }): Promise<() => Promise<Ingested>>
}

/** What became of a page. */
interface Ingested {
  added: number
  changed: number
  unchanged: number
  matches: number
  waiting: number
  rejected: { index: number; problems: Record<string, string> }[]
}

interface Batch {
  rows: (AgedRow & { line: number; raw: string; marketplace: string; value: Record<string, unknown> })[]
}

export interface ImportInput {
  stream: Readable
  format: Format
  ownerId: number | null
  defaults: MapDefaults
  onReject(reject: Reject): void | Promise<void>
  onProgress?(summary: ImportSummary): void
  /** Stops reading; what was read is still taken in. */
  stop?: AbortSignal
}

/** Rows that name no source belong to this one: a file of one's own. */
const unnamedSource = 'import'
const batchRows = 500
const peekBytes = 4096
/** After so many rows, hardly any of which could be used, the rest will be no better. */
const rejectedMin = 10_000
const rejectedShareMax = 0.99
/** What is remembered of a file's rows without a date; those of a larger file may come twice. */
const undatedMax = 1_000_000

/** Whose alone a file is: the operator's is for everybody unless they keep it to themselves, another's never is. */
export function ownerOfFile(actor: Actor, isPersonal: boolean): number | null {
  const userId = authorized(actor, 'write')
  return isOperator(actor) && !isPersonal ? null : userId
}

/** Looks at the beginning of a stream to tell what it holds; the returned stream is whole, and closes this one. */
export async function openImport(
  fileName: string,
  stream: Readable,
): Promise<{ format: Format; stream: Readable }> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const head: Buffer[] = []
  let length = 0
  while (length < peekBytes) {
    const { value, done } = await chunks.next()
    if (done) break
    head.push(value)
    length += value.length
  }
  let format: Format
  try {
    format = detectFormat(fileName, Buffer.concat(head))
  } catch (error) {
    stream.destroy()
    throw error
  }
  const whole = Readable.from(
    (async function* () {
      try {
        yield* head
        for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
      } finally {
        // Whoever stops reading lets go of the file, too.
        stream.destroy()
      }
    })(),
    { objectMode: false },
  )
  return { format, stream: whole }
}

/**
 * Takes in a stream of rows, a batch a transaction; while one batch is written the next is read and recognised. Rows already
 * known change nothing, so a broken import is simply run again. Memory is bounded whatever the file's size, but for
 * the ids of rows without a date.
 */
export async function runImport(deps: ImportDeps, input: ImportInput): Promise<ImportSummary> {
  const summary: ImportSummary = {
    rows: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    matches: 0,
    waiting: 0,
    rejected: 0,
    evidence: 0,
    history: 0,
    problems: [],
    incomplete: null,
  }
  const tally = new Map<string, number>()
  const reject = async (row: Reject) => {
    summary.rejected++
    count(tally, row.problems)
    await input.onReject(row)
  }
  const read = ({ rows }: Batch) =>
    deps.readAhead({
      sightings: rows.map(({ marketplace, seen, observedAtMs }) => ({ marketplace, seen, observedAtMs })),
      sourceId: null,
      scanId: null,
      demo: false,
      ownerId: input.ownerId,
      history: true,
    })
  const write = async ({ rows }: Batch, ingest: () => Promise<Ingested>) => {
    const result = await ingest()
    summary.added += result.added
    summary.changed += result.changed
    summary.unchanged += result.unchanged
    summary.matches += result.matches
    summary.waiting += result.waiting
    const unusable = new Set(result.rejected.map(({ index }) => index))
    const taken = rows.filter((_, index) => !unusable.has(index))
    summary.evidence += taken.filter(({ isEvidence }) => isEvidence).length
    summary.history += taken.filter(({ isHistory }) => isHistory).length
    for (const { index, problems } of result.rejected) {
      const row = rows[index]!
      await reject({
        line: row.line,
        problems: problemTexts(problems),
        raw: row.raw,
        values: shownValues(row.value),
      })
    }
    input.onProgress?.(summary)
  }
  const startedAtMs = deps.clock.now().getTime()
  const undated = new Set<string>()
  let batch: Batch = { rows: [] }
  let writing: Promise<void> = Promise.resolve()
  const pause = turns()
  try {
    for await (const row of readRows(input.stream, input.format, input.stop)) {
      await pause()
      if (isHopeless(summary)) {
        summary.incomplete = `hardly any of its first ${summary.rows.toLocaleString('en')} rows could be read`
        break
      }
      if (input.stop?.aborted) {
        summary.incomplete = 'it was stopped'
        break
      }
      if ('problem' in row) {
        if (row.endsEarly && input.stop?.aborted) {
          summary.incomplete = 'it was stopped'
          break
        }
        if (row.endsEarly) summary.incomplete = row.problem
        else summary.rows++
        await reject({ line: row.line, problems: [row.problem], raw: row.raw })
        continue
      }
      summary.rows++
      const mapped = toSeenListing(row.value, { source: unnamedSource, ...input.defaults })
      if (!mapped.ok) {
        await reject({
          line: row.line,
          problems: mapped.problems,
          raw: JSON.stringify(row.value).slice(0, 500),
          values: shownValues(row.value),
        })
        continue
      }
      const observedAt = mapped.observedAt === undefined ? Number.NaN : Date.parse(mapped.observedAt)
      if (Number.isNaN(observedAt)) {
        const key = `${mapped.source} ${mapped.seen.externalId}`
        if (undated.has(key)) {
          const problem =
            'the same id came before in this file, and neither row says when it was seen: the first one counts'
          await reject({
            ...{ line: row.line, problems: [problem], values: shownValues(row.value) },
            raw: JSON.stringify(row.value).slice(0, 500),
          })
          continue
        }
        if (undated.size < undatedMax) undated.add(key)
      }
      batch.rows.push({
        line: row.line,
        raw: mapped.seen.title.slice(0, 200),
        value: row.value,
        marketplace: mapped.source,
        ...aged(
          { marketplace: mapped.source, seen: mapped.seen, observedAt: mapped.observedAt },
          deps,
          startedAtMs,
        ),
      })
      if (batch.rows.length >= batchRows) {
        const full = batch
        batch = { rows: [] }
        const ingest = await read(full)
        await writing
        writing = write(full, ingest)
        // Its failure is met at the next await; until then it must not count as unhandled.
        writing.catch(() => {})
      }
    }
  } finally {
    await writing
  }
  if (batch.rows.length > 0) await write(batch, await read(batch))
  summary.problems = mostFrequent(tally)
  return summary
}

const valuesLengthMax = 2_000

/** What a row says, as text: for who mends it. */
export function shownValues(value: Record<string, unknown>): Record<string, string> {
  const shown: [string, string][] = []
  let left = valuesLengthMax
  for (const [name, cell] of Object.entries(value)) {
    const plain = text(cell) ?? (isEmpty(cell) ? '' : (JSON.stringify(cell) ?? ''))
    const kept = plain.slice(0, Math.max(0, left)).toWellFormed()
    left -= name.length + kept.length
    if (left < -valuesLengthMax) break
    shown.push([name.slice(0, 200), kept])
  }
  return Object.fromEntries(shown)
}

function isHopeless({ rows, rejected }: ImportSummary): boolean {
  return rejected > rejectedMin && rejected > rows * rejectedShareMax
}

/** Problems by field as sentences. */
export function problemTexts(problems: Record<string, string>): string[] {
  return Object.entries(problems).map(([field, problem]) => `${field}: ${problem}`)
}

/** What was wrong with all of them, as in ImportSummary. */
export function tallied(rejects: Reject[]): ImportSummary['problems'] {
  const tally = new Map<string, number>()
  for (const { problems } of rejects) count(tally, problems)
  return mostFrequent(tally)
}

function mostFrequent(tally: Map<string, number>): ImportSummary['problems'] {
  return [...tally]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([problem, rows]) => ({ problem, rows }))
}

const kindsMax = 200

/** Counts problems by their kind: without what the row said, which is in quotes or a number. */
function count(tally: Map<string, number>, problems: string[]): void {
  for (const problem of problems) {
    const kind = problem.replace(/"(?:[^"\\]|\\.)*"/g, '…').slice(0, 200)
    if (tally.has(kind) || tally.size < kindsMax) tally.set(kind, (tally.get(kind) ?? 0) + 1)
  }
}
