/** One row of an import file, or what is wrong with it. */
export type Row = GoodRow | ProblemRow

export interface GoodRow {
  /** Line at which it starts; for a JSON list the element's number, since such files are often one line. Both from 1. */
  line: number
  value: Record<string, unknown>
}

export interface ProblemRow {
  line: number
  problem: string
  /** Its text, at most 500 characters. */
  raw: string
  /** The file stops before its end: what follows was never read. */
  endsEarly?: true
}

export const rawMax = 500
/** Longest line, CSV record or JSON element, in UTF-16 units (CSV: bytes). */
export const rowMax = 1_048_576

export function problemRow(line: number, problem: string, raw: string): ProblemRow {
  return { line, problem, raw: raw.slice(0, rawMax).toWellFormed() }
}

export function endsEarlyRow(line: number, reason: string, raw: string): ProblemRow {
  return { ...problemRow(line, `the file ends early: ${reason}`, raw), endsEarly: true }
}

export const tooLong = 'is longer than 1 MiB'

/** Gathers the pieces of one row; of a row beyond `rowMax` only the beginning is kept, to show it. */
export class Pieces {
  length = 0
  private parts: string[] = []

  add(piece: string): void {
    this.length += piece.length
    if (this.length <= rowMax) this.parts.push(piece)
    else this.parts = [[...this.parts, piece.slice(0, rawMax)].join('').slice(0, rawMax)]
  }

  get text(): string {
    return this.parts.join('')
  }

  get overlong(): boolean {
    return this.length > rowMax
  }

  clear(): void {
    this.length = 0
    this.parts = []
  }
}
