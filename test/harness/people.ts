import type { Overrides } from '../../server/app/app.ts'
import type { AccountRole } from '../../server/core/actor.ts'
import type { Sql } from '../../server/core/db.ts'

/** An account beside the owner's; its id. */
export async function addPerson(sql: Sql, name: string, role: AccountRole = 'member'): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    'INSERT INTO users (name, role) VALUES ($1, $2) RETURNING id',
    [name, role],
  )
  return rows[0]!.id
}

/** Stands in for a sign-in: a header says who asks. */
const personHeader = 'x-person'

/** The owner asks, or whom `askAs` names, who is a member. */
export const actorByHeader = (owner: () => number): Pick<Overrides, 'actorOf'> => ({
  actorOf: async ({ headers }) => {
    const userId = headers[personHeader] === undefined ? owner() : Number(headers[personHeader])
    return { userId, roles: [userId === owner() ? 'owner' : 'member'] }
  },
})

/** Sends JSON, or a form, for a person. */
export async function askAs(
  address: string | null,
  person: number,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string; body: never }> {
  const isForm = body instanceof FormData
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: {
      [personHeader]: String(person),
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    text,
    body: (text.startsWith('{') ? JSON.parse(text) : null) as never,
  }
}
