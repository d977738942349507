/** What an amount says of an offer. Only `asking` and, for want of it in a column of prices, `recurring` are prices. */
export type Role =
  | 'asking'
  | 'former'
  | 'shipping'
  | 'threshold'
  | 'deposit'
  | 'discount'
  | 'recurring'
  | 'per unit'
  | 'face value'

export interface RoleOf {
  role: Role
  /** Of several asking amounts the highest wins: 3 "now", 2 "asking", 1 nothing said, 0 "new". */
  rank: 0 | 1 | 2 | 3
}

/** Words between the word that tells and the amount: "retail price is", "paid about". */
const fillers =
  '(?:[ :.=(-]+(?:price|prices|preis|prix|precio|preço|prezzo|prijs|pris|cena|цена|fiyat|value|is|was|war|var|è|é|är|je|er|byla|byl|it|me|us|new|for|für|por|pour|of|at|about|around|over|approx|ca|almost|nearly|einmal|neu|mal|brand|en|à|a|de|di|von|um|est|era|était|wynosi|wynosiła|attuale|cena))*[ :.=(-]*'
const before = (words: string) => new RegExp(String.raw`(?:^|[^\p{L}])(?:${words})${fillers}$`, 'u')

const current = before(
  'now|now only|voor|sale|on sale|sale price|reduced to|discounted|discount price|current|current price|jetzt|nur noch|aktuell|aktueller|nu|nå|nå kun|nu kun|nu voor|maintenant|actuel|prix actuel|actual|attuale|huidige|aktualna|por apenas|atual|nuvarande|aktuální|aktuelle|sonderpreis|angebotspreis|aktionspreis|neuer preis|new price|today|heute|prix soldé|prix promo|prix promotionnel|prix remisé|nouveau prix|precio de oferta|precio rebajado|prezzo scontato|prezzo in offerta|försäljningspris|reapris|kampanjpris|tilbudspris|udsalgspris|salgspris|aanbiedingsprijs|preço promocional|cena promocyjna|výprodejová cena|akční cena|ahora|agora|adesso|ora|teraz|nyní|сейчас|ahora a|down to|lowered to|dropped to|special|final|nowa cena|nova cena|nová cena|новая цена|нова ціна|нова цена|preț nou|új ár|redus la|indirimli|indirimli fiyat|akciós ár|giá mới|giá bán|nyt|セール価格|現在価格|特価|판매가|할인가|现价|現價|特价|特價|(?:reduced|lowered|dropped|marked down) from[^.!?]*to|(?:reduziert|gesenkt|heruntergesetzt|runtergesetzt) (?:von[^.!?]*)?auf|(?:baissé|réduit) (?:de[^.!?]*)?à|(?:rebajado|rebajada) (?:de[^.!?]*)?a|(?:ribassato|ribassata|scontato|scontata) (?:da[^.!?]*)?a|(?:afgeprijsd|verlaagd) (?:van[^.!?]*)?naar|(?:obniżona|obniżono|obniżka) (?:z[^.!?]*)?(?:na|do)',
)
const asking = before(
  String.raw`asking|ask|asks|price|selling (?:for|at)|sell for|sale for|for sale|want|wants|preis|prix|precio|preço|prezzo|prijs|pris|cena|цена|fiyat|mine|\p{L}{2,}(?:preis|pris|prijs)|yours|your|yours for|looking for|looking to get|hoping for|hoping to get|only|nur|just|festpreis|fp|vb|vhb|seulement|solo|obo|buy now|bin|take|take it for|let (?:it |them |her )?go for|pido|vendo|lo vendo|la vendo|se vende|vends|vendue?|verkaufe|verkaufe es|säljes|selges|sælges|sprzedam|sprzedam za|oddam za|prodám|prodám za|säljes för|vends à|chiedo|peço|vende-se|mijn prijs|säljer för|selger for|sælger for|продаю за|продам за|le laisse à|lo dejo en|lo vendo en|продам|отдам`,
)
const former = before(
  String.raw`was|were|regularly|regular price|reg|list price|normal price|standard price|normalpreis|regulärer preis|listenpreis|ladenpreis|originalpreis|prix habituel|prix normal|prix public|precio habitual|precio normal|prezzo di listino|prezzo normale|ordinarie pris|normalpris|normale prijs|preço normal|běžná cena|før|førhen|tidigare|dříve|wcześniej|listed (?:at|for)|msrp|mrsp|mrp|rrp|srp|(?:store|shop|high street|catalogue|currys|argos|ikea|amazon|walmart|target|costco|tesco|asda|john lewis|dunelm|wayfair|best buy|home depot|media ?markt|saturn|otto|fnac|darty|decathlon|b&q|screwfix|halfords) price|retail|retails|retailed|orig|originally|original (?:price|retail)|prev|previous|previously|formerly|former price|old price|before|paid|spent|bought|purchased|kostete? neu|neu kostete?|gekauft|kaufpreis|bezahlt|acheté|achetée|payé|payée|pagado|comprado|comprada|pagato|comprato|pago|prezzo nuovo|precio nuevo|costed|cost (?:me|us|new|over|nearly)|worth|valued|value|compare|(?:reduced|down|dropped|lowered|cut) from|from retail|instead|statt|anstatt|(?:reduziert|gesenkt|heruntergesetzt|runtergesetzt) von|baissé de|réduit de|rebajad[oa] de|ribassat[oa] da|scontat[oa] da|afgeprijsd van|verlaagd van|obniżon[ao] z|uvp|unverbindlich\p{L}*|np|neupreis|gekostet|ursprünglich\p{L}*|prix initial|pierwotn\p{L}*|oorspronkelijk\p{L}*|originalpris\p{L}*|(?:original|oprindelig|opprinnelig)\p{L}* pris\p{L}*|původní cena|urspr|vorher|früher|ehemals|bisher|alter preis|avant|ancien prix|au lieu|prix neuf|antes|precio anterior|preço anterior|invece|prezzo originale|zamiast|było|cena regularna|stara cena|adviesprijs|nieuwprijs|oude prijs|nypris|ord|tidligere|førpris|původní|původně|místo|namiesto|eredeti|helyett|старая цена|стара ціна|стара цена|preț vechi|régi ár|eredeti ár|en lugar de|en vez de|in plaats van|i\.?p\.?v\.?|normal fiyat|liste fiyatı|giá cũ|giá gốc|ovh|valeur|valore|waarde|winkelprijs|köpt för|kjøpt for|købt for|pořizovací cena|koupeno za|kupion[yae] za|(?:покупал\p{L}*|куплен\p{L}*|купували) за|custou|通常価格|定価|参考価格|정가|原价|原價|m\.r\.p|\(from|costó|costaba|costou|coûtait|a coûté|costava|è costat[oa]|kostete|kostede|kostade|kosztował\p{L}*|стоил[ао]?|коштува\p{L}*|вместо|раньше|было|eski fiyat|yerine|invece`,
)
const softFormer = before('tag|new|neu|neuf|nieuw|nuevo|nuovo|nowy|ny|cost|costs|original|regular|list')
/** What somebody who looks for a thing would pay, an auction's first bid, what a shop takes for all it has. */
const bound = before(
  'budget|up to|max|maximum|no more than|no lower than|no less than|under|vanaf|from|ab|à partir de|desde|a partire da|od|offers over|guide price|bis zu|höchstens|jusqu’à|hasta|fino a|starts? at|starting (?:at|bid)|opening bid|current bid|bieden vanaf|est|estimate|estimated',
)
const shipping = before(
  String.raw`shipping|ships? for|booking fee|service fee|admin fee|delivery available for|deliver for|shipped for|ship for|postage|p&p|p\+p|s&h|delivery|delivered for|freight|versand|versandkosten|porto|lieferung|livraison|frais de port|envío|envio|frete|spedizione|verzending|verzendkosten|wysyłka|wysyłki|przesyłka|dostawa|frakt|fragt|doprava|poštovné|доставка|kargo|(?:livraison|versand|envío|envio|spedizione|verzenden|verzending|delivery|shipping) (?:possible|möglich|posible|possível|possibile|mogelijk|available) ?\+?`,
)
const freely =
  /(?:free|gratis|kostenlos\p{L}*|inkl|incl|including|includes?|inc|with|plus|\+|or|oder)\.? (?:shipping|delivery|postage|versand\p{L}*|livraison|frakt)[ :!.,+-]*$/u
