/**
 * A pattern over folded words with single spaces ("doesnt turn on"), " . " between segments; it is tried only where one
 * of the words of `oneOf` stands ('' = always), and behind " + " one of those, too.
 */
export type Pattern = readonly [name: string, oneOf: string, pattern: RegExp]

const component =
  '(?:engine|motor|transmission|trans|tranny|gearbox|head gas\\w*|headgasket|clutch|alternator|starter|battery|screen|' +
  'touch screen|touch|display|lcd|glass|digitizer|camera|cameras|face id|speaker|mic|microphone|button|charging port|' +
  'port|motherboard|board|compressor|pump|fuel pump|rod|rods|timing chain|timing belt|wheel|fork|brakes|lens|disc drive|' +
  'laser|printer head|print head|head|differential|radiator|ecu|power supply|hinge|tube|element|axle|frame|back)'
const bad =
  '(?:blown|bad|broken|broke|dead|gone|seized|knocking|knocks|slipping|slips|cracked|shattered|smashed|damaged|faulty|' +
  'defective|busted|bust|leaking|leaks|failed|burnt|locked up|thrown|missing|stolen|bent|snapped|removed|out)'
/** Without one of these nothing goes. */
const vital =
  '(?:engine|motor|transmission|trans|tranny|gearbox|head gas\\w*|headgasket|clutch|timing chain|timing belt|rod|rods|motherboard|' +
  'logic board|compressor|fuel pump)'
const verb =
  '(?:work|works|working|start|starts|starting|run|runs|running|turn on|turns on|turning on|power on|power up|power|' +
  'charge|charges|charging|drive|drives|drivable|driveable|rideable|ridable|operable|boot|boots|function|functions|' +
  'functional|functioning|switch on|switches on|read|reading|sync|activate|respond|responding|hold a charge)'

const nots = 'doesnt does dont wont will cant cannot can not isnt is no didnt stopped wouldnt couldnt arent'

/** The words of an alternation; of an open one ("gas\\w*") those that stand. */
function wordsOf(alternation: string): string {
  return alternation.slice(3, -1).replaceAll('|', ' ')
}

