import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { makeMarketplace } from './make.ts'

/** `npm run new:marketplace ID -- --name "Its name" --host www.example.com --currency EUR`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    host: { type: 'string' },
    currency: { type: 'string', default: 'EUR' },
  },
})
const [id = ''] = positionals
try {
  const files = makeMarketplace({
    id,
    name: values.name ?? id.charAt(0).toUpperCase() + id.slice(1),
    host: values.host ?? `www.${id}.example`,
    currency: values.currency,
  })
  process.stdout.write(`${files.map((file) => relative(process.cwd(), file)).join('\n')}

It works, for a site that there is not. Its tests, then what is marked with TODO:
  npx vitest run server/marketplaces/${id} server/marketplaces/contract.test.ts
  grep -rn TODO server/marketplaces/${id} docs/marketplaces/${id}.md
How on: docs/adding-a-marketplace.md
`)
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : error}\nUsage: npm run new:marketplace ID -- --name "Its name" --host www.example.com --currency EUR\n`,
  )
  process.exitCode = 1
}
