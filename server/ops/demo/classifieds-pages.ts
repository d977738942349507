import { distanceKm, findPlace } from '../../core/places.ts'
import { kmPerMile } from '../../core/units.ts'
import type { Condition } from '../../model/listing-schema.ts'
import { matches, readAdQuery } from './query.ts'
import type { DemoListing } from './world.ts'

/** Made-up pages must say so wherever they turn up. */
export const demoNotice = 'DEMO: a made-up market. Nothing here is for sale, and nobody here exists.'

const rowsMax = 360

/** Condition codes of the search form. */
const conditionCodes: Record<Condition, string> = {
  new: '10',
  'like-new': '20',
  excellent: '30',
  good: '40',
  fair: '50',
  poor: '50',
  'for-parts': '60',
}
const conditionNames: Record<Condition, string> = {
  new: 'new',
  'like-new': 'like new',
  excellent: 'excellent',
  good: 'good',
  fair: 'fair',
  poor: 'fair',
  'for-parts': 'salvage',
}

/** Code of what an owner posts → the category's own name. */
const categoryNames: Record<string, string> = {
  fuo: 'furniture',
  bik: 'bicycles',
  mob: 'cell phones',
  sys: 'computers',
  pho: 'photo/video',
  ele: 'electronics',
  vgm: 'video gaming',
  tls: 'tools',
  app: 'appliances',
  msg: 'musical instruments',
  clo: 'clothing & accessories',
  spo: 'sporting goods',
  tag: 'toys & games',
  bab: 'baby & kid stuff',
  grd: 'farm & garden',
  hsh: 'household items',
  zip: 'free stuff',
}

/** Result pages for an address such as `/search/area/sfbay?cat=sss&query=…`: the newest rows that fit. */
export function searchPage(listings: readonly DemoListing[], url: URL, baseUrl: string): string {
  const rows = listings.filter(adFilter(url.searchParams)).slice(0, rowsMax)
  const path = url.pathname + url.search
  const data = { itemListElement: rows.map((listing, position) => jsonLdOf(listing, position, baseUrl)) }
  return page(
    'for sale - craigslist',
    baseUrl,
    path,
    `<script type="application/ld+json" id="ld_searchpage_results" >
    ${inScript({ ...data, '@type': 'ItemList', '@context': 'https://schema.org' })}
</script>`,
    `<div class="cl-static-header"><a href="/">craigslist</a><h1>For Sale (demo market)</h1></div>
    <ol class="cl-static-search-results">
        <li class="cl-static-hub-links"><div>see also</div><p><a href="/search/area/sfbay?cat=bia">bicycles</a></p></li>
${rows.map(rowOf).join('\n')}
    </ol>`,
  )
}

function adFilter(params: URLSearchParams): (listing: DemoListing) => boolean {
  const groups = readAdQuery(params.get('query') ?? '')
  const titlesOnly = params.get('srchType') === 'T'
  const category = params.get('cat') ?? 'sss'
  const cents = (name: string): number => (params.get(name) ? Number(params.get(name)) * 100 : Number.NaN)
  const [min, max] = [cents('min_price'), cents('max_price')]
  const conditions = params.getAll('condition').flatMap((value) => value.split(','))
  const miles = Number(params.get('search_distance'))
  const middle =
    miles > 0 && params.get('postal') ? findPlace(params.get('postal')!, { country: 'US' }) : null
  return (listing) => {
    const { thing, priceCents, title, description } = listing
    const isFree = thing.priceKind === 'free'
    if (
      category === 'zip' ? !isFree : category !== 'sss' && (isFree || !thing.product.codes.includes(category))
    )
      return false
    if (!Number.isNaN(min) && (priceCents === null || priceCents < min)) return false
    if (!Number.isNaN(max) && (priceCents === null || priceCents > max)) return false
    if (params.get('hasPic') === '1' && thing.pictures.length === 0) return false
    if (params.get('purveyor') === 'dealer') return false
    if (conditions.length > 0 && !conditions.includes(conditionCodes[thing.condition])) return false
    if (middle && distanceKm(middle, thing) > miles * kmPerMile) return false
    return matches(groups, titlesOnly ? title : `${title} ${description}`)
  }
}

