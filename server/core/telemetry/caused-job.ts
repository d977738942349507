import { type Cause, causeToKeep, keptCause } from './cause.ts'

/** Where a job keeps, beside its payload, because of what it was sent. */
interface Caused {
  _cause?: Cause
}

/** What a job is sent with: its payload, and because of what it is sent. */
export function withPresentCause(payload: object): object {
  const cause = causeToKeep()
  return cause === null ? payload : { ...payload, _cause: cause }
}

export const causeOf = (data: Caused) => keptCause(data._cause)

/** The payload alone, as the job declares it. */
export function payloadOf(data: Caused): object {
  const { _cause, ...payload } = data
  return payload
}
