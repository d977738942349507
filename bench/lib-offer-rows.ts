import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toSeenListing } from '../server/imports/map.ts'
import { readRows } from '../server/imports/rows/read.ts'
import { normalize } from '../server/listings/normalize/normalize.ts'
import type { NormalizedListing } from '../server/listings/normalize/normalized-listing.ts'
import type { Category } from '../server/model/listing-schema.ts'
import type { OfferKind, PriceMeaning } from '../server/model/offer/kinds.ts'

/** A listing as the program takes it in, and what a person read in it. */
export interface OfferRow {
  listing: NormalizedListing
  kind: OfferKind
  price: PriceMeaning
  category: Category
  unsure: boolean
  /** Rows of one title are never on both sides of a split. */
  fold: number
}

export const foldCount = 5
export const sharedGold = fileURLToPath(new URL('../../shared/gold/kinds.jsonl.gz', import.meta.url))
export const sharedData = fileURLToPath(new URL('../../shared/data/', import.meta.url))
/** Rows of the shared data that were read by hand for this project: ids and readings, no texts. */
export const ownLabels = fileURLToPath(new URL('labels/offers.jsonl.gz', import.meta.url))

interface Label {
  source: string
  externalId: string
  kind: OfferKind
  price: PriceMeaning
  category: Category
  unsure?: boolean
}

/** The rows that a file of labels names, with their texts from the files of a folder; of snapshots the first. */
export async function labelledRows(labels: string, folder: string): Promise<OfferRow[]> {
  const wanted = new Map<string, Label>()
  for await (const value of valuesOf(labels)) {
    const label = value as unknown as Label
    wanted.set(`${label.source} ${label.externalId}`, label)
  }
  const rows: OfferRow[] = []
  for (const name of readdirSync(folder)) {
    if (!/\.jsonl(?:\.gz)?$/.test(name)) continue
    for await (const value of valuesOf(join(folder, name))) {
      const key = `${value.source} ${value.externalId}`
      const label = wanted.get(key)
      if (label === undefined) continue
      wanted.delete(key)
      const listing = listingOf(value, name)
      if (listing === null) continue
      const { kind, price, category, unsure = false } = label
      rows.push({ listing, kind, price, category, unsure, fold: foldOf(listing.title) })
    }
  }
  return rows
}

async function* valuesOf(file: string): AsyncGenerator<Record<string, unknown>> {
  if (!existsSync(file)) return
  for await (const line of readRows(createReadStream(file), { kind: 'jsonl', gzip: file.endsWith('.gz') })) {
    if ('value' in line) yield line.value as Record<string, unknown>
  }
}

function listingOf(value: Record<string, unknown>, file: string): NormalizedListing | null {
  const mapped = toSeenListing(value, { source: basename(file).split('.')[0]! })
  if (!mapped.ok) return null
  const observedAtMs = mapped.observedAt === undefined ? 0 : Date.parse(mapped.observedAt)
  return normalize(mapped.seen, { marketplace: mapped.source, observedAtMs })
}

/** The same for titles that differ in case, signs and spaces only. */
export function foldOf(title: string): number {
  let hash = 0
  for (const letter of title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) {
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x0100_0193) >>> 0
  }
  return hash % foldCount
}
