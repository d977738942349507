import { GetNotificationsState } from '../../clients/typescript/api.ts'

type State = (typeof GetNotificationsState)[keyof typeof GetNotificationsState]

/** What of the inbox is shown, as its address says. */
export interface InboxSearch {
  unread?: 'yes'
  /** A rule that it is because of. */
  rule?: number
  /** It went by this channel; with `state`, this became of it there. */
  channel?: string
  state?: State
}

export const states = Object.values(GetNotificationsState)

export function readInboxSearch(given: Record<string, unknown>): InboxSearch {
  const rule = /^[1-9]\d{0,14}$/.test(String(given.rule)) ? Number(given.rule) : undefined
  const channel = String(given.channel ?? '').slice(0, 100)
  const state = states.find((one) => one === given.state)
  return {
    ...(given.unread === 'yes' && { unread: 'yes' }),
    ...(rule !== undefined && { rule }),
    ...(channel !== '' && { channel }),
    ...(state !== undefined && { state }),
  }
}

/** Whether it is narrowed by more than what was read. */
export const isFiltered = ({ rule, channel, state }: InboxSearch) =>
  rule !== undefined || channel !== undefined || state !== undefined
