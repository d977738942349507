import type { Authorized } from '../../core/actor.ts'
import type { PostingPlace } from '../../model/posting.ts'
import type { SellDeps } from '../deps.ts'
import { itemsForSale, postsOf } from '../item-store.ts'
import type { AdPanel, PanelQuery } from './ad-schema.ts'

const itemsMax = 100

/** What a person may post on the page that they have before them: the marketplace's, if it is one of ours, and their things. */
export async function adPanel(
  { db, postingPlaces }: Pick<SellDeps, 'db' | 'postingPlaces'>,
  userId: Authorized<'read'>,
  { host, path }: PanelQuery,
): Promise<AdPanel> {
  const place = [...postingPlaces.values()].find((one) => one.owns(host))
  if (place === undefined) return { place: null, isForm: false, adUrl: null, items: [], itemsMore: false }
  const items = await itemsForSale(db, userId, itemsMax + 1)
  const shown = items.slice(0, itemsMax)
  const posts = await postsOf(
    db,
    userId,
    shown.map(({ id }) => id),
  )
  const standing = new Set(
    posts.flatMap(({ itemId, marketplace, state }) =>
      marketplace === place.id && state !== 'ended' ? itemId : [],
    ),
  )
  return {
    place: { id: place.id, name: place.name, composerUrl: place.posting.composerUrl },
    isForm: isFormOf(place, host, path),
    adUrl: place.adAt(`https://${host}${path}`),
    items: shown.map(({ id, title }) => ({ id, title, stands: standing.has(id) })),
    itemsMore: items.length > shown.length,
  }
}

/** Sites of other countries have the form at the same path. */
function isFormOf({ posting }: PostingPlace, host: string, path: string): boolean {
  const form = new URL(posting.composerUrl)
  const begins = form.pathname.replace(/\/$/, '')
  return begins === '' ? host === form.hostname : path === begins || path.startsWith(`${begins}/`)
}
