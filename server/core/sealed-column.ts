/** A column of text, or a text within a column of JSON, that `secrets.seal()` made. */
export interface SealedColumn {
  table: string
  column: string
  /** Name of the text within a column of JSON. */
  within?: string
  /** Columns that name a row, in order. */
  key: readonly [string, ...string[]]
  /** What the text of a row was sealed for, by its key as text. */
  contextOf(...key: string[]): string
}
