import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { badInput, conflict, notFound } from '../core/errors.ts'
import { type BuiltIn, builtIns } from './built-in.ts'
import { messageKinds, type TemplateInput, type TemplateView } from './schema.ts'
import {
  clearDefault,
  countTemplates,
  deleteTemplate,
  insertTemplate,
  lockTemplates,
  type StoredTemplate,
  templateNamed,
  updateTemplate,
} from './store.ts'
import { parseTemplate, type Template } from './template.ts'

export interface TemplateDeps {
  db: Db
  clock: Clock
}

const templatesMax = 200

/** Reads a template or throws bad input that points at the character. */
export function readTemplate(body: string): Template {
  const read = parseTemplate(body)
  if ('template' in read) return read.template
  const { line, column, message } = read.problem
  const where = `line ${line}, character ${column}: ${message}`
  throw badInput(`The template cannot be read: ${where}.`, { body: where })
}

export async function createTemplate(
  deps: TemplateDeps,
  userId: Authorized<'write'>,
  input: TemplateInput,
): Promise<StoredTemplate> {
  check(input)
  return deps.db.transaction(async (tx) => {
    await lockTemplates(tx, userId)
    if ((await countTemplates(tx, userId)) >= templatesMax) {
      throw conflict(
        'too-many-templates',
        `There are ${templatesMax} templates already: remove one that is no longer used.`,
      )
    }
    await makeRoom(tx, userId, null, input)
    return insertTemplate(tx, userId, input, deps.clock.now())
  })
}

/** Replaces the whole template. */
export async function changeTemplate(
  deps: TemplateDeps,
  userId: Authorized<'write'>,
  id: number,
  input: TemplateInput,
): Promise<StoredTemplate> {
  check(input)
  return deps.db.transaction(async (tx) => {
    await lockTemplates(tx, userId)
    await makeRoom(tx, userId, id, input)
    const changed = await updateTemplate(tx, userId, id, input, deps.clock.now())
    if (!changed) throw notFound('message template')
    return changed
  })
}

export async function removeTemplate(
  deps: TemplateDeps,
  userId: Authorized<'write'>,
  id: number,
): Promise<void> {
  if (!(await deleteTemplate(deps.db, userId, id))) throw notFound('message template')
}

function check(input: TemplateInput): void {
  readTemplate(input.body)
  const isTaken =
    /^\d+$/.test(input.name) ||
    (messageKinds as readonly string[]).includes(input.name) ||
    builtIns.some(({ name }) => name === input.name)
  if (isTaken) {
    throw badInput(`The name "${input.name}" means something else already: choose another.`, {
      name: 'is an id, a kind, or a built-in template',
    })
  }
}

async function makeRoom(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number | null,
  input: TemplateInput,
): Promise<void> {
  const same = await templateNamed(tx, userId, input.name)
  if (same && same.id !== id) {
    throw conflict(
      'template-exists',
      `There is a template named "${input.name}" already: choose another name.`,
    )
  }
  if (input.isDefault) await clearDefault(tx, userId, input)
}

export function templateView(stored: StoredTemplate): TemplateView {
  return {
    ...stored,
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  }
}

export function builtInView(one: BuiltIn): TemplateView {
  return { ...one, id: null, isDefault: false, createdAt: null, updatedAt: null }
}