/** What a description says that keeps a thing from working. */
export const failures: readonly Pattern[] = [
  [
    'does not',
    `${nots} + ${wordsOf(verb)}`,
    new RegExp(
      `\\b(?:doesnt|does not|dont|wont|will not|cant|cannot|can not|not|isnt|is not|no longer|didnt|stopped|wouldnt|couldnt|arent)(?: \\w+)? ${verb}\\b`,
    ),
  ],
  [
    'bad piece',
    `${wordsOf(bad)} + ${wordsOf(component)}`,
    new RegExp(
      `\\b${component}(?: (?:is|are|was|it|its|s|has|got|have|been|a|completely|totally|slightly|partially))* ${bad}\\b`,
    ),
  ],
  [
    'piece fails',
    `${nots} + ${wordsOf(component)}`,
    new RegExp(
      `\\b${component}(?: \\w+){0,2} (?:doesnt|does not|dont|wont|not|isnt|no longer|stopped) (?:\\w+ )?${verb}\\b`,
    ),
  ],
  [
    'bad, piece',
    `${wordsOf(bad)} + ${wordsOf(component)}`,
    new RegExp(`\\b${bad}(?: \\w+)? ${component}\\b`),
  ],
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
    'no without missing minus + engine motor transmission trans tranny wheel wheels screen battery drive key keys',
    /\b(?:no|without|missing|minus)(?: a| an| the)? (?:engine|motor|transmission|trans|tranny|front wheel|wheels|screen|battery|hard drive|key|keys)\b/,
  ],
  [
    'for parts',
    'parts part parting spares repair repairs',
    /\b(?:for|as|good for|sell for|selling as|great for) (?:parts|spares|repair|repairs|spares or repair|your repairs)\b|\bparts or (?:repair|restore|whole)\b|(?<!\b(?:wont|not|dont|no|never) )\b(?:part|parts|parting) (?:it )?out\b|\bfor (?:\w+ )?(?:spares|parts)\b/,
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
    'lock locked loked blocked esn imei blacklisted black listed reported icloud forgot forgotten lost dont know',
    /\b(?:icloud|activation|google|account|passcode)(?: \w+){0,2} (?:lock|locked|loked|blocked)\b|\b(?:lock|locked|blocked)(?: \w+){0,2} (?:icloud|activation|google account|passcode)\b|\b(?:bad|blocked|black ?listed) (?:esn|imei)\b|\bblack ?listed\b|\breported (?:lost|stolen)\b|\bhas? icloud\b|\b(?:forgot|forgotten|lost|dont know|do not know)(?: \w+){0,3} (?:apple id|icloud|google account|passcode)\b/,
  ],
  [
    'shut',
    'locked lock esn imei blacklisted barred reported reportado reportada robado robada',
    /(?<!\b(?:no|not|never|without|remove|removed|removing|from|out of)(?: \w+)? )\b(?:icloud|activation|google|frp) (?:is )?(?:on )?lock(?:ed)?\b|(?<!\b(?:not|never|isnt) )\blocked (?:to|by|with|on|under|out of) (?:an? |the |my |his |her |their |another |someone \w+ |some \w+ |old |previous |other )*(?:icloud|google|apple id|account|owner|persons?|someone)\b|\b(?:bad|blocked|black ?listed|barred) (?:esn|imei)\b|(?<!\b(?:not|never|isnt) )\b(?:reported (?:as )?(?:lost|stolen)|reportad[oa]|robad[oa])\b/,
  ],
  ['as is', 'as', /\b(?:sold|selling|sale|sell|being sold) as is\b|^as is\b/],
  [
    'vital',
    `${wordsOf(vital)} + ${wordsOf(bad)} knock need needs no`,
    new RegExp(
      `\\b${vital}(?: (?:is|are|was|it|its|s|has|got|have|been|a|completely|totally))* (?:${bad}|knock)\\b|\\b${bad}(?: \\w+)? ${vital}\\b|\\bneeds?(?: \\w+){0,3} ${vital}\\b|\\bno (?:engine|motor|transmission|trans)\\b`,
    ),
  ],
  [
    'does not run',
    `${nots} non never + start starts starting run runs running runner turn turns turning power boot boots drive driving drivable driveable rideable ridable operable`,
    /\b(?:doesnt|does not|wont|will not|cant|cannot|can not|not|isnt|is not|no longer|didnt|stopped|never)(?: \w+)? (?:start|starts|starting|run|runs|running|turn on|turns on|turning on|power on|power up|boot|boots|drive|driving|drivable|driveable|rideable|ridable|operable)\b|\bnon? ?(?:runner|running)\b/,
  ],
  [
    'screen fails',
    `screen touch touchscreen lcd display digitizer + ${nots} unresponsive black blank dead lines need needs`,
    /\b(?:screen|touch|touchscreen|lcd|display|digitizer)(?: \w+){0,3} (?:(?:doesnt|does not|dont|wont|not|isnt|no longer|stopped)(?: \w+)? (?:work|works|working|respond|responding|function|turn on)|unresponsive|black|blank|dead|lines)\b|\bneeds?(?: \w+){0,2} (?:screen|lcd|display|digitizer)\b/,
  ],
  [
    'as spares',
    'spares spare parts part',
    /\b(?:as|for|selling as|sold as) (?:a )?(?:spares?|parts)\b|\b(?:spares?|parts?) (?:or|and|n) repairs?\b|\bparts (?:car|bike|only|truck|van)\b|\bspares? only\b|\bor parts\b/,
  ],
  [
    'bent',
    'bent snapped sawed sheared crashed wrecked',
    /\b(?:bent|snapped|sawed|sheared|crashed|wrecked)\b/,
  ],
  [
    'towed',
    'tow towed',
    /\b(?:must|needs?|has|have|will|be)(?: \w+){0,3} tow(?:ed)?\b|\btow(?:ed)? (?:it )?(?:away|home|to)\b/,
  ],
]

