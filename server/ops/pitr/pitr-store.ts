import pg from 'pg'
import type { Sql } from '../../core/db.ts'

export interface ArchiverFigures {
  isOn: boolean
  lastArchivedAt: Date | null
  lastFailedAt: Date | null
  systemId: string
  timeline: number
}

export async function archiverFigures(sql: Pick<Sql, 'query'>): Promise<ArchiverFigures> {
  const { rows } = await sql.query<ArchiverFigures>(
    `SELECT current_setting('archive_mode') = 'on' AS "isOn", a.last_archived_time AS "lastArchivedAt",
       a.last_failed_time AS "lastFailedAt", (SELECT system_identifier::text FROM pg_control_system()) AS "systemId",
       (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline
     FROM pg_stat_archiver a`,
  )
  return rows[0]!
}

/** Closes the segment under way, so that what is in it is kept at once. */
export async function closeSegment(sql: Pick<Sql, 'query'>): Promise<string> {
  const { rows } = await sql.query<{ segment: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS segment')
  return rows[0]!.segment
}

/** The last segment that the server has put down; null = none yet. */
export async function lastArchived(sql: Pick<Sql, 'query'>): Promise<string | null> {
  const { rows } = await sql.query<{ last: string | null }>(
    'SELECT last_archived_wal AS last FROM pg_stat_archiver',
  )
  return rows[0]?.last ?? null
}

/** Has the server copy its files into a new folder of this machine, as one `base.tar`; returns the first segment it needs. */
export async function copyServerFiles(
  connectionString: string,
  folder: string,
): Promise<{ firstSegment: string }> {
  const client = new pg.Client({ connectionString, replication: 'database' } as pg.ClientConfig)
  await client.connect()
  try {
    const answer = (await client.query(
      `BASE_BACKUP (LABEL 'deal-scout', TARGET 'server', TARGET_DETAIL ${pg.escapeLiteral(folder)}, CHECKPOINT 'fast', WAIT false)`,
    )) as unknown as pg.QueryResult<{ recptr: string; tli: string }>[]
    const { recptr, tli } = answer[0]!.rows[0]!
    return { firstSegment: segmentOf(recptr, Number(tli)) }
  } finally {
    await client.end()
  }
}

const segmentBytes = 16 * 1024 * 1024
const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')

/** The segment that holds a place such as `0/2000028`. */
export function segmentOf(place: string, timeline: number): string {
  const [high, low] = place.split('/').map((part) => Number.parseInt(part, 16))
  return hex(timeline) + hex(high!) + hex(Math.floor(low! / segmentBytes))
}
