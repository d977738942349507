import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
export const migrationsDir = here('../../migrations')
/** What `npm run build` makes of web/. */
export const builtWebDir = here('../../web/dist')
export const version = (JSON.parse(readFileSync(here('../../package.json'), 'utf8')) as { version: string })
  .version
