/** What is known of a followed listing; `unread` = its page was not read yet. */
export const watchStates = ['unread', 'active', 'pending', 'sold', 'gone'] as const
