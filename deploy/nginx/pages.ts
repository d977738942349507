import { createHash } from 'node:crypto'

/** What nginx says itself where Deal Scout cannot: by the status, to people and to programs. */
interface Notice {
  code: string
  title: string
  detail: string
  /** After how many seconds to ask again; '' where that changes nothing. */
  retryAfterS: number | ''
  page: Readonly<Record<'en' | 'de', { title: string; text: string }>>
}

const notices: Readonly<Record<number, Notice>> = {
  413: {
    code: 'body-too-large',
    title: 'Body is too large',
    detail: 'Send less at once: files of 512 MiB at most.',
    retryAfterS: '',
    page: {
      en: { title: 'Too large', text: 'A file may have 512 MiB at most. Send it in parts.' },
      de: { title: 'Zu groß', text: 'Eine Datei darf höchstens 512 MiB haben. Schicken Sie sie in Teilen.' },
    },
  },
  429: {
    code: 'too-many-requests',
    title: 'Too many requests',
    detail: 'Ask again after `Retry-After` seconds, and less often.',
    retryAfterS: 2,
    page: {
      en: { title: 'Too fast', text: 'Too many requests came from your address. Wait a moment.' },
      de: {
        title: 'Zu schnell',
        text: 'Von Ihrer Adresse kamen zu viele Anfragen. Warten Sie einen Moment.',
      },
    },
  },
  502: {
    code: 'program-away',
    title: 'Deal Scout does not answer',
    detail: 'Ask again after `Retry-After` seconds.',
    retryAfterS: 5,
    page: {
      en: {
        title: 'Back in a moment',
        text: 'Deal Scout does not answer right now. Nothing is lost; this page looks again by itself.',
      },
      de: {
        title: 'Gleich wieder da',
        text: 'Deal Scout antwortet gerade nicht. Nichts ist verloren; diese Seite sieht von selbst wieder nach.',
      },
    },
  },
  503: {
    code: 'maintenance',
    title: 'Maintenance',
    detail: 'Its operator is at work on it. Ask again after `Retry-After` seconds.',
    retryAfterS: 60,
    page: {
      en: {
        title: 'Being worked on',
        text: 'Deal Scout is switched off for maintenance. Nothing is lost; this page looks again by itself.',
      },
      de: {
        title: 'Wartung',
        text: 'Deal Scout wird gerade gewartet. Nichts ist verloren; diese Seite sieht von selbst wieder nach.',
      },
    },
  },
  504: {
    code: 'program-slow',
    title: 'Deal Scout takes too long',
    detail: 'Look whether it was done before you ask again.',
    retryAfterS: 60,
    page: {
      en: {
        title: 'That takes long',
        text: 'Deal Scout did not answer in time. This page looks again by itself.',
      },
      de: {
        title: 'Das dauert',
        text: 'Deal Scout hat nicht rechtzeitig geantwortet. Diese Seite sieht von selbst wieder nach.',
      },
    },
  },
}

/** The paper and ink of the other pages (server/accounts/pages/html.ts), which is not there to be asked for. */
const style =
  ':root{color-scheme:light dark;background:light-dark(#f4f1e9,#14130f);color:light-dark(#1c1a15,#f3efe5)}' +
  'body{font:17px/1.5 system-ui,sans-serif;margin:0}main{max-width:28em;margin:10vh auto;padding:0 1em}' +
  'h1{font-size:1.6em;font-weight:800;letter-spacing:-.02em;border-bottom:2px solid;padding-bottom:.4em}'

function pageOf(language: 'en' | 'de', { page, retryAfterS }: Notice): string {
  const { title, text } = page[language]
  // What was posted would be lost by asking for the same address anew; only a page that was looked at comes back to itself.
  const again = retryAfterS === '' ? '' : `<meta http-equiv="refresh" content="${Math.max(10, retryAfterS)}">`
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${again}` +
    `<title>${title} – Deal Scout</title><style>${style}</style></head>` +
    `<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`
  )
}

function problemOf(status: number, { code, title, detail }: Notice): string {
  return JSON.stringify({
    type: `urn:deal-scout:problem:${code}`,
    title,
    status,
    detail,
    code,
    requestId: '',
  })
}

/** What a browser may do with such a page: nothing but show its one style. */
export const pagePolicy = `default-src 'none';style-src 'sha256-${createHash('sha256').update(style).digest('base64')}';frame-ancestors 'none';base-uri 'none';form-action 'none'`

/** deploy/nginx/deal-scout-pages.conf. nginx reads a text of up to 4 KB, in which a dollar begins a variable. */
export function pagesConf(): string {
  const all = Object.entries(notices).map(([status, notice]) => [Number(status), notice] as const)
  const cases = (wordsOf: (status: number, notice: Notice) => string) =>
    all.map(([status, notice]) => `    ${status} ${quoted(wordsOf(status, notice))};\n`).join('')
  return `# Written by "npm run generate" from deploy/nginx/pages.ts: what nginx says itself where Deal Scout does not answer.

map $http_accept_language $deal_scout_language {
    default en;
    "~^\\s*de\\b" de;
}
map $status $deal_scout_page_en {
    default '';
${cases((_, notice) => pageOf('en', notice))}}
map $status $deal_scout_page_de {
    default '';
${cases((_, notice) => pageOf('de', notice))}}
map $deal_scout_language $deal_scout_page {
    default $deal_scout_page_en;
    de $deal_scout_page_de;
}
map $status $deal_scout_problem {
    default '';
${cases(problemOf)}}
map $status $deal_scout_retry_after {
    default '';
${cases((_, { retryAfterS }) => String(retryAfterS))}}
map '' $deal_scout_page_policy {
    default ${quoted(pagePolicy, '"')};
}
`
}

function quoted(text: string, mark = "'"): string {
  if (text.includes(mark) || /[$\\\n]/.test(text) || Buffer.byteLength(text) > 3500)
    throw new Error(`nginx cannot be given this text: ${text}`)
  return `${mark}${text}${mark}`
}
