import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { type PostingLanguage, postingLanguages } from '../../model/posting.ts'
import { factsOf } from '../photos/fact-store.ts'
import type { StoredPhoto } from '../photos/photo.ts'
import { photosOfItem } from '../photos/photo-store.ts'
import { type Question, sentPhotosMax } from './prompt.ts'

/** What would be asked of a thing as it is now, with its photos; none = it has no photos that are ready. */
export async function questionOf(
  sql: Sql,
  userId: Authorized<'read'>,
  itemId: number,
  languages: readonly PostingLanguage[],
): Promise<{ question: Question; photos: StoredPhoto[] }> {
  const all = await photosOfItem(sql, userId, itemId)
  const photos = all.filter(({ state }) => state === 'ready').slice(0, sentPhotosMax)
  // What a model said before is no evidence for what it says next.
  const said = (await factsOf(sql, userId, itemId)).filter(({ origin }) => origin !== 'model')
  const fact = (field: 'brand' | 'model' | 'gtin' | 'isbn') => said.find((one) => one.field === field)?.value
  const facts = { maker: fact('brand'), model: fact('model'), gtin: fact('gtin'), isbn: fact('isbn') }
  return {
    photos,
    question: {
      photos: photos.map(({ id, sha256, used, cut }) => ({
        ...{ id, sha256, version: used === 'cut' ? `cut ${cut?.by ?? ''}` : used },
      })),
      languages,
      facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
      read: photos
        .flatMap(({ candidates }) => candidates ?? [])
        .filter(({ field }) => field === 'words')
        .map(({ value }) => value)
        .join('\n'),
    },
  }
}

/** Those asked for, in a fixed order; else the one that the person reads, or English. */
export function languagesOf(
  asked: readonly PostingLanguage[] | undefined,
  readsIn: string,
): PostingLanguage[] {
  const own = postingLanguages.find((language) => readsIn.startsWith(language)) ?? 'en'
  const wanted = asked === undefined || asked.length === 0 ? [own] : asked
  // The first is the one that titles and lines are in.
  return [...new Set([...wanted.filter((one) => one === own), ...postingLanguages])].filter((one) =>
    wanted.includes(one),
  )
}
