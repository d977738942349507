import { encode } from 'html-entities'

export interface Html {
  readonly html: string
}

/** Builds HTML in which every interpolated string is escaped, for text and for quoted attributes alike. */
export function html(
  strings: TemplateStringsArray,
  ...parts: (string | number | Html | Html[] | null)[]
): Html {
  const rendered = parts.map((part) => {
    if (part === null) return ''
    if (Array.isArray(part)) return part.map((piece) => piece.html).join('')
    return typeof part === 'object' ? part.html : encode(String(part))
  })
  return { html: strings.reduce((text, piece, index) => text + rendered[index - 1] + piece) }
}

/** Colours of text by what it is, for a light and a dark page; readable on `surfaces` of the same mode. */
export const tones = {
  ink: { light: '#0f172a', dark: '#f1f5f9' },
  soft: { light: '#475569', dark: '#a8b5c7' },
  link: { light: '#1d4ed8', dark: '#93c5fd' },
  good: { light: '#15803d', dark: '#86efac' },
  care: { light: '#b91c1c', dark: '#fca5a5' },
} as const
export type Tone = keyof typeof tones

export const surfaces = {
  page: { light: '#f1f5f9', dark: '#0f172a' },
  card: { light: '#ffffff', dark: '#1e293b' },
} as const

/** A notice that has a colour of its own, text and ground. */
export const demoColors = {
  text: { light: '#713f12', dark: '#fde68a' },
  ground: { light: '#fef9c3', dark: '#422006' },
  border: { light: '#ca8a04', dark: '#a16207' },
} as const

export const edge = { light: '#e2e8f0', dark: '#334155' } as const

/** White text on these is readable in both modes, so they stay as they are. */
export const buttonColor = '#1d4ed8'

const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;'

/** Font, size and a fitting line height in pixels; a word longer than the line breaks. */
export function size(sizePx: number): string {
  return `${font}font-size:${sizePx}px;line-height:${Math.round(sizePx * 1.4)}px;overflow-wrap:anywhere;word-break:break-word;`
}

/** Inline colour of a tone; the element needs the class of the same name, by which the dark mode recolours it. */
export function tone(name: Tone): string {
  return `color:${tones[name].light};`
}

/**
 * The colours of the dark mode, by the media query and by the attributes that Outlook sets instead ([data-ogsc] where it
 * changed colours of text, [data-ogsb] where it changed grounds). Outlook's stand in a sheet of their own: some mail
 * programs drop a whole sheet for one selector they do not know.
 */
export function darkSheets(): Html {
  const textRules = [
    ...Object.entries(tones).map(([name, { dark }]) => [name, `color:${dark}`] as const),
    ['demo', `color:${demoColors.text.dark}`] as const,
  ]
  const groundRules = [
    ...Object.entries(surfaces).map(([name, { dark }]) => [name, `background-color:${dark}`] as const),
    ['card', `border-color:${edge.dark}`] as const,
    ['row', `border-color:${edge.dark}`] as const,
    ['demo', `background-color:${demoColors.ground.dark}`] as const,
    ['demo', `border-color:${demoColors.border.dark}`] as const,
  ]
  const sheet = (prefix: string, rules: (readonly [string, string])[]) =>
    rules.map(([name, style]) => `${prefix}.${name}{${style} !important}`).join('\n')
  return {
    html: `<style>
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
${sheet('', [...textRules, ...groundRules])}
}
</style>
<style>
${sheet('[data-ogsc] ', textRules)}
${sheet('[data-ogsb] ', groundRules)}
</style>`,
  }
}
