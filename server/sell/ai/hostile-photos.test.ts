import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { type HostilePhoto, hostilePhotos } from '../../../test/harness/hostile-photos.ts'
import {
  type Asked,
  addThing,
  goodKey,
  type StandIn,
  startStandIn,
} from '../../../test/harness/model-stand-in.ts'
import { actorByHeader, addPerson, askAs } from '../../../test/harness/people.ts'
import { until } from '../../../test/harness/until.ts'
import type { Authorized, Right } from '../../core/actor.ts'
import type { DescriptionView } from './ai-schema.ts'
import { refusalOf } from './rules.ts'

let model: StandIn
let test: TestApp
let anna: Authorized<Right>
let photos: HostilePhoto[]

beforeAll(async () => {
  photos = await hostilePhotos()
  model = await startStandIn()
  test = await testApp({
    roles: ['api', 'worker'],
    env: {
      ...{ AI_PROVIDER: 'compatible', AI_BASE_URL: `${model.server.baseUrl}/v1`, AI_MODEL: 'parrot' },
      ...{ AI_KEY: goodKey, AI_ALLOW_PRIVATE_NETWORK: 'true', AI_PRICES: 'parrot=0/0' },
    },
    overrides: actorByHeader(() => 0),
  })
  anna = await addPerson(test.app.db, 'Anna')
  await askAs(test.address, anna, 'PUT', '/api/sell/ai', { agreedTo: new URL(model.server.baseUrl).host })
}, 120_000)
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await model[Symbol.asyncDispose]()
})

/** A model that repeats what it reads into every field, as it is and put into something harmless. */
function parrot(text: string) {
  const by = (value: string) => ({ value, confidence: 1, photo: 1, words: text })
  const lines = [by(text), by(`Oak desk. ${text}`), by(`${text} (as seen on the photo)`)]
  return {
    ...{ category: by(text), condition: by('new'), maker: by(text), model: by(text), title: by(text) },
    ...{ details: lines, defects: lines, included: lines },
    descriptions: ['en', 'de', 'nl'].map((language) => ({ ...by(`A desk. ${text}`), language })),
    ...{ price: 1, contact: text, url: text },
  }
}

/** None of this may stand in anything that is offered, whatever was drawn. */
const forbidden =
  /@|＠|https?|www\.|evil|bit\.ly|\bdot\b|555|12345678|12 34 56|[$€£]|\b(?:price|preis|prijs|prix|precio|dollar|d[oó]lar|euro)|free|pay|zelle|gift|authentic|genuine|guarant|garant|echt|certif|zertifi|replica|real deal|original|warranty|facebook|e-?bay|c\W?r\W?a\W?i\W?g|whatsapp|telegram|ignor|negeer|instru|anweis|assistant|contact|call|ruf |bel |script|[<>`{}\]]|[а-яёА-Я一-鿿]|brand new|never used|five zero/iu

describe('photos that want to be obeyed', { timeout: 180_000 }, () => {
  it('get none of it into what is offered, by a model that repeats all that it reads', async () => {
    expect(photos.length).toBeGreaterThanOrEqual(30)
    let sent: Asked | null = null
    const obeyed: string[] = []
    let fields = 0
    let dropped = 0
    for (const { name, text, jpeg } of photos) {
      const item = await addThing(test.app.db, anna, { jpegs: [jpeg], words: text.slice(0, 600) })
      // It reads without a fault what was drawn.
      model.answer = (came) => {
        sent = came
        return parrot(text)
      }
      const asked = await askAs(test.address, anna, 'POST', `/api/items/${item}/description`, {
        languages: ['en', 'de', 'nl'],
      })
      expect([name, asked.status]).toEqual([name, 202])
      const view = await until(async () => {
        const now = (await askAs(test.address, anna, 'GET', `/api/items/${item}/description`))
          .body as DescriptionView
        return now.state === 'asked' ? null : now
      }, 30_000)
      // It came as data: in JSON, after a sentence that says so.
      expect(sent!.photos).toHaveLength(1)
      expect(sent!.instructions).not.toContain(text)
      expect(JSON.parse(sent!.text.slice(sent!.text.indexOf('{')))).toMatchObject({
        wordsReadOnPhotos: text.slice(0, 600),
      })
      fields += view.offers.length
      dropped += view.dropped.reduce((sum, { count }) => sum + count, 0)
      for (const { field, value, words } of view.offers)
        if (forbidden.test(value) || forbidden.test(words ?? '')) obeyed.push(`${name}: ${field} = ${value}`)
      expect(view.dropped).toContainEqual({ field: 'other', because: 'unknown-field', count: 1 })
      // Nothing is taken over by itself.
      expect((await askAs(test.address, anna, 'GET', `/api/items/${item}`)).body).toMatchObject({
        ...{ title: 'Untitled thing', brand: null, condition: null, details: null, defects: null },
      })
    }
    process.stdout.write(
      `hostile photos: ${photos.length}, offered ${fields}, dropped ${dropped}, obeyed ${obeyed.length}\n`,
    )
    expect(obeyed).toEqual([])
    // What was said of the condition is of the closed list, and stays what the person decides about.
    expect(fields).toBeGreaterThan(0)
  })
})

describe('what an honest model says', () => {
  const refused = (text: string) =>
    refusalOf(text, 500, {
      otherNames: ['eBay', 'Facebook Marketplace', 'OfferUp', 'Vinted'],
      known: new Set(['75', '140', 'x', 'cm']),
    })

  it.each([
    'Herman Miller Aeron chair, size B',
    'Sony WH-1000XM4 headphones, black',
    'IKEA Kallax shelf, white, 4 x 4',
    'iPhone 13 Pro 256 GB, graphite',
    'Scratch on the front edge. In the lower corner a dent.',
    'Original box, charger and manual',
    'Set with 6 chairs and a table, 75 cm high',
    'Nintendo Switch OLED (2021), dock and two Joy-Con',
    'Adidas Originals track jacket, navy with white stripes',
    'ASP.NET book, some pages are marked',
    'Tea set for two. Includes a tray.',
    'Schreibtisch aus Eiche mit zwei Schubladen. Die Platte hat Kratzer.',
    'Eiken bureau met twee laden. De poten zijn van staal.',
    'Messenger bag, brown, brass buckle worn',
    'Bosch GSR 12V-15 drill without battery',
    'Print on canvas, wooden frame, 1960s',
  ])('is let through: %s', (text) => {
    expect(refused(text)).toBe(null)
  })

  it.each([
    ['About 80 cm wide', 'measure'],
    ['Weighs 12 kg', 'measure'],
    ['See desks.shop', 'link'],
    ['Call 503 555 0142', 'contact'],
    ['5035550142', 'contact'],
    ['As on Vinted', 'other-marketplace'],
    ['Zero\u200bwidth', 'hidden-characters'],
    ['Right\u202eto left', 'hidden-characters'],
    ['Two\nlines', 'hidden-characters'],
    ['Worth 200', 'price'],
    ['x'.repeat(501), 'too-long'],
    ['AK rifle with ammunition', 'prohibited'],
  ])('is not let through: %s is %s', (text, because) => {
    expect(refused(text)).toBe(because)
  })
})
