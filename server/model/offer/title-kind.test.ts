import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfferKind } from './kinds.ts'
import { titleSigns } from './title-kind.ts'

const kindOf = (title: string): OfferKind => titleSigns(title)[0]?.kind ?? 'thing'

/** Titles by the kind of offer that they are. */
const titles: Partial<Record<OfferKind, string[]>> = {
  thing: [
    'iPhone 12 64GB unlocked with case',
    'iPhone 12 (charger included)',
    'iPhone 12 & case',
    'iPhone 12 + charger',
    'iPhone 12, case, charger',
    'Lenovo laptop, bag and mouse included',
    'Galaxy Tab A 32GB keyboard case included',
    'iPhone 11 128GB unlocked case',
    'Laptop HP 15 inch touch screen',
    'Mazda 3 2014 6 speed manual',
    'VW Golf 2016 manual transmission',
    'Ford Focus 2010 remote start',
    '2016 Dodge Charger R/T',
    '2009 Toyota Corolla new tires',
    '2 door Honda Civic coupe',
    'Three wheel bike',
    'Oak TV stand',
    'Wireless keyboard and mouse',
    'Cable knit sweater',
    'Wooden jewelry box',
    'iPad mini not broken, no cracks',
    'Nintendo Switch never damaged',
    'iPhone 8 no iCloud lock',
    'iPhone 8 not blacklisted',
    'iPad ohne Defekt',
    'Velo jamais cassé',
    'Jail-broken iPhone 7',
    'iPhone X locked to AT&T',
    'Toyota Camry 2011 salvage title',
    'Need for Speed Most Wanted',
    'Kodak film ISO 400',
    'Cat looking for a new home',
    'Canapé, cherche et trouve',
    'Guitar for sale or trade',
    'Fahrrad zu verkaufen oder Tausch',
    '[USA-NY] [H] Ryzen 5 [W] PayPal',
    '[WTS] Ryzen 5',
    'Ex-rental snowboard',
    'Screen repair kit',
    'Lessons in Chemistry, hardback',
    'Clone Wars LEGO set',
    'Fake plant in pot',
    'Not a replica, original Eames',
    'PS4 bundle with 3 games',
    'Set of 4 dining chairs',
    'Bitte nur Abholung, Stuhl',
    '',
    '!!! ??? ---',
  ],
  accessory: [
    'case for iPhone 12',
    'iPhone 6 cases',
    'iPhone 6 Plus and iPhone 6 cases',
    'iPhone 7, 7 plus cases',
    'NEW! Firm price! Case for Galaxy S9',
    'Case iPhone 12 blue',
    'Slim HardCase Apple iPhone 6/6s',
    'MacBook Pro 2019 charger',
    'PS5 box only',
    'Galaxy S9 - box only',
    'Canon EOS 80D battery grip',
    'Apple Watch case 42mm',
    'Handyhülle iPhone 12',
    'Hülle für Samsung Galaxy A52',
    'Coque iPhone 12',
    'Chargeur pour MacBook',
    'Funda para iPhone 12',
    'Cargador portátil HP',
    'Custodia per iPhone 12',
    'Hoesje voor iPhone 12',
    'Oplader laptop HP',
    'Capa para iPhone 12',
    'Carregador MacBook',
    'Etui do iPhone 12',
    'Ładowarka do laptopa',
  ],
  part: [
    'Subaru WRX wheels',
    'Mustang GT rear end for sale or trade',
    'Mercedes GLK set of weather mats 2010 to 2015',
    'Honda Civic engine',
    'Mavic wheelset',
    'iPhone 8 LCD screen',
    'Dell laptop battery',
    'Felgen BMW 17 Zoll',
    'Jantes Golf 6',
  ],
  broken: [
    'iPhone 8 for parts or repair',
    'Gameboy for part/repair',
    'Gameboy - repair, parts or scrap',
    "PS4 won't turn on",
    'PS4 won’t turn on',
    'Xbox does not turn on',
    'iPhone 8 bad ESN',
    'iPhone 8 blacklisted',
    'iPhone 8 activation lock',
    'iPhone X i cloud loked',
    'iPhone 8 (locked)',
    'Laptop non-working',
    'MacBook cracked screen',
    'Fernseher defekt',
    'PS4 an Bastler',
    'iPhone 11 pour pièces',
    'Vélo électrique en panne',
    'Portátil no enciende',
    'Lavatrice non funzionante',
    'Wasmachine kapot',
    'Telemóvel para peças',
    'Laptop uszkodzony',
  ],
  fake: ['iPhone X 256gb clone', 'Rolex replica', 'Rolex Replik, Replika', 'Sac Vuitton contrefaçon'],
  wanted: [
    'Wanted: Nintendo Switch',
    'WTB RTX 3080',
    'ISO crib',
    'In search of a piano',
    'Cash for your phones',
    'WE BUY iPhones',
    'WAAAANTED iPhone',
    '[H] cash [W] RTX 3080',
    '[USA] [H] PayPal, local cash [W] Ryzen 5',
    'Suche Kinderwagen',
    'Ich suche ein Fahrrad',
    'Fahrrad gesucht',
    'Cherche vélo enfant',
    'Busco bicicleta',
    'Gezocht: fiets',
    'Cerco bicicletta',
    'Procuro bicicleta',
    'Szukam roweru',
  ],
  service: [
    'iPhone repair',
    'Cheap phone repairs',
    'Piano lessons',
    'We unlock phones',
    'Reparatur von Laptops',
  ],
  rental: [
    'Bike box for rent',
    'Wohnmobil zu vermieten',
    'Remorque à louer',
    'Furgone a noleggio',
    'Aanhanger te huur',
  ],
  trade: [
    '[WTT] Galaxy S9 for iPhone',
    '[H] RTX 3080 [W] RTX 4080',
    'PS4 to trade for Xbox',
    'Tausche PS4 gegen Xbox',
    'Échange PS4 contre Xbox',
    'Xiaomi 9 - SWAP',
  ],
  lot: ['Lot of 12 Gameboy games', 'Job lot of books', 'Konvolut Lego', 'Lot de livres'],
  other: ['Amazon gift card', 'Garage sale'],
}

describe('a title is read by what it offers, not by any word in it', () => {
  const rows = Object.entries(titles).flatMap(([kind, list]) =>
    list.map((title): [string, string] => [kind, title]),
  )
  it.each(rows)('%s: %s', (kind, title) => {
    expect(kindOf(title)).toBe(kind)
  })

  it('reads any text, and the same in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        for (const { kind, words } of titleSigns(text)) {
          expect(kind).not.toBe('thing')
          expect(words).not.toBe('')
        }
      }),
    )
    for (const [kind, title] of rows) expect([title, kindOf(title.toUpperCase())]).toEqual([title, kind])
  })

  it('is not slowed by a title without end', () => {
    const long = 'case for iPhone (not broken) '.repeat(20_000)
    const start = performance.now()
    expect(kindOf(long)).toBe('accessory')
    expect(performance.now() - start).toBeLessThan(250)
  })
})
