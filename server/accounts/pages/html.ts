import { encode } from 'html-entities'
import { csrfField } from '../../core/http-csrf.ts'

/** A field of a form: its name, what stands before it, and its HTML attributes. */
export interface PageField {
  name: string
  label: string
  type: 'email' | 'password' | 'text'
  /** What a browser may fill in: https://html.spec.whatwg.org/#autofill. */
  autocomplete: string
  minLength?: number
  value?: string
  optional?: boolean
  hint?: string
}

export interface PageForm {
  fields: PageField[]
  button: string
  /** Where it is sent; default: the page's own address. */
  action?: string
  /** Sent along, unseen. */
  hidden?: Record<string, string>
  /** Not sent, but read by a script, which shows it where it can. */
  data?: PageData
}

/** What a script finds, as `data-…`. */
export type PageData = Readonly<Record<string, string>>

export interface Page {
  title: string
  sentences?: string[]
  /** What went wrong with what was sent. */
  problem?: string
  forms?: PageForm[]
  /** Buttons that do nothing by themselves: a script shows them where it can do what they say. */
  actions?: { text: string; data: PageData }[]
  table?: { head: string[]; rows: string[][] }
  image?: { src: string; text: string }
  /** To be written down. */
  codes?: string[]
  links?: { href: string; text: string }[]
  /** Addresses of ours, in their order. */
  scripts?: readonly string[]
}

/** Of these pages besides what every answer has: they hold what is one person's. */
export const pageHeaders = { 'cache-control': 'no-store' }

/** A page without a script in itself. Every text in it is data, whoever wrote it. `csrf`: goes along with each form. */
export function htmlPage(page: Page, csrf?: string): string {
  const { title, sentences = [], problem, forms = [], actions = [], table, links = [], scripts = [] } = page
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${encode(title)} – Deal Scout</title>
<link rel="stylesheet" href="/account/style.css">
${scripts.map((src) => `<script src="${encode(src)}" defer></script>\n`).join('')}</head>
<body>
<main>
<h1>${encode(title)}</h1>
${problem === undefined ? '' : `<p class="problem" role="alert">${encode(problem)}</p>\n`}${sentences.map((text) => `<p>${encode(text)}</p>\n`).join('')}${imageOf(page)}${codesOf(page)}${table === undefined ? '' : tableOf(table)}${forms.map((form) => formOf(form, csrf)).join('')}${actions.map(({ text, data }) => `<p><button type="button" hidden${dataOf(data)}>${encode(text)}</button></p>\n`).join('')}${links.map(({ href, text }) => `<p><a href="${encode(href)}">${encode(text)}</a></p>\n`).join('')}</main>
</body>
</html>
`
}

function imageOf({ image }: Page): string {
  return image === undefined ? '' : `<img src="${encode(image.src)}" alt="${encode(image.text)}">\n`
}

function codesOf({ codes = [] }: Page): string {
  const items = codes.map((code) => `<li><code>${encode(code)}</code></li>\n`).join('')
  return items === '' ? '' : `<ul>\n${items}</ul>\n`
}

function dataOf(data: PageData): string {
  return Object.entries(data)
    .map(([name, value]) => ` data-${encode(name)}="${encode(value)}"`)
    .join('')
}

function formOf({ fields, button, action, hidden = {}, data }: PageForm, csrf?: string): string {
  const kept = Object.entries({ ...hidden, ...(csrf !== undefined && { [csrfField]: csrf }) }).map(
    ([name, value]) => `<input type="hidden" name="${encode(name)}" value="${encode(value)}">\n`,
  )
  const shown = data === undefined ? '' : ` hidden${dataOf(data)}`
  return `<form method="post"${action === undefined ? '' : ` action="${encode(action)}"`}${shown}>
${kept.join('')}${fields.map(fieldOf).join('')}<button type="submit">${encode(button)}</button>
</form>
`
}

function fieldOf({ name, label, type, autocomplete, minLength, value, optional, hint }: PageField): string {
  const attributes = [
    `type="${type}" name="${encode(name)}" autocomplete="${encode(autocomplete)}"`,
    ...(optional === true ? [] : ['required']),
    ...(minLength === undefined ? [] : [`minlength="${minLength}"`]),
    ...(value === undefined ? [] : [`value="${encode(value)}"`]),
  ]
  const small = hint === undefined ? '' : `<small>${encode(hint)}</small>`
  return `<label>${encode(label)}${small}<input ${attributes.join(' ')}></label>\n`
}

function tableOf({ head, rows }: { head: string[]; rows: string[][] }): string {
  const cells = (row: string[], tag: string) => row.map((cell) => `<${tag}>${encode(cell)}</${tag}>`).join('')
  return `<table>
<tr>${cells(head, 'th')}</tr>
${rows.map((row) => `<tr>${cells(row, 'td')}</tr>\n`).join('')}</table>
`
}

/** The same paper and ink as the web app has: docs/design.md. */
export const styleSheet = `:root { color-scheme: light dark; background: light-dark(#f4f1e9, #14130f); color: light-dark(#1c1a15, #f3efe5); }
body { font: 17px/1.5 "Archivo Variable", system-ui, sans-serif; margin: 0; }
main { max-width: 28em; margin: 10vh auto; padding: 0 1em; }
h1 { font-size: 1.6em; font-weight: 800; letter-spacing: -0.02em; border-bottom: 2px solid; padding-bottom: 0.4em; }
label, small { display: block; }
label { margin: 1em 0; font-weight: 600; }
small { font-weight: 400; color: light-dark(#625c4f, #aca493); }
input, button { font: inherit; border-radius: 6px; box-sizing: border-box; }
input { width: 100%; min-height: 2.6em; padding: 0 0.7em; color: inherit; background: light-dark(#fffdf8, #1e1c17); border: 1px solid light-dark(#ddd6c5, #38342b); }
button { min-height: 2.6em; padding: 0 1.2em; margin: 0.5em 0; font-weight: 600; cursor: pointer; border: 0; background: light-dark(#1c1a15, #f3efe5); color: light-dark(#fffdf8, #1e1c17); }
:focus-visible { outline: 2px solid light-dark(#1557c4, #8fb7ff); outline-offset: 2px; }
a { color: inherit; text-underline-offset: 4px; }
p { overflow-wrap: anywhere; }
.problem { border-left: 4px solid light-dark(#a32816, #ff9683); padding-left: 0.8em; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; }
img { width: 14em; max-width: 100%; background: #fff; }
code { font-size: 1.1em; }
th, td { text-align: left; padding: 0.3em 0.6em 0.3em 0; border-bottom: 1px solid #8886; }
`
