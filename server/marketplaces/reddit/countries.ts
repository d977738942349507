/** How people write countries in brackets, first of all. */
const codes: Readonly<Record<string, string>> = {
  ...{
    us: 'US',
    usa: 'US',
    can: 'CA',
    canada: 'CA',
    uk: 'GB',
    gb: 'GB',
    gbr: 'GB',
    eu: 'EU',
    eur: 'EU',
    europe: 'EU',
  },
  ...{
    au: 'AU',
    aus: 'AU',
    australia: 'AU',
    nz: 'NZ',
    nzl: 'NZ',
    jp: 'JP',
    sg: 'SG',
    hk: 'HK',
    ch: 'CH',
    no: 'NO',
  },
}

const euro = 'at be de ee es fi fr gr hr ie it lt lu lv mt nl pt si sk cy'.split(' ')
const others: Readonly<Record<string, string>> = {
  ...{
    US: 'USD',
    CA: 'CAD',
    GB: 'GBP',
    EU: 'EUR',
    AU: 'AUD',
    NZ: 'NZD',
    JP: 'JPY',
    SG: 'SGD',
    HK: 'HKD',
    CH: 'CHF',
  },
  ...{ NO: 'NOK', SE: 'SEK', DK: 'DKK', PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON', BG: 'BGN' },
}
const withOwnMoney = 'se dk pl cz hu ro bg'.split(' ')

const states = new Set(
  `al ak az ar co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc
   sd tn tx ut vt va wa wv wi wy`.split(/\s+/),
)
const provinces = new Set('ab bc mb nb ns nt nu on pe pei qc sk yt ont nl'.split(' '))

/**
 * The country that a bracket names: `USA-CA`, `EU-DE`, `CAN-ON`, `Toronto, ON`. Null where it could be several: `CA` is a state
 * and a country, and so are DE, NL and others.
 */
export function countryIn(place: string): string | null {
  const parts = place
    .toLowerCase()
    .split(/[-,/|\s]+/)
    .map((part) => part.replace(/\./g, ''))
    .filter((part) => part !== '')
  const [first = '', ...rest] = parts
  const last = parts.at(-1) ?? ''
  if (Object.hasOwn(codes, first)) {
    const member = codes[first] === 'EU' ? rest[0] : undefined
    if (member !== undefined && Object.hasOwn(codes, member)) return codes[member]!
    // In the European Union some pay in money of their own.
    return member !== undefined && withOwnMoney.includes(member) ? member.toUpperCase() : codes[first]!
  }
  const isMember = euro.includes(last) || withOwnMoney.includes(last)
  if (rest.length === 0)
    return isMember && !states.has(last) && !provinces.has(last) ? last.toUpperCase() : null
  if (Object.hasOwn(codes, last)) return codes[last]!
  if (provinces.has(last)) return 'CA'
  return states.has(last) && last !== 'ca' && !isMember ? 'US' : null
}

/** ISO 4217; undefined where the country has none that is known here. */
export function currencyOf(country: string | null | undefined): string | undefined {
  if (!country) return undefined
  return others[country] ?? (euro.includes(country.toLowerCase()) ? 'EUR' : undefined)
}
