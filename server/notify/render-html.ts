import { encode } from 'html-entities'
import type { Message } from './message.ts'
import {
  demoNotice,
  factsOf,
  type ItemFacts,
  introOf,
  isDemo,
  links,
  moreCount,
  subjectOf,
} from './render.ts'

interface Html {
  readonly html: string
}

/** Builds HTML in which every interpolated string is escaped, for text and for quoted attributes alike. */
function html(strings: TemplateStringsArray, ...parts: (string | number | Html | Html[] | null)[]): Html {
  const rendered = parts.map((part) => {
    if (part === null) return ''
    if (Array.isArray(part)) return part.map((piece) => piece.html).join('')
    return typeof part === 'object' ? part.html : encode(String(part))
  })
  return { html: strings.reduce((text, piece, index) => text + rendered[index - 1] + piece) }
}

const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;'

/** Font, size and a fitting line height in pixels; a word longer than the line breaks. */
function text(sizePx: number): string {
  return `${font}font-size:${sizePx}px;line-height:${Math.round(sizePx * 1.4)}px;overflow-wrap:anywhere;word-break:break-word;`
}

/** Green for a bargain, amber for a fair deal, slate below; each dark enough for white text. */
export function scoreColor(score: number): string {
  if (score >= 75) return '#15803d'
  return score >= 50 ? '#b45309' : '#475569'
}

