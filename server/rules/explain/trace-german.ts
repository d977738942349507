import { formatMoney } from '../../core/money.ts'
import type { TraceTexts } from './trace-english.ts'

const price = (cents: number | null, currency: string) =>
  cents === null ? 'keinen Preis' : cents === 0 ? 'nichts' : formatMoney(cents, currency, 'de')

const holdWords: Readonly<Record<string, string>> = {
  digest: 'sie kommt in deine nächste Sammelnachricht',
  'quiet-hours': 'deine Ruhezeiten',
  'cap-hour': 'deine Grenze je Stunde ist erreicht',
  'cap-day': 'deine Grenze je Tag ist erreicht',
  cooldown: 'der Suchauftrag macht nach seiner letzten Nachricht Pause',
  snooze: 'der Suchauftrag ist stillgestellt',
  'channel-off': 'der Weg ist ausgeschaltet',
  unconfirmed: 'du hast den Weg noch nicht bestätigt',
}

const dismissWords: Readonly<Record<string, string>> = {
  'too-expensive': 'zu teuer',
  'too-far': 'zu weit weg',
  'wrong-thing': 'etwas anderes',
  seen: 'schon gesehen',
  other: 'anderer Grund',
}

const stateWords: Readonly<Record<string, string>> = {
  pending: 'reserviert',
  sold: 'verkauft',
  gone: 'nicht mehr da',
}

/** What a trace says, in German. */
export const germanTrace: TraceTexts = {
  moment(at, timeZone) {
    const format = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short', timeZone })
    return `${format.format(at)} (${timeZone})`
  },
  span(seconds) {
    const [count, one, many] =
      seconds < 90
        ? ([seconds, 'Sekunde', 'Sekunden'] as const)
        : seconds < 5_400
          ? ([seconds / 60, 'Minute', 'Minuten'] as const)
          : seconds < 129_600
            ? ([seconds / 3_600, 'Stunde', 'Stunden'] as const)
            : ([seconds / 86_400, 'Tag', 'Tage'] as const)
    const rounded = Math.round(count)
    return `${rounded} ${rounded === 1 ? one : many}`
  },
  hold: (reason) => (reason === null ? 'sie wartet auf ihren Moment' : (holdWords[reason] ?? reason)),
  noChannel: (when) => `Am ${when} hat es gepasst, aber der Suchauftrag hatte keinen Weg für Bescheide.`,
  unnotified: (reason) => `Es hat gepasst, aber du bekamst keinen Bescheid: ${reason}`,
  notified: (channel, when, after) =>
    `Du bekamst Bescheid über ${channel} am ${when}${after === null ? '' : `, ${after} nachdem es gesehen wurde`}.`,
  waits: 'Es hat gepasst, und die Nachricht wartet.',
  failed: 'Es hat gepasst, und die Nachricht kam nicht durch.',
  firstSeen: (when) => `Zuerst gesehen wurde es am ${when}.`,
  foundToFit: (when, score) => `Dass es passt, wurde am ${when} gefunden, mit ${score} Punkten.`,
  dismissed: (when, reason) =>
    `Du hast es am ${when} abgelehnt: ${dismissWords[reason ?? 'other'] ?? reason}.`,
  message: (id, when, title) => `Nachricht ${id} vom ${when}: „${title}“.`,
  noWay: 'Sie hatte keinen Weg.',
  snoozed: (until) => `Der Suchauftrag ist still bis ${until}: Was passt, wird aufgehoben und dann gemeldet.`,
  fits: 'Es passt jetzt zum Suchauftrag.',
  fitsNot: (why) => `Es passt jetzt nicht zum Suchauftrag: ${why}`,
  fitUnknown: (why) => `Ob es passt, ist noch nicht bekannt: ${why}`,
  ended: (when) => `Der Suchauftrag endete am ${when}.`,
  over: (state, since) =>
    `Es ist ${stateWords[state] ?? state}${since === null ? '' : `, seit ${since}`}; gesucht wird nur, was zu haben ist.`,
  pageTellsNot: 'Seine eigene Seite wurde gelesen und sagt es nicht.',
  pageUnread: 'Seine eigene Seite wurde noch nicht gelesen.',
  madeAfter: (when) =>
    `Der Suchauftrag wurde am ${when} angelegt, nachdem die Anzeige zuerst gesehen worden war.`,
  changedAfter: (when) =>
    `Der Suchauftrag wurde zuletzt am ${when} geändert, nachdem die Anzeige zuerst gesehen worden war; vorher suchte er vielleicht etwas anderes.`,
  fitsNow:
    'Es passt jetzt, aber nicht, als es zuletzt angesehen wurde; es wird wieder angesehen, wenn es sich ändert, wenn sein Wert neu berechnet wird (jede Stunde) und wenn der Suchauftrag geändert wird.',
  twin: (p) =>
    `Dasselbe wurde am ${p.when} als Anzeige ${p.listingId}${p.title === undefined ? '' : ` „${p.title}“`}${p.price === null ? '' : ` für ${price(...p.price)}`} gemeldet, und das hier ist nicht billiger.`,
  notifiedBefore: (when, rules) =>
    `Du bekamst davon am ${when} Bescheid${rules.length === 0 ? '' : `, wegen deines Suchauftrags ${rules.map((name) => `„${name}“`).join(', ')}`}; eine Anzeige wird einmal gemeldet, zu wie vielen Suchaufträgen sie auch passt.`,
  noMessage: 'Es ist keine Nachricht darüber aufgehoben: Es gab keine, oder sie wurde gelöscht.',
  fell: (p) =>
    `Es kostet jetzt ${price(p.nowCents, p.currency)} und wurde mit ${price(p.beforeCents, p.currency)} gemeldet; ${p.isOnlyNew ? 'dieser Suchauftrag meldet nur Neues.' : 'der Suchauftrag will einen größeren Nachlass, bevor er wieder meldet.'}`,

  delivered: (name, arrival, attempts, waited) =>
    `${name}: angekommen ${arrival}${attempts > 1 ? `, beim ${attempts}. Versuch` : ''}.${waited}`,
  held: (name, until, why) => `${name}: zurückgehalten bis ${until}: ${why}.`,
  onItsWay: (name, waited) => `${name}: unterwegs.${waited}`,
  notThrough: (name, attempts, why, again) =>
    `${name}: nach ${tries(attempts)} noch nicht durchgekommen${why}; wieder versucht wird es am ${again}.`,
  digestGone: (name) => `${name}: in einer Sammelnachricht gemeldet, die es nicht mehr gibt.`,
  refused: (name, why) => `${name}: abgelehnt${why}.`,
  givenUp: (name, attempts, why) => `${name}: nach ${tries(attempts)} aufgegeben${why}.`,
  instead: (channel) => ` Sie ersetzt ${channel}, wo es nicht ging.`,
  doubt: (undecided) => ` Von ${tries(undecided)} kann niemand sagen, ob die Nachricht ankam.`,
  digest: (name, when, id) => `${name}: Teil der Sammelnachricht vom ${when} (Nachricht ${id})`,
  digestDelivered: (arrival) => `, angekommen ${arrival}.`,
  digestFailed: ', die nicht durchkam.',
  digestOnItsWay: ', die unterwegs ist.',
  wasHeld: (until, why) => ` Sie wurde zurückgehalten${until === null ? '' : ` bis ${until}`}: ${why}.`,
  arrivedSometime: 'zu unbekannter Zeit',
  arrived: (when, after) => `am ${when}${after === null ? '' : `, ${after} nachdem es gesehen wurde`}`,
}

const tries = (count: number) => `${count} ${count === 1 ? 'Versuch' : 'Versuchen'}`
