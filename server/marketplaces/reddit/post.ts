import { decode } from 'html-entities'
import { sellerKey } from '../../core/seller-key.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import type { RowReading } from '../page-rows.ts'
import { asArray, asRecord, checkedListing, clean, imageAddresses, isoOfEpoch } from '../reading.ts'
import { currencyOf } from './countries.ts'
import { groupNamed } from './groups.ts'
import { postUrl } from './link.ts'
import { askedPrice } from './price.ts'
import { readTitle } from './title.ts'

const noMark = 'its title has none of the forms [H] … [W] …, [FS], [WTS] or [S]'

/** One post of a group (`data` of a `t3`): what it offers, or why it is no offer. */
export function readPost(value: unknown): RowReading {
  const post = asRecord(asRecord(value).data)
  const name = typeof post.name === 'string' ? post.name : `t3_${String(post.id)}`
  if (!/^t3_[a-z0-9]{4,10}$/.test(name)) return { reason: 'it has no id' }
  const id = name.slice('t3_'.length)
  const group =
    typeof post.subreddit === 'string' && /^[A-Za-z0-9_]{2,21}$/.test(post.subreddit)
      ? post.subreddit
      : undefined
  if (group === undefined) return { reason: 'it does not say of which group it is' }
  if (isDeleted(post)) return { listing: deletedPost(id, group) }
  if (post.stickied === true || post.distinguished === 'moderator')
    return { leftOut: 'a notice of the group’s moderators' }
  const title = typeof post.title === 'string' ? decode(post.title.slice(0, 2000)) : ''
  const read = readTitle(title)
  const flair =
    typeof post.link_flair_text === 'string' ? decode(post.link_flair_text.slice(0, 100)).trim() : ''
  if (read.kind === 'wanted' || /^(?:buying|wtb|wanted|want to buy)\b/i.test(flair))
    return { leftOut: 'it is looked for, not offered' }
  if (read.kind === 'unknown')
    return isNotice(title, flair) ? { leftOut: 'it offers nothing' } : { reason: noMark }
  const about = groupNamed(group)
  // A group for one country is that, whatever short name of a place may mean elsewhere.
  const country =
    about.country === undefined || about.country === 'EU' ? (read.country ?? about.country) : about.country
  const text = typeof post.selftext === 'string' ? decode(post.selftext.slice(0, 60_000)).trim() : ''
  const currency = currencyOf(country)
  const asked = askedPrice(read.have, text, currency)
  const price = asked.kind === 'one' && !read.isTrade ? asked.price : null
  const postedAt = isoOfEpoch(post.created_utc)
  const isTown = read.place !== null && /^[\p{L} .'’-]{3,40}, ?[\p{L} .]{2,30}$/u.test(read.place)
  return checkedListing({
    externalId: name,
    // What is only swapped keeps its marks, by which it is known as that.
    title: clean(read.isTrade && read.want !== '' ? `[H] ${read.have} [W] ${read.want}` : read.have).slice(
      0,
      1000,
    ),
    url: postUrl(id, group),
    priceCents: price?.priceCents ?? null,
    ...(price?.currency && { currency: price.currency }),
    ...(text !== '' && { description: text.slice(0, 50_000) }),
    ...(about.category !== undefined && { siteCategory: about.category }),
    ...(isTown && { location: read.place!.replace(/,\s*/, ', ') }),
    ...(postedAt !== undefined && { postedAt }),
    imageUrls: imagesOf(post),
    buyingFormat: 'classified',
    state: stateOf(flair, read.isOver),
    attributes: {
      group: `r/${group}`,
      ...(!isTown && read.place !== null && { region: read.place.slice(0, 60) }),
      ...(read.want !== '' && { wants: clean(read.want).slice(0, 300) }),
      ...(asked.kind === 'several' && { prices: 'several' }),
      ...(flair !== '' && { flair: flair.slice(0, 60) }),
      ...sellerOf(post.author),
    },
  })
}

/** Removed by whoever wrote it, by moderators or by Reddit, or of an account that is no more. */
function isDeleted(post: Record<string, unknown>): boolean {
  const by = post.removed_by_category
  return (
    (typeof by === 'string' && by !== '') ||
    post.author === '[deleted]' ||
    post.selftext === '[removed]' ||
    post.selftext === '[deleted]'
  )
}

/** What is kept of it: that it was there. */
function deletedPost(id: string, group: string): SeenListing {
  return {
    externalId: `t3_${id}`,
    title: 'A post that was deleted',
    url: postUrl(id, group),
    state: 'gone',
    erased: true,
  }
}

/** Threads and questions that groups have beside their offers. */
function isNotice(title: string, flair: string): boolean {
  return (
    /\b(?:thread|megathread|price check|meta|psa|announcement|giveaway|heatware|trade list)\b/i.test(title) ||
    /\b(?:meta|mod|admin|announcement|question|psa|price check|giveaway|group buy|interest check|vendor|bulk|service)\b/i.test(
      flair,
    ) ||
    /^\s*\[(?:meta|psa|pc|price check|gb|ic|vendor|giveaway|question|review|service|artisan)\b/i.test(title)
  )
}

function stateOf(flair: string, saysOver: boolean): SeenListing['state'] {
  if (/\b(?:sold|closed|traded|complete|completed|purchased)\b/i.test(flair) || saysOver) return 'sold'
  return /\b(?:pending|on hold|reserved)\b/i.test(flair) ? 'pending' : 'active'
}

/** The name is a person's and is not kept. */
function sellerOf(author: unknown): { sellerKey?: string } {
  const key = typeof author === 'string' ? sellerKey(author) : null
  return key === null ? {} : { sellerKey: key }
}

/** Of the pictures that Reddit itself keeps: single ones, and those of a gallery in its order. */
function imagesOf(post: Record<string, unknown>): string[] {
  const media = asRecord(post.media_metadata)
  const gallery = asArray(asRecord(post.gallery_data).items)
    .slice(0, 30)
    .map((item) => {
      const id = asRecord(item).media_id
      return typeof id === 'string' && Object.hasOwn(media, id)
        ? asRecord(asRecord(media[id]).s).u
        : undefined
    })
  const single = asArray(asRecord(post.preview).images).map((image) => asRecord(asRecord(image).source).url)
  const addresses = (gallery.length > 0 ? gallery : single).map((url) =>
    typeof url === 'string' ? decode(url.slice(0, 2000)) : undefined,
  )
  return imageAddresses(addresses, 'https://preview.redd.it/').filter((url) => {
    const { hostname } = new URL(url)
    return hostname.endsWith('.redd.it')
  })
}
