import type { Authorized } from '../../core/actor.ts'
import { conflict } from '../../core/errors.ts'
import type { AiState, DescriptionView } from './ai-schema.ts'
import { agreedTo, spentSince, writeAgreement } from './ai-store.ts'
import { type Cost, costOf, startsOf } from './costs.ts'
import type { AiDeps } from './deps.ts'
import type { Described } from './offers.ts'
import { outcomeSentences } from './outcomes.ts'
import { sentPhotosMax, sentPx, tokensInAtMost, tokensOutMax } from './prompt.ts'
import { recipientOf } from './set-up.ts'

/** Whether there is anybody to ask, to whom things go, and what that cost the person. */
export async function aiState(
  { db, setUp, clock }: Pick<AiDeps, 'db' | 'setUp' | 'clock'>,
  userId: Authorized<'read'>,
): Promise<AiState> {
  const recipient = setUp && recipientOf(setUp)
  const isPriced = setUp?.price != null
  const spent = await spentSince(db, userId, startsOf(clock.now()))
  const photos = Array.from({ length: sentPhotosMax }, (_, id) => ({ id, sha256: '', version: '' }))
  const tokensIn = tokensInAtMost({ photos, languages: ['en'], facts: {}, read: '' })
  const most = setUp && costOf(setUp.price, { tokensIn, tokensOut: tokensOutMax })
  return {
    ...{ isOn: setUp !== null, recipient, model: setUp?.model ?? null, isPriced },
    isAgreed: recipient !== null && (await agreedTo(db, userId)) === recipient,
    sent: recipient && sentSentence(recipient),
    most: most && costView(most, isPriced),
    caps: setUp?.caps ?? null,
    spent: { day: costView(spent.personDay, true), month: costView(spent.personMonth, true) },
  }
}

export const sentSentence = (recipient: string): string =>
  `When you ask for a description, up to ${sentPhotosMax} photos of that thing (${sentPx} pixels, without place, time and camera), the words and codes that were read on them, and maker and model as you gave them go to ${recipient}. Your name, the thing's title, what you paid, your notes and your other things do not.`

/** Null takes it back: what was not sent yet is not sent then. */
export async function agree(
  deps: Pick<AiDeps, 'db' | 'setUp' | 'clock'>,
  userId: Authorized<'own'>,
  agreed: string | null,
): Promise<AiState> {
  const recipient = deps.setUp && recipientOf(deps.setUp)
  if (agreed !== null && recipient === null)
    throw conflict(
      'ai-off',
      'Nobody describes photos here: the operator has not set it up (AI_PROVIDER). Everything else works without.',
    )
  if (agreed !== null && agreed !== recipient)
    throw conflict(
      'ai-other-recipient',
      `It would go to ${recipient}, not to ${agreed}: look again what you agree to.`,
    )
  await deps.db.transaction((tx) => writeAgreement(tx, userId, agreed, deps.clock.now()))
  return aiState(deps, userId)
}

const costView = ({ microCents, tokens }: Cost, isPriced: boolean) => ({
  cents: isPriced ? Math.round(microCents / 100) / 10_000 : null,
  tokens,
})

export function descriptionView(found: Described): DescriptionView {
  const { call, answer, offers, dropped } = found
  const isOpen = call !== null && call.state !== 'done'
  const outcome = call?.outcome ?? null
  const problem = outcome && outcomeSentences[outcome]
  const counts = Map.groupBy(dropped, ({ field, because }) => `${field} ${because}`)
  return {
    ...{ isOn: found.recipient !== null, recipient: found.recipient, isAgreed: found.isAgreed },
    state: isOpen ? 'asked' : problem !== null ? 'failed' : answer !== null ? 'answered' : 'none',
    ...{ problem: isOpen ? null : problem, problemCode: isOpen || problem === null ? null : outcome },
    retryAt: isOpen ? null : (call?.retryAt?.toISOString() ?? null),
    model: answer?.model ?? null,
    answeredAt: answer?.answeredAt.toISOString() ?? null,
    ...{ isStale: found.isStale, isRepaired: outcome === 'repaired' },
    spent: costView(found.spent, call?.isPriced ?? true),
    offers,
    dropped: [...counts.values()].map((same) => ({ ...same[0]!, count: same.length })),
  }
}
