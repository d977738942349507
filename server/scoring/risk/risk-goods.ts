import type { Category } from '../../model/listing-schema.ts'
import { type Offered, readOffer } from '../../model/offer/offer.ts'
import { isPlaceholderPrice } from '../../model/placeholder-price.ts'
import type { RiskSubject } from '../../model/risk.ts'
import type { RiskText } from './risk-text.ts'

/** From here on a thing is worth a swindler's trouble; whole units of the currencies below. */
const costlyFrom = 150
/** Currencies whose unit is about a dollar's worth within a factor of two; for others an amount tells nothing here. */
const dollarLike = new Set('USD EUR GBP CHF CAD AUD NZD SGD'.split(' '))

/** Names whose goods sell for more than `costlyFrom` in nearly every variant. */
const costlyNames =
  / (?:rolex|omega|patek|audemars|breitling|hublot|cartier|panerai|iwc|tudor|tag heuer|apple watch|macbook|imac|iphone|ipad|ps5|ps4|playstation|xbox|nintendo switch|steam deck|quest [23]|rtx|gtx|geforce|nvidia|radeon|ryzen|gaming pc|dji|mavic|eos|leica|hasselblad|gopro|galaxy|airpods|oled|qled|alienware|surface pro|dyson|thermomix|peloton|vuitton|gucci|chanel|hermes|birkin|prada|dior|goyard|rimowa|moncler|gibson|steinway|e ?bike) /
const luxuryNames =
  / (?:rolex|omega|patek|audemars|ap royal oak|breitling|hublot|cartier|panerai|iwc|tag heuer|louis vuitton|vuitton|lv|gucci|chanel|hermes|birkin|prada|dior|goyard|rimowa|moncler|balenciaga|burberry|fendi|versace|celine|bottega|saint laurent|ysl|yeezy|jordans?|off white|canada goose|supreme|coach|michael kors|ray ?ban|airpods|beats|tiffany|bulgari|bvlgari|van cleef) /
const topLuxuryNames =
  / (?:rolex|patek|audemars|breitling|hublot|panerai|iwc|omega|cartier|louis vuitton|chanel|hermes|birkin|goyard) /
/** Small things of such a name, which sell for little second-hand. */
const smallLuxury =
  / (?:wallets?|pouch|pouches|cosmetics?|makeup|make up|coin|key|card ?holder|card case|clutch|vinyl|insert|organizer|organiser|storage|box|scarf|belt|tie|perfume|porte ?monnaie|cartera|borsellino|portemonnaie) /
/** What belongs to an expensive thing and is cheap itself. */
const accessory =
  / (?:case|cases|cover|covers|charger|chargers|cable|strap|straps|band|bands|bracelet link|links?|screen protector|manual|catalog|catalogue|empty box|box only|dust bag|keychain|adapter|stands?|dock|otter ?box|defender case|mats?|earpods|earphones|controller|game|games|skin|lens|lenses|shield|battery pack|power ?bank|accessories only|boxes|mount|holder|gamepad|hulle|kabel|ladegerat|armband|funda|coque|cargador|for parts|parts) /

const costlyCategories = new Set<Category>(
  'phones computers tablets cameras tv-video electronics watches cars motorcycles boats-rv'.split(
    ' ',
  ) as Category[],
)
/** Letters with figures, or figures that are neither a year nor a size. */
const modelNumber =
  / (?!\d+(?:in|inch|cm|mm|ft|gb|tb|mb|w|v|hz|k|km|mi|th|st|nd|rd|x\d+|p|oz|lb|kg|g|l|ml|s) )(?:[a-z]{1,6}\d{1,5}[a-z]{0,3}|\d{1,4}[a-z]{1,3}\d*|(?!(?:19|20)\d\d )\d{3,5}) (?!inch|in|cm|mm|ft|feet|gb|gallon|watt|miles)/
const deviceCategories = new Set<Category>(['phones', 'tablets'])
const deviceNames =
  / (?:i ?phones?|i ?pads?|macbooks?|imacs?|galaxy|pixel|air ?pods?|apple watch|oneplus|huawei|xiaomi|smart ?phones?|cell ?phones?|handys?|dyson|beats|ps5|dualsense|jbl) /
