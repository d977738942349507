import type { SearchAddress } from '../../model/search-address.ts'

/** What a tool's file says, in the shape of POST /api/rules; not checked yet. */
export interface ImportedRule {
  /** Where it stands in the file, for messages: `item.gopro`, `row 3`. */
  where: string
  rule: { name: string } & Record<string, unknown>
  /** What of it could not be carried over, a sentence each. */
  notes: string[]
  /** What in it cannot be read, by the file's own name: without it the rule would fit more than was meant. */
  problems?: Record<string, string>
}

export interface Imported {
  rules: ImportedRule[]
  /** What concerns the whole file, and what in it became no rule. */
  notes: string[]
}

/** What readers may ask of the program that they are part of. */
export interface ImportContext {
  knowsPlace(text: string): boolean
  /** Of amounts that name none, in a table of the person's own. */
  currency: string
  /** Sites whose searches can be read by their addresses. */
  sites: readonly SearchSite[]
}

export interface SearchSite {
  name: string
  readSearchUrl?(url: URL): SearchAddress | null
}

export type ImportReader = (text: string, context: ImportContext) => Imported

/** The file is not what it was taken for; the message says what would be right. */
export class UnreadableImport extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnreadableImport'
  }
}

export type Fields = Record<string, unknown>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object's own value: a file may name a field `constructor`. */
export function own(fields: unknown, name: string): unknown {
  return isFields(fields) && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** A word or a number as text; undefined for all else and for nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

const listMax = 1_000

/** One text or a list of texts, as a list. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value.slice(0, listMax) : [value]).flatMap((one) => textOf(one) ?? [])
}

export function namedRule(name: string | undefined, otherwise: string): string {
  return (name ?? otherwise).replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed() || otherwise
}

/** For messages: short and on one line. */
export function shown(text: string): string {
  const plain = text.replace(/\p{C}/gu, ' ').trim()
  return `"${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}"`
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UnreadableImport(`cannot be read as JSON: ${error instanceof Error ? error.message : error}`)
  }
}
