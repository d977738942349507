import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

/**
 * The things of the person that are called so here or in their ad at that marketplace, or begin so where the title is cut; two at
 * most, which is enough to know that it is not certain.
 */
export async function thingsCalled(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, title, isTitleCut }: { marketplace: string; title: string; isTitleCut: boolean },
): Promise<{ id: number; title: string }[]> {
  const isCalled = (name: string) =>
    `CASE WHEN $4 THEN starts_with(lower(${name}), lower($3)) ELSE lower(btrim(${name})) = lower($3) END`
  const { rows } = await sql.query<{ id: number; title: string }>(
    `SELECT i.id, i.title FROM items i WHERE i.user_id = $1 AND (${isCalled('i.title')}
       OR EXISTS (SELECT FROM ad_texts a WHERE a.item_id = i.id AND a.marketplace = $2 AND ${isCalled('a.title')}))
     ORDER BY i.id DESC LIMIT 2`,
    [userId, marketplace, title, isTitleCut],
  )
  return rows
}
