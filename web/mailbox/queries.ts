import { queryOptions } from '@tanstack/react-query'
import {
  deleteMailbox,
  getMailbox,
  getMailboxes,
  type PatchMailboxBody,
  type PostMailboxesBody,
  patchMailbox,
  postMailboxes,
  postMailboxesFolders,
  postMailboxesPreview,
} from '../../clients/typescript/api.ts'

export type Mailbox = Awaited<ReturnType<typeof getMailboxes>>['items'][number]
export type MailboxDetail = Awaited<ReturnType<typeof getMailbox>>
export type MailPreview = Awaited<ReturnType<typeof postMailboxesPreview>>
export type NewMailbox = PostMailboxesBody

/** Mails come at any time, and nothing of it is live. */
const everyMs = 15_000

export const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'],
  queryFn: async ({ signal }) => (await getMailboxes({ signal })).items,
  refetchInterval: everyMs,
})

export const mailboxQuery = (id: number) =>
  queryOptions({
    queryKey: ['mailboxes', id],
    queryFn: ({ signal }) => getMailbox(id, { signal }),
    refetchInterval: everyMs,
  })

type Server = Pick<NewMailbox, 'host' | 'port' | 'security' | 'user' | 'access'>

export const listFolders = async (server: Server) => (await postMailboxesFolders(server)).folders
export const previewMailbox = (server: Server, folder: string, alsoSales: boolean) =>
  postMailboxesPreview({ ...server, folder, alsoSales })
export const addMailbox = (mailbox: NewMailbox) => postMailboxes(mailbox)
export const changeMailbox = (id: number, change: PatchMailboxBody) => patchMailbox(id, change)
export const removeMailbox = (id: number) => deleteMailbox(id)
