import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { passwordLength } from '../passwords/passwords.ts'
import { htmlPage, type Page, type PageField, pageHeaders } from './html.ts'

export const signInPath = '/account/sign-in'
export const factorPath = '/account/second-factor'
/** What a browser is shown instead of a page that is not for who asks. */
export const pagesInstead = {
  'not-signed-in': signInPath,
  'passkey-wanted': signInPath,
  'second-factor-missing': factorPath,
}
export const hide = { hide: true }
/** What a browser sends of a form. */
export type Form = Record<string, string | undefined>

export function show(reply: FastifyReply, page: Page) {
  return reply
    .headers(pageHeaders)
    .type('text/html; charset=utf-8')
    .send(htmlPage(page, reply.request.csrfTokens?.[0]))
}

/** Runs what a form asks for; what the person can mend is told on the page. */
export async function answer(
  reply: FastifyReply,
  page: (problem: string) => Page,
  run: () => Promise<FastifyReply>,
) {
  try {
    return await run()
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    if (problem.retryAfterS !== undefined) reply.header('retry-after', problem.retryAfterS)
    return show(reply.status(problem.status), page(problem.message))
  }
}

function problemOf(error: unknown): Pick<AppError, 'status' | 'message' | 'retryAfterS'> | null {
  if (error instanceof z.ZodError) {
    const sentences = error.issues.map(({ path, message }) => `The ${String(path[0] ?? 'form')} ${message}.`)
    return { status: 422, message: sentences.join(' '), retryAfterS: undefined }
  }
  return error instanceof AppError && error.status < 500 ? error : null
}

export const asNotice = (problem: string): Page => ({ title: 'This does not work', problem })
export const done = (sentence: string): Page => ({
  title: 'Done',
  sentences: [sentence],
  links: [{ href: signInPath, text: 'Sign in' }],
})

/** Browsers send an empty text of what was left empty. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: Form,
  names: string[],
): z.output<Schema> {
  const given = Object.fromEntries(
    names.flatMap((name) => (form?.[name] === undefined || form[name] === '' ? [] : [[name, form[name]]])),
  )
  return schema.parse(given, {
    error: (issue) => (issue.input === undefined ? 'is missing' : undefined),
  })
}

export const nameField = (value = ''): PageField => ({
  ...{ name: 'name', label: 'Your name', type: 'text', autocomplete: 'name', optional: true, value },
})
export const emailField = (value: string): PageField => ({
  ...{ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value },
})
export const passwordField = (
  label: string,
  autocomplete: 'current-password' | 'new-password',
): PageField => ({
  ...{ name: 'password', label, type: 'password', autocomplete },
  ...(autocomplete === 'new-password' && {
    minLength: passwordLength.min,
    hint: `${passwordLength.min} characters or more; a few words do well.`,
  }),
})
/** Of an app or from paper. */
export const codeField = (label: string): PageField => ({
  ...{ name: 'code', label, type: 'text', autocomplete: 'one-time-code' },
})
