import type { Desk } from '../../server/sell/api-posts/desk.ts'

/** The process ends: nothing more of it is done. */
export class Crash extends Error {}

/** A desk at which the process ends after a call that was done, before anybody hears of its answer. */
export function dyingDesk(desk: Desk, isDead: () => boolean): Desk {
  return Object.fromEntries(
    Object.entries(desk).map(([name, step]) => [
      name,
      async (...args: unknown[]) => {
        const answer = await (step as (...all: unknown[]) => Promise<unknown>)(...args)
        if (isDead()) throw new Crash()
        return answer
      },
    ]),
  ) as unknown as Desk
}
