import { parse } from 'smol-toml'
import { toMinorUnits } from '../../core/money.ts'
import { nearest } from '../../core/nearest.ts'
import { kmPerMile } from '../../core/units.ts'
import {
  type Fields,
  type ImportContext,
  type Imported,
  type ImportedRule,
  isFields,
  namedRule,
  own,
  shown,
  textOf,
  textsOf,
  UnreadableImport,
} from './imported.ts'
import { phrase, readable, together } from './words.ts'

/** ai-marketplace-monitor's config.toml: each `[item.…]`, with what its `[marketplace.…]` and `[region.…]` say. */
export function readAiMarketplaceMonitor(text: string, context: ImportContext): Imported {
  const file = parsed(text)
  const items = own(file, 'item')
  if (!isFields(items) || Object.keys(items).length === 0)
    throw new UnreadableImport('has no [item.…] of ai-marketplace-monitor: give its config.toml.')
  const misspelt = Object.keys(file).filter((name) => meant(name, sections) !== undefined)
  if (misspelt.length > 0)
    throw new UnreadableImport(
      `has ${misspelt.map((name) => `[${name}] (did you mean [${meant(name, sections)}]?)`).join(', ')}: put it right.`,
    )
  const rules = Object.entries(items).map(([name, item]) =>
    ruleOf(name, isFields(item) ? item : {}, file, context),
  )
  return { rules, notes: notesOf(file) }
}

function parsed(text: string): Fields {
  try {
    return parse(text, { integersAsBigInt: 'asNeeded' }) as Fields
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    throw new UnreadableImport(`cannot be read as TOML: ${reason.replace('Invalid TOML document: ', '')}`)
  }
}

/** The known name that another one was probably meant to be; undefined for known ones and for what is far from all. */
function meant(name: string, known: readonly string[]): string | undefined {
  return known.includes(name) ? undefined : nearest(name, known, name.length < 5 ? 1 : 2)
}

function notesOf(file: Fields): string[] {
  const has = (name: string) => isFields(own(file, name)) && Object.keys(own(file, name) as Fields).length > 0
  return [
    ...(has('user') || has('notification')
      ? ['Users and their notification settings were not carried over: set up channels here.']
      : []),
    ...(has('ai')
      ? ['AI services were not carried over: listings are judged by the words and by their fair value.']
      : []),
    ...(has('monitor') ? ['[monitor] (browser and proxy) was not carried over: nothing here needs it.'] : []),
    ...(has('translator') ? ['[translator] was not carried over: nothing here needs it.'] : []),
    'Keywords are found as whole words here, singular or plural, not within other words.',
  ]
}

type Problems = Record<string, string>

function ruleOf(name: string, item: Fields, file: Fields, context: ImportContext): ImportedRule {
  const notes: string[] = []
  const problems: Problems = {}
  const marketplaces = own(file, 'marketplace')
  const chosen =
    textsOf(own(item, 'marketplace'))[0] ?? Object.keys(isFields(marketplaces) ? marketplaces : {})[0]
  const market = chosen === undefined ? undefined : own(marketplaces, chosen)
  const setting = (key: string) => own(item, key) ?? own(market, key)
  const currency = currencyOf(setting, file, notes)
  const isOff = own(item, 'enabled') === false || own(market, 'enabled') === false
  const rule = {
    name: namedRule(name, 'Item'),
    ...wordsOf(item, notes, problems),
    ...pricesOf(setting, currency, problems),
    ...placesOf(setting, file, context, { notes, problems }),
    ...conditionsOf(textsOf(setting('condition')), problems),
    ...handoverOf(textsOf(setting('delivery_method')), problems),
    ...sellersOf(textsOf(setting('exclude_sellers'))),
    ...(isOff && { enabled: false }),
  }
  notes.push(...lostOf(setting, chosen), ...unknownOf([item, market], problems))
  const hasProblems = Object.keys(problems).length > 0
  return { where: `item.${name.slice(0, 60)}`, rule, notes, ...(hasProblems && { problems }) }
}

/** Any of the phrases and what `keywords` needs, nothing of what `antikeywords` names. */
function wordsOf(item: Fields, notes: string[], problems: Problems): Fields {
  const phrases = textsOf(own(item, 'search_phrases'))
  const searched = phrases.map((text) => allWords(text)).filter((text) => text !== null)
  const wanted = expressionOf(own(item, 'keywords'), 'keywords', problems)
  const refused = expressionOf(own(item, 'antikeywords'), 'antikeywords', problems)
  // With keywords the tool takes what the site finds and looks for those; the phrase only asks the site.
  const needed = wanted ?? (searched.length === 0 ? null : searched.join(' OR '))
  if (wanted !== null && searched.length > 0)
    notes.push(
      `What counts are its keywords; the search phrases (${phrases.slice(0, 5).join(', ')}) only asked the site.`,
    )
  const parts = [...(needed === null ? [] : [needed]), ...(refused === null ? [] : [`NOT (${refused})`])]
  if (parts.length === 0) {
    notes.push(
      'It has neither search phrases nor keywords: it fits everything that its other conditions let through.',
    )
    return {}
  }
  const query = together(parts)
  if (query !== null) return { query }
  problems.keywords = 'are too many for one expression: make two items of it'
  return {}
}

