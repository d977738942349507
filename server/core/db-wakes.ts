import type { Log } from './log.ts'

/** A way beside the database by which processes wake each other; what it loses is found by looking every few seconds. */
export interface WakeBus {
  isAway(): boolean
  publish(channel: string): Promise<unknown>
  subscribe(channel: string, onMessage: (payload: string) => void): { close(): void }
}

type Statement = (text: string, values: unknown[], name: string) => Promise<unknown>

/**
 * Wakes by the bus where there is one and it answers, else by NOTIFY. NOTIFY makes all commits that have one wait for each
 * other, on the whole server.
 */
export function createWakes(options: { bus: WakeBus | null; query: Statement; log: Log }) {
  const { bus, log } = options
  const pending = new Set<Promise<unknown>>()
  const byDatabase = (query: Statement, channel: string) =>
    query(`SELECT pg_notify($1, '')`, [channel], 'notify')

  async function byBus(own: WakeBus, channel: string): Promise<void> {
    await own.publish(channel).catch(() => byDatabase(options.query, channel))
  }

  /** For what is committed already: nobody waits for it. */
  function send(own: WakeBus, channel: string): void {
    const sending = byBus(own, channel)
      .catch((error: unknown) => log.debug({ err: error, channel }, 'nobody could be woken'))
      .finally(() => pending.delete(sending))
    pending.add(sending)
  }

  return {
    async now(channel: string): Promise<void> {
      if (bus === null || bus.isAway()) await byDatabase(options.query, channel)
      else await byBus(bus, channel)
    },
    /** As part of a transaction, which runs `afterCommit` in its end. */
    async within(
      tx: { query: Statement; afterCommit(run: () => void): void },
      channel: string,
    ): Promise<void> {
      if (bus === null || bus.isAway()) await byDatabase(tx.query, channel)
      else tx.afterCommit(() => send(bus, channel))
    },
    /** All that was sent has arrived, or will not. */
    settled: () => Promise.allSettled(pending),
  }
}

export type Wakes = ReturnType<typeof createWakes>
