/** Words that stand behind what is asked. */
export const firmBehind =
  /^[ \u00a0]*(?:obo|o\.b\.o|ono|o\.n\.o|ovno|firm|fixed|vb|vhb|or best offer|or nearest offer)(?!\p{L})/iu
/** Words that stand before what is asked. */
export const askedBefore =
  /(?:^|[^\p{L}])(?<!(?:in|the|full|half|best|good|great|low) )(?:asking|asking price|price|preis|prix|precio|prezzo|prijs|cena)[ :]{1,2}$/iu

/** Words that may stand around a price and say nothing else. */
export const priceWords = new Set(
  `price preis prix precio prezzo cena pris asking ask from ab ca circa about only just now firm obo ono oro vb vhb fp fix
  festpreis verhandlungsbasis negotiable neg nego each ea pcs apiece per or best offer nearest und oder each ab to bis
  cash only pickup sold plus shipped incl inkl inc vat mwst month day week hour mo hr night stück stk`.split(
    /\s+/,
  ),
)

export function onlyPriceWords(text: string): boolean {
  if (text.length > 200) return false
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return found.every((word) => priceWords.has(word)) && !/:(?!-)\d|\d[:/](?!-)|[:/]\d|[#@%+=_]/.test(text)
}

const freePattern =
  /^[^\p{L}\p{N}]*(?:(?:price|preis|prix|precio|prezzo|for|for sale)[ :-]+)?(?:free|gratis|gratuit|gratuite|gratuito|gratuita|kostenlos|kostenfrei|umsonst|geschenkt|zu verschenken|zum verschenken|à donner|a donner|regalo|se regala|regalado|za darmo|oddam za darmo|zdarma|ilmainen|annetaan|bortskänkes|bortskjenkes|gis bort|gives væk|ingyen|бесплатно|даром|無料|免费|무료|مجاني)(?=$|[^\p{L}\p{N}])([^\p{L}]*)(\p{L}*)[^\p{L}]*(\p{L}*)/iu

/** Words that may follow "free" while it still states the price; "free shipping" or "free standing" does not. */
const afterFree = new Set(
  'obo pickup pick must if today local collection collect curbside curb you come now only or was porch abholung abzuholen an bei'.split(
    ' ',
  ),
)
/** What is free with the thing rather than the thing, whatever stands between. */
const freeWith =
  /^(?:shipping|ship|delivery|postage|p|returns?|installation|gift|case|versand|lieferung|livraison|port|env[ií]o|spedizione|verzending|wysyłka|frakt|standing|range|style|people|form|flow|spirit|hand|weights?|size)$/i
/** "free to a good home", "free for pickup"; not "Free to be wild" or "Free for all". */
const freeTo =
  /^(?:an?|any|anyone|who|whoever|good|loving|great|right|take|collect|collector|pick|pickup|collection|the|local|home)$/i

/**
 * What says that a thing is given away wherever it stands. "Free couch" is not among it: nothing tells it from "Free
 * People dress".
 */
const givenAway =
  /(?:^|[^\p{L}])(?:(?:zu|ist zu|kostenlos|gratis) verschenken|verschenken?|verschenkt|zu verschenken|à donner|se regala[n]?|lo regalo|la regalo|gratis (?:af te halen|ophalen|ved|mot|abzuholen|abzugeben|bij|bei|till den som)|gratuit à (?:récupérer|venir chercher|emporter)|bortskänkes|skänkes|bortskjenkes|gis bort|gives væk|oddam(?: za darmo)?|za darmo|daruji|za odvoz|ingyen (?:elvihető|elvihet)|ajándékba|annetaan|отдам|отдаю|doa-se|dou|doação|doação de|ücretsiz(?: verilir)?|(?:it'?s )?free (?:to (?:a )?(?:collector|whoever|anyone|good home|uplift)|if collected|for (?:pick ?up|collection|uplift)|pick ?up|to collect|you haul|u haul|u pick|must go|must collect)|curb ?alert|free to take|free\p{L}* [^$€£]{0,60}(?:you|u|must) haul)(?=$|[^\p{L}])|\(free\)|無料でお譲り|差し上げます|免费送|免費送|무료 ?나눔|^나눔$/iu

/** Somebody looks for the thing: what stands there is a budget. */
export function isLookedFor(text: string): boolean {
  if (
    /^[^\p{L}\p{N}]*(?:wtb|iso|wanted|want to buy|looking (?:for|to buy)|in search of|suche|gesucht|kaufe|ankauf|cherche|recherche|achète|busco|compro|cerco|gezocht|szukam|kupię|köper|köpes|sökes|söker|kjøpes|kjøper|ønskes|søges|søger|købes|køber|ostetaan|ostan|etsin|etsitään|купл[юя]|ищу|trade my|swap my|wtt|tausche|échange mon|cambio mi|scambio)(?![\p{L}])/iu.test(
      text,
    )
  )
    return true
  // "[H] PayPal [W] RTX under $700": who wants a thing offers money for it.
  const wanted = text.includes('[') ? /\[w\](.*)$/iu.exec(text.slice(0, 300))?.[1] : undefined
  return (
    wanted !== undefined &&
    /\p{L}{2,}/u.test(
      wanted.replace(/pay ?pal|cash|venmo|zelle|local|usd|eur|gbp|cad|g&s|f&f|bank|transfer|obo/gi, ''),
    )
  )
}

/** What every word of `givenAway` has; most texts have none of it. */
const givenAwayHint =
  /free|verschenk|donner|regal|gratis|gratuit|sk[äj]nk|bort|væk|darm|daruj|odvoz|oddam|ingyen|aján|anneta|отда|doa|dou|ücretsiz|curb|譲|差し|免费|免費|무료|나눔/i

export function saysFree(text: string, alone: boolean): boolean {
  if (
    givenAwayHint.test(text) &&
    givenAway.test(text) &&
    !(alone ? /\d/ : /\p{Sc}|\d ?(?:eur|euro|usd|kr|zł|vb)/iu).test(text)
  )
    return true
  const match = freePattern.exec(text.slice(0, 160))
  if (!match) return false
  const [, gap = '', first = '', second = ''] = match
  const word = first.toLowerCase()
  if (word === '') return true
  if (freeWith.test(word) || /^[-'’]$/.test(gap)) return false
  if (word === 'to' || word === 'for') return second === '' || freeTo.test(second)
  return /[^ ]/.test(gap) || afterFree.has(word)
}
