import { get } from 'node:http'

/**
 * Ends well if the port for operators says so: `health.ts [livez|readyz]`. Whether it lives is asked by default, since some
 * who run containers end those that are not well, and a program that waits for its database is.
 */
const [, , asked = 'livez'] = process.argv
const port = process.env.DEAL_SCOUT_OPS_PORT

get({ host: '127.0.0.1', port, path: `/${asked}`, timeout: 4000 }, (answer) => {
  answer.resume()
  process.exitCode = answer.statusCode === 200 ? 0 : 1
})
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
