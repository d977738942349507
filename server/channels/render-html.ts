import type { Message } from '../model/message.ts'
import {
  buttonColor,
  darkSheets,
  demoColors,
  edge,
  type Html,
  html,
  size,
  surfaces,
  tone,
} from './html-style.ts'
import {
  codeOf,
  factsOf,
  groupsOf,
  type ItemFacts,
  type ItemGroup,
  introOf,
  isDemo,
  links,
  moreCount,
  subjectOf,
} from './render.ts'
import { webUrl } from './safe-text.ts'
import { type Words, wordsOf } from './words.ts'

/** Green for a bargain, amber for a fair deal, slate below; each dark enough for white text. */
export function scoreColor(score: number): string {
  if (score >= 75) return '#15803d'
  return score >= 50 ? '#b45309' : '#475569'
}

/**
 * A whole HTML document for e-mail: tables and inline styles; colours turn with the reader's dark mode. A digest is
 * grouped by rule. `unsubscribeUrl` is where one click ends these messages, null where there is no such thing.
 */
export function renderHtml(
  message: Message,
  baseUrl: string,
  itemsMax: number,
  unsubscribeUrl: string | null = null,
): string {
  const groups = groupsOf(message, baseUrl, itemsMax)
  const shown = Math.min(message.items.length, itemsMax)
  const more = moreCount(message, shown)
  const { confirm, ...rest } = message
  const intro = introOf(rest)
  const words = wordsOf(message)
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subjectOf(message)}</title>
${darkSheets()}
</head>
<body class="page" style="margin:0;padding:0;background-color:${surfaces.page.light};">
<div style="display:none;max-height:0;overflow:hidden;">${previewOf(message, baseUrl, intro)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${surfaces.page.light}" style="background-color:${surfaces.page.light};">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;">
<tr><td class="soft" style="${size(13)}letter-spacing:0.4px;${tone('soft')}padding:0 4px 6px 4px;">Deal Scout</td></tr>
<tr><td class="ink" style="${size(22)}font-weight:700;${tone('ink')}padding:0 4px 16px 4px;">${subjectOf(message)}</td></tr>
${isDemo(message) ? demoRow(words) : null}
${intro.map((line) => html`<tr><td class="soft" style="${size(15)}${tone('soft')}padding:0 4px 16px 4px;">${line}</td></tr>`)}
${confirm ? confirmRow(confirm, words) : null}
${groups.map(groupRows)}
${more > 0 ? html`<tr><td align="center" style="${size(15)}padding:4px 0 16px 0;">${link(links.notifications(baseUrl), words.moreHere(more))}</td></tr>` : null}
<tr><td class="soft" style="${size(12)}${tone('soft')}padding:8px 4px;">${link(baseUrl, words.openHere)} &middot; ${link(links.settings(baseUrl), words.change)}${unsubscribeUrl === null ? null : html` &middot; ${link(unsubscribeUrl, words.stop)}`}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.html
}

/** What mail programs show beside the subject in a list; never a code, which would stand on a locked screen. */
function previewOf(message: Message, baseUrl: string, intro: string[]): string {
  const first = message.items[0] && factsOf(message.items[0], baseUrl, message)
  if (!first) return intro[0] ?? ''
  return `${first.price} · ${first.words.score(first.score)} · ${first.marketplace}`
}

function link(url: string, label: string): Html {
  return html`<a class="link" href="${url}" style="${tone('link')}">${label}</a>`
}

function button(url: string, label: string): Html {
  return html`<td bgcolor="${buttonColor}" style="background-color:${buttonColor};border-radius:8px;"><a href="${url}" style="${size(15)}display:inline-block;padding:9px 18px;font-weight:600;color:#ffffff;text-decoration:none;">${label}</a></td>`
}

