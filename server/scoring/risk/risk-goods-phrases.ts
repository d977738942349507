import type { Goods } from './risk-goods.ts'
import { type Phrase, p } from './risk-phrase.ts'

/** A lock that is told of because there is none, or because somebody takes it off. */
const isOff =
  '(?! (?:is )?(?:off|free|none|removed|removal|remove|remover|bypass|unlock|unlocking|service|disabled|clean|cleared|no|gone|nein|nee|nie) )'
const icloud = '(?:i ?cloud|i ?c|activation|apple ?id|icloud passcode)'
const locked = '(?:locked|lock|lok|lockout|locking|block|blocked|on|bypass|bypassed)'
/** Whom a phone is bound to by a contract: a nuisance, no sign. */
const carriers =
  / (?:unlocked|att|at and t|sprint|verizon|vzw|t mobile|tmobile|mobile|metro|metropcs|metro pcs|cricket|boost|carrier|carriers|network|networks|any sim|sim only|locked sim|simlock|sim lock|sim locked|simlocked|o2|ee|vodafone|three|orange|tesco|giffgaff|telekom|telus|rogers|bell|fido|tracfone|straight talk|xfinity|virgin|provider|contract|operator|netlock|locked (?:to|on|with|for)|unlock|unlocks|[^ ]*(?:ee|o2|vodafone|three|orange|sprint|verizon|att|mobile|carrier|network) (?:un)?locked|service locked) /
const luxury =
  '(?:vuitton|lv|gucci|chanel|hermes|dior|prada|rolex|kors|coach|burberry|cartier|fendi|versace|ysl|tiffany|balenciaga|celine|goyard|burch)'
/** Locks are taken off for money. */
const unlocking =
  / (?:unblock(?:ing)?|unlock(?:ing)? (?:your|any|all|service|services|codes?)|we (?:can |also )?(?:fix|unlock|repair)|desbloque[^ ]*|whitelist) /
/** Said of what others sell. */
const aboutCopies =
  / (?:fakes?|clones?|replicas?|counterfeits?) (?:[^ .]+ ){0,4}(?:on (?:this|here|craigslist|offer ?up|letgo|ebay|the (?:site|app))|out there|around here|being sold) /
const notSold = (goods: Goods): boolean => {
  const { kind } = goods.offered()
  return kind === 'wanted' || kind === 'service' || kind === 'rental'
}

