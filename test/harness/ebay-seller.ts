import { asProgram } from '../../server/core/actor.ts'
import { userToken } from '../../server/marketplaces/ebay/stand-in/actions.ts'
import type { EbayStandIn } from '../../server/marketplaces/ebay/stand-in/server.ts'
import { allScopes } from '../../server/marketplaces/ebay/stand-in/world.ts'
import { writeAccount } from '../../server/sources/connections/connection-store.ts'
import { sealContext } from '../../server/sources/connections/connections.ts'
import type { TestApp } from './open-app.ts'

/** What the program has to be told so that eBay is the stand-in. */
export const ebayEnv = ({ baseUrl }: Pick<EbayStandIn, 'baseUrl'>) => ({
  ...{ EBAY_BASE_URL: baseUrl, EBAY_CLIENT_ID: 'id', EBAY_CLIENT_SECRET: 'app-secret' },
  ...{ EBAY_RUNAME: 'Deal-Scout-test', EBAY_DAILY_CALLS: '1000000' },
  EBAY_SCOPES: 'commerce.identity.readonly,sell.inventory,sell.account,sell.fulfillment,sell.finances',
})

const dayMs = 86_400_000

/** Connects a person's account at the stand-in, as if they had agreed to everything. */
export async function connectSeller(
  { app }: Pick<TestApp, 'app'>,
  { world }: Pick<EbayStandIn, 'world'>,
  userId: number,
): Promise<void> {
  const key = { marketplace: 'ebay', environment: 'production' }
  const tokens = { access: userToken(world), refresh: userToken(world) }
  const now = new Date()
  await writeAccount(app.db, asProgram(userId), {
    ...{ ...key, scopes: [...allScopes], now, remote: { id: `seller-${userId}`, name: 'seller' } },
    tokens: app.sealing.secrets.seal(JSON.stringify(tokens), sealContext({ userId, ...key })),
    accessExpiresAt: new Date(Date.now() + 365 * dayMs),
    refreshExpiresAt: null,
  })
}

/** The smallest that passes for a JPEG, each one different. */
export const tinyJpeg = (n: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from(`photo ${n}`), Buffer.from([0xff, 0xd9])])

/** Gives a thing a photo that is ready, without the work that photos are. */
export async function givePhoto({ app }: TestApp, userId: number, itemId: number, n = itemId): Promise<void> {
  const { rows } = await app.db.query<{ id: number }>(
    `INSERT INTO item_photos (user_id, sha256, name, bytes, state, width, height, used, versions, position, created_at, item_id)
     VALUES ($1, md5($2::text) || md5($2::text || 'b'), 'a.jpg', 20, 'ready', 800, 600, 'plain', '["plain"]', 1, now(), $3)
     RETURNING id`,
    [userId, String(n), itemId],
  )
  for (const file of ['original', 'plain-large', 'plain-small'])
    await app.db.query('INSERT INTO item_photo_parts (photo_id, file, part, bytes) VALUES ($1, $2, 0, $3)', [
      ...[rows[0]!.id, file, tinyJpeg(n)],
    ])
}

/** All that the stand-in asks of a phone. */
export const phoneDraft = {
  ...{ categoryId: '9355', categoryName: 'Cell Phones & Smartphones', conditionId: '3000' },
  specifics: { Brand: ['Fairbyte'], Model: ['Nova 5'] },
  ...{ shippingPolicyId: '6000000001', paymentPolicyId: '6000000003', returnPolicyId: '6000000004' },
  locationId: 'home',
}
