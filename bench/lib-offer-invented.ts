import type { OfferKind, PriceMeaning } from '../server/model/offer/kinds.ts'
import type { OfferSubject } from '../server/model/offer/subject.ts'
import {
  asked,
  consoles,
  dearThings,
  machineFaults,
  machineStates,
  machines,
  pieces,
  posts,
  praised,
  takenOut,
} from './lib-offer-invented-words.ts'

/** A made-up offer, for kinds and languages of which the read rows have few; its price teaches nothing. */
export interface Invented {
  subject: OfferSubject
  kind: OfferKind
}

const makers = [
  'Subaru WRX',
  'Honda Civic',
  'BMW E46',
  'Ford Focus',
  'VW Golf',
  'Toyota Tacoma',
  'Audi A4',
  'Mazda 3',
]
const carParts = [
  'wheels',
  'rims',
  'front bumper',
  'engine',
  'transmission',
  'tail lights',
  'hood',
  'radiator',
  'seats',
  'floor mats',
  'exhaust',
  'alternator',
  'roof rack',
  'steering wheel airbag',
  'door panel',
] // prettier-ignore
const bikes = ['Trek', 'Specialized', 'Cannondale', 'Giant', 'Bianchi', 'Colnago']
const bikeParts = [
  'frame',
  'frameset',
  'fork',
  'wheelset',
  'crankset',
  'handlebar',
  'saddle',
  'derailleur',
  'pedals',
  'brake levers',
  'shifters',
  'groupset',
  'rims',
  'stem',
  'frame set',
  'frame and fork',
  'frame fork',
  'frame 56cm',
] // prettier-ignore
const devices = [
  'iPhone 12',
  'Samsung Galaxy S9',
  'iPad Air',
  'MacBook Pro',
  'Pixel 6',
  'Dell laptop',
  'Kindle',
  'PS5',
]
const deviceParts = ['LCD screen', 'battery', 'motherboard', 'logic board', 'back glass', 'digitizer']
const accessories = [
  'case',
  'leather case',
  'charger',
  'screen protector',
  'cover',
  'stand',
  'dock',
  'charging cable',
  'box only',
  'holder',
  'sleeve',
  'car mount',
  'keyboard case',
] // prettier-ignore
const faults = [
  'for parts',
  "won't turn on",
  'does not work',
  'cracked screen not working',
  'iCloud locked',
  'bad ESN',
  'blacklisted',
  'water damage',
  'not working',
  'for parts or repair',
  'broken',
  'activation lock',
  'faulty',
  'no power',
] // prettier-ignore
const carFaults = [
  'Needs a new engine.',
  'The transmission is slipping and must be replaced.',
  'Does not run. No key.',
  'Blown head gasket.',
  'Mechanic special, engine knocks.',
  'Car broke down, sold as is.',
  'Motor is seized.',
  'Will not start.',
  'It turns over but does not start.',
  'No motor or transmission.',
  'Bad transmission, must be towed.',
  'Has a rod knock.',
  'Currently not running, would be a good parts car.',
  'Transmission went out, selling as is.',
  'Needs head gasket.',
] // prettier-ignore
const bikeFrames = [
  'Frame and fork only.',
  'This is the bare frame, no wheels.',
  'For sale is the frame, fork and headset. Build it up as you like.',
]
const copied: readonly (readonly [thing: string, category: string])[] = [
  ['Rolex watch', 'watches'],
  ['Gucci bag', 'bags'],
  ['AirPods Pro', 'audio'],
  ['Samsung Galaxy S9', 'phones'],
  ['Galaxy Note 5', 'phones'],
  ['iPhone X 64GB', 'phones'],
  ['Louis Vuitton belt', 'clothing'],
  ['Beats headphones', 'audio'],
]
const copies = [
  'This is a replica but looks like the real one.',
  'Not authentic, but a great copy.',
  "It isn't a real one, hence the price.",
  'A clone, performs like the original.',
  'Inspired, not genuine.',
]
const genuine = ['Authentic, with receipt, no replica.', '100 % genuine, not a copy.']
const boxOnly = [
  'No phone, just the box.',
  'Box only, nothing in it.',
  'Device not included, only the box and manual.',
  'These are just the boxes, no phones.',
  'Only the boxes, phones are not included.',
]
const repaired = ['cracked screens too', 'iCloud locked ones too', 'water damage, no power', 'broken or dead'] // prettier-ignore
const served = [
  'Fast and cheap, all models.',
  'We fix it while you wait, call for a quote.',
  'Screen, battery, locks, anything.',
]
/** What only the description tells, of things that are named without more. */
const plain = [
  'dress',
  'leggings',
  'lipstick',
  'perfume',
  'jacket',
  'necklace',
  'chair',
  'lamp',
  'speaker',
  'printer',
] // prettier-ignore
const toldInText: readonly (readonly [kind: OfferKind, descriptions: string])[] = [
  [
    'lot',
    'Price is for both.|Selling both together.|I have two for sale, price is for the two.|All three for this price.|Job lot, will not split.|Various sizes and colours, sold together.|Two items, both in good condition.|Three of them, you get all.',
  ],
  [
    'catalogue',
    'We have a variety available, prices start from this.|Various models in stock, message for prices.|Full range available, visit our showroom.|Desk $40, chair $20, lamp $15. Pick up only.|Large one $75 - small one $25 - others $10 each|All sizes and colours available, free delivery, call us.',
  ],
  ['trade', 'Looking to trade for something similar.|Swap only, no cash.|Want to trade for a laptop.'],
  [
    'thing',
    'Bundle with my other items to save.|Both pockets have zips, comes with two keys.|Will bundle, check my other listings.|Can deliver, call me.|Price is firm, no trades.|Needs a wash, otherwise great.|Set of three drawers, all fine.',
  ],
] // prettier-ignore
const trades = [
  'Nails',
  'Massage',
  'Plastering',
  'Garden maintenance',
  'Boiler servicing',
  'Eyelash extensions',
  'Decorator',
  'Photography',
] // prettier-ignore
const booked = [
  'Fully qualified, book your appointment now.',
  'Message to book, deposit required.',
  'Free quotes, no job too small.',
  '25 years experience, fully insured.',
]
const buyers = [
  'WTB',
  'Wanted:',
  'ISO',
  'Looking to buy',
  'We buy',
  'Cash for',
  'In search of',
  'Suche',
  'Gesucht:',
  'Cherche',
  'Recherche',
  'Busco',
  'Compro',
  'Gezocht:',
  'Cerco',
  'Procuro',
  'Szukam',
] // prettier-ignore
const services = ['repair', 'screen repair', 'unlocking service', 'repairs while you wait']
const things = [
  'bicycle',
  'sofa',
  'wardrobe',
  'camera',
  'guitar',
  'washing machine',
  'pram',
  'desk',
  'drill',
  'tent',
]
const foreign: readonly [kind: OfferKind, titles: string][] = [
  [
    'accessory',
    'Hülle für iPhone 12|Handyhülle Samsung|Ladegerät MacBook|Coque iPhone 12|Chargeur Dell|Funda iPhone 12|Cargador portátil|Custodia iPhone|Caricabatterie Mac|Hoesje iPhone 12|Oplader laptop|Capa iPhone|Carregador Samsung|Etui iPhone|Ładowarka Samsung',
  ],
  [
    'broken',
    'iPhone 12 defekt|Fernseher kaputt an Bastler|iPhone pour pièces|Télé en panne|Portátil averiado|Móvil no enciende|Lavatrice guasta|iPhone non funzionante|Wasmachine kapot|Telemóvel avariado|Laptop uszkodzony|Telefon na części',
  ],
  [
    'part',
    'Felgen BMW 17 Zoll|Winterreifen Golf|Jantes Peugeot|Llantas Seat|Cerchi Fiat|Velgen Opel|Jantes Renault|Felgi Audi|Getriebe Opel|Moteur Renault',
  ],
  [
    'trade',
    'Tausche PS4 gegen Xbox|Échange vélo contre trottinette|Cambio bici por patinete|Scambio chitarra con basso|Ruilen fiets tegen step|Zamienię rower na hulajnogę|Troco telemóvel por portátil',
  ],
  [
    'rental',
    'Wohnmobil zu vermieten|Remorque à louer|Alquilo furgoneta|Furgone a noleggio|Aanhanger te huur|Przyczepa do wynajęcia|Aluga-se carrinha|Bike box for rent|Marquee hire|Lease takeover BMW 320',
  ],
  [
    'service',
    'Handy Reparatur|Nachhilfe Mathe|Réparation de vélos|Cours de piano|Reparación de móviles|Clases de inglés|Riparazione computer|Lezioni di chitarra|Fietsreparatie en reparatie van scooters|Naprawa telefonów|Piano lessons|Man and van removals|House cleaning services',
  ],
  [
    'fake',
    'iPhone 12 clone|Rolex replica watch|Louis Vuitton bag replica|AirPods clone|Fake Rolex|Gucci belt not authentic|Montre réplique|Replika Rolex',
  ],
  [
    'lot',
    'Job lot of DVDs|Lot of 20 games|Konvolut Bücher|Lot de vêtements|Lote de juguetes|Bundle of baby clothes|Mixed lot of tools|Restposten Schuhe|Wholesale lot of cables',
  ],
  [
    'other',
    'Amazon gift card|Garage sale Saturday|Cafe business for sale|Gutschein Ikea|Yard sale|Concert tickets|Now hiring cooks|Netflix account',
  ],
  [
    'thing',
    'iPhone 12 64GB mit Hülle|iPhone 12 avec coque|iPhone 12 con funda|iPhone con custodia|iPhone 12 met hoesje|iPhone com capa|iPhone z etui|Fahrrad 28 Zoll|Vélo enfant|Bicicleta de montaña|Divano letto|Eettafel|Mesa de jantar|Rower górski|Dodge Charger 2015|Honda Civic 5 speed manual|Guitar with case|Laptop, charger included|Not broken iPhone 8|Oak TV stand|Jewelry box',
  ],
] // prettier-ignore