function demoRow(words: Words): Html {
  const { text, ground, border } = demoColors
  return html`<tr><td style="padding:0 0 16px 0;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="demo" style="${size(14)}font-weight:700;color:${text.light};background-color:${ground.light};border:1px solid ${border.light};border-radius:8px;padding:10px 14px;">${words.demoNotice}</td></tr></table></td></tr>`
}

/** The code large enough to be read across a desk; the link only where it is one to follow. */
function confirmRow(confirm: NonNullable<Message['confirm']>, words: Words): Html {
  const shown = codeOf(confirm)
  const target = webUrl(confirm.url)
  const codeRow =
    shown &&
    cardRow(
      html`<div class="ink" style="${size(34)}font-family:Menlo,Consolas,monospace;font-weight:700;letter-spacing:6px;${tone('ink')}">${shown}</div>`,
    )
  const buttonRow =
    target &&
    cardRow(
      html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${button(target, words.confirmAddress)}</tr></table>`,
    )
  const notice = cardRow(
    html`<span class="soft" style="${size(13)}${tone('soft')}">${words.confirmNotice}</span>`,
  )
  return card([codeRow || null, buttonRow || null, notice])
}

function groupRows({ name, count, compact, facts }: ItemGroup): Html {
  const heading =
    name === null
      ? null
      : html`<tr><td class="ink" style="${size(17)}font-weight:700;${tone('ink')}padding:8px 4px 8px 4px;">${name} <span class="soft" style="${size(14)}font-weight:400;${tone('soft')}">${count}</span></td></tr>
`
  return html`${heading}${compact ? card(compactRows(facts)) : facts.map(itemRow)}`
}

function card(rows: (Html | null)[]): Html {
  return html`<tr><td style="padding:0 0 16px 0;">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${surfaces.card.light}" style="background-color:${surfaces.card.light};border:1px solid ${edge.light};border-radius:12px;">
${rows.filter((row) => row !== null)}<tr><td height="16" style="font-size:0;line-height:16px;">&nbsp;</td></tr>
</table>
</td></tr>
`
}

function cardRow(content: Html): Html {
  return html`<tr><td style="padding:12px 16px 0 16px;">${content}</td></tr>
`
}

/** Titles stand under each other, also where a listing has no picture. */
function compactRows(all: ItemFacts[]): Html[] {
  const blank = all.some(({ imageUrl }) => imageUrl)
    ? html`<td width="64" style="padding:0 16px 0 0;"></td>`
    : null
  return all.map((facts, index) => compactRow(facts, index, blank))
}

/** One of many: what to decide by, on a few lines. */
function compactRow(facts: ItemFacts, index: number, blank: Html | null): Html {
  const target = facts.listingUrl ?? facts.dealScoutUrl
  const place = [facts.condition, facts.where, facts.marketplace].filter(Boolean).join(' · ')
  const border = index === 0 ? '' : `border-top:1px solid ${edge.light};`
  return html`<tr><td class="row" style="${border}padding:12px 16px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
${pictureCell(facts, target, 64) ?? blank}<td valign="top">
${titleLine(facts, target, 15)}
<div style="${size(14)}padding:2px 0;"><b class="ink" style="${size(16)}${tone('ink')}">${facts.price}</b>${wasPrice(facts)} ${badge(facts.score, facts.words.scoreAlone(facts.score))}</div>
${facts.comparison ? line(facts.comparison, facts.belowValue ? 'good' : 'soft') : null}${line(place, 'soft')}${facts.caution ? line(facts.caution, 'care') : null}</td>
</tr></table></td></tr>
`
}

function itemRow(facts: ItemFacts): Html {
  const target = facts.listingUrl ?? facts.dealScoutUrl
  return card([
    headRow(facts, target),
    facts.fairValue
      ? cardRow(span('ink', 14, html`<b>${facts.words.fairValue}</b> ${facts.fairValue}`))
      : null,
    facts.also ? cardRow(span('soft', 14, html`${facts.also}`)) : null,
    facts.caution ? cardRow(span('care', 14, html`<b>${facts.caution}</b>`)) : null,
    facts.profit ? cardRow(span('ink', 14, html`${facts.profit}`)) : null,
    facts.scoreParts.length > 0 ? cardRow(scoreTable(facts)) : null,
    facts.because ? cardRow(span('soft', 13, html`<i>${facts.because}</i>`)) : null,
    cardRow(buttons(facts)),
  ])
}

function span(name: 'ink' | 'soft' | 'care', sizePx: number, content: Html): Html {
  return html`<span class="${name}" style="${size(sizePx)}${tone(name)}">${content}</span>`
}

function headRow(facts: ItemFacts, target: string): Html {
  const where = [facts.condition && facts.words.condition(facts.condition), facts.where]
    .filter(Boolean)
    .join(' · ')
  const posted = [facts.marketplace, facts.posted && facts.words.postedThere(facts.posted)]
    .filter(Boolean)
    .join(' · ')
  return cardRow(html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
${pictureCell(facts, target, 112)}<td valign="top">
${titleLine(facts, target, 17)}
<div class="ink" style="${size(22)}font-weight:700;${tone('ink')}padding:6px 0 2px 0;">${facts.price}${wasPrice(facts)}</div>
<div style="${size(14)}padding:4px 0;">${badge(facts.score, facts.words.scoreOf(facts.score))}</div>
${facts.comparison ? line(facts.comparison, facts.belowValue ? 'good' : 'soft') : null}${where ? line(where, 'soft') : null}${line(posted, 'soft')}</td>
</tr></table>`)
}

