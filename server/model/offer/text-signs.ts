import type { OfferKind } from './kinds.ts'
import type { Segment } from './text.ts'

/**
 * A pattern over folded words with single spaces ("doesnt turn on"), " . " between segments; it is tried only where one
 * of the words of `oneOf` stands ('' = always).
 */
type Pattern = readonly [name: string, oneOf: string, pattern: RegExp]

const component =
  '(?:engine|motor|transmission|trans|tranny|gearbox|head gasket|headgasket|clutch|alternator|starter|battery|screen|' +
  'touch screen|touch|display|lcd|glass|digitizer|camera|cameras|face id|speaker|mic|microphone|button|charging port|' +
  'port|motherboard|board|compressor|pump|fuel pump|rod|rods|timing chain|timing belt|wheel|fork|brakes|lens|disc drive|' +
  'laser|printer head|print head|head|differential|radiator|ecu|power supply|hinge|tube|element|axle|frame|back)'
const bad =
  '(?:blown|bad|broken|broke|dead|gone|seized|knocking|knocks|slipping|slips|cracked|shattered|smashed|damaged|faulty|' +
  'defective|busted|bust|leaking|leaks|failed|burnt|locked up|thrown|missing|stolen|bent|snapped|removed|out)'
const badWords = bad.slice(3, -1).replaceAll('|', ' ')
const verb =
  '(?:work|works|working|start|starts|starting|run|runs|running|turn on|turns on|turning on|power on|power up|power|' +
  'charge|charges|charging|drive|drives|drivable|driveable|rideable|ridable|operable|boot|boots|function|functions|' +
  'functional|functioning|switch on|switches on|read|reading|sync|activate|respond|responding|hold a charge)'

/** What a description says that keeps a thing from working. */
const failures: readonly Pattern[] = [
  [
    'does not',
    'doesnt does dont wont will cant cannot can not isnt is no didnt stopped wouldnt couldnt arent',
    new RegExp(
      `\\b(?:doesnt|does not|dont|wont|will not|cant|cannot|can not|not|isnt|is not|no longer|didnt|stopped|wouldnt|couldnt|arent)(?: \\w+)? ${verb}\\b`,
    ),
  ],
  [
    'bad piece',
    badWords,
    new RegExp(
      `\\b${component}(?: (?:is|are|was|it|its|s|has|got|have|been|a|completely|totally|slightly|partially))* ${bad}\\b`,
    ),
  ],
  [
    'piece fails',
    'doesnt does dont wont not isnt no stopped',
    new RegExp(
      `\\b${component}(?: \\w+){0,2} (?:doesnt|does not|dont|wont|not|isnt|no longer|stopped) (?:\\w+ )?${verb}\\b`,
    ),
  ],
  ['bad, piece', badWords, new RegExp(`\\b${bad}(?: \\w+)? ${component}\\b`)],
  [
    'needs piece',
    'need needs',
    new RegExp(
      `\\bneeds?(?: (?:a|an|the|some|new|rebuilt|another|different|to replace|replacement|good|its))* ${component}\\b`,
    ),
  ],
  [
    'needs work',
    'need needs',
    /\bneeds?(?: \w+){0,2} (?:work|fixing|fixed|repair|repairs|repairing|tlc|replaced|replacing|rebuilt|attention|restoration|restoring)\b/,
  ],
  [
    'to be replaced',
    'replaced rebuilt repaired fixed cleaned',
    new RegExp(
      `\\b${component}(?: \\w+){0,2} (?:must|needs?|has|have|should|ought)(?: to)? (?:be )?(?:replaced|rebuilt|repaired|fixed|cleaned)\\b`,
    ),
  ],
  [
    'without piece',
    'no without missing minus',
    /\b(?:no|without|missing|minus)(?: a| an| the)? (?:engine|motor|transmission|trans|tranny|front wheel|wheels|screen|battery|hard drive|key|keys)\b/,
  ],
  [
    'for parts',
    'parts part parting spares repair repairs',
    /\b(?:for|as|good for|sell for|selling as|great for) (?:parts|spares|repair|repairs|spares or repair|your repairs)\b|\bparts or (?:repair|restore|whole)\b|\b(?:part|parts|parting) (?:it )?out\b|\bfor (?:\w+ )?(?:spares|parts)\b/,
  ],
  [
    'mechanic',
    'mechanic mechanics mechanical handy handyman fixer project non nonop roller',
    /\bmechanics? special|mechanical special|handy ?man|fixer upper|project (?:car|bike)|non ?op\b|\broller\b/,
  ],
  [
    'broke down',
    'broke broken stopped quit blew threw over overheats overheating overheated flooded totaled totalled wrecked sawed half',
    /\b(?:broke down|broken down|stopped working|quit working|blew|threw a rod|overheat\w*|over heats|flooded|totaled|totalled|wrecked|sawed off|half of)\b/,
  ],
  [
    'locked',
    'lock locked loked blocked esn imei blacklisted black listed reported icloud',
    /\b(?:icloud|activation|google|account|passcode)(?: \w+){0,2} (?:lock|locked|loked|blocked)\b|\b(?:lock|locked|blocked)(?: \w+){0,2} (?:icloud|activation|google account|passcode)\b|\b(?:bad|blocked|black ?listed) (?:esn|imei)\b|\bblack ?listed\b|\breported (?:lost|stolen)\b|\bhas? icloud\b/,
  ],
  ['as is', 'as', /\b(?:sold|selling|sale|sell|being sold) as is\b|^as is\b/],
  [
    'could be fixed',
    'fix fixable handy repair',
    /\b(?:easy|simple|cheap|quick) (?:to )?fix\b|\bif you (?:know how to|can) (?:fix|repair)\b|\bhandy\b|\bfix it\b|\bfixable\b/,
  ],
  [
    'works again',
    'works working runs functions',
    /\b(?:works|working|runs|runs and drives|functions)(?: \w+)? (?:perfectly|perfect|great|good|well|fine|excellent|like new|properly)\b/,
  ],
  ['cracked', 'crack cracks cracked shattered', /\b(?:crack|cracks|cracked|shattered)\b/],
  ['no cracks', 'no not', /\bno(?: \w+){0,3} cracks?\b|\bnot cracked\b/],
]

