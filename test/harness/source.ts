import type { TestApp } from './app.ts'

/** A connected source of a marketplace, for everybody and without settings; its id. */
export async function addSource({ app }: TestApp, marketplace: string): Promise<number> {
  const { rows } = await app.db.query<{ id: number }>(
    `INSERT INTO sources (user_id, marketplace, name, settings, browse, demo, interval_ms, created_at, shared)
     VALUES ($1, $2, 'A source', '', false, false, 300000, now(), true) RETURNING id`,
    [app.owner, marketplace],
  )
  return rows[0]!.id
}
