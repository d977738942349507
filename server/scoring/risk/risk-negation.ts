/** Words on both sides of a phrase that can turn it round. */
const reachChars = 90

const negator =
  ' (?:no|not|never|dont|do not|does not|doesnt|didnt|isnt|wont|will not|cannot|cant|without|nor|neither|refuse|kein|keine|keinen|nicht|ohne|niemals|sin|nunca|ni|sans|pas|jamais|ne|non|senza|mai|nessun|nessuna|geen|niet|zonder|nooit|nie|bez|brak|zero|isnt|wasnt|arent|keiner|weder)'
/** A turn after which the "no" no longer holds: "no PayPal, only …". */
const contrast =
  / (?:only|but|except|unless|instead|just|i accept|we accept|i take|we take|nur|sondern|aber|sino|pero|solo|solamente|mais|seulement|uniquement|ma|soltanto) /
/** What may stand between "no" and the phrase across a comma: the further members of a list of refusals. */
const listMember =
  /^ (?:(?:or|and|nor|oder|und|o|y|ou|et|e|any|transfers?|payments?|zelle|venmo|paypal|cash ?app|apple pay|checks?|cheques?|cashiers|money orders?|western union|moneygram|wires?|crypto|bitcoin|gift ?cards?|trades?|shipping|delivery|couriers?|deposits?|holds|whatsapp|telegram|emails?|texts?|codes?|scammers|agents?|uberweisung|versand) |, )*$/
const lastNegator = new RegExp(`${negator}(?= )`, 'g')

/** Said right after a phrase: it is taken. */
const accepted =
  /^(?:(?:payments?|transfers?|is|are|also|wird|werden) ){0,2}(?:ok|okay|only|accepted|preferred|welcome|works|fine|possible|please|me|akzeptiert|bevorzugt|moglich|gerne|nur|aceptado|solo|accepte|accettato) /
/** Said right after a phrase: it is refused or told of as a trick. */
const refused =
  /^(?:no (?!problem|issue)|(?:(?!but |only )[^ .,]+ ){0,3}(?:not (?!a problem)|never |ignored |blocked |reported |deleted |declined |refused |nicht |unlocked |removed ))/
/** A sentence that warns of tricks rather than plays one. */
const warning =
  / (?:scam|scams|scammer|scammers|scammed|scamming|fraud|fraudsters?|beware|be ?careful|be aware|watch out|spammers?|will be (?:ignored|blocked|reported|deleted)|do not reply|dont reply|do not respond|wont respond|not respond|betrug|betruger|betrugern|estafas?|estafadores|arnaques?|arnaqueurs?|truffe|truffatori|oplichters?|oszust(?:wo|ow|om)?) /

/**
 * True when what stands at [start, end) of a `RiskText.text` is refused or warned of ("no Zelle", "Western Union
 * will be ignored") rather than asked for. Looks a bounded way to both sides, never beyond the sentence.
 */
export function isRefused(text: string, start: number, end: number): boolean {
  const after = sentenceAfter(text, end)
  if (accepted.test(after)) return refusedBefore(text, start, true)
  if (refused.test(after)) return true
  if (refusedBefore(text, start, false)) return true
  return warning.test(`${sentenceBefore(text, start)}${text.slice(start, end).trim()} ${after}`)
}

/** The sentence up to the phrase, with a space at both ends. */
export function sentenceBefore(text: string, start: number): string {
  const from = Math.max(0, start - reachChars)
  const stop = text.lastIndexOf(' . ', start - 1)
  const before = text.slice(Math.max(from, stop < 0 ? 0 : stop + 2), start)
  return before.endsWith(' ') ? before : `${before} `
}

/** The sentence after the phrase, without the leading space, ending in one. */
export function sentenceAfter(text: string, end: number): string {
  const stop = text.indexOf(' . ', Math.max(0, end - 1))
  const to = Math.min(end + reachChars, stop < 0 ? text.length : stop + 1)
  return text.slice(text[end] === ' ' ? end + 1 : end, to)
}

/** `strictly`: said to be taken afterwards, so that only a "no" directly before counts ("no Zelle please"). */
function refusedBefore(text: string, start: number, strictly: boolean): boolean {
  const before = sentenceBefore(text, start)
  let from = -1
  lastNegator.lastIndex = 0
  for (let found = lastNegator.exec(before); found !== null; found = lastNegator.exec(before)) {
    from = found.index + found[0].length
  }
  if (from < 0) return false
  const between = before.slice(from)
  if (between.trim() === '') return true
  if (strictly || contrast.test(between)) return false
  if (between.includes(',')) return listMember.test(between)
  return between.split(' ').length <= 8
}

/** What may stand between "no" and a state that it denies: other states, and words that tie them. */
const stateMember =
  /^ (?:(?:[^ .,]+ (?:, )?(?:or|nor|oder|o|ou|of|lub|ani) |any |issues? |problems? |been |being |is |it |its |a |the |with |by |on |in |to |and |at |all |my |an |der |die |das |von |per |de |por |con |ze |na |met |imei |esn |icloud |google |frp |mdm |apple |id |account |activation |carrier |service |network |sim |accounts? |locks? |locked |black ?list(?:ed)? |blocked |barred |stolen |lost |reported |financed |bad |, ))*$/
/** "No", which takes a noun: "no cracks, locked" tells of a lock all the same. */
const determiner = / (?:no|without|zero|kein|keine|keinen|keiner|ohne|sin|sans|senza|geen|zonder|bez|brak)$/
/** Said of things that are not for sale here: those that are bought, mended or taken in return. */
const ofOthers =
  / (?:your|ur|even|whether|if|(?:we|i|you|shops?|stores?) (?:also |can |do |will |could )?(?:buy|bought|unlock|repair|fix|remove|bypass|accept|take|consider|trade)|(?:buying|unlocking|repairing|removing|unblocking|fixing)|trades? (?:for|in)|do you|does your|like|than) (?:[^ .]+ ){0,9}$/

/**
 * True when a state told of at [start, end) of a `RiskText.text` is denied ("not blacklisted", "no scratches or icloud
 * lock"), warned of, or that of other things. What is told after it does not take it back.
 */
export function isDeniedState(text: string, start: number, end: number, inTitle: boolean): boolean {
  const before = sentenceBefore(text, start)
  if (!inTitle && ofOthers.test(before)) return true
  let from = -1
  lastNegator.lastIndex = 0
  for (let found = lastNegator.exec(before); found !== null; found = lastNegator.exec(before)) {
    from = found.index + found[0].length
  }
  if (from >= 0) {
    const between = before.slice(from)
    if (between.trim() === '') return true
    const isNoun = !/(?:ed|gesperrt|ado|ada|que|ato|erd|any) *$/.test(text.slice(start, end))
    const isMember = stateMember.test(between) && !contrast.test(between)
    if (isMember && (isNoun || !determiner.test(before.slice(0, from)) || !between.includes(','))) return true
  }
  return warning.test(`${before}${text.slice(start, end).trim()} ${sentenceAfter(text, end)}`)
}
