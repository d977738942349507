import { spawn } from 'node:child_process'
import { createServer } from 'vite'

/** `npm run dev`: the program, again after every change of a file, and the web app beside it, which reloads hot. */
const port = process.env.DEAL_SCOUT_PORT ?? '3000'
const api = spawn(process.execPath, ['--watch', 'server/cli.ts', 'start'], { stdio: 'inherit' })
const target = `http://127.0.0.1:${port}`
const vite = await createServer({
  configFile: new URL('vite.config.ts', import.meta.url).pathname,
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      // With the browser's own Host: a request whose origin is another is refused.
      ['/api', '/account', '/feeds', '/connections'].map((path) => [path, { target, changeOrigin: false }]),
    ),
  },
})
await vite.listen()
vite.printUrls()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    api.kill(signal)
    await vite.close()
  })
api.on('exit', (code) => process.exit(code ?? 0))
