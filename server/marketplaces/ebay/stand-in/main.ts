import { parseArgs } from 'node:util'
import { startEbayStandIn } from './server.ts'

/** `node server/marketplaces/ebay/stand-in/main.ts --port 0` prints its address and answers until it is ended. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const standIn = await startEbayStandIn({ port: Number(values.port) })
process.stdout.write(`${standIn.baseUrl}\n`)
