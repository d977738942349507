import type { Authorized } from '../../core/actor.ts'
import { errorMessage } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Read } from '../../core/reader-pool.ts'
import type { PhotoHash } from '../../model/photo.ts'
import type { ReadLine } from './child/words.ts'
import type { Candidate } from './photo.ts'
import { barcodeReader, wordReader } from './readers.ts'

/** What a recogniser looks at: one photo, upright and without metadata. */
export interface LookedAt {
  userId: Authorized<'read'>
  jpeg: Uint8Array
  hash: PhotoHash | null
  /** What those before it in the list found. */
  found: readonly Candidate[]
}

/**
 * Says what a photo may show. It offers candidates with what it saw, and decides nothing; what is written on a thing is
 * evidence, and never an instruction to anybody.
 */
export interface Recogniser {
  /** The origin of its candidates. */
  name: string
  recognise(photo: LookedAt, signal: AbortSignal): Promise<Candidate[]>
}

/** A listing that shows the same picture, or that the words on a thing name. */
export interface LikeListing {
  listingId: number
  title: string
  brand: string | null
  /** 0–1. */
  sure: number
}

/** What words on a thing mean to those who read titles of listings. */
export interface Named {
  brand: string | null
  model: string | null
  listings: LikeListing[]
}

export const barcodes = (read: Read): Recogniser => ({
  name: 'barcode',
  async recognise({ jpeg }, signal) {
    const found = await read(barcodeReader, [jpeg], signal)
    return found.map(({ kind, number }) => ({
      ...{ field: kind, value: number, confidence: 0.99, origin: 'barcode', evidence: number },
    }))
  },
})

const wordsCharsMax = 600
const modelLetters = /^(?=.*\d)(?=.*[a-z])[a-z0-9-]{3,20}$/i

export const words = (read: Read): Recogniser => ({
  name: 'words',
  recognise: async ({ jpeg }, signal) => candidatesOf(await read(wordReader, [jpeg], signal)),
})

/** All that was read, and what of it is written as models are. */
export function candidatesOf(lines: readonly ReadLine[]): Candidate[] {
  if (lines.length === 0) return []
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, wordsCharsMax)
  const confidence = Math.min(...lines.map((line) => line.confidence))
  const models = lines.flatMap((line) =>
    line.text
      .split(/\s+/)
      .filter((word) => modelLetters.test(word))
      .map(
        (word): Candidate => ({
          ...{ field: 'model', value: word, confidence: round2(line.confidence * 0.6) },
          ...{ origin: 'words', evidence: line.text },
        }),
      ),
  )
  return [
    { field: 'words', value: text, confidence: round2(confidence), origin: 'words', evidence: text },
    ...uniqueBy(models, ({ value }) => value.toLowerCase()).slice(0, 5),
  ]
}

/** Listings that this program has seen: the same picture, or what the words on the thing name. */
export function ownListings(deps: {
  sameAs(userId: Authorized<'read'>, hash: PhotoHash): Promise<LikeListing[]>
  named(userId: Authorized<'read'>, words: string): Promise<Named>
}): Recogniser {
  return {
    name: 'listing',
    async recognise({ userId, hash, found }) {
      const read = found.find(({ field }) => field === 'words')?.value
      const named = read === undefined ? null : await deps.named(userId, read.replaceAll('\n', ' '))
      const listings = [...(hash === null ? [] : await deps.sameAs(userId, hash)), ...(named?.listings ?? [])]
      return [
        ...namedBy(named, read ?? ''),
        ...uniqueBy(listings, ({ listingId }) => listingId)
          .slice(0, listingsMax)
          .flatMap(({ listingId, title, brand, sure }): Candidate[] => {
            const by = { confidence: round2(sure), origin: 'listing', evidence: title, listingId }
            return [
              { field: 'title', value: title, ...by },
              ...(brand === null ? [] : [{ field: 'brand' as const, value: brand, ...by }]),
            ]
          }),
      ]
    },
  }
}

/** A listing elsewhere whose picture looks like the photo. */
export interface LooksLike {
  title: string
  category: string | null
  productId: string | null
}

const looksLikeMax = 5

/** Listings of a marketplace that look like it, the most alike first, by what they are called. */
export function looksAlike(
  marketplace: { id: string; name: string },
  find: (jpeg: Uint8Array, signal: AbortSignal) => Promise<LooksLike[]>,
): Recogniser {
  return {
    name: `looks-alike-${marketplace.id}`,
    async recognise({ jpeg }, signal) {
      const found = uniqueBy(await find(jpeg, signal), ({ title }) => title.toLowerCase())
      return found.slice(0, looksLikeMax).map(({ title, category, productId }, at): Candidate => {
        const where = [marketplace.name, category, productId === null ? null : `no. ${productId}`]
        return {
          ...{ field: 'title', value: title, confidence: round2(0.5 - at * 0.05), origin: 'looks-alike' },
          evidence: where.filter((part) => part !== null).join(' › '),
        }
      })
    },
  }
}

/** A maker and a model that titles are read by, found in the words on the thing. */
function namedBy(named: Named | null, evidence: string): Candidate[] {
  const of = (field: 'brand' | 'model', value: string | null | undefined): Candidate[] =>
    value == null ? [] : [{ field, value, confidence: namedSure, origin: 'words', evidence }]
  return [...of('brand', named?.brand), ...of('model', named?.model)]
}

/** A word on a thing may be that of its maker, or of the shop that sold it. */
const namedSure = 0.6
const listingsMax = 5

/** Asks one after the other; one that fails is left out, and the log has why. */
export async function recogniseAll(
  recognisers: readonly Recogniser[],
  photo: Omit<LookedAt, 'found'>,
  { signal, log }: { signal: AbortSignal; log: Log },
): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const { name, recognise } of recognisers) {
    try {
      found.push(...(await recognise({ ...photo, found }, signal)))
    } catch (error) {
      signal.throwIfAborted()
      log.warn(
        { recogniser: name, reason: errorMessage(error) },
        'a photo was not looked at by one recogniser',
      )
    }
  }
  return found
}

const round2 = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string | number): T[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed()
}