function pictureCell(facts: ItemFacts, target: string, widthPx: number): Html | null {
  if (!facts.imageUrl) return null
  return html`<td width="${widthPx}" valign="top" style="padding:4px 16px 0 0;"><a href="${target}"><img src="${facts.imageUrl}" width="${widthPx}" alt="" style="display:block;width:${widthPx}px;max-width:${widthPx}px;height:auto;border:0;border-radius:8px;"></a></td>`
}

function titleLine(facts: ItemFacts, target: string, sizePx: number): Html {
  return html`<div style="${size(sizePx)}font-weight:600;"><a class="ink" href="${target}" style="${tone('ink')}text-decoration:none;">${facts.demo ? '[DEMO] ' : ''}${facts.title}</a></div>`
}

function wasPrice({ previousPrice }: ItemFacts): Html | null {
  if (!previousPrice) return null
  return html` <s class="soft" style="font-size:15px;font-weight:400;${tone('soft')}">${previousPrice}</s>`
}

function badge(score: number, label: string): Html {
  return html`<span style="display:inline-block;background-color:${scoreColor(score)};color:#ffffff;font-weight:700;border-radius:6px;padding:2px 10px;">${label}</span>`
}

function scoreTable(facts: ItemFacts): Html {
  const rows = facts.scoreParts.map(
    (
      part,
    ) => html`<tr><td class="soft" width="44" valign="top" align="right" style="${size(13)}${tone('soft')}white-space:nowrap;padding:2px 10px 2px 0;">${part.points}</td><td class="soft" valign="top" style="${size(13)}${tone('soft')}padding:2px 0;"><b class="ink" style="${tone('ink')}">${capital(part.label)}</b> ${part.sentence}</td></tr>
`,
  )
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${rows}</table>`
}

function buttons(facts: ItemFacts): Html {
  const listing =
    facts.listingUrl && html`${button(facts.listingUrl, facts.words.openListing)}<td width="16">&nbsp;</td>`
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${listing || null}<td style="${size(14)}">${link(facts.dealScoutUrl, facts.words.seeHere)}</td></tr></table>`
}

function line(content: string, name: 'soft' | 'good' | 'care'): Html {
  return html`<div class="${name}" style="${size(14)}${tone(name)}padding:2px 0 0 0;">${content}</div>
`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
