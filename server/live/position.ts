/** Where an event stands among all: by the transaction that wrote it, then by its number. */
export interface Position {
  xid: number
  n: number
  salt: number
}

/** As it is sent: `id:` of the event, which comes back in `Last-Event-ID`. */
export const idOf = ({ xid, n, salt }: Position): string => `${xid}-${n}-${salt}`

/** Null where it is none of ours. */
export function readPosition(id: string): Position | null {
  const [xid, n, salt] = (/^(\d{1,15})-(\d{1,15})-(\d{1,10})$/.exec(id) ?? []).slice(1).map(Number)
  return xid === undefined || n === undefined || salt === undefined ? null : { xid, n, salt }
}

export const isAfter = (one: Position, other: Position): boolean =>
  one.xid > other.xid || (one.xid === other.xid && one.n > other.n)
