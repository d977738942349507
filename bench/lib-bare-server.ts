import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'

/**
 * The least that answers the same: Fastify and pg, which run for each address the statements that the program was seen to
 * run for it, and send their rows. Given a file of them and the address of the database; prints its own address.
 */
export interface Statement {
  name: string | undefined
  text: string
  values: unknown[]
}

const [file, connectionString, poolSize] = process.argv.slice(2)
const recorded = new Map(
  Object.entries(JSON.parse(readFileSync(file!, 'utf8')) as Record<string, Statement[]>),
)
const pool = new pg.Pool({ connectionString: connectionString!, max: Number(poolSize) })
const http = Fastify()
http.get('/*', async (request) => {
  const statements = recorded.get(request.url)
  if (!statements) throw new Error(`nothing is recorded of ${request.url}`)
  const answers: unknown[][] = []
  for (const { name, text, values } of statements) {
    const { rows } = await pool.query({ ...(name !== undefined && { name }), text, values })
    answers.push(rows)
  }
  return { items: answers }
})
process.stdout.write(`${await http.listen({ port: 0 })}\n`)
