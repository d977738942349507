import type pg from 'pg'

/** Which database a connection leads to, and in which of its histories. */
export interface DatabaseIdentity {
  /** Of the files, from the day when they were made. */
  system: string
  /** Another after each promotion and each restore to a point in time. */
  timeline: string
  /** Of the database among those of its server: another after it was dropped and restored from a dump. */
  database: string
  /** How much the server has written, in bytes; it only grows. */
  written: bigint
}

const question = `SELECT pg_is_in_recovery() AS recovering,
  (SELECT system_identifier::text FROM pg_control_system()) AS system,
  CASE WHEN NOT pg_is_in_recovery() THEN left(pg_walfile_name(pg_current_wal_lsn()), 8) END AS timeline,
  (SELECT oid::text FROM pg_database WHERE datname = current_database()) AS database,
  CASE WHEN NOT pg_is_in_recovery() THEN pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text END AS written`

/**
 * Asks a new connection, before anything else is asked on it; null where the server does not say. Throws while the server is
 * a standby or recovers: it would be read from as it is now, and go on with that connection as something else.
 */
export async function identify(client: Pick<pg.ClientBase, 'query'>): Promise<DatabaseIdentity | null> {
  const answer = await client.query(question).catch(() => null)
  // It is lost, which whoever uses it is told, or its user may not ask.
  if (answer === null) return null
  const { recovering, written, ...rest } = answer.rows[0]
  if (recovering)
    throw Object.assign(new Error('it is a standby, or recovers, and takes no changes yet'), {
      code: '25006',
    })
  return { ...rest, written: BigInt(written) }
}

/**
 * Remembers what connections led to. `begin` when one is made, and call what it returns with the answer: that says whether
 * the database is another one than before, or the same one as it was at an earlier time, and what was read from it counts
 * no more.
 */
export function createIdentityWatch() {
  let known: DatabaseIdentity | null = null
  return {
    begin() {
      const before = known
      return (found: DatabaseIdentity | null): boolean => {
        if (found === null) return false
        const isOther = (['system', 'timeline', 'database'] as const).some(
          (name) => known !== null && known[name] !== found[name],
        )
        // Answers may come in another order than the server gave them: what was known before it was asked is what counts.
        const wentBack = before !== null && found.written < before.written
        const isNoticed = wentBack && before !== known
        if (isNoticed && !isOther) return false
        known = found
        return isOther || wentBack
      }
    },
  }
}
