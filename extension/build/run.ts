import { fileURLToPath } from 'node:url'
import { writeExtension } from './build-extension.ts'

/** `npm run build:extension`. */
const zip = await writeExtension(fileURLToPath(new URL('../dist', import.meta.url)))
process.stdout.write(`${zip}\n`)