const counts =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|several|various|multiple|assorted|mixed|many|all)'
const measured =
  'months|years|days|hours|weeks|inches|times|drawers|doors|speeds|miles|seats|owners|gears|minutes|feet|pounds|bucks|dollars|' +
  'hrs|mins|yrs|lbs|mos|gigs|megapixels|settings|levels|shelves|sizes|colors|colours|keys|blocks|sides|legs|pockets|burners|ports|cylinders|players|stars'

/** What says that several things, or a choice of them, are offered. */
const manies: readonly Pattern[] = [
  [
    'for both',
    'both price all',
    /\bprice (?:is )?(?:for|of) (?:both|all|\d+|two|three|four|five)|\bfor both\b|\bselling both|\bboth (?:for|are|new|size|in|never|medium|large|small|brand|used|\d)|\b(?:get|take|buy) (?:both|all)\b|\ball (?:\d+|three|four|five|six) (?:for|are)?|^both\b/,
  ],
  [
    'for all',
    'for as all',
    /\bfor (?:all|everything|the lot|the whole lot|the bundle|whole lot)\b|\bas a (?:lot|bundle|set)\b|\ball together\b/,
  ],
  [
    'counted',
    '',
    new RegExp(`^(?:\\w+ ){0,4}${counts} (?:\\w+ ){0,3}(?!(?:${measured})\\b)\\w{3,}[^su\\W]s\\b`),
  ],
  [
    'counted later',
    'have includes include including selling contains are of got',
    new RegExp(
      `\\b(?:have|includes|include|including|selling|contains|are|of|got|are) ${counts} (?:\\w+ ){0,2}(?!(?:${measured})\\b)\\w{3,}[^su\\W]s\\b`,
    ),
  ],
  [
    'pieces',
    '',
    /\b\d+ ?(?:pcs|pc|pieces|items|pairs|pair|pack|count|ct|titles|bottles|boxes|bags|books|dvds|games)\b/,
  ],
  ['times', '', /\b\d{1,3} ?x\b|\bx ?\d{1,3}\b/],
  [
    'collection',
    'collection selection assortment variety bundle lot job joblot lots mixture range',
    /\b(?:collection|selection|assortment|variety|bundle|lot|job lot|joblot|lots|mixture|range) of\b|\bbundle\b|\bjob ?lot\b/,
  ],
  [
    'separately',
    'separately individually separate individual split',
    /\b(?:sell|sold|sale|split|buy|priced) (?:\w+ )?(?:separately|individually|separate|individual)\b|\bwill separate\b|\bwilling to split\b/,
  ],
  [
    'shop',
    'we our stock visit opening delivery call contact wholesale whatsapp',
    /\b(?:we (?:have|sell|offer|carry|stock|deliver|supply|are|ship|buy|also|do|can|accept)|our (?:shop|store|website|prices|products|other|range|factory|warehouse|company)|in stock|visit us|opening hours|free delivery|call us|contact us|wholesale|whatsapp)\b/,
  ],
  [
    'choice',
    'choose available different all any sizes price prices listed message individually more starting',
    /\b(?:choose|available in|different (?:sizes|colors|colours|brands)|all sizes|any size|sizes available|price list|prices range|prices listed|listed below|message for price|individually priced|and more|much more|starting (?:at|from))\b/,
  ],
  [
    'others',
    'other check see more page',
    /\b(?:other (?:listings|items|ads)|check out my|see my other|more items|my page)\b/,
  ],
  [
    'serves',
    'free our years qualified insured book appointment appointments treatments sessions we',
    /\b(?:free (?:estimates?|quotes?|quotations?|consultation)|our services?|years? (?:of )?experience|qualified|fully insured|book (?:now|your|an appointment)|appointments?|treatments|sessions|we (?:repair|fix|install|clean|fit|provide|undertake|specialise|specialize))\b/,
  ],
  [
    'rent',
    'per a monthly month lease deposit rental rent hire',
    /\b(?:per (?:month|week|day|night)|a month|monthly|lease|deposit|rental|for rent|hire)\b/,
  ],
  [
    'copy',
    'replica clone not isnt fake inspired off look looks knock knockoff copy',
    /\b(?:replica|clone|not (?:real|authentic|genuine|original)|isnt (?:real|authentic|a real)|fake|inspired|off brand|looks? (?:very )?(?:real|authentic)|knock ?off|copy)\b/,
  ],
  [
    'swap',
    'swap trade trading exchange change want wanted',
    /\b(?:swap|trade|trading|exchange|change)(?: \w+){0,4} for\b|\bwant(?:ed)? to trade\b/,
  ],
  [
    'seek',
    'looking want wanted need buy pay paying cash',
    /\b(?:looking (?:for|to buy)|want to buy|wanted|need phone|i buy|we buy|will pay|paying|cash for)\b/,
  ],
]

