import { defineConfig } from 'drizzle-kit'

/** Only `generate` and its check are used; migrations are applied by server/core/migrate.ts. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/**/tables.ts',
  out: './migrations',
})
