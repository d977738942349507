import { goodsPhrases } from './risk-goods-phrases.ts'
import { inHousingOrWork, type Phrase, p, w } from './risk-phrase.ts'

const giftCard =
  '(?:gift ?cards?|(?:steam|itunes|google play|apple|amazon|razer|ebay) (?:gift )?cards?|paysafe ?cards?|geschenk ?karten?|gutschein ?karten?|amazon gutscheine?|steam gutscheine?|tarjetas? (?:de )?regalo|cartes? cadeaux?|cartes? (?:pcs|transcash|neosurf)|carta regalo|carte regalo|buoni regalo)'
const app = '(?:zelle|cash ?app|venmo|postepay)'
/** How dealers talk, to whom a bank wire is daily business. */
const dealerWords =
  / (?:financing|dealer|dealership|credit cards?|warranty|inventory|showroom|trade ins?|business hours|invoice) /
/** Left to the buyer, or asked after all was seen: "you can pay a deposit", "can be posted if paid in advance". */
const optional =
  / (?:can|could|may|happy to|welcome to|if you|you like|consider|or (?:pay|leave|put)|(?:we|i) (?:will |do |also )?(?:take|accept|hold)|(?:once|after|when|upon) (?:you|view\w*|inspection|seeing)) (?:[^ .,]+ ){0,9}$| (?:if|when) (?:you|the|it|item|needed|required|posted|delivered) (?:[^ .]+ ){0,14}$/
const hireWords =
  / (?:for (?:rent|hire)|to (?:rent|hire)|rental|rentals|hire|dm to book|to book|appointments?) /
const isHireOrWork: Phrase['unless'] = (subject, goods, text) => {
  if (inHousingOrWork(subject) || hireWords.test(text)) return true
  const { kind } = goods.offered()
  return kind === 'rental' || kind === 'service' || kind === 'wanted'
}
const me = '(?:my|the|a|our|private|mein|meine|der|ein|mi|un|el|mon|le|il|mio)'