/** A whole HTML document for e-mail: tables and inline styles; colours turn with the reader's dark mode. */
export function renderHtml(message: Message, baseUrl: string, itemsMax: number): string {
  const shown = message.items.slice(0, itemsMax).map((item) => factsOf(item, baseUrl))
  const more = moreCount(message, shown.length)
  const intro = introOf(message)
  const first = shown[0]
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subjectOf(message)}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #0f172a !important; }
  .card { background-color: #1e293b !important; border-color: #334155 !important; }
  .ink { color: #f1f5f9 !important; }
  .soft { color: #a8b5c7 !important; }
  .link { color: #93c5fd !important; }
  .good { color: #86efac !important; }
  .care { color: #fca5a5 !important; }
  .demo { background-color: #422006 !important; color: #fde68a !important; border-color: #a16207 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f1f5f9;">
<div style="display:none;max-height:0;overflow:hidden;">${first ? `${first.price} · score ${first.score} of 100 · ${first.marketplace}` : (intro[0] ?? '')}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f1f5f9;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;">
<tr><td class="soft" style="${text(13)}letter-spacing:0.4px;color:#475569;padding:0 4px 6px 4px;">Deal Scout</td></tr>
<tr><td class="ink" style="${text(22)}font-weight:700;color:#0f172a;padding:0 4px 16px 4px;">${subjectOf(message)}</td></tr>
${isDemo(message) ? demoRow() : null}
${intro.map((line) => html`<tr><td class="soft" style="${text(15)}color:#475569;padding:0 4px 16px 4px;">${line}</td></tr>`)}
${shown.map(itemRow)}
${more > 0 ? html`<tr><td align="center" style="${text(15)}padding:4px 0 16px 0;"><a class="link" href="${links.notifications(baseUrl)}" style="color:#1d4ed8;">+${more} more in Deal Scout</a></td></tr>` : null}
<tr><td class="soft" style="${text(12)}color:#475569;padding:8px 4px;"><a class="link" href="${baseUrl}" style="color:#1d4ed8;">Open Deal Scout</a> &middot; <a class="link" href="${links.settings(baseUrl)}" style="color:#1d4ed8;">Change what you are told</a></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.html
}

function demoRow(): Html {
  return html`<tr><td style="padding:0 0 16px 0;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="demo" style="${text(14)}font-weight:700;color:#713f12;background-color:#fef9c3;border:1px solid #ca8a04;border-radius:8px;padding:10px 14px;">${demoNotice}</td></tr></table></td></tr>`
}

function itemRow(facts: ItemFacts): Html {
  const target = facts.listingUrl ?? facts.dealScoutUrl
  const rows = [
    headRow(facts, target),
    facts.fairValue &&
      cardRow(
        html`<span class="ink" style="${text(14)}color:#0f172a;"><b>Fair value</b> ${facts.fairValue}</span>`,
      ),
    facts.also && cardRow(html`<span class="soft" style="${text(14)}color:#475569;">${facts.also}</span>`),
    facts.caution &&
      cardRow(
        html`<span class="care" style="${text(14)}font-weight:700;color:#b91c1c;">${facts.caution}</span>`,
      ),
    facts.profit && cardRow(html`<span class="ink" style="${text(14)}color:#0f172a;">${facts.profit}</span>`),
    facts.scoreParts.length > 0 && cardRow(scoreTable(facts)),
    facts.because &&
      cardRow(
        html`<span class="soft" style="${text(13)}font-style:italic;color:#475569;">${facts.because}</span>`,
      ),
    cardRow(buttons(facts)),
  ].filter((row) => typeof row === 'object' && row !== null)
  return html`<tr><td style="padding:0 0 16px 0;">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#ffffff;border:1px solid #e2e8f0;border-radius:12px;">
${rows}<tr><td height="16" style="font-size:0;line-height:16px;">&nbsp;</td></tr>
</table>
</td></tr>
`
}

function cardRow(content: Html): Html {
  return html`<tr><td style="padding:12px 16px 0 16px;">${content}</td></tr>
`
}

function headRow(facts: ItemFacts, target: string): Html {
  const where = [facts.condition && `Condition: ${facts.condition}`, facts.where].filter(Boolean).join(' · ')
  const posted = [facts.marketplace, facts.posted && `posted ${facts.posted}`].filter(Boolean).join(' · ')
  const picture =
    facts.imageUrl &&
    html`<td width="112" valign="top" style="padding:4px 16px 0 0;"><a href="${target}"><img src="${facts.imageUrl}" width="112" alt="" style="display:block;width:112px;max-width:112px;height:auto;border:0;border-radius:8px;"></a></td>`
  const was =
    facts.previousPrice &&
    html` <s class="soft" style="font-size:15px;font-weight:400;color:#475569;">${facts.previousPrice}</s>`
  const score = scoreColor(facts.score)
  return cardRow(html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
${picture || null}<td valign="top">
<div style="${text(17)}font-weight:600;"><a class="ink" href="${target}" style="color:#0f172a;text-decoration:none;">${facts.demo ? '[DEMO] ' : ''}${facts.title}</a></div>
<div class="ink" style="${text(22)}font-weight:700;color:#0f172a;padding:6px 0 2px 0;">${facts.price}${was || null}</div>
<div style="${text(14)}padding:4px 0;"><span style="display:inline-block;background-color:${score};color:#ffffff;font-weight:700;border-radius:6px;padding:2px 10px;">Score ${facts.score} of 100</span></div>
${facts.comparison ? line(facts.comparison, facts.belowValue ? 'good' : 'soft') : null}${where ? line(where, 'soft') : null}${line(posted, 'soft')}</td>
</tr></table>`)
}

function scoreTable(facts: ItemFacts): Html {
  const rows = facts.scoreParts.map(
    (
      part,
    ) => html`<tr><td class="soft" width="44" valign="top" align="right" style="${text(13)}color:#475569;white-space:nowrap;padding:2px 10px 2px 0;">${part.points}</td><td class="soft" valign="top" style="${text(13)}color:#475569;padding:2px 0;"><b class="ink" style="color:#0f172a;">${capital(part.label)}</b> ${part.sentence}</td></tr>
`,
  )
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${rows}</table>`
}

function buttons(facts: ItemFacts): Html {
  const listing =
    facts.listingUrl &&
    html`<td bgcolor="#1d4ed8" style="background-color:#1d4ed8;border-radius:8px;"><a href="${facts.listingUrl}" style="${text(15)}display:inline-block;padding:9px 18px;font-weight:600;color:#ffffff;text-decoration:none;">Open listing</a></td><td width="16">&nbsp;</td>`
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${listing || null}<td><a class="link" href="${facts.dealScoutUrl}" style="${text(14)}color:#1d4ed8;">See it in Deal Scout</a></td></tr></table>`
}

function line(content: string, tone: 'soft' | 'good'): Html {
  const color = tone === 'good' ? '#15803d' : '#475569'
  return html`<div class="${tone}" style="${text(14)}color:${color};padding:2px 0 0 0;">${content}</div>
`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
