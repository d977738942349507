import type { Sql } from '../../server/core/db.ts'

/** Background work that failed for good, as the queue leaves it; its id among the dead letters. */
export async function deadJob(
  sql: Sql,
  { job, payload, error }: { job: string; payload: object; error: string },
): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO jobs.job (name, data, source_name, source_output)
     VALUES ('dead-letter', $2, $1, jsonb_build_object('message', $3::text)) RETURNING id`,
    [job, payload, error],
  )
  return rows[0]!.id
}