/** In the order in which a name's first phrase with a match counts. */
export const phrases: readonly Phrase[] = [
  {
    name: 'payment-gift-card',
    weight: 0.65,
    triggers:
      'giftcard giftcards gift card cards paysafe paysafecard geschenkkarte geschenkkarten gutscheinkarte gutscheine regalo cadeau cadeaux transcash neosurf pcs',
    pattern: p(
      `(?:pay|pays|payable|payment|payments|paying|send|buy me|accept|accepts|accepting|via|bezahlung|zahlung|zahlbar|zahlen|pago|pagos|pagar|paiement|payer|pagamento|pagare) ${w}{0,4}${giftCard}|${giftCard} (?:only|accepted|preferred|as payment|for payment|payment|bezahlen|zahlen)`,
    ),
    code: 'risk-payment-gift-card',
  },
  {
    name: 'payment-transfer',
    weight: 0.5,
    triggers:
      'western westernunion moneygram money remitly bitcoin btc crypto cryptocurrency usdt ethereum mandat mandato',
    pattern: p(
      `western ?union|money ?gram|remitly|(?:pay|pays|payable|payment|payments|accept|accepts|accepting|take|send|zahlung|bezahlung|pago|paiement|pagamento) ${w}{0,3}(?:bitcoins?|btc|crypto(?:currency)?|usdt|ethereum)(?! (?:miner|miners|mining))|(?:bitcoins?|btc|crypto|usdt) (?:only|accepted|ok|preferred|payment|payments)|mandat cash`,
    ),
    code: 'risk-payment-untraceable',
  },
  {
    name: 'payment-transfer',
    weight: 0.45,
    triggers: 'wire wired',
    pattern: p(
      `(?:bank |by |via )wire|wire (?:transfers?(?! case)|(?:me |us )?(?:the )?(?:money|funds|payment|deposit|cash))`,
    ),
    code: 'risk-payment-wire',
    unless: (_, __, text) => dealerWords.test(text),
  },
  {
    name: 'payment-friends',
    weight: 0.4,
    triggers: 'friends friend family f fnf ff freunde freunden amigos amis proches amici',
    pattern: p(
      `(?:paypal|pay|payment|payments|pp|send|via|zahlung|zahlen|bezahlung|pago|pagar|paiement|payer|pagamento) ${w}{0,4}(?:friends? (?:and|n|or) famil(?:y|ies)|famil(?:y|ies) (?:and|n|or) friends?|(?:freunden?|familie) (?:und|and) (?:freunden?|familie)|freunden?|amigos y fami(?:lia|liares)|entre (?:amis|proches)|amis et famille|amici e (?:parenti|famiglia|familiari))|(?:paypal|pp|venmo) ${w}{0,2}(?:f and f|f f|fnf|ff)|friends? (?:and|n) family (?:only|payment|paypal|option|transfer)`,
    ),
    code: 'risk-payment-friends',
  },
  {
    name: 'payment-app',
    weight: 0.15,
    triggers: 'zelle cashapp cash venmo postepay',
    pattern: p(`${app}`),
    code: 'risk-payment-app',
  },
  {
    name: 'payment-advance',
    weight: 0.35,
    triggers:
      'upfront front advance first before prepay prepayment prepaid vorkasse vorauskasse vorab voraus adelantado adelantada anticipado avance lavance davance anticipato only vooraf vooruitbetaling vooruit przedplata gory',
    pattern: p(
      `(?:pay|paid|paying|payment|payments|money|paypal|zelle|venmo|cash ?app|transfer) (?:${w}{0,4}(?:upfront|up front|in advance)|${w}{0,2}first(?! (?:come|owner|class|time|month|to))|${w}{0,4}before (?:shipping|delivery|viewing|pick ?up|meeting|you (?:see|come)|i (?:ship|send|mail)|we (?:ship|send|mail)|it (?:ships|is (?:sent|shipped|mailed))))|prepaid only|only ${w}{0,2}${app}|${app} ${w}{0,1}only|prepayment|(?:geld|zahlung|bezahlung|uberweisung) ${w}{0,2}(?:vorab|im voraus)|pago (?:por )?(?:adelantado|anticipado)|por adelantado|paiement (?:d ?avance|a l ?avance)|pago adelantad[oa]|pagamento anticipato|vooraf (?:betalen|betaald|overmaken)|(?:betaling|betalen) ${w}{0,1}vooraf|vooruitbetaling|przedplata|(?:platne|platnosc|zaplata) z gory`,
    ),
    code: 'risk-payment-unseen',
    unless: isHireOrWork,
    harmlessBefore: optional,
    harmlessAfter: /^(?:[^ .]+ ){0,8}(?:goods (?:and|n) services|buyer protection)/,
  },
  {
    // Usual between private people in Germany, so lighter than its like elsewhere.
    name: 'payment-advance',
    weight: 0.2,
    triggers: 'vorkasse vorauskasse',
    pattern: p(
      `(?:nur|per|zahlung|bezahlung) ${w}{0,2}(?:vorkasse|vorauskasse)|(?:vorkasse|vorauskasse) nur`,
    ),
    code: 'risk-payment-advance',
    unless: isHireOrWork,
    harmlessBefore: optional,
  },
  {
    name: 'deposit',
    weight: 0.3,
    triggers: 'deposit deposits anzahlung senal fianza deposito acompte arrhes acconto caparra',
    pattern: p(
      `deposit ${w}{0,2}(?:hold|holds|reserve|reserves|secure|secures|required|needed|first|upfront|via|through|before)|(?:refundable|holding|small|reservation|security|partial|half) deposit|(?:send|pay|leave|place|put|make|with) (?:me )?(?:a |an |the )?${w}{0,2}deposit|anzahlung|(?:dejar|pagar|con|enviar) (?:una? )?${w}{0,1}(?:senal|fianza|deposito)|acompte|arrhes|acconto|caparra`,
    ),
    code: 'risk-deposit',
    unless: isHireOrWork,
    harmlessBefore: optional,
    harmlessAfter:
      /^(?:[^ .]+ ){0,3}(?:test (?:ride|drive)|if you (?:like|want|wish)|in person|when you (?:view|see|collect|come))/,
  },
  {
    name: 'courier',
    weight: 0.45,
    triggers:
      'courier couriers agent agents mover movers fedex ups dhl usps shipper shipping transporter spediteur spedition kurier transportista mensajero agente transporteur corriere trasportatore',
    pattern: p(
      `${me} (?:courier|agent|movers?|shipper|shipping (?:company|agent)|transporter) (?:will|would|can|to|shall) ${w}{0,2}(?:pick|picks|collect|come)|${me} (?:courier|agent|shipping agent|shipper) (?:will|would) ${w}{0,2}(?:deliver|bring|ship|drop)|(?:fedex|ups|dhl|usps) ${w}{0,1}(?:will|would) (?:come|pick|collect)|(?:send|by|sending) (?:a|my) (?:courier|agent|mover)s?|(?:courier|shipping) agent|${me} (?:kurier|spediteur|spedition|agent) (?:wird|kommt|holt|liefert)|${me} (?:transportista|mensajero|agente) (?:va|pasara|recogera|recoge|entregara|llevara)|${me} transporteur (?:viendra|passera|passe|livrera)|${me} (?:corriere|trasportatore) (?:passera|verra|ritirera|consegnera)`,
    ),
    code: 'risk-courier',
  },
  {
    name: 'fake-escrow',
    weight: 0.5,
    triggers: 'escrow ebay amazon treuhand treuhandservice treuhandkonto',
    pattern: p(
      `(?:ebay|amazon|facebook|google|escrow|craigslist) ${w}{0,3}(?:escrow|purchase protection|buyer protection|protection program|vehicle protection|will (?:hold|handle|keep|ship|deliver|take care)|(?:holds|keeps|secures) (?:the |your |my )?(?:money|payment|funds))|(?:handled|protected|covered|done|completed|transaction|deal|sale) ${w}{0,2}(?:by|through|with|via) (?:the )?(?:ebay|amazon|escrow)(?! (?:prime|seller|store))|(?:through|via|with|using|by) (?:an? )?escrow|treuhand(?:service|konto)?|(?:protegid[oa]|garantizad[oa]) por (?:ebay|amazon)`,
    ),
    code: 'risk-fake-escrow',
    unless: ({ marketplaceHasPayment, category }) => marketplaceHasPayment === true || category === 'housing',
  },
  {
    name: 'free-but-pay',
    weight: 0.45,
    triggers: 'pay cover paying zahlen versandkosten transportkosten pagar gastos payer frais pagare spese',
    pattern: p(
      `(?:pay|cover|paying) ${w}{0,3}(?:shipping|delivery|movers?|moving|transport|transportation|freight|courier)|(?:nur|lediglich) (?:die )?(?:versandkosten|transportkosten|transport)|(?:solo|pagar) ${w}{0,2}(?:gastos de envio|transporte|envio)|(?:seulement|payer) ${w}{0,2}(?:frais (?:de port|de transport)|transport)|(?:solo|pagare) ${w}{0,2}(?:spese di (?:spedizione|trasporto)|trasporto)`,
    ),
    code: 'risk-free-but-pay',
    unless: ({ priceCents, category }) => priceCents !== 0 && category !== 'free',
  },
  {
    name: 'asks-code',
    weight: 0.6,
    triggers:
      'code codes verification confirmation id license licence passport ssn social bank card login bestatigungscode verifizierungscode ausweis ausweises personalausweis codigo dni codice',
    pattern: p(
      `(?:verification|confirmation|six digit|6 digit|google voice) codes?|codes? (?:that )?(?:i|we) (?:will |have |just )?(?:send|sent|text|texted)|(?:i|we|ill) (?:will |can )?(?:send|text) (?:you )?(?:a|the) code|(?:copy|photo|picture|pic|scan|front and back) of (?:your|ur) (?:id|drivers? licen[cs]e|licen[cs]e|passport|bank card|credit card|card)|social security number|(?:send|give|need|provide|confirm) ${w}{0,3}(?:your|ur) (?:ssn|bank (?:details|login|account)|card (?:details|number)|online banking)|(?:bestatigungs|verifizierungs|sms) ?code|(?:kopie|foto|bild) ${w}{0,2}(?:personal)?ausweis(?:es)?|codigo de verificacion|foto de (?:tu|su) (?:dni|documento)|code de (?:verification|confirmation)|codice di verifica`,
    ),
    code: 'risk-asks-code',
    unless: inHousingOrWork,
  },
  {
    name: 'seller-away',
    weight: 0.35,
    triggers:
      'overseas abroad offshore deployed deployment country away traveling travelling ausland extranjero pais letranger etranger estero allestero vessel rig',
    pattern: p(
      `(?:i am|im|i m|currently|now|been|we are|were|owner is|seller is|he is|husband is|wife is|working|stationed|being) (?:(?!moving|relocating|going|travell?ing|shipping|sell|selling|moved|leaving|back|from)${w}){0,3}(?:overseas|abroad|offshore|deployed|out of the country)|deployed (?:to|overseas|with the|in the)|military deployment|(?:i am|im|currently) ${w}{0,2}(?:away (?:on|for) (?:work|business)|travell?ing (?:on|for) (?:work|business))|working on (?:a|an) (?:ship|vessel|oil rig|rig)|(?:bin|befinde|arbeite|wohne|zurzeit|derzeit|aktuell|momentan|lebe) ${w}{0,4}(?:im|ins) ausland|(?:estoy|vivo|trabajo|encuentro|actualmente) ${w}{0,3}(?:en el extranjero|fuera del pais)|(?:suis|actuellement|deplacement|travaille|vis) ${w}{0,3}a l ?etranger|(?:sono|trovo|lavoro|vivo|attualmente) ${w}{0,3}all ?estero`,
    ),
    code: 'risk-seller-away',
    unless: inHousingOrWork,
  },
  {
    name: 'excuse',
    weight: 0.2,
    triggers:
      'cousin cousins brother brothers sister sisters friend friends uncle aunt aunts husband wife father mother son warehouse storage facility warehouses late tante onkel bruder schwester tio tia',
    pattern: p(
      `(?:contact|text|call|email|message|reach) (?:my|our) (?:husband|wife|uncle|aunt|cousin|brother|sister|son|father|mother|boss|friend)|(?:item|car|vehicle|truck|it|its|bike) (?:is |are )?(?:currently |now |already )?(?:stored |located |kept )?(?:at|with|in) (?:my|the|a) (?:cousins?|brothers?|sisters?|uncles?|aunts?|friends?|shipping (?:company|facility|warehouse)|military (?:base|storage))|(?:my|our) (?:late|deceased) (?:husband|wife|father|son|uncle)|(?:husband|wife|father|son) (?:passed away|died|recently passed)|(?:steht|ist|liegt) ${w}{0,2}bei (?:meiner|meinem) (?:tante|onkel|bruder|schwester)|(?:esta|esta en) (?:con|casa de) mi (?:tio|tia|hermano|hermana|primo)`,
    ),
    code: 'risk-excuse',
  },
  {
    name: 'urgency',
    weight: 0.08,
    triggers:
      'must go fast quick asap urgent urgently today act wont first moving relocating divorce money cash heute weg dringend schnellverkauf notverkauf umzug scheidung urge urgente mudanza divorcio viaje demenagement depart vite trasloco divorzio svendo hoy oggi',
    pattern: p(
      `must (?:sell|go) (?:today|now|asap|fast|quick|this week|this weekend)|must sell|need(?:s)? (?:it )?gone|sell(?:ing)? (?:it )?(?:fast|quick|asap|urgently)|urgent(?:ly)?(?: sale)?(?! care)|today only|quick sale|act (?:fast|now|quick|quickly)|wont last(?: long)?|first come(?: first serve[d]?)?|moving (?:overseas|abroad|out of (?:state|the country))|relocating|divorce|need (?:the )?(?:money|cash) ${w}{0,1}(?:fast|quick|asap|today|now|urgently)?|muss ${w}{0,2}weg|dringend|schnellverkauf|notverkauf|umzug|scheidung|urge (?:vender|venta)|urgente|por viaje|mudanza|divorcio|cause (?:depart|divorce|demenagement)|vente rapide|trasloco|divorzio|svendo`,
    ),
    code: 'risk-urgency',
    unless: inHousingOrWork,
  },
  {
    name: 'assurance',
    weight: 0.12,
    triggers:
      'scam scammer legit trusted trustworthy fearing questions genuine serios kein estafa arnaque truffa',
    pattern: p(
      `(?:not|no) (?:a )?(?:scam|scammer)|100 (?:percent )?(?:legit|trusted|genuine seller)|legit (?:seller|deal|sale)|trusted seller|trustworthy seller|god fearing ${w}{0,2}|no questions asked|kein betrug|no es estafa|pas (?:une |d ?)?arnaque|no truffa`,
    ),
    code: 'risk-assurance',
    tells: 'refusal',
  },
  ...goodsPhrases,
]