const threshold =
  /(?:shipping|delivery|postage|versand\p{L}*|lieferung|livraison|envío|spedizione|wysyłka|frakt|doprava|doručení|orders?|purchases?|bestell\p{L}*|spend|when you spend|minimum)\b[^.!?\n]{0,30}?\b(?:over|above|from|of|ab|über|dès|desde|od|nad|min|minimum|more than|exceeding|beyond)[ :]*$/u
const spend =
  /(?:^|[^\p{L}])(?:spend|orders? (?:over|above|of)|purchases? (?:over|above|of)|minimum (?:order|purchase|spend)\p{L}*|min order)(?: (?:is|of))?[ :]*$/u
const deposit = before(
  'deposit|down payment|deposit of|holding fee|kaution|anzahlung|caution|acompte|fianza|señal|cauzione|borg|zaliczka|záloha|depozito|hold it with|hold with',
)
const discount = before(
  'save|saves|saving|savings|you save|spare|spar|sie sparen|du sparst|bespaar|oszczędzasz|risparmia|économie|ahorras|poupe|discount|discounted by|reduced by|rabatt|sparen|sparst|ersparnis|économisez|remise|ahorra|descuento|sconto|risparmi|korting|zniżka|sleva|скидка|coupon|voucher|gift card|rebate|cashback|drop of|dropped by',
)
const instalment = before(
  'payments? of|instal?lments? of|monthly|per month|weekly|raten zu|rate|rata|raty|raty od|splátka|splátky|mensualités? de|cuotas? de|mensualidades|parcelas de|rent|miete',
)
const times = /(?:^|[^\p{L}\p{N}])\d{1,2} ?[x×] ?(?:de |of |à |a )?$/u

