const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Folded words, as foldText writes them; the languages in the order of docs/reading.md. */
const unitWords: readonly (readonly [ms: number, words: string])[] = [
  [secondMs, 's sec secs second seconds sekunde sekunden seconde secondes secondi segundo segundos'],
  [
    minuteMs,
    'm min mins minute minutes minuten minuto minutos minuti minuut minut minuty minuter minutter минуту минуты минут мин',
  ],
  [
    hourMs,
    'h hr hrs hour hours stunde stunden std heure heures hora horas ora ore uur uren godzine godzin godziny timme timmar time timer hodinou hodinami час часа часов',
  ],
  [
    dayMs,
    'd day days tag tagen jour jours dia dias giorno giorni dag dagen dzien dni dagar dage dnem dny день дня днеи дней',
  ],
  [
    7 * dayMs,
    'w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzien tygodnie tygodni vecka veckor uge uger tydnem tydny неделю недели недель',
  ],
  [
    30 * dayMs,
    'mo mos month months monat monaten mois mes meses mese mesi maand maanden miesiac miesiace miesiecy manad manader maned maneder mesicem mesici месяц месяца месяцев',
  ],
  [
    365 * dayMs,
    'y yr yrs year years jahr jahren an ans ano anos anno anni jaar rok lata lat ar rokem roky год года лет',
  ],
]
const unitMs: ReadonlyMap<string, number> = new Map(
  unitWords.flatMap(([ms, words]) => words.split(' ').map((word): [string, number] => [word, ms])),
)
const englishUnits =
  /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?)$/

const before = 'vor|il y a|hace|ha|for|pred'
const behind = 'ago|fa|geleden|atras|temu|sedan|siden|назад'
const agoPattern = new RegExp(
  `^(?:(?:about|over|almost|etwa|ca\\.?) )?(?:(${before}) )?(\\d{1,4}|an?|einer?|einem|une?|una|uno?|een|ett?) ?(\\p{L}+)\\.?(?: (${behind}))?$`,
  'u',
)

const today: ReadonlySet<string> = new Set(
  "now|just now|today|heute|aujourd'hui|aujourd’hui|hoy|oggi|vandaag|hoje|dzisiaj|dzis|idag|i dag|dnes|сегодня".split(
    '|',
  ),
)
const yesterday: ReadonlySet<string> = new Set(
  'yesterday|gestern|hier|ayer|ieri|gisteren|ontem|wczoraj|igar|i gar|vcera|вчера'.split('|'),
)

/** How long ago a folded text says it was ("3 days ago", "vor 2 Stunden", "yesterday"); null when it says nothing such. */
export function relativeMs(text: string): number | null {
  if (today.has(text)) return 0
  if (yesterday.has(text)) return dayMs
  const match = agoPattern.exec(text)
  if (match === null) return null
  const [, ahead, count, unit, after] = match
  const ms = unitMs.get(unit!)
  // "1 hour" says it in English; in other languages it may as well be how long something takes.
  if (ms === undefined || (ahead === undefined && after === undefined && !englishUnits.test(unit!)))
    return null
  return (/^\d/.test(count!) ? Number(count) : 1) * ms
}
