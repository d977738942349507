import { words } from '../../core/text.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const platform =
  /\b(?:ps ?[1-5]|play ?station(?: ?(?:[1-5]|one|portable|vita))?|ps ?vita|psp|x ?box(?: ?(?:one|360|series))?(?: ?[xse]\b)?(?:[ /]+series ?[xs]\b)?|(?:nintendo )?(?:switch|wii(?: ?u)?|[23]?ds|game ?cube|game ?boy(?: (?:advance|colou?r))?|64)|n64|s?nes|(?:sega )?(?:mega ?drive|genesis|dreamcast|saturn|game gear))\b/g
/** What is said of the console itself, or of what is plugged into it. */
const ofConsole =
  /\b(?:consoles?|konsole|systems?|slim|pro|lite|oled|xl|\d+ ?[gt]b|bundles?|handheld|digital|joy ?cons?|controllers?|dock(?:ed|ing)?|headsets?|gamepads?|pads?|remotes?|volante|wheels?|tablet|kit|modded|jailbroken|hacked|refurbished|repairs?|(?:\d+|with|and|\+|plus|&) games|chargers?|adapters?|cables?|camera|kinect|move|vr|stand|case|skin|faceplate|carts?|cartridge only|lot|collection|choose|pick)\b/
/** Says nothing of which game it is. */
const fillers = set(
  'a an the and or of for on in to with from by at as is it no not my new brand bnib bnwt nib nwt sealed unopened boxed box unboxed used ' +
    'good great excellent mint nice perfect fair condition cond working works work fully tested complete cib pal ntsc ' +
    'black white red blue grey gray pink green neon sony microsoft nintendo sega game games video original genuine ' +
    'official rare vintage retro sale cheap bargain disc disk only edition obo firm cash pickup free shipping like very ' +
    'still never opened played once great price ono uk us usa eu model version gen generation 1st 2nd 3rd hardly barely',
)
const nameWordsMax = 2

/**
 * The name of a game by the title that sells it for a console ("LEGO Worlds for Nintendo Switch": "lego worlds"); '' where
 * the console or something for it is sold, or it is not told.
 */
export function gameName(title: string): string {
  const folded = words(title).join(' ')
  const rest = folded.replace(platform, '|')
  if (rest === folded || ofConsole.test(rest)) return ''
  const names = rest.split(/[ |]+/).filter((word) => word !== '' && !fillers.has(word))
  const isCalledGame = /\bgame\b/.test(rest)
  return names.length >= (isCalledGame ? 1 : nameWordsMax) ? names.slice(0, nameWordsMax).join(' ') : ''
}
