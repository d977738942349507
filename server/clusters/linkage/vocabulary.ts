const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words that hold titles together, and what sellers of everything say. */
export const stopWords = set(
  `a an and are as at be by can for from had has have i in into is it its me my no not of off on one or our out s so t
   that the their them they this to too was we were what which will with w you your
   de la le les el los las der die das und et pour mit con para per di il un une en y e
   new used brand sale selling sell great good excellent perfect nice condition clean working obo ono firm price only
   free shipping must see please call text cheap deal like`,
)

const colourNames: readonly (readonly [string, string])[] = [
  ['black', 'black blk bk noir schwarz nero negro'],
  ['white', 'white wht wh blanc blanco weiss bianco branco'],
  ['red', 'red rouge rot rosso rojo'],
  ['blue', 'blue blu bleu blau azul navy'],
  ['green', 'green grn vert grun verde'],
  ['yellow', 'yellow jaune gelb giallo amarillo'],
  ['pink', 'pink pnk rosa'],
  ['purple', 'purple violet lila viola morado magenta'],
  ['orange', 'orange arancione naranja'],
  ['brown', 'brown brun marron braun marrone espresso'],
  ['grey', 'grey gray gris gry grau grigio graphite charcoal titanium'],
  ['silver', 'silver slv argent silber argento plata'],
  ['gold', 'gold golden oro'],
  ['cyan', 'cyan aqua turquoise teal'],
  ['beige', 'beige tan cream ivory bisque'],
  ['steel', 'stainless'],
]
/** Colour words → the colour. */
export const colours: ReadonlyMap<string, string> = new Map(
  colourNames.flatMap(([colour, names]) => names.split(' ').map((name): [string, string] => [name, colour])),
)

/** Words that tell products of one family apart. */
export const variants = set(
  `plus pro max mini micro nano ultra lite air se xl xs xr promax slim digital oled edge note fe
   professional premium standard deluxe home student academic upgrade ultimate basic enterprise business
   portable desktop wireless wired bluetooth left right front rear men women mens womens kid kids junior
   small medium large king queen twin full single double`,
)

/** Words for parts and accessories: a title that sells one is not the thing it fits. */
export const parts = set(
  `case cover sleeve skin pouch holster charger cable adapter adaptor strap protector holder mount bracket dock
   stand kit battery remote manual keyboard stylus cord plug decal sticker faceplate shell replacement spare part
   accessory lens filter hood bulb cartridge toner ink digitizer band tripod handle pedal`,
)

/** Words of things that stand in for the original. */
export const imitations = set('compatible remanufactured refill refilled replica generic replacement')

/** What sellers say of anything, and of how and where it is sold: no word for a thing. */
export const praise = set(
  `latest luxury superior quality arrival stock available expensive cost low less best top rare vintage beautiful
   amazing lovely cute stunning gorgeous awesome fantastic super very really mint pristine unused used brand boxed sealed
   genuine original authentic fully tested ready reduced bargain offer only sold available now today still best sale
   fast quick free delivery delivered collection pickup shipping local price prices priced special big huge biggest must
   see look check out need gone moving clearance wanted asap negotiable serious buyers each more many all any other
   various several extra lots plenty full complete excellent perfect good great nice clean working works fine solid
   sturdy strong heavy light tall high short long wide large small medium mini size sized type style kind model classic
   modern retro antique old newer older year months weeks day days unlocked factory carrier carriers title owner smog
   smogged registered low miles runs drives reliable loaded gas saver with without including includes plus and for from
   warranty guaranteed guarantee refurbished professional designer custom popular famous cash trade swap obo firm text
   home house garden office shop school university work outside inside outdoor indoor east west north south area near`,
)
