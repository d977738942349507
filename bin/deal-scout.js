#!/usr/bin/env node
// Runs the program on the Node that this package pins, whatever Node started this file.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pinned = [join(root, 'node_modules/node/bin/node'), join(root, '../node/bin/node')].find(existsSync)
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24
if (!pinned && !isNewEnough) {
  console.error(
    `deal-scout: needs Node 24, which "npm ci" installs beside it; it is missing (were install scripts switched off?) and this is Node ${process.versions.node}. Run "npm ci" again, or start it with Node 24.`,
  )
  process.exit(1)
}
const child = spawn(pinned ?? process.execPath, [join(root, 'server/cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