const counts =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|several|various|multiple|assorted|mixed|many|all)'
const measured =
  'months|years|days|hours|weeks|inches|times|drawers|doors|speeds|miles|seats|owners|gears|minutes|feet|pounds|bucks|dollars|' +
  'hrs|mins|yrs|lbs|mos|gigs|megapixels|settings|levels|shelves|sizes|colors|colours|keys|blocks|sides|legs|pockets|burners|ports|cylinders|players|stars'

/** What says that several things, or a choice of them, are offered. */
export const manies: readonly Pattern[] = [
  [
    'for both',
    'both price all',
    /\bprice (?:is )?(?:for|of) (?:both|all|\d+|two|three|four|five)|\bfor both\b|\bselling both|\bboth (?:for|are|new|size|in|never|medium|large|small|brand|used|\d)|\b(?:get|take|buy) (?:both|all)\b|\ball (?:\d+|three|four|five|six) (?:for|are)?|^both\b/,
  ],
  [
    'for all',
    'all everything lot bundle set whole',
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
    'various',
    'various assorted selection variety range mixed assortment mixture',
    /\b(?:various|assorted|selection|variety|range|mixed|assortment|mixture)\b/,
  ],
  ['both', 'both', /\bboth\b/],
  ['not apart', 'not wont separate separating split', /\b(?:not|wont|no)(?: \w+)? (?:separat\w+|split\w*)\b/],
]

const job =
  '(?:apply (?:now|today|with|by|online|in)|(?:send|email) (?:your |a |me )*(?:cv|resume)|cv|full time|part time|great wages|hourly wage|' +
  'good (?:pay|wages|salary)|immediate start|start immediately|experience (?:is )?(?:required|necessary|essential|preferred|needed)|' +
  'must have (?:\\w+ )?experience|no experience (?:needed|necessary|required)|now hiring|vacancy|bewerbung|lebenslauf|vollzeit|' +
  'teilzeit|minijob|temps (?:plein|partiel)|jornada completa|media jornada|curriculum|voltijds|deeltijds)'

