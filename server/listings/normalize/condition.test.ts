import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import offerup from '../../marketplaces/offerup/index.ts'
import { conditions } from '../../model/listing-schema.ts'
import { siteCodesOf } from '../../model/site-codes.ts'
import { conditionOf as conditionBy, parseCondition as parseBy } from './condition.ts'

const codes = siteCodesOf([craigslist, ebay, offerup])
const parseCondition = (text: string | undefined, marketplace?: string) => parseBy(text, marketplace, codes)
const conditionOf = (
  text: string | undefined,
  attributes: Record<string, string> | undefined,
  marketplace: string,
) => conditionBy(text, attributes, marketplace, codes)

const shared = new URL('../../../../shared/data/', import.meta.url)

describe('parseCondition', () => {
  it.each([
    // Craigslist
    ['new', 'new'],
    ['like new', 'like-new'],
    ['excellent', 'excellent'],
    ['good', 'good'],
    ['fair', 'fair'],
    ['salvage', 'for-parts'],
    // eBay
    ['Used', 'good'],
    ['New other (see details)', 'like-new'],
    ['Open box', 'like-new'],
    ['Seller refurbished', 'good'],
    ['Manufacturer refurbished', 'excellent'],
    ['Certified - Refurbished', 'excellent'],
    ['Very Good - Refurbished', 'excellent'],
    ['Good - Refurbished', 'good'],
    ['For parts or not working', 'for-parts'],
    ['3000', 'good'],
    ['7000', 'for-parts'],
    ['USED_ACCEPTABLE', 'fair'],
    // OfferUp
    ['Used (normal wear)', 'good'],
    ['Open box (never used)', 'like-new'],
    ['New (never used)', 'new'],
    ['Reconditioned/Certified', 'excellent'],
    ['For Parts', 'for-parts'],
    // Pinkbike
    ['Excellent - Lightly Ridden', 'excellent'],
    ['Good - Used, Mechanically Sound', 'good'],
    ['New - Unridden/With Tags', 'new'],
    ['Poor - Needs Servicing', 'poor'],
    ['For Parts - Not Working / Unrideable', 'for-parts'],
    // Vinted, Facebook, Kleinanzeigen, schema.org
    ['New without tags', 'like-new'],
    ['Б/у', 'good'],
    ['Stav: dobrý', 'good'],
    ['EUC', 'excellent'],
    ['Pre-loved', 'good'],
    ['Neu & OVP', 'new'],
    ['Damaged', 'poor'],
    ['Новое', 'new'],
    ['Отличное состояние', 'excellent'],
    ['Velmi dobrý', 'excellent'],
    ['Jako nové', 'like-new'],
    ['Na díly', 'for-parts'],
    ['Ca nou', 'like-new'],
    ['İkinci el', 'good'],
    ['未使用に近い', 'like-new'],
    ['Satisfactory', 'fair'],
    ['used_like_new', 'like-new'],
    ['PC_USED_GOOD', 'good'],
    ['Sehr Gut', 'excellent'],
    ['https://schema.org/UsedCondition', 'good'],
    ['Used, like new', 'like-new'],
  ] as const)('reads %j as %s', (text, expected) => {
    expect(parseCondition(text)).toBe(expected)
  })

  it.each([
    ['Neu mit Etikett', 'new'], ['Neu: mit Karton', 'new'], ['Neu: Sonstige (siehe Artikelbeschreibung)', 'like-new'],
    ['Neu ohne OVP', 'like-new'], ['Zustand: Sehr gut', 'excellent'], ['Sehr guter Zustand', 'excellent'],
    ['Gebraucht – Gut', 'good'], ['Gebraucht', 'good'], ['Gebraucht - Akzeptabel', 'fair'], ['Zufriedenstellend', 'fair'],
    ['Als Ersatzteil / defekt', 'for-parts'], ['Sehr gut - Refurbished', 'excellent'], ['Vom Verkäufer generalüberholt', 'good'],
    ['Neuf avec étiquette', 'new'], ['Neuf : autre (voir les détails)', 'like-new'], ['Très bon état', 'excellent'],
    ["D'occasion", 'good'], ['Occasion - Comme neuf', 'like-new'], ['État satisfaisant', 'fair'],
    ['Pour pièces détachées / ne fonctionne pas', 'for-parts'], ['Reconditionné', 'good'],
    ['Nuevo con etiquetas', 'new'], ['Nuevo: otro (ver detalles)', 'like-new'], ['Muy buen estado', 'excellent'],
    ['De segunda mano', 'good'], ['Usado - Muy bueno', 'excellent'], ['Satisfactorio', 'fair'], ['Para piezas o no funciona', 'for-parts'],
    ['Nuovo con cartellino', 'new'], ['Nuovo: altro (vedi dettagli)', 'like-new'], ['Ottime condizioni', 'excellent'],
    ['Di seconda mano', 'good'], ['Usato - Come nuovo', 'like-new'], ['Discrete', 'fair'],
    ['Per parti di ricambio o non funzionante', 'for-parts'],
    ['Nieuw met prijskaartje', 'new'], ['Zo goed als nieuw', 'like-new'], ['Heel goed', 'excellent'], ['Tweedehands', 'good'],
    ['Redelijk', 'fair'], ['Voor onderdelen of defect', 'for-parts'],
    ['Nowy z metką', 'new'], ['Nowy bez metki', 'like-new'], ['Bardzo dobry', 'excellent'], ['Używany', 'good'],
    ['Zadowalający', 'fair'], ['Na części lub uszkodzony', 'for-parts'],
    ['Novo com etiquetas', 'new'], ['Novo sem etiquetas', 'like-new'], ['Muito bom', 'excellent'], ['Usado', 'good'],
    ['Satisfatório', 'fair'], ['Para peças ou não funciona', 'for-parts'],
    ['Near Mint (NM or M-)', 'like-new'], ['VG+', 'excellent'], ['Very Good (VG)', 'good'], ['Good Plus (G+)', 'fair'],
    ['Used - Very Good', 'excellent'], ['Pre-owned: Excellent', 'excellent'], ['Used, good condition', 'good'],
  ] as const)('reads %s, of a site in another language or a grade, as %s', (text, expected) => {
    expect(parseCondition(text)).toBe(expected)
  }) // biome-ignore format: a table

  it.each([
    'Gebraucht - Neu',
    'Neu / Gebraucht',
    'Gut - defekt',
    'nicht gut',
    'pas neuf',
    'Neu: gebraucht',
    'Not Graded',
  ])('leaves open what contradicts itself: %s', (text) => expect(parseCondition(text)).toBeNull())

  it("takes eBay's number before its words", () => {
    expect(conditionOf('Neu', { conditionId: '7000' }, 'ebay')).toBe('for-parts')
    expect(conditionOf('Nuovo', { conditionId: '9999' }, 'ebay')).toBe('new')
    expect(conditionOf(undefined, { conditionId: '3000' }, 'ebay')).toBe('good')
    expect(conditionOf('Gebraucht', undefined, 'ebay')).toBe('good')
  })

  it.each([
    undefined,
    '',
    '  ',
    'Other (see description)',
    'Unknown',
    'goodness',
    'not good',
    'not new',
    'New/Used',
    'Good - not working',
    '3',
    '10',
    'see photos',
    'constructor',
    '__proto__',
    'toString',
    'x'.repeat(100_000),
    'good'.padEnd(5000, ' '),
  ])('never guesses: %j states no condition', (text) => {
    expect(parseCondition(text)).toBeNull()
  })

  it('reads bare codes only on the marketplace that uses them', () => {
    expect(parseCondition('1', 'mercari-2017')).toBe('new')
    expect(parseCondition('5', 'mercari')).toBe('poor')
    expect(parseCondition('60', 'craigslist')).toBe('for-parts')
    expect(parseCondition('OPEN_BOX', 'offerup')).toBe('excellent')
    expect(parseCondition('5', 'ebay')).toBeNull()
    expect(parseCondition('toString', 'mercari')).toBeNull()
  })

  it("reads a site's own numbers whatever a file calls the marketplace, where nothing else is written so", () => {
    expect(conditionOf(undefined, { conditionId: '7000' }, 'my-export')).toBe('for-parts')
    expect(parseCondition('3000')).toBe('good')
    expect(parseCondition('10', 'craigslist-sfbay')).toBe('new')
  })

  it('knows no codes where no site declares them', () => {
    expect(parseBy('3000')).toBeNull()
    expect(parseBy('10', 'craigslist')).toBeNull()
  })

  it('answers a known condition or null for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, marketplace) => {
        const condition = parseCondition(text, marketplace)
        expect(condition === null || conditions.includes(condition)).toBe(true)
      }),
    )
  })

  it.skipIf(!existsSync(shared))(
    'knows every condition that the sample listings state, but for "see description"',
    () => {
      const unknown = new Set<string>()
      for (const file of readdirSync(shared).filter((name) => name.endsWith('.jsonl.gz'))) {
        for (const line of gunzipSync(readFileSync(new URL(file, shared)))
          .toString()
          .split('\n')) {
          const condition = /"condition": "([^"]*)"/.exec(line)?.[1]
          if (condition !== undefined && parseCondition(condition, file) === null) unknown.add(condition)
        }
      }
      expect([...unknown]).toEqual(['Other (see description)'])
    },
  )
})