const behindRecurring =
  /^[ \u00a0]?(?:(?:\/|(?:per|a|an|each|every|pro|im|par|al|por|za|na)[ \u00a0])[ \u00a0]?(?:months?|mo|mth|monat\p{L}*|mois|mes|mese|měsíc\p{L}*|měs|mies\p{L}*|maand|måned\p{L}*|månad\p{L}*|weeks?|wk|woche|semaine|semana|days?|tag|jour|día|nights?|nacht|nuit|noche|hours?|hr|h|stunde|years?|yr|jahr|an|мес\p{L}*|ay|ora|ore|hora|heure|uur|std|stunde|tim|time|hod\p{L}*|mnd|mån\p{L}*|sem\p{L}*|ph|pd)|p\.m\.|mtl|monatlich|monthly|weekly|daily|pcm|pm|pw|ppw|kaltmiete|warmmiete|kalt|warm|cc|financiado|financed|à crédit|in raten)(?![\p{L}\p{N}])/u
const behindUnit =
  /^[ \u00a0]?(?:(?:ft|kg|lbs?|sqm|sq ?ft|m2|m²|yd)(?![\p{L}\p{N}])|(?:\/|per|pro|je|a|le|al|por|za|na)[ \u00a0]?(?:kg|kilo\p{L}*|g|100 ?g|lbs?|pound|oz|ounce|m|m2|m²|m3|m³|rm|qm|sqm|sq ?ft|square \p{L}+|ft|foot|yard|yd|meter|metre|metro|l|liter|litre|gallon|gal|ml|acre|mile|km|cord|ton|tonne)(?![\p{L}\p{N}]))/u
const behindFormer =
  /^\+?[ \u00a0]?(?:(?:in |of |worth of |worth in )?(?:upgrades?|extras|accessories|add-?ons)\b|worth\b|(?:on|at|from|@) (?:amazon|target|walmart|costco|ikea|home depot|lowe'?s|best ?buy|currys|argos|john lewis|media ?markt|saturn|nordstrom|macy'?s|rei|sephora)\b|bill\b|note\b|stamps?\b|tag\b|est\b|value\b|new\b(?! in)|retail\b|msrp\b|rrp\b|uvp\b|neupreis|np\b|when new|originally|value\b|each new|elsewhere|in stores?|at the store|in shops|was\b)/u
const behindFaceValue =
  /^[ \u00a0]?(?:\p{L}+ ){0,2}(?:coins?|bank ?notes?|gift ?cards?|münzen?|gutschein\p{L}*|double eagle)(?! ?(?:purse|pouch|holder|box|album|set|collection|case|bank|machine))(?!\p{L})/u
const behindShipping =
  /^[ \u00a0]?(?:for |of |in |extra for )?(?:shipping|postage|delivery|p&p|p\+p|s&h|to ship|versand\p{L}*|porto|lieferung|livraison|de port|envío|frete|spedizione|verzend\p{L}*|wysyłk\p{L}*|frakt|fragt|doprava|poštovné|shipping fee)(?![\p{L}])/u
const behindDeposit =
  /^[ \u00a0]?(?:refundable |holding |non-refundable |security |cash )?(?:deposit|down\b|kaution|anzahlung|caution|acompte|fianza|cauzione|borg|zaliczka|záloha|to hold|holds)/u