/** What else a text says: of the work that is offered, of what goes with what, of what works. */
export const others: readonly Pattern[] = [
  [
    'could be fixed',
    'fix fixable handy repair',
    /\b(?:easy|simple|cheap|quick) (?:to )?fix\b|\bif you (?:know how to|can) (?:fix|repair)\b|\bhandy\b|\bfix it\b|\bfixable\b/,
  ],
  [
    'works again',
    'works working runs functions + perfectly perfect great good well fine excellent like properly',
    /\b(?:works|working|runs|runs and drives|functions)(?: \w+)? (?:perfectly|perfect|great|good|well|fine|excellent|like new|properly)\b/,
  ],
  ['cracked', 'crack cracks cracked shattered', /\b(?:crack|cracks|cracked|shattered)\b/],
  ['no cracks', 'no not + crack cracks cracked', /\bno(?: \w+){0,3} cracks?\b|\bnot cracked\b/],
  [
    'serves',
    'free our years qualified insured book appointment appointments treatments sessions we',
    /\b(?:free (?:estimates?|quotes?|quotations?|consultation)|our services?|years? (?:of )?experience|qualified|fully insured|book (?:now|your|an appointment)|appointments?|treatments|sessions|we (?:repair|fix|install|clean|fit|provide|undertake|specialise|specialize))\b/,
  ],
  [
    'rent',
    'month week day night monthly lease deposit rental rent hire',
    /\b(?:per (?:month|week|day|night)|a month|monthly|lease|deposit|rental|for rent|hire)\b/,
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
  [
    'project',
    'project restore restoration unfinished stripped shell',
    /\bproject\b|\brestor(?:e|ation)\b|\bunfinished\b|\bstripped\b|\bshell\b/,
  ],
  [
    'untested',
    'untested tested test',
    /\b(?:untested|not (?:been )?tested|unable to test|havent tested|have not tested|cant test|cannot test)\b/,
  ],
  [
    'works else',
    'else other only besides apart',
    /\b(?:everything|all|every thing) else\b|\bother than that\b|\bonly (?:problem|issue|thing wrong|defect|flaw)\b|\bbesides that\b|\bapart from (?:that|this)\b/,
  ],
  [
    'frame',
    'frame frameset',
    /\bframe(?: and| plus| with)? (?:set|only|fork|forks|shock)\b|\bframeset\b|\b(?:bare|excellent|great|nice|beautiful) frame for\b|\bframe for anyone\b/,
  ],
  [
    'goes with',
    'compatible fits universal attach attaches attachment mounts designed works made suitable fitment',
    /\b(?:compatible (?:with|for)|fits (?:most|all|any|your|the)|universal|attach(?:es|ment|able)?|mounts? (?:to|on)|designed (?:for|to fit)|works with (?:all|any|most|your)|made for|suitable for|fitment)\b/,
  ],
  [
    'without it',
    'included separately',
    /\b(?:no|not)(?: the)? (?:phones?|iphones?|ipads?|watch|console|camera|laptop|device|bike)(?: is| are)?(?: not)? included\b|\b(?:phones?|iphones?|ipad|watch|console|camera|laptop|device|bike)s? (?:is |are )?not included\b|\bsold separately\b/,
  ],
  [
    'job',
    'apply cv resume time start experience wage wages salary hiring vacancy bewerbung lebenslauf vollzeit teilzeit minijob temps jornada curriculum voltijds deeltijds',
    new RegExp(`\\b${job}\\b.*\\b${job}\\b`),
  ],
  [
    'appeal',
    'vote votes donate donation donations fundraiser fundraising gofundme',
    /\bvote for\b|\b(?:a|your) votes?\b|\bplease (?:vote|donate)\b|\bfundrais\w+\b|\bgofundme\b/,
  ],
  [
    'only the box',
    'box boxes case',
    /\b(?:just|only) the (?:empty )?(?:box(?:es)?|case)\b|(?<!\b(?:open|sealed) )\b(?:box(?:es)?|case) only\b(?! (?:used|had|worn|opened|has|a|one|for))/,
  ],
  [
    'venture',
    'business takeaway take cafe restaurant salon shop store company lease leasehold turnover franchise premises',
    /\b(?:business|takeaway|take away|restaurant|cafe|salon|shop|store|franchise|company|pub) (?:\w+ )?for sale\b|\bleasehold\b|\blease (?:for sale|remaining|available)\b|\b(?:years?|yrs?) (?:\w+ )?lease\b|\bbusiness rates\b|\bturnover\b|\b(?:dormant|limited|registered) company\b/,
  ],
  [
    'dealer',
    'delivery showroom storewide website www showrooms nationwide arrival colours sizes measure',
    /\b(?:delivery (?:anywhere|nationwide|available|all over|in all)|(?:same day|next day|nationwide|uk|express|fast) delivery|showrooms?|storewide|(?:my|our|the) website|www|(?:pay|cash|payment) on (?:arrival|delivery)|all (?:sizes|colou?rs)|made to measure)\b/,
  ],
]

/** What says that it is none of whom it is said to be of. */
export const copies: readonly Pattern[] = [
  [
    'copy',
    'replica clone real authentic genuine original fake inspired brand knock knockoff copy',
    /\b(?:replica|clone|not (?:real|authentic|genuine|original)|isnt (?:real|authentic|a real)|fake|inspired|off brand|looks? (?:very )?(?:real|authentic)|knock ?off|copy)\b/,
  ],
  [
    'is a copy',
    'replica clone fake copy counterfeit authentic genuine real original + is its this not isnt are',
    /\b(?:is|its|this|are) (?:just )?(?:a |an )?(?:\w+ )?(?:replica|clone|fake|copy|counterfeit)s?\b|\b(?:not|isnt) (?:a |an |the )?(?:real|authentic|genuine|original)\b/,
  ],
]
