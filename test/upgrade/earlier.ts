import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { markOf } from '../../server/core/released-migrations.ts'

const root = join(import.meta.dirname, '../..')
const git = (...args: string[]) =>
  execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** The code as it was before the newest migration that only adds: what a rollout of this one replaces. */
export interface EarlierCode {
  commit: string
  /** What it does not know. */
  migration: string
}

/** Null, with the reason, where the history does not say: an export without it, a shallow clone. */
export function earlierCode(): EarlierCode | { none: string } {
  try {
    // `commit`, then the files that it added; a merge adds what its branch did, under the name that it has there.
    const added = git(
      'log',
      '-m',
      '--first-parent',
      '--diff-filter=A',
      '--name-only',
      '--format=commit %H',
      '--',
      'migrations/*.sql',
    )
    let commit = ''
    for (const line of added.split('\n')) {
      if (line.startsWith('commit ')) commit = line.slice('commit '.length)
      if (!/^migrations\/\d{4}.*\.sql$/.test(line) || !existsSync(join(root, line))) continue
      const migration = line.slice('migrations/'.length)
      if (markOf(git('show', `${commit}:${line}`))?.kind !== 'expand')
        return { none: `the newest migration (${migration}) takes something away` }
      git('cat-file', '-e', `${commit}^^{commit}`)
      return { commit: `${commit}^`, migration }
    }
    return { none: 'no migration is in the history' }
  } catch {
    return { none: 'there is no history of the code here (git)' }
  }
}

/** That code in a folder of its own, on the libraries of this one; `launcher` starts it. */
export function checkOut({ commit }: EarlierCode): { launcher: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-earlier-'))
  const tar = execFileSync('git', ['archive', commit, 'server', 'bin', 'migrations', 'package.json'], {
    cwd: root,
    maxBuffer: 2 ** 30,
  })
  execFileSync('tar', ['-x', '-C', folder], { input: tar })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    launcher: join(folder, 'bin/deal-scout.js'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
