/** What of the inbox is shown, as its address says. */
export interface InboxSearch {
  unread?: 'yes'
}

export const readInboxSearch = ({ unread }: Record<string, unknown>): InboxSearch =>
  unread === 'yes' ? { unread } : {}