/** All made-up offers, the same every time. */
export function inventedOffers(): Invented[] {
  const all: Invented[] = []
  const add = (kind: OfferKind, title: string, priceCents: number, more: Partial<OfferSubject> = {}) =>
    all.push({ kind, subject: { title, priceCents, currency: 'USD', ...more } })
  const cross = <A, B>(list: readonly A[], others: readonly B[], each: (a: A, b: B) => void) => {
    // Every second pair: enough to tell the words from what they stand beside.
    for (const [i, a] of list.entries())
      for (const [j, b] of others.entries()) if ((i + j) % 2 === 0) each(a, b)
  }
  cross(makers, carParts, (maker, part) => add('part', `${maker} ${part}`, 15_000, { category: 'cars' }))
  cross(bikes, bikeParts, (bike, part) => add('part', `${bike} ${part}`, 12_000, { category: 'bikes' }))
  cross(devices, deviceParts, (device, part) =>
    add('part', `${device} ${part}`, 4_000, { category: 'phones' }),
  )
  cross(devices, accessories, (device, accessory) => {
    add('accessory', `${device} ${accessory}`, 1_000, { category: 'electronics' })
    add('thing', `${device} with ${accessory.replace(' only', '')}`, 30_000, { category: 'phones' })
  })
  cross(devices, faults, (device, fault) =>
    add('broken', `${device} ${fault}`, 6_000, { category: 'phones' }),
  )
  cross(makers, carFaults, (maker, description) =>
    add('broken', `2004 ${maker}`, 90_000, { description, category: 'cars' }),
  )
  cross(bikes, bikeFrames, (bike, description) =>
    add('part', `${bike} 54cm`, 12_000, { description, category: 'bikes' }),
  )
  for (const [thing, category] of copied) {
    for (const description of copies) add('fake', thing, 9_000, { description, category })
    for (const description of genuine) add('thing', thing, 20_000, { description, category })
  }
  for (const device of devices)
    for (const description of boxOnly) add('accessory', device, 9_000, { description, category: 'phones' })
  cross(devices, served, (device, description) =>
    add('service', `${device} repair`, 5_000, { description, category: 'phones' }),
  )
  cross(devices, repaired, (device, fault) =>
    add('service', `${device} repair, ${fault}`, 20_000, { category: 'phones' }),
  )
  for (const [kind, descriptions] of toldInText)
    cross([...things, ...plain], descriptions.split('|'), (thing, description) =>
      add(kind, thing, 4_000, { description }),
    )
  cross(trades, booked, (trade, description) => add('service', trade, 3_000, { description }))
  cross(buyers, [...things, ...devices], (buyer, thing) => add('wanted', `${buyer} ${thing}`, 10_000))
  cross(devices, services, (device, service) => add('service', `${device} ${service}`, 5_000))
  cross(makers, takenOut, (maker, piece) => {
    add('part', `2009 ${maker} ${piece}`, 20_000, { category: 'cars' })
    add('part', `${maker} ${piece}`, 20_000, { category: 'cars' })
  })
  cross(makers, praised, (maker, said) =>
    add('thing', `2009 ${maker} ${said}`, 350_000, { category: 'cars' }),
  )
  for (const maker of makers)
    for (const priceCents of [100, 1_500, 15_000])
      add('thing', `2012 ${maker}`, priceCents, { category: 'cars' })
  cross(machines, machineFaults, (machine, fault) =>
    add('broken', `${machine}, ${fault}`, 3_000, { category: 'appliances' }),
  )
  cross(machines, machineStates, (machine, state) =>
    add('thing', `${machine}, ${state}`, 9_000, { category: 'appliances' }),
  )
  cross(pieces, machines, (piece, machine) =>
    add('part', `${piece} ${machine.toLowerCase()}`, 1_500, { category: 'appliances' }),
  )
  for (const title of consoles) add('thing', title, 9_000, { category: 'games' })
  for (const title of asked) add('service', title, 3_000)
  for (const [title, description] of posts) add('other', title, 1_000, { description })
  for (const thing of dearThings) add('thing', thing, 100)
  for (const thing of things) add('thing', `${thing[0]!.toUpperCase()}${thing.slice(1)}`, 8_000)
  for (const maker of makers) add('thing', `2004 ${maker}`, 300_000, { category: 'cars' })
  for (const [kind, titles] of foreign) for (const title of titles.split('|')) add(kind, title, 5_000)
  return all
}

