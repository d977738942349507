import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Plugin } from 'vite'

const paper = '#f6f3ea'

/** Where a phone shows the app's sign in a shape of its own, only what is in the middle is sure to be seen. */
const icons = [
  { name: 'icon-192.png', size: 192, share: 0.84 },
  { name: 'icon-512.png', size: 512, share: 0.84 },
  { name: 'icon-maskable-192.png', size: 192, share: 0.58, ground: paper, purpose: 'maskable' },
  { name: 'icon-maskable-512.png', size: 512, share: 0.58, ground: paper, purpose: 'maskable' },
  // Of Apple: neither a manifest nor a shape of its own.
  { name: 'icon-apple-180.png', size: 180, share: 0.66, ground: paper, purpose: 'apple' },
  // Beside a notification phones show its outline alone.
  { name: 'badge-96.png', size: 96, share: 0.9, purpose: 'badge' },
]

const manifest = {
  id: '/',
  name: 'Deal Scout',
  short_name: 'Deal Scout',
  description: 'Second-hand deals below their value.',
  start_url: '/deals',
  scope: '/',
  display: 'standalone',
  background_color: paper,
  theme_color: paper,
  categories: ['shopping'],
  icons: icons
    .filter(({ purpose }) => purpose === undefined || purpose === 'maskable')
    .map(({ name, size, purpose }) => ({
      ...{ src: `/assets/${name}`, sizes: `${size}x${size}`, type: 'image/png' },
      purpose: purpose ?? 'any',
    })),
  shortcuts: [
    { name: 'Deals', url: '/deals' },
    { name: 'Inbox', url: '/notifications' },
    { name: 'New rule', url: '/rules/new' },
  ],
  share_target: {
    action: '/share',
    method: 'GET',
    enctype: 'application/x-www-form-urlencoded',
    params: { title: 'title', text: 'text', url: 'url' },
  },
}

/** What makes the app one that can be installed: its manifest, and its sign in every size, drawn from one picture. */
export function installable(picture: string): Plugin {
  let svg = ''
  return {
    name: 'installable',
    apply: 'build',
    configResolved({ root }) {
      svg = readFileSync(join(root, picture), 'utf8')
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: '/assets/app.webmanifest' }, injectTo: 'head' },
      {
        tag: 'link',
        attrs: { rel: 'apple-touch-icon', href: '/assets/icon-apple-180.png' },
        injectTo: 'head',
      },
    ],
    async generateBundle() {
      const emit = (fileName: string, source: string | Buffer) =>
        this.emitFile({ type: 'asset', fileName: `assets/${fileName}`, source })
      emit('app.webmanifest', JSON.stringify(manifest))
      for (const { name, size, share, ground, purpose } of icons) {
        const inner = Math.round(size * share)
        const drawn =
          purpose === 'badge'
            ? svg.replace(/<circle[^>]*r="4"[^>]*\/>/, '').replace(/#[\da-f]{6}/g, '#fff')
            : svg
        const mark = await sharp(Buffer.from(drawn), { density: (72 * inner) / 32 })
          .resize(inner, inner)
          .png()
          .toBuffer()
        const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 }
        emit(
          name,
          await sharp({ create: { width: size, height: size, channels: 4, background } })
            .composite([{ input: mark }])
            .png({ compressionLevel: 9, palette: true })
            .toBuffer(),
        )
      }
    },
  }
}
