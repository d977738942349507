import type { Actor } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { badInput } from '../core/errors.ts'
import { accountNames, accountsNamed } from './store.ts'

const namesShown = 10

/** The account that a command is to act for, by its e-mail or name; bad input where that is none, or more than one. */
export async function actorNamed(sql: Sql, name: string): Promise<Actor> {
  const [found, another] = await accountsNamed(sql, name.trim())
  if (found && !another) return { userId: found.id, roles: [found.role] }
  const problem = found
    ? 'is the name of more than one account: give the e-mail'
    : `is no account; there are ${(await accountNames(sql, namesShown)).join(', ')}`
  throw badInput(`--as: ${JSON.stringify(name)} ${problem}.`, { as: problem })
}
