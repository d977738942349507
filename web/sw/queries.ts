import { getNotificationsUnread } from '../../clients/typescript/api.ts'

export const unreadCount = async (): Promise<number> => (await getNotificationsUnread()).count