/** What the words tell of the thing itself: that it is a copy, barred, or without papers. */
export const goodsPhrases: readonly Phrase[] = [
  {
    name: 'counterfeit',
    weight: 0.6,
    triggers:
      'replica replicas replik repliken replika repliki replique repliques clone clones klon clon clonado aaa 1:1 mirror knockoff knock fake fakes cloned goophone goophones goo counterfeit superclone superclones supercopy copy copie kopie kopia copia imitation imitacion imitazione imitacao imitacja contrefacon contrefacons falso falsa falsificado falschung plagiat nachahmung nachbildung nachgemacht namaak nepversie podrobka podroba reps',
    pattern: p(
      `replicas?|reps|replik(?:en|a|i)?|repliques?|super ?(?:clones?|copy|copies|fake|fakes)|(?:master|mirror|first|1st|high|higher|perfect|exact|aaa|1:1|clone|chinese|china) (?:copy|copies|clones?|fakes?)|clones?(?! (?:wars?|troopers?|hero|helmet|army|drives?|disks?|hdd|ssd|stamp|tool|high))|cloned(?! (?:my|from|to|the|it|drives?|disks?|data|hdd|ssd|over|onto|windows))|goo ?phones?|(?<! (?:a|an|the|no|send|have|get|make|of) )copy(?= (?:[.,]|$))|klon|clon(?:ado|ados)?|aaa(?! batter| alkaline| membership| roadside)|1:1(?! (?:trade|swap|tausch|ratio|for|scale|exchange|macro))|mirror (?:quality|grade)|knock ?offs?|counterfeits?|fakes?(?! (?:leather|fur|flowers?|plants?|nails|lashes|eyelashes|suede|wood|grass|crocodile|snake))|imitation(?! (?:leather|pearls?|gold|silver|suede|fur|wood|stones?|diamonds?|rhodium|is|game))|imitacion|imitazione|imitacja|imitacao|contrefacons?|fals(?:o|a|ificado)(?! contatto| allarme)|falschung|plagiat|nachahmung|nachbildung|nachgemacht|namaak|nepversie|podrobka|podroba|copie chinoise|copia (?:china|exacta|perfetta)|kopia (?:1:1|chinska)|chinesische kopie|kopie`,
    ),
    code: 'risk-counterfeit-words',
    unless: (_, goods, text) =>
      !goods.isCopied() || goods.accessory || aboutCopies.test(text) || notSold(goods),
    reachChars: 1200,
    harmlessBefore:
      / (?:hard|paper|digital|backup|back up|test|photo|scan|spare|extra|signed|sales|apple|store|service|support|receipt|invoice|warranty|id|license|anything but an?|far from an?) $| (?:than|trade|swap|tausche?|scale|ratio|macro) (?:[^ .]+ ){0,3}$/,
    harmlessAfter:
      /^(?:of (?:the |your |my )?(?:receipt|invoice|bill|purchase|id|warranty)|de (?:la )?(?:facture|factura)|der rechnung|van (?:de )?(?:bon|factuur))/,
  },
  {
    name: 'counterfeit',
    weight: 0.6,
    triggers: 'real original genuine authentic',
    pattern: p(
      `(?:is ?nt|not) (?:an? )?(?:real|original|genuine|authentic) (?:i ?phones?|i ?pads?|samsung|galaxy|apple(?! (?:charger|cable|case|box|battery|screen|adapter))|air ?pods|${luxury})`,
    ),
    code: 'risk-counterfeit-said',
    unless: (_, goods, text) =>
      !goods.isCopied() || goods.accessory || aboutCopies.test(text) || notSold(goods),
    tells: 'refusal',
    reachChars: 1200,
  },
  {
    name: 'counterfeit',
    weight: 0.3,
    triggers: 'inspired dupe dupes lookalike style',
    pattern: p(
      `${luxury} (?:inspired(?! by)|style)|inspired (?:by )?(?:the )?(?:${luxury}|item|bag|purse|handbag|jewelry|style|not authentic)|dupes?|look ?alike`,
    ),
    code: 'risk-counterfeit-like',
    unless: (_, goods) => !goods.isCopied() || goods.isDevice(),
  },
  {
    name: 'locked',
    weight: 0.4,
    triggers:
      'icloud cloud activation appleid frp imei esn blacklisted blacklist listed mdm bios passcode stolen locked lock blocked gesperrt sperre aktivierungssperre bloqueado bloqueada bloqueo bloque verrouille blackliste liste bloccato blocco nera negra lijst vergrendeld geblokkeerd activeringsslot zablokowany zablokowana blokada serial google password passcode ic forgot forgotten forget apple appleid efi firmware barred list',
    pattern: p(
      `${icloud} (?:is |still |account |id |has |and passcode |passcode |or |google )?${locked}${isOff}|(?:locked|lock|blocked) (?:(?:to|by|with|on|in|under|out of) )?(?:the |an? |my |old |previous |someones? )*(?:i ?cloud|previous owners?|owner|account|google|apple id|activation)(?! (?:storage))|(?:has|have|with) (?:an? )?i ?cloud(?: still)? on|(?:has|with) (?:an? )?i ?cloud(?= (?:[.,]|$))|(?:efi|firmware) (?:lock|locked|password)${isOff}|(?:stuck (?:on|at)|asks? for) (?:the |an? )?(?:old |previous )?(?:activation|i ?cloud|apple id|google account)|(?:phone|network|handset|is|been) barred|barred (?:phone|handset|iphone)|frp(?: is)? (?:lock|locked|on|active)${isOff}|google (?:frp |account |id )?(?:is )?(?:lock|locked|blocked)${isOff}|(?:bad|blocked|barred|dirty) (?:imei|esn)|(?:imei|esn)s? (?:is |are |might be |may be |could be |was |has been |number )*(?:bad|blocked|barred|dirty|reported|gesperrt|bloquead[oa]|reportado|bloque|bloccato|geblokkeerd|zablokowany)|black ?list(?:ed)?(?! (?:check|checked|free|clean|clear|removal|no) )|blackliste[e]?|(?:en|sur) (?:la |une )?lista? (?:negra|noire)|(?:en|sur) liste noire|lista nera|zwarte lijst|czarnej liscie|mdm (?:is )?(?:lock|locked|profile)|bios lock(?:ed)?|(?:passcode|password) locked|locked (?:me )?out of|(?:forgot|forgotten|forget|lost|dont (?:have|know|remember)|do not (?:have|know|remember)|unknown) (?:the |my |its )?(?:i ?cloud|apple id|passcode|pass ?word)(?: (?:passcode|pass ?word))?|reported (?:as )?(?:lost|stolen)|serial (?:number )?(?:removed|scratched|filed)|i ?cloud (?:gesperrt|sperre|bloquead[oa]|bloque|verrouille|bloccato|vergrendeld|geblokkeerd|zablokowany)|(?:gesperrte?r? |gesperrt (?:durch|uber|mit) )(?:i ?cloud|imei)|aktivierungssperre|google ?(?:konto ?)?(?:sperre|gesperrt)|bloquead[oa] (?:por|de|con) (?:i ?cloud|imei|cuenta|google)|bloqueo (?:de )?(?:activacion|i ?cloud|google|frp)|(?:bloque|verrouille)e? (?:par |sur )?(?:i ?cloud|compte google|google|compte)|(?:bloccato|blocco) (?:da |con |di |per )?(?:i ?cloud|attivazione|google|account)|(?:vergrendeld|geblokkeerd) (?:met|door|via) (?:i ?cloud|google)|activeringsslot|i ?cloud slot|(?:zablokowan[ya]|blokada) (?:na |przez |konta? )?(?:i ?cloud|google|konto|aktywacji|imei)`,
    ),
    code: 'risk-locked',
    unless: (_, goods, text) => unlocking.test(text) || notSold(goods),
    tells: 'state',
  },
  {
    name: 'locked',
    weight: 0.3,
    triggers: 'locked lock',
    pattern: p('locked|(?:has|with|on) (?:a )?lock'),
    code: 'risk-locked-account',
    unless: (_, goods, text) => !goods.isDevice() || goods.accessory || carriers.test(text) || notSold(goods),
    tells: 'state',
    harmlessAfter: /^(?:and loaded|in (?:a )?(?:drawer|safe|case)|away|up|screen)/,
  },
  {
    name: 'no-papers',
    weight: 0.3,
    triggers:
      'title bill pink papers paperwork papiere brief fahrzeugbrief papeles papiers grise documenti libretto',
    pattern: p(
      'no title(?! (?:issue|issues|problem|problems|loan|loans|fee|fees))|without (?:a )?title|do(?:nt|esnt|es not| not) (?:have|come with) (?:the |a )?title|(?:lost|missing) title|title (?:is |was )?(?:lost|missing)|bill of sale only|only (?:a )?bill of sale|no (?:pink slip|papers|paperwork)|ohne (?:papiere|brief|fahrzeugbrief)|keine papiere|sin papeles|sans (?:papiers|carte grise)|senza (?:documenti|libretto)',
    ),
    code: 'risk-no-papers',
    unless: (_, goods) => !goods.vehicle,
    tells: 'refusal',
  },
  {
    name: 'no-papers',
    weight: 0.1,
    triggers: 'bill receipt invoice proof rechnung factura facture scontrino fattura',
    pattern: p(
      'no (?:bill|receipt|invoice|proof of purchase)(?: no box)?|without (?:a )?(?:bill|receipt|invoice)|ohne rechnung|keine rechnung|sin factura|sans facture|senza (?:scontrino|fattura)',
    ),
    code: 'risk-no-origin',
    unless: (_, goods) => !goods.costly || goods.vehicle,
    tells: 'refusal',
  },
]