/** Every word of a search phrase, as the site is asked. */
function allWords(text: string): string | null {
  const words = text.split(/\s+/).flatMap((word) => phrase(word) ?? [])
  return words.length === 0 ? null : words.length === 1 ? words[0]! : `(${words.join(' ')})`
}

/** A list is joined by OR; what has operators or quotes is an expression, else a phrase. */
function expressionOf(value: unknown, what: string, problems: Problems): string | null {
  const parts = textsOf(value).flatMap((text) => {
    const isExpression = /\b(?:AND|OR|NOT)\b|[()"]/.test(text)
    // Beside capital operators it takes small ones too, and single quotes are quotes.
    const written = text
      .replace(/'([^']*)'/g, '"$1"')
      .replace(/"[^"]*"|\b(?:and|or|not)\b/gi, (found) =>
        found.startsWith('"') ? found : found.toUpperCase(),
      )
    const part = isExpression ? (readable(written) === null ? null : `(${written})`) : phrase(text)
    if (part === null) problems[what] = `${shown(text)} cannot be read: put it right or take it out`
    return part ?? []
  })
  return parts.length === 0 ? null : parts.join(' OR ')
}

type Setting = (key: string) => unknown

function currencyOf(setting: Setting, file: Fields, notes: string[]): string {
  const regions = textsOf(setting('search_region')).map((name) => own(own(file, 'region'), name))
  const written = [
    ...['min_price', 'max_price'].flatMap(
      (key) => /\b([A-Z]{3})\b/.exec(textOf(setting(key)) ?? '')?.[1] ?? [],
    ),
    ...textsOf(setting('currency')),
    ...regions.flatMap((region) => textsOf(own(region, 'currency'))),
  ].map((code) => code.toUpperCase())
  const codes = [...new Set(written.filter((code) => /^[A-Z]{3}$/.test(code)))]
  const hasPrice = textOf(setting('min_price')) !== undefined || textOf(setting('max_price')) !== undefined
  if (codes.length > 1)
    notes.push(`Of its currencies only ${codes[0]} was taken: amounts are not converted here.`)
  if (codes.length === 0 && hasPrice) notes.push('It names no currency: its prices were taken as USD.')
  return codes[0] ?? 'USD'
}

function pricesOf(setting: Setting, currency: string, problems: Problems): Fields {
  const fields: Fields = { currency }
  for (const [key, field] of [
    ['min_price', 'priceCentsMin'],
    ['max_price', 'priceCentsMax'],
  ] as const) {
    const text = textOf(setting(key))
    if (text === undefined) continue
    const cents = toMinorUnits(text.replace(/\s*[A-Za-z]{3}$/, ''), currency)
    if (cents === null) problems[key] = `${shown(text)} is no amount: write one such as 250 or '250 USD'`
    else fields[field] = cents
  }
  return fields
}

/** By `city_name`, else the city in Facebook's own words; numbers are its ids. */
function placesOf(
  setting: Setting,
  file: Fields,
  context: ImportContext,
  { notes, problems }: { notes: string[]; problems: Problems },
): Fields {
  const regions = textsOf(setting('search_region'))
  for (const name of regions)
    notes.push(
      isFields(own(own(file, 'region'), name))
        ? `The region "${name.slice(0, 40)}" was carried over by its cities.`
        : `The region "${name.slice(0, 40)}" was not carried over: the rule looks everywhere.`,
    )
  const searched = [
    { cities: setting('search_city'), names: setting('city_name'), radius: setting('radius') },
    ...regions.map((name) => {
      const region = own(own(file, 'region'), name)
      return {
        cities: own(region, 'search_city'),
        names: own(region, 'city_name'),
        radius: own(region, 'radius'),
      }
    }),
  ]
  const places = searched.flatMap(({ cities, names, radius }) => {
    const named = textsOf(names)
    const radii = Array.isArray(radius) ? radius : [radius]
    return textsOf(cities).flatMap((city, index) => {
      const place = [named[index], spaced(city), city].find(
        (text) => text !== undefined && context.knowsPlace(text),
      )
      if (place === undefined) {
        notes.push(`The city "${city.slice(0, 40)}" is not known here: give the rule a place.`)
        return []
      }
      return [{ place, radiusKm: radiusKm(radii[index] ?? radii[0], notes, problems) }]
    })
  })
  if (places.length > 20) notes.push('Of its places only the first 20 were taken.')
  const sellers = textsOf(setting('seller_locations'))
  if (sellers.length > 0)
    notes.push(
      `Where sellers must be (${sellers.slice(0, 5).join(', ')}) was not carried over: distance decides here.`,
    )
  return places.length === 0 ? {} : { places: places.slice(0, 20) }
}

const spaced = (city: string) => city.replace(/[-_]/g, ' ')

