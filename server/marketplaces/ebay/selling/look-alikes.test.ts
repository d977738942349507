import { expect, it } from 'vitest'
import { sendJson, startFakeServer } from '../../../../test/harness/fake-server.ts'
import { world } from '../test-kit.ts'
import { lookAlikes, lookAlikesIn } from './look-alikes.ts'

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])
const rows = [
  {
    title: ' Fairbyte  Nova 5\n64 GB ',
    epid: '240',
    categories: [{ categoryId: '9355', categoryName: 'Phones' }],
    price: { value: '99.00', currency: 'USD' },
  },
  { title: 'Nova 5 case' },
  { itemId: 'without a title' },
]

/** eBay's search by image, with an application's token. */
async function imageSearch(answer: unknown, status = 200) {
  const asked: { method: string; path: string; body: unknown }[] = []
  const site = await startFakeServer((request, response) => {
    if (request.url.pathname.endsWith('/oauth2/token'))
      return sendJson(response, 200, { access_token: 'token-1', expires_in: 7200 })
    asked.push({ method: request.method, path: request.url.pathname, body: JSON.parse(request.body) })
    return sendJson(response, status, answer)
  })
  return Object.assign(site, { asked })
}

it('sends a photo only where the operator allowed it, and gives what alike listings are called, without prices', async () => {
  await using site = await imageSearch({ total: 3, itemSummaries: rows })
  const { ctx, spent } = world(site.baseUrl)
  expect(await lookAlikes(jpeg, ctx)).toEqual({ outcome: 'ok', found: [] })
  expect(site.requests).toEqual([])
  const allowed = { ...ctx, options: { ...ctx.options, EBAY_IMAGE_SEARCH: true } }
  expect(await lookAlikes(jpeg, allowed)).toEqual({
    outcome: 'ok',
    found: [
      { title: 'Fairbyte Nova 5 64 GB', category: 'Phones', productId: '240' },
      { title: 'Nova 5 case', category: null, productId: null },
    ],
  })
  expect(site.asked).toEqual([
    { method: 'POST', path: '/buy/browse/v1/item_summary/search_by_image', body: { image: '/9j/2Q==' } },
  ])
  expect(spent.filter((name) => name.startsWith('ebay-browse'))).toHaveLength(1)
})

it('says what eBay says where it does not take the photo, and what is no answer of a search', async () => {
  await using site = await imageSearch(
    { errors: [{ errorId: 12501, message: 'The image data is invalid.' }] },
    400,
  )
  const { ctx } = world(site.baseUrl)
  const allowed = { ...ctx, options: { ...ctx.options, EBAY_IMAGE_SEARCH: true } }
  expect(await lookAlikes(jpeg, allowed)).toMatchObject({
    outcome: 'parse-drift',
    reason: expect.stringContaining('12501'),
  })
  for (const text of ['', '[]', '{"hello":1}', '<html>']) expect(lookAlikesIn(Buffer.from(text))).toBeNull()
  expect(lookAlikesIn(Buffer.from('{"total":0}'))).toEqual([])
})
