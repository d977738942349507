import { authorized } from '../core/actor.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { whole } from '../core/paging.ts'
import {
  addMailbox,
  changeMailbox,
  listFolders,
  type MailboxDeps,
  mailboxViews,
  previewMailbox,
  removeMailbox,
  viewMailbox,
} from './mailboxes.ts'
import {
  foldersSchema,
  mailboxDetailSchema,
  mailboxInputSchema,
  mailboxPatchSchema,
  mailboxSchema,
  mailPreviewSchema,
  mailServerSchema,
  previewInputSchema,
} from './schema.ts'

const tags = ['mailboxes']
/** A look at a mail server that stores nothing. */
const look = { access: 'write', limit: 'costly', changesNothing: true } as const

/** A person's own mail, from which alerts of marketplaces are read. No answer has a password in it. */
export function mailboxRoutes(http: Http, deps: MailboxDeps): void {
  http.get(
    '/api/mailboxes',
    {
      schema: {
        tags,
        description: 'Your mailboxes, and how it goes with them.',
        response: { 200: pageOf(mailboxSchema) },
      },
    },
    async ({ actor }) => whole(await mailboxViews(deps, authorized(actor, 'read'))),
  )
  http.post(
    '/api/mailboxes/folders',
    {
      config: look,
      schema: {
        tags,
        description: 'Signs in to a mail server and lists its folders. Stores nothing.',
        body: mailServerSchema,
        response: { 200: foldersSchema },
      },
    },
    async ({ body, actor }) => {
      authorized(actor, 'write')
      return { folders: await listFolders(deps, body) }
    },
  )
  http.post(
    '/api/mailboxes/preview',
    {
      config: look,
      schema: {
        tags,
        description:
          'What would be read of a folder: its newest mails of marketplaces with what they hold. Of other mails only the sender is looked at. Stores nothing, and changes nothing in the mailbox.',
        body: previewInputSchema,
        response: { 200: mailPreviewSchema },
      },
    },
    async ({ body, actor }) => {
      authorized(actor, 'write')
      return previewMailbox(deps, body)
    },
  )
  http.post(
    '/api/mailboxes',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description:
          'Connects a folder of your mail once it could be opened, for reading alone. Its alerts become listings that only you see.',
        body: mailboxInputSchema,
        response: { 201: mailboxSchema },
      },
    },
    async ({ body, actor }, reply) => {
      const made = await addMailbox(deps, authorized(actor, 'write'), body)
      return reply.status(201).header('location', `/api/mailboxes/${made.id}`).send(made)
    },
  )
  http.get(
    '/api/mailboxes/:id',
    {
      schema: {
        tags,
        description: 'With its senders, and the last mails of marketplaces.',
        params: idParam,
        response: { 200: mailboxDetailSchema },
      },
    },
    async ({ params, actor }) => viewMailbox(deps, authorized(actor, 'read'), params.id),
  )
  http.patch(
    '/api/mailboxes/:id',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description: 'What is left out stays. Another folder or server is read anew.',
        params: idParam,
        body: mailboxPatchSchema,
        response: { 200: mailboxSchema },
      },
    },
    async ({ params, body, actor }) => changeMailbox(deps, authorized(actor, 'write'), params.id, body),
  )
  http.delete(
    '/api/mailboxes/:id',
    {
      schema: {
        tags,
        description: 'Forgets it with its password; its listings stay, and your mail as it is.',
        params: idParam,
        response: { 204: noContent },
      },
    },
    async ({ params, actor }, reply) => {
      await removeMailbox(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
}
