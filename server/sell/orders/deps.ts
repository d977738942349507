import type { Jobs } from '../../core/jobs.ts'
import type { Log } from '../../core/log.ts'
import type { Desk } from '../api-posts/desk.ts'
import type { SellDeps } from '../deps.ts'

/** A person's connected account at a marketplace, as far as orders and books go. */
export type OrderDesk = Pick<Desk, 'orders' | 'bookings' | 'ship' | 'read' | 'listen'>

export interface OrderDeps extends SellDeps {
  log: Log
  jobs: Pick<Jobs, 'send' | 'sendMany'>
  /** Everybody who connected an account where orders can be read, also one that is of no use just now. */
  connectedSellers(): Promise<{ userId: number; marketplace: string }[]>
  /** Tells a person once, for each moment at which their orders were read last, that they have to connect anew. */
  tellConsent(asked: { userId: number; marketplace: string; reason: string; since: Date }): Promise<void>
}