export function pathOf({ title, id, thing }: DemoListing): string {
  const code = thing.priceKind === 'free' ? 'zip' : thing.product.codes[1]
  const slug = `${thing.town.name} ${title}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  return `/${thing.town.sub}/${code}/d/${slug}/${id}.html`
}

function rowOf(listing: DemoListing): string {
  const title = escapeHtml(listing.title)
  const price = listing.priceCents === null ? '' : `<div class="price">${dollars(listing.priceCents)}</div>`
  return `        <li class="cl-static-search-result" title="${title}">
            <a href="${pathOf(listing)}">
                <div class="title">${title}</div>

                <div class="details">
                    ${price}
                    <div class="location">
                        ${escapeHtml(listing.thing.town.name)}
                    </div>
                </div>
            </a>
        </li>`
}

function jsonLdOf({ title, thing, priceCents }: DemoListing, position: number, baseUrl: string) {
  const address = {
    '@type': 'PostalAddress',
    addressLocality: thing.town.name,
    addressRegion: 'CA',
    postalCode: '',
    streetAddress: '',
    addressCountry: '',
  }
  const geo = { '@type': 'GeoCoordinates', latitude: thing.lat, longitude: thing.lon }
  return {
    '@type': 'ListItem',
    position: String(position),
    item: {
      '@context': 'http://schema.org',
      '@type': 'Product',
      name: title,
      description: '',
      image: thing.pictures.map((name) => imageOf(name, baseUrl, '600x450')),
      offers: {
        '@type': 'Offer',
        priceCurrency: 'USD',
        ...(priceCents !== null && { price: (priceCents / 100).toFixed(2) }),
        availableAtOrFrom: { '@type': 'Place', address, geo },
      },
    },
  }
}

const imageOf = (name: string, baseUrl: string, size: string): string =>
  `${baseUrl}/images/${name}_${size}.png`

/** A posting in the markup of 2026. */
export function postingPage(listing: DemoListing, baseUrl: string): string {
  const { thing, title, priceCents, id } = listing
  const { town } = thing
  const code = thing.priceKind === 'free' ? 'zip' : thing.product.codes[1]
  const path = pathOf(listing)
  const images = thing.pictures.map((name) => ({
    shortid: name,
    url: imageOf(name, baseUrl, '600x450'),
    thumb: imageOf(name, baseUrl, '50x50c'),
    imgid: `3:${name}`,
  }))
  const start = {
    areaId: 1,
    categoryAbbr: code,
    pID: Number(id),
    ...(listing.repostOf && { repost_of: Number(listing.repostOf) }),
  }
  const attribute = (name: string, value: string): string =>
    `<div class="attr ${name.split(' ')[0]}"><span class="labl">${name}:</span> <span class="valu">${escapeHtml(value)}</span></div>`
  const time = (ms: number): string => {
    const iso = new Date(ms).toISOString()
    return `<time class="date timeago" datetime="${iso.slice(0, 19)}+0000">${iso.slice(0, 16).replace('T', ' ')}</time>`
  }
  const updated =
    listing.updatedAtMs > listing.postedAtMs
      ? `<p class="postinginfo reveal">updated: ${time(listing.updatedAtMs)}</p>`
      : ''
  return page(
    `${escapeHtml(title)} - craigslist`,
    baseUrl,
    path,
    `<meta name="geo.placename" content="${escapeHtml(town.name)}">
<script type="application/ld+json" id="ld_posting_data" >
    ${inScript(jsonLdOf(listing, 0, baseUrl).item)}
</script>
<script>
window.cl = { init() {} };
window.cl.init('/', '', 'www', 'posting', ${inScript(start)}, 0);
</script>`,
    `<header class="global-header wide"><a class="header-logo" name="logoLink" href="${baseUrl}/search/area/sfbay">CL</a>
<nav class="breadcrumbs-container"><ul class="breadcrumbs">
  <li class="crumb area"><p><a href="/search/area/sfbay?cat=sss">SF bay area</a></p></li>
  <li class="crumb category"><p><a href="/search/area/sfbay?cat=${code}">${escapeHtml(categoryNames[code] ?? 'for sale')}${code === 'zip' ? '' : ' - by owner'}</a></p></li>
</ul></nav></header>
<section class="body">
<h1 class="postingtitle"><span class="postingtitletext">${priceCents === null ? '' : `<span class="price">${dollars(priceCents)}</span> - `}<span id="titletextonly">${escapeHtml(title)}</span><span> (${escapeHtml(town.name)})</span></span></h1>
<section class="userbody">
<figure class="iw multiimage"><div id="thumbs">${images.map(({ url }) => `<a class="thumb" href="${url}"><img src="${url}" width="240" height="180" alt="demo picture"></a>`).join('')}</div>
<script>
var imgList = ${inScript(images)};
</script></figure>
<div class="mapAndAttrs"><div class="mapbox"><div id="map" class="viewposting" data-latitude="${thing.lat}" data-longitude="${thing.lon}" data-accuracy="22"></div></div>
<div class="attrgroup">
${attribute('condition', conditionNames[thing.condition])}
${thing.product.brand ? attribute('make / manufacturer', thing.product.brand) : ''}
${attribute('model name / number', thing.variant[0])}
</div></div>
<section id="postingbody">
  <div class="print-information print-qrcode-container"><p class="print-qrcode-label">QR Code Link to This Post</p></div>
${escapeHtml(listing.description).replaceAll('\n', '<br>\n')}
</section>
<div class="postinginfos">
<p class="postinginfo">post id: ${id}</p>
<p class="postinginfo reveal">posted: ${time(listing.postedAtMs)}</p>
${updated}
</div>
</section></section>`,
  )
}

/** What the site shows in place of a posting that is over. */
export function removedPage(listing: DemoListing, baseUrl: string): string {
  const text =
    listing.state === 'sold' ? 'This posting has been deleted by its author.' : 'This posting has expired.'
  return page(
    'removed - craigslist',
    baseUrl,
    pathOf(listing),
    '',
    `<section class="body"><div class="removed"><h2>${text}</h2></div></section>`,
  )
}

export function missingPage(baseUrl: string): string {
  return page(
    'page not found - craigslist',
    baseUrl,
    '/',
    '',
    '<section class="body"><h2>Page Not Found</h2></section>',
  )
}

export function blockedPage(baseUrl: string): string {
  const text = 'This IP has been automatically blocked. (The demo pretends, to show what happens then.)'
  return page('blocked', baseUrl, '/', '', `<section class="body"><h2>${text}</h2></section>`)
}

function page(title: string, baseUrl: string, path: string, head: string, body: string): string {
  return `<!DOCTYPE html>
<html>
<head>
	<meta charset="UTF-8">
	<meta name="viewport" content="width=device-width,initial-scale=1">
	<meta name="robots" content="noindex">
	<meta property="og:site_name" content="craigslist">
	<title>DEMO: ${title}</title>
	<link rel="canonical" href="${escapeHtml(baseUrl + path)}">
	<style>body{font-family:sans-serif;margin:1rem}.demo-notice{background:#b45309;color:#fff;padding:.6rem 1rem;font-weight:700}li{margin:.3rem 0}.details{color:#555}</style>
${head}
</head>
<body>
    <div class="demo-notice">${demoNotice}</div>
    ${body}
</body>
</html>
`
}

function dollars(cents: number): string {
  return `$${Math.round(cents / 100).toLocaleString('en-US')}`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** JSON that cannot end its script element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
