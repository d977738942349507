import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import type { AnswerKeeper, Begun, KeptAnswer, KeyedRequest } from '../core/http-idempotency.ts'
import type { SealedColumn } from '../core/sealed-column.ts'
import type { Secrets } from '../core/secrets.ts'
import { readKey, releaseKey, renewKey, takeKey, takeOver, writeAnswer } from './answer-store.ts'

export const answersKeptMs = 24 * 3_600_000
/** An attempt says three times as often that it goes on. */
const leaseMs = 60_000
const purpose = 'idempotency'

export const sealedAnswers: SealedColumn = {
  ...{ table: 'kept_answers', column: 'answer', key: ['user_id', 'key'] },
  contextOf: (userId, key) => `kept answer ${userId} ${key}`,
}

/**
 * Keeps the answers to requests with an `Idempotency-Key` for 24 h. What a process that died had begun may be tried again a
 * minute later; whether it had been done is not known then, so what cannot bear to be done twice has its own guard.
 * Answers are sealed, since they may hold what is shown once.
 */
export function keepAnswers({
  db,
  clock,
  secrets,
}: {
  db: Db
  clock: Clock
  secrets: Pick<Secrets, 'seal' | 'open' | 'sign' | 'isSigned'>
}): AnswerKeeper {
  const contentOf = ({ route, content }: KeyedRequest) => `${route}\n${content}`
  const contextOf = ({ userId, key }: KeyedRequest) => sealedAnswers.contextOf(`${userId}`, key)
  const leasedUntil = () => new Date(clock.now().getTime() + leaseMs)

  async function look(asked: KeyedRequest): Promise<Begun | null> {
    const row = await readKey(db, asked.userId, asked.key)
    if (row === null) return null
    if (!secrets.isSigned(contentOf(asked), purpose, row.request)) return { state: 'other' }
    if (row.status !== null) {
      const kept = JSON.parse(secrets.open(row.answer!, contextOf(asked))) as Omit<KeptAnswer, 'status'>
      return { state: 'answered', answer: { ...kept, status: row.status } }
    }
    if (row.leasedUntil > clock.now()) return { state: 'under-way' }
    const { userId, key, token } = asked
    const isOurs = await takeOver(db, { userId, key, from: row.token, token, leasedUntil: leasedUntil() })
    return { state: isOurs ? 'new' : 'under-way' }
  }

  return {
    async begin(asked) {
      const now = clock.now()
      const { userId, key, route, token } = asked
      const request = secrets.sign(contentOf(asked), purpose)
      const row = { userId, key, route, request, token, now, leasedUntil: leasedUntil() }
      const isOurs = await takeKey(db, row, new Date(now.getTime() - answersKeptMs))
      // Gone between the two looks means that the first attempt failed: to ask again is right.
      return isOurs ? { state: 'new' } : ((await look(asked)) ?? { state: 'under-way' })
    },
    renew: (asked) => renewKey(db, asked, leasedUntil()),
    keep: (asked, { status, ...answer }) =>
      writeAnswer(db, asked, { status, sealed: secrets.seal(JSON.stringify(answer), contextOf(asked)) }),
    release: (asked) => releaseKey(db, asked),
  }
}
