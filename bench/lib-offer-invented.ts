import type { OfferKind } from '../server/model/offer/kinds.ts'
import type { OfferSubject } from '../server/model/offer/subject.ts'

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
] // prettier-ignore
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
  cross(buyers, [...things, ...devices], (buyer, thing) => add('wanted', `${buyer} ${thing}`, 10_000))
  cross(devices, services, (device, service) => add('service', `${device} ${service}`, 5_000))
  for (const thing of things) add('thing', `${thing[0]!.toUpperCase()}${thing.slice(1)}`, 8_000)
  for (const maker of makers) add('thing', `2004 ${maker}`, 300_000, { category: 'cars' })
  for (const [kind, titles] of foreign) for (const title of titles.split('|')) add(kind, title, 5_000)
  return all
}