/** Site categories under which hardly a whole thing is offered. */
const places: readonly (readonly [kind: OfferKind, pattern: RegExp])[] = [
  [
    'other',
    /\b(?:business(?:es)? for sale|jobs?|tickets?|gift cards?|vouchers?|stellenangebote|emplois?|empleos?|lavoro)\b/,
  ],
  ['service', /\b(?:services|dienstleistungen|servicios|servizi|diensten|uslugi|servicos)\b/],
  ['rental', /\b(?:rentals?|to rent|for rent|housing|hire|mieten|locations|alquiler|affitto|huur)\b/],
  ['wanted', /\b(?:wanted|gesuche|recherches?|gevraagd)\b/],
  ['trade', /\b(?:swaps?|barter|tauschen|tausch|echanges?)\b/],
  [
    'accessory',
    /\b(?:cases|covers|chargers|cables|screen protectors|cradles|mounts|holders|ink|toners?|huellen|hullen|coques)\b/,
  ],
  [
    'part',
    /\b(?:parts|spares|components|wheels|tyres|tires|teile|ersatzteile|pieces detachees|recambios|ricambi|onderdelen)\b/,
  ],
  ['lot', /\b(?:bundles?|job lots?|lots|wholesale)\b/],
]

/** The kinds of offer that a site's category is for, deepest step only. */
export function placesOf(siteCategory: string): OfferKind[] {
  const leaf =
    siteCategory
      .toLowerCase()
      .split(/[/>|›»\\]/)
      .map((step) => step.trim())
      .filter((step) => step !== 'private' && step !== 'business' && step !== '')
      .at(-1) ?? ''
  return places.filter(([, pattern]) => pattern.test(leaf)).map(([kind]) => kind)
}

/** One thing that a text says of state or number, and the words that say it. */
export interface Said {
  name: string
  kind: 'broken' | 'many' | 'other'
  words: string
}

interface Tried {
  name: string
  kind: Said['kind']
  pattern: RegExp
}

/** Patterns by a word without which none of them can fit; under '' those that are always tried. */
function byWord(): ReadonlyMap<string, readonly Tried[]> {
  const found = new Map<string, Tried[]>()
  const enter = (patterns: readonly Pattern[], kindOf: (name: string) => Said['kind']) => {
    for (const [name, oneOf, pattern] of patterns) {
      const tried = { name, kind: kindOf(name), pattern }
      for (const word of oneOf.split(' ')) found.set(word, [...(found.get(word) ?? []), tried])
    }
  }
  enter(failures, (name) => (failureNames.has(name) ? 'broken' : 'other'))
  enter(manies, (name) => (otherNames.has(name) ? 'other' : 'many'))
  return found
}

/** What a text says, each sort once. */
export function saidOf(segments: readonly Segment[]): Said[] {
  const tried = new Set(patternsByWord.get(''))
  for (const { words } of segments) {
    for (const word of words) {
      const patterns = patternsByWord.get(word)
      if (patterns !== undefined) for (const pattern of patterns) tried.add(pattern)
    }
  }
  const text = segments.map(({ words }) => words.join(' ')).join(' . ')
  if (text === '') return []
  const found: Said[] = []
  for (const { name, kind, pattern } of tried) {
    const match = pattern.exec(text)
    if (match !== null) found.push({ name, kind, words: match[0].trim() })
  }
  return found
}

const failureNames: ReadonlySet<string> = new Set(
  failures
    .map(([name]) => name)
    .filter((name) => !['works again', 'no cracks', 'cracked', 'could be fixed'].includes(name)),
)
const otherNames: ReadonlySet<string> = new Set(['rent', 'copy', 'swap', 'seek', 'serves'])

const patternsByWord = byWord()

/** How many sorts of failure are among what was said. */
export function failureCount(said: readonly Said[]): number {
  return said.filter(({ kind }) => kind === 'broken').length
}