const rates =
  'per month|a week|per day|/month|pcm|pw|per hour|a night|weekly|monthly|pro Tag|pro Monat|par mois|par jour|por mes|al mese|per maand|za miesiąc'.split(
    '|',
  )
const eachWays =
  'each|per piece|apiece|ea|a pair|per box|per metre|/each|pro Stück|je Stück|la pièce|cada uno|al pezzo|per stuk|za sztukę'.split(
    '|',
  )
const fillerPrices = [1234, 12_345, 123_456, 1_234_567, 99_999, 111_111, 9_999_999]

/** Made-up prices: what is said behind the very amount that is asked, behind another one, and numbers that mean none. */
export function inventedPrices(): { subject: OfferSubject; price: PriceMeaning }[] {
  const all: { subject: OfferSubject; price: PriceMeaning }[] = []
  const add = (price: PriceMeaning, title: string, major: number, description?: string) =>
    all.push({ price, subject: { title, description, priceCents: major * 100, currency: 'USD' } })
  for (const [i, thing] of things.entries()) {
    for (const [j, way] of rates.entries()) {
      if ((i + j) % 3 > 0) continue
      add('periodic', thing, 35, `Only $35 ${way}, in good condition.`)
      add('periodic', `${thing}, 650 ${way}`, 650)
      add('asked', thing, 900, `Financing from $40 ${way}.`)
    }
    for (const [j, way] of eachWays.entries()) {
      if ((i + j) % 3 > 0) continue
      add('unit', thing, 15, `Sale, $15 ${way} while they last.`)
      add('unit', `${thing} $15 ${way}`, 15)
      add('asked', thing, 180, `The covers are $20 ${way}.`)
    }
    for (const filler of fillerPrices) add('placeholder', thing, filler)
    add('free', thing, 0)
    add('free', thing, 0, 'Free, has to be collected.')
    add('asked', thing, 40)
    add('asked', thing, 250, 'Asking $250 or best offer.')
  }
  for (const thing of dearThings) {
    for (const major of [1, 2, 3]) add('placeholder', thing, major)
    add('asked', thing, 60)
  }
  return all
}
