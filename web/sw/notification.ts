/** What the server pushes: server/channels/webpush/payload.ts. */
export interface Pushed {
  title: string
  body: string
  page: string
  there?: { name: string; url: string }
  icon?: string
  tag: string
}

/** What a browser is given to show; a page or picture that is not of this origin is left out. */
export function shown({ title, body, page, there, icon, tag }: Pushed, origin: string) {
  const own = (path: string) =>
    path.startsWith('/') && URL.parse(path, origin)?.origin === origin ? path : null
  const to = own(page) ?? '/notifications'
  return {
    title,
    options: {
      body,
      tag,
      icon: (icon !== undefined && own(icon)) || '/assets/icon-192.png',
      badge: '/assets/badge-96.png',
      data: { page: to, ...(there && { there }) },
      ...(there && { actions: [{ action: 'there', title: there.name }] }),
    },
  }
}
