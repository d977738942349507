import { randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { AppError, badInput } from '../server/core/errors.ts'
import { borrowDatabaseServer, startDatabaseServer } from '../test/harness/database-server.ts'
import { caseFolders } from './folder.ts'
import { folderLine, groupTable, totalLine } from './print.ts'
import { defaultDir, type FolderScore, runCases, total } from './runner.ts'
import { openShared } from './world.ts'

/** `npm run cases -- [DIR] [--only NAME] [--json]`: see README.md beside this file. */
const usage = 'npm run cases -- [DIR] [--only NAME] [--json]'
const root = fileURLToPath(new URL('../', import.meta.url))

async function main(): Promise<number> {
  const { dir, only, json } = readArgs()
  if (dir === undefined && !existsSync(defaultDir(root))) {
    process.stdout.write(`There are no cases at ${defaultDir(root)}: name another folder. ${usage}\n`)
    return 0
  }
  const from = dir === undefined ? defaultDir(root) : resolve(dir)
  if (!existsSync(from) || !statSync(from).isDirectory()) throw badInput(`${from} is no folder. ${usage}`)
  const isWanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part))
  if (caseFolders(from).filter(isWanted).length === 0)
    throw badInput(`${from} has no case${only.length > 0 ? ` named ${only.join(' or ')}` : ''}.`)
  const { DATABASE_URL: url } = process.env
  await using server = await (url === undefined
    ? startDatabaseServer()
    : borrowDatabaseServer(url, `cases_${randomBytes(6).toString('hex')}`))
  await using shared = await openShared(server)
  const scores: FolderScore[] = []
  for await (const score of runCases(from, shared, isWanted)) {
    scores.push(score)
    process.stdout.write(`${json ? JSON.stringify(score) : folderLine(score)}\n`)
  }
  const all = total(scores)
  process.stdout.write(json ? `${JSON.stringify(all)}\n` : `\n${groupTable(scores)}\n\n${totalLine(all)}\n`)
  return all.wrong.length === 0 ? 0 : 1
}

function readArgs() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    })
    if (positionals.length > 1) throw badInput(`One folder at a time. ${usage}`)
    return { dir: positionals[0], ...values }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw badInput(`${(error as Error).message} ${usage}`)
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
