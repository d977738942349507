import { type messageSentences, type OverParams, readPriceParam } from '../message-sentences.ts'
import type { Translation } from '../said.ts'
import { rateText } from './fit.ts'
import { count, price as knownPrice, moment } from './words.ts'

const price = (priceCents: number | null, currency: string) =>
  priceCents === null ? 'kein Preis' : knownPrice(priceCents, currency)

const holdReasons: Readonly<Record<string, string>> = {
  digest: 'wegen deiner Sammelnachricht',
  'quiet-hours': 'sie kamen in deinen Ruhezeiten',
  'cap-hour': 'deine Grenze je Stunde war erreicht',
  'cap-day': 'deine Grenze je Tag war erreicht',
  cooldown: 'ihr Suchauftrag machte nach einer Nachricht Pause',
  snooze: 'ihr Suchauftrag war stillgestellt',
  'catch-up': 'Deal Scout lief nicht, als sie fällig waren',
}

export const messageTexts: Translation<typeof messageSentences> = {
  'message-match': (p) => `${price(p.priceCents, p.currency)}: ${p.title}`,
  'message-drop': (p) =>
    `Jetzt ${price(p.priceCents, p.currency)} (vorher ${price(p.previousCents, p.currency)}): ${p.title}`,
  'message-matches': (p) =>
    `${count(p.count, 'neues Angebot', 'neue Angebote')} für ${p.onlyRule === null ? `${p.ruleCount} Suchaufträge` : `„${p.onlyRule}“`}`,
  'message-existing': (p) =>
    `${p.count === 1 ? '1 Angebot passt' : `${p.count} Angebote passen`} schon zu „${p.ruleName}“`,
  'message-watch': (p) => {
    if (p.ended !== null) return `${p.ended === 'sold' ? 'Verkauft' : 'Nicht mehr da'}: ${p.title}`
    const now = p.priceCents === null ? null : price(p.priceCents, p.currency)
    const start = p.isBack
      ? `Wieder zu haben${now === null ? '' : ` für ${now}`}`
      : `Jetzt ${now ?? 'ohne Preis'}`
    const was =
      p.previousCents === null
        ? ''
        : ` (${p.isRise ? 'teurer, vorher' : 'vorher'} ${price(p.previousCents, p.currency)})`
    const limit =
      p.limitCents === null || p.limitCurrency === null
        ? ''
        : `, ${p.priceCents === p.limitCents ? 'genau' : 'unter'} ${p.priceCents === p.limitCents ? 'deine' : 'deinen'} ${price(p.limitCents, p.limitCurrency)}`
    return `${start}${was}${limit}: ${p.title}`
  },
  'message-note': (p) => `Deine Notiz: ${p.note}`,
  'message-follow': (p) => `Du beobachtest ${p.url}`,

  'message-outage': (p) => `${p.source} ist seit ${moment(p.since)} nicht zu sehen`,
  'message-mailbox-unread': (p) => `Das Postfach ${p.name} wird seit ${moment(p.since)} nicht gelesen`,
  'message-mailbox-later': () =>
    'Die Mails bleiben, wo sie sind, und werden gelesen, sobald es wieder geht; siehe /sources/mail. Du bekommst dann Bescheid.',
  'message-mailbox-read': (p) => `Das Postfach ${p.name} wird wieder gelesen`,
  'message-mailbox-caught-up': () => 'Was inzwischen kam, wurde auch gelesen.',
  'message-recovered': (p) => `${p.source} ist wieder zu sehen`,
  'message-unseen': (p) =>
    `Nicht zu sehen war es von ${moment(p.since)}${p.until === null ? ' an' : ` bis ${moment(p.until)}`}. Was inzwischen eingestellt wurde, wird jetzt gelesen.`,
  'message-concerns': (p) => `${concerned(p)}.`,
  'message-concerns-told': (p) =>
    `${concerned(p)}. Du bekommst Bescheid, wenn es wieder zu sehen ist; was inzwischen eingestellt wurde, wird dann gelesen.`,

  'message-digest': (p) => `${count(p.count, 'Angebot', 'Angebote')} in einer Nachricht`,
  'message-digest-messages': (p) => `${count(p.count, 'Nachricht', 'Nachrichten')} von Deal Scout`,
  'message-digest-over': (p) =>
    `${count(p.sold + p.gone, 'Angebot', 'Angebote')} ${endedWords(p)} vor dieser Sammelnachricht`,
  'message-over': (p) =>
    `${count(p.sold + p.gone, 'weiteres', 'weitere')} ${endedWords(p)} vor dieser Sammelnachricht.`,
  'message-more': (p) =>
    p.count === 1
      ? 'Und noch eine Nachricht; sieh in deine Nachrichten.'
      : `Und ${p.count} weitere; sieh in deine Nachrichten.`,
  'message-together': (p) =>
    `Zusammen gemeldet, denn: ${p.reasons.map((reason) => holdReasons[reason] ?? reason).join('; ')}.`,

  'message-off': (p) => `${p.name} wurde ausgeschaltet`,
  'message-off-what': (p) =>
    `Dorthin gehen keine Nachrichten mehr. Bring es in den Einstellungen in Ordnung und schalte ${p.name} wieder ein.`,
  'message-test': () => 'Eine Testnachricht von Deal Scout',
  'message-confirm': () => 'Bestätige, dass Deal Scout dir hierhin schreiben darf',
  'message-confirm-what': () =>
    'Jemand, wahrscheinlich du, hat Deal Scout gebeten, hierhin Bescheid zu geben. Wenn du es nicht warst, tu nichts.',

  'message-unchecked': (p) =>
    `${p.isWithout ? 'Diese Quelle zeigt keine Beschreibungen' : 'Die Beschreibung war nicht zu lesen'}: Wörter, die fehlen sollen, wurden nur im Titel gesucht.`,
  'message-exchanged': (p) =>
    `Etwa ${knownPrice(p.priceCents, p.currency)} (${rateText(p.rate, p.statedCurrency, p.currency)}, ${p.rateDay})`,
  'message-also': (p) => {
    const parts = [
      ...(p.now.length > 0 ? [`auch ${places(p.now, p.nowPrices, p.nowMore)}`] : []),
      ...(p.before.length > 0 ? [`vorher ${places(p.before, p.beforePrices, p.beforeMore)}`] : []),
      ...(p.relisted > 0 ? [`${p.relisted}-mal neu eingestellt`] : []),
    ]
    const line = parts.join('; ') || 'nirgends sonst'
    return line[0]!.toUpperCase() + line.slice(1)
  },
}

const list = (all: readonly string[]) => new Intl.ListFormat('de').format(all)

function concerned({ ruleNames, rulesMore }: { ruleNames: readonly string[]; rulesMore: number }): string {
  const names = ruleNames.map((name) => `„${name}“`)
  const all = rulesMore > 0 ? [...names, `${rulesMore} weitere`] : names
  return `Das betrifft ${all.length === 1 ? 'deinen Suchauftrag' : 'deine Suchaufträge'} ${list(all)}`
}

function endedWords({ sold, gone }: OverParams): string {
  const how = gone === 0 ? 'verkauft' : sold === 0 ? 'zurückgezogen' : 'verkauft oder zurückgezogen'
  return `${sold + gone === 1 ? 'wurde' : 'wurden'} ${how}`
}

function places(names: readonly string[], prices: readonly string[], more: number): string {
  const each = names.map((name, at) => {
    const known = readPriceParam(prices[at])
    return `auf ${name}${known === null ? '' : ` für ${price(...known)}`}`
  })
  return list(more > 0 ? [...each, `${more} weitere`] : each)
}