const vehicles = new Set<Category>(['cars', 'motorcycles', 'boats-rv'])
const bulkyCategories = new Set<Category>(['furniture', 'appliances'])
const bulkyNames =
  / (?:sofas?|couch|couches|sectional|loveseat|recliner|wardrobe|dresser|mattress|bed frame|dining table|bookcase|refrigerator|fridge|freezer|washer|dryer|washing machine|dishwasher|piano|hot tub|treadmill|pool table|tractor|mower|trailer|motorcycle|schrank|kleiderschrank|couchtisch|bett|matratze|kuhlschrank|waschmaschine|klavier|nevera|lavadora|armario|colchon|canape|armoire|matelas|lave linge|divano|armadio|frigorifero|lavatrice|materasso) /
/** A piece of a vehicle, or what is left of one. */
const vehiclePart =
  / (?:rims?|wheels?|tires?|tyres?|engine|motor|transmission|gearbox|bumper|front end|front|hood|doors?|seats?|roller|rolling|shell|parts?|hardtop|radiator|felgen|reifen|jantes|pneus) /
const smallBulky =
  / (?:pillows?|cushions?|covers?|slipcovers?|knobs?|handles?|legs?|parts?|filters?|toy|miniature|dollhouse|doll|model|keys?|key fob|bezug|fusse) /

/** Facts of the goods that several signals look at. */
export interface Goods {
  costly: boolean
  /** The higher of price and middle value in whole units, where it can be compared with dollars; null = unknown. */
  amount: number | null
  /** Looked at only when something asks for it, as are the two below: reading takes longer than all else. */
  offered(): Offered
  /** A name that is copied: luxury, or a device that is. */
  isCopied(): boolean
  /** A name whose genuine goods always cost hundreds. */
  isTopLuxury(): boolean
  /** Its title names a model, so that others of the very same are known: no "Persian rug", no "bike for sale". */
  isExact(): boolean
  /** A phone, tablet, computer or watch that can be locked. */
  isDevice(): boolean
  vehicle: boolean
  bulky: boolean
  accessory: boolean
}

/** What is for sale, by category, amounts and the first words; without a title by those of the description. */
export function goodsOf(subject: RiskSubject, { titleText, titleWordCount, headText }: RiskText): Goods {
  const amount = dollarsOf(subject)
  // Only the beginning names what is sold; further down stand other things the seller has.
  const named = titleWordCount > 0 ? titleText : headText
  const isAccessory = accessory.test(named) || (vehicles.has(subject.category) && vehiclePart.test(named))
  const isDevice = () => deviceCategories.has(subject.category) || deviceNames.test(named)
  let offered: Offered | undefined
  return {
    costly:
      amount !== null && amount >= costlyFrom
        ? true
        : amount === null && !isAccessory && isCostlyKind(subject, headText),
    amount,
    offered: () => {
      offered ??= subject.offered ?? readOffer(subject)
      return offered
    },
    isCopied: () => luxuryNames.test(headText) || isDevice(),
    isDevice,
    isExact: () => isDevice() || costlyNames.test(named) || modelNumber.test(named),
    isTopLuxury: () => topLuxuryNames.test(named) && !smallLuxury.test(named),
    vehicle: vehicles.has(subject.category),
    bulky:
      (bulkyCategories.has(subject.category) || vehicles.has(subject.category) || bulkyNames.test(named)) &&
      !smallBulky.test(named),
    accessory: isAccessory,
  }
}

function isCostlyKind(subject: RiskSubject, head: string): boolean {
  return costlyCategories.has(subject.category) || costlyNames.test(head)
}

function dollarsOf({ priceCents, currency, value }: RiskSubject): number | null {
  const amounts: number[] = []
  if (
    priceCents !== null &&
    currency !== null &&
    priceCents > 0 &&
    Number.isFinite(priceCents) &&
    dollarLike.has(currency) &&
    !isPlaceholderPrice(priceCents, currency)
  )
    amounts.push(priceCents / 100)
  if (value !== null && dollarLike.has(value.currency)) amounts.push(value.midCents / 100)
  return amounts.length === 0 ? null : Math.max(...amounts)
}
