/** A column of text, or a text within a column of JSON, that `secrets.seal()` made, or what `by` says. */
export interface SealedColumn {
  table: string
  column: string
  /** Name of the text within a column of JSON. */
  within?: string
  /** Columns that name a row, in order. */
  key: readonly [string, ...string[]]
  /** What the text of a row was sealed for, by its key as text. */
  contextOf(...key: string[]): string
  /** Of what a library encrypts by itself. */
  by?: Sealer
}

/** Seals with the first of several keys, and opens with each. */
export interface Sealer {
  /** Names of the keys, the newest first. */
  keyIds(): readonly string[]
  /** How text begins that a key sealed. */
  prefixOf(keyId: string): string
  /** The name of its key in a text: for PostgreSQL, with one group. */
  pattern: string
  /** The same text sealed with the newest key; throws an AppError that says what to do where no key opens it. */
  reseal(sealed: string, context: string): Promise<string>
}