/** "25mi", "40 km" or a number: the site takes that as its own unit, so miles are the wider guess. */
function radiusKm(value: unknown, notes: string[], problems: Problems): number | null {
  const text = textOf(value)
  if (text === undefined) return null
  const [, figure, unit] = /^(\d+(?:\.\d+)?)\s*(km|mi|miles?)?$/i.exec(text) ?? []
  if (figure === undefined) {
    problems.radius = `${shown(text)} cannot be read: write a number such as 25, '25mi' or '40km'`
    return null
  }
  const km = Number(figure) * (unit?.toLowerCase() === 'km' ? 1 : kmPerMile)
  if (unit === undefined) notes.push(`The radius ${figure} was taken as miles.`)
  return km === 0 ? null : Math.min(20_000, Math.round(km * 10) / 10)
}

const conditionNames: Readonly<Record<string, readonly string[]>> = {
  new: ['new'],
  used_like_new: ['like-new'],
  used_good: ['excellent', 'good'],
  used_fair: ['fair', 'poor'],
}

function conditionsOf(names: readonly string[], problems: Problems): Fields {
  const unknown = names.filter((name) => !Object.hasOwn(conditionNames, name))
  if (unknown.length > 0)
    problems.condition = `${unknown.slice(0, 5).map(shown).join(', ')} is none; there are ${Object.keys(conditionNames).join(', ')}`
  const found = names.flatMap((name) => (Object.hasOwn(conditionNames, name) ? conditionNames[name]! : []))
  return found.length === 0 ? {} : { conditions: [...new Set(found)] }
}

const deliveryMethods = ['local_pick_up', 'shipping', 'all']

/** Of two values the second is for all searches but the first. */
function handoverOf(methods: readonly string[], problems: Problems): Fields {
  const unknown = methods.filter((one) => !deliveryMethods.includes(one))
  if (unknown.length > 0)
    problems.delivery_method = `${unknown.slice(0, 5).map(shown).join(', ')} is none; there are ${deliveryMethods.join(', ')}`
  const method = methods[1] ?? methods[0]
  if (method === 'local_pick_up') return { handover: 'local' }
  return method === 'shipping' ? { handover: 'ships' } : {}
}

function sellersOf(names: readonly string[]): Fields {
  return names.length === 0 ? {} : { sellersNot: names.slice(0, 200) }
}

const sections = ['item', 'marketplace', 'region', 'user', 'notification', 'ai', 'monitor', 'translator']
/** What items and marketplaces may say, whether it is carried over or only noted. */
const settings = [
  ...['search_phrases', 'keywords', 'antikeywords', 'description', 'enabled', 'marketplace', 'market_type'],
  ...['min_price', 'max_price', 'currency', 'condition', 'delivery_method', 'category', 'availability'],
  ...['search_city', 'city_name', 'search_region', 'radius', 'seller_locations', 'exclude_sellers'],
  ...['ai', 'prompt', 'extra_prompt', 'rating_prompt', 'ranking_prompt', 'rating', 'notify', 'language'],
  ...['search_interval', 'max_search_interval', 'start_at', 'date_listed', 'username', 'password'],
  ...['login_wait_time', 'cache_images'],
]

/** A setting that is near a known one is a slip, which must not make the rule wider; another is one that we do not have. */
function unknownOf(tables: readonly unknown[], problems: Problems): string[] {
  const names = tables.flatMap((one) => (isFields(one) ? Object.keys(one) : []))
  const unknown = [...new Set(names)].filter((name) => !settings.includes(name))
  const strange = unknown.filter((name) => {
    const near = meant(name, settings)
    if (near !== undefined) problems[name] = `is not known; did you mean ${near}?`
    return near === undefined
  })
  return strange.length === 0
    ? []
    : [`Not known here and not carried over: ${strange.slice(0, 10).map(shown).join(', ')}.`]
}

function lostOf(setting: Setting, marketplace: string | undefined): string[] {
  const given = (key: string) => setting(key) !== undefined
  const ai = ['description', 'prompt', 'extra_prompt', 'rating_prompt', 'ranking_prompt', 'ai'].filter(given)
  const rating = textsOf(setting('rating')).at(-1)
  const timing = ['search_interval', 'max_search_interval', 'start_at'].filter(given)
  return [
    ...(rating === undefined
      ? []
      : [`The AI's rating of ${rating} was not carried over: a least deal score is what comes closest.`]),
    ...(ai.length === 0 ? [] : [`Meant for the AI and not carried over: ${ai.join(', ')}.`]),
    ...(timing.length === 0
      ? []
      : [`When to search (${timing.join(', ')}) was not carried over: sources have their own interval.`]),
    ...(given('date_listed') || given('availability')
      ? ['date_listed and availability were not carried over: what is for sale is told once.']
      : []),
    ...(given('notify')
      ? [
          `Whom it told (${textsOf(setting('notify')).slice(0, 5).join(', ')}) was not carried over: it is told to you.`,
        ]
      : []),
    ...(marketplace === undefined
      ? []
      : [`It looks on every marketplace, not on ${marketplace.slice(0, 40)} alone.`]),
  ]
}
