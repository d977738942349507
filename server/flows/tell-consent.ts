import { say } from '../model/sentences/sentences.ts'
import { placeName, type TellSellerDeps, tellSellers } from './tell-sellers.ts'

/** Tells a person, once for each time that their orders were read last, that they have to connect their account anew. */
export async function tellConsent(
  deps: TellSellerDeps,
  asked: { userId: number; marketplace: string; reason: string; since: Date },
): Promise<void> {
  const { userId, marketplace, reason, since } = asked
  await deps.db.transaction((tx) =>
    tellSellers(deps, tx, [
      {
        ...{ userId, key: `task-consent:${marketplace}:${since.getTime()}` },
        title: say('task-consent', { place: placeName(deps, marketplace) }),
        lines: [say('task-connect-again', { reason })],
      },
    ]),
  )
}
