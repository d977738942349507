import { foldText } from './text.ts'

/** What a folded word of a date may mean; both for "mar", which is March and mardi, martes, martedì. */
export interface DateWord {
  /** 1–12. */
  month?: number
  /** 0 = Sunday; several where languages differ ("so" is Sonntag and sobota). */
  weekdays?: readonly number[]
}

const locales = 'en en-GB de de-AT fr es it nl pt pl sv da nb cs ru fi ro hu tr'.split(' ')

/** What people and programs write besides the abbreviations of CLDR; a place in the row per month. */
const moreMonths = `
  jan|feb|mrz marz|apr|may|jun|jul|aug|sept sep|oct okt|nov|dec dez
  janner|feber|mar|avr|mai|juin|juil jui|aout|set|ott out|noi|dic
  gen ene|fev fevr|mrt|abr|mag mei maj|giu|lug|ago|setembre|ottobre|novem|decem
  sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paz|lis|gru
  led|uno|bre|dub|kve|cvn|cvc|srp|zar|rij|lis|pro
  янв|фев|мар|апр|мая|июн|июл|авг|сен сент|окт|ноя|дек`

/** From Sunday. */
const moreWeekdays = `
  sun|mon|tue tues|wed weds|thu thur thurs|fri|sat
  so|mo|di|mi|do|fr|sa
  dim|lun|mar|mer|jeu|ven|sam
  dom|lun|mar|mie|jue|vie|sab
  dom|lun|mar|mer|gio|ven|sab
  dom|seg segunda|ter terca|qua quarta|qui quinta|sex sexta|sab sabado
  zo|ma|di|wo|do|vr|za
  nd niedz|pon pn|wt|sr|czw|pt|sob
  son|man|tis tir tirs|ons|tor tors|fre|lor
  ne|po|ut|st|ct|pa|so
  вс|пн|вт|ср|чт|пт|сб`

// Static data, made at the first question: Intl's names take some milliseconds.
let byWord: Map<string, DateWord> | undefined

/** A month's or weekday's name in a language that we read; `word` is folded. Undefined for any other word. */
export function dateWord(word: string): DateWord | undefined {
  byWord ??= readNames()
  return byWord.get(word)
}

function readNames(): Map<string, DateWord> {
  const months = new Map<string, Set<number>>()
  const weekdays = new Map<string, Set<number>>()
  const add = (to: Map<string, Set<number>>, name: string, value: number) => {
    const key = foldText(name).replace(/[^\p{L}]+/gu, '')
    if (key !== '') to.set(key, (to.get(key) ?? new Set()).add(value))
  }
  for (const locale of locales)
    for (const style of ['long', 'short'] as const) {
      const options = { timeZone: 'UTC' } as const
      const alone = new Intl.DateTimeFormat(locale, { ...options, month: style })
      // Beside a day many languages write the genitive: "3 listopada".
      const inDate = new Intl.DateTimeFormat(locale, { ...options, month: style, day: 'numeric' })
      const weekday = new Intl.DateTimeFormat(locale, { ...options, weekday: style })
      for (let month = 0; month < 12; month++)
        for (const format of [alone, inDate])
          for (const part of format.formatToParts(Date.UTC(2023, month, 3)))
            if (part.type === 'month') add(months, part.value, month + 1)
      // 1 January 2023 was a Sunday. "segunda-feira" is named by its first word.
      for (let day = 0; day < 7; day++)
        add(weekdays, weekday.format(Date.UTC(2023, 0, 1 + day)).split('-', 1)[0]!, day)
    }
  for (const [to, text, first] of [
    [months, moreMonths, 1],
    [weekdays, moreWeekdays, 0],
  ] as const)
    for (const row of text.trim().split('\n'))
      for (const [at, names] of row.split('|').entries())
        for (const name of names.trim().split(' ')) add(to, name, at + first)
  const found = new Map<string, DateWord>()
  for (const [name, days] of weekdays) found.set(name, { weekdays: [...days] })
  // A name that is one month here and another there is none.
  for (const [name, numbers] of months)
    if (numbers.size === 1) found.set(name, { ...found.get(name), month: [...numbers][0]! })
  return found
}