const behindDiscount =
  /^[ \u00a0]?(?:off|less|discount|rabatt|korting|de réduction|de remise|de descuento|di sconto|zniżki|taniej|sleva|cashback|coupon|voucher|gift ?card|rebate|cheaper|günstiger|savings?|extra)(?![\p{L}])/u
const behindAsking =
  /^[ \u00a0]?(?:obo|o\.b\.o|ono|firm|vb\b|vhb\b|fp\b|fix\b|festpreis|negotiable|neg\b|or best|or nearest|cash|ovno|à débattre|trattabil|negociable|do negocjacji|pickup)/u
const behindThreshold =
  /^(?:\+(?! ?(?:[\p{Sc}\d]|shipping|shippin|postage|delivery|s&h|p&p|tax|versand|porto|livraison|frais|spedizione|envío|verzend|frakt|wysyłka))|[ \u00a0]?(?:starting (?:bid|price)|start(?:s|ing)?|auction|reserve|min order|or more|and (?:up|over)|\+ orders|purchase|spend)(?![\p{L}]))/u

/** What of the words before an amount is its own: "5 € discount 45 €" names a discount that is the amount's before. */
const behindDiscounted = (left: string): string => left.replace(behindDiscount, '')

/** The same of what is added for shipping. */
const behindAdded = (left: string): string => left.replace(behindShipping, '')

/** The role of an amount by the words between it and its neighbours, both in small letters. */
export function roleOf(left: string, right: string, alone: boolean): RoleOf {
  const is = (role: Role): RoleOf => ({ role, rank: 1 })
  if (behindRecurring.test(right) || times.test(left)) return is('recurring')
  if (behindUnit.test(right)) return is('per unit')
  if (behindFaceValue.test(right)) return is('face value')
  if (behindDeposit.test(right)) return is('deposit')
  if (behindShipping.test(right)) return is('shipping')
  if (behindDiscount.test(right)) return is('discount')
  if (behindThreshold.test(right)) return is('threshold')
  if (left === '') return { role: 'asking', rank: behindAsking.test(right) ? 2 : 1 }
  if (/[\p{L}&]/u.test(left)) {
    // A column says the lowest of what there is, and a page the bid so far.
    if (!alone && bound.test(left) && !former.test(left)) return is('threshold')
    if (threshold.test(left) || spend.test(left)) return is('threshold')
    if (current.test(left)) return { role: 'asking', rank: 3 }
    if (shipping.test(left) && !freely.test(left)) return is('shipping')
    if (deposit.test(left)) return is('deposit')
    if (instalment.test(left)) return is('recurring')
    if (former.test(left) || /(?:^|[^\p{L}])(?:list ?: *|costs? +)$/u.test(left)) return is('former')
    if (discount.test(left)) return is('discount')
    if (asking.test(left)) return { role: 'asking', rank: 2 }
    if (behindAsking.test(right)) return { role: 'asking', rank: 2 }
    if (softFormer.test(left)) return { role: 'asking', rank: 0 }
  }
  if (behindFormer.test(right)) return is('former')
  return { role: 'asking', rank: behindAsking.test(right) ? 2 : 1 }
}

/**
 * What of the words before an amount is its own, where another stands before: of the role `role`, with `sign` in front
 * of it, or a percentage.
 */
export function saidOfSecond(left: string, role: Role | undefined, sign: string, isPercent: boolean): string {
  // "20 % Rabatt 400 kr": the word belongs to the percentage.
  if (isPercent) return behindDiscounted(left.replace(/^ ?%/, ''))
  if (role === 'discount') return behindSentence(behindDiscounted(left))
  // "+ $10 shipping, $60": with a plus before it, what stands behind the first amount is of that one alone.
  if (role === 'shipping' && /\+ ?$/.test(sign)) return behindSentence(behindAdded(left))
  return behindSentence(left)
}

/** "Costs $600 new. $250": a sentence that ends behind an amount is of that amount; "orig." ends none. */
function behindSentence(left: string): string {
  const end = /^[^.!?]{1,28}[.!?] +(?=[^\p{L}]*$)/u.exec(left)?.[0]
  return end === undefined || /(?:orig|reg|urspr|prev|ord|incl|inkl|ca|approx)\. +$/.test(end)
    ? left
    : left.slice(end.length)
}

/** What of the words before an amount is in its sentence; "orig." ends none. */
export function sentenceBefore(text: string): string {
  const end = /^.*\p{L}{5,}(?<!urspr)[.!?] +/su.exec(text)?.[0].length ?? 0
  return text.slice(end)
}
