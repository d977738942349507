import type { Category } from '../../model/listing-schema.ts'

/**
 * Makers by the category that most of their goods are of, folded, apart by `|`. General knowledge. A maker of several
 * kinds of goods stands under each: it tells the category only together with other words.
 */
export const makersByCategory: Partial<Record<Category, string>> = {
  phones:
    'apple|samsung|google|lg|motorola|nokia|htc|huawei|honor|xiaomi|redmi|poco|oneplus|oppo|vivo|realme|sony|' +
    'sony ericsson|blackberry|zte|alcatel|tcl|asus|lenovo|nothing|fairphone|caterpillar|doogee|ulefone|oukitel|' +
    'blackview|cubot|umidigi|wiko|kyocera|pantech|palm|essential|razer|sharp|meizu|infinix|tecno|nextbit|coolpad',
  computers:
    'apple|dell|hp|hewlett packard|lenovo|ibm|asus|acer|msi|toshiba|dynabook|microsoft|razer|gigabyte|samsung|lg|' +
    'alienware|fujitsu|panasonic|gateway|compaq|emachines|packard bell|medion|huawei|framework|system76|nvidia|amd|' +
    'intel|corsair|evga|zotac|sapphire|asrock|supermicro|synology|qnap|netgear|tp link|linksys|ubiquiti|cisco|' +
    'logitech|benq|viewsonic|aoc|eizo|iiyama|wacom|epson|canon|brother|lexmark|xerox|seagate|western digital|' +
    'sandisk|kingston|crucial|steelseries|hyperx|cooler master|nzxt|commodore|amiga|atari|sinclair|raspberry pi',
  tablets: 'apple|samsung|amazon|microsoft|lenovo|huawei|google|kobo|barnes noble|wacom|remarkable|onyx boox',
  cameras:
    'canon|nikon|sony|fujifilm|fuji|olympus|om system|panasonic|leica|pentax|ricoh|hasselblad|mamiya|minolta|konica|' +
    'konica minolta|kodak|polaroid|gopro|dji|sigma|tamron|tokina|zeiss|carl zeiss|voigtlander|yashica|contax|' +
    'bronica|rollei|rolleiflex|zenit|lomography|samyang|rokinon|manfrotto|gitzo|blackmagic|red|arri|insta360|casio|' +
    'vivitar|bolex|graflex|phase one|profoto|godox|elinchrom|bowens|celestron|meade|swarovski optik|vortex|bushnell',
  audio:
    'bose|sonos|sony|jbl|beats|sennheiser|bowers wilkins|bowers and wilkins|b w|klipsch|denon|marantz|yamaha|onkyo|' +
    'pioneer|technics|harman kardon|polk audio|polk|kef|focal|mcintosh|nad|rotel|cambridge audio|rega|pro ject|' +
    'audio technica|shure|akg|beyerdynamic|grado|hifiman|jabra|skullcandy|anker|soundcore|ultimate ears|' +
    'marshall|bang olufsen|bang and olufsen|linn|naim|quad|wharfedale|tannoy|mission|dali|elac|infinity|' +
    'jl audio|kicker|alpine|kenwood|rockford fosgate|crown|qsc|behringer|mackie|rode|neumann|focusrite|' +
    'universal audio|presonus|zoom|tascam|allen heath|sansui|aiwa|nakamichi|teac|revox|sherwood|fiio|astell kern',
  'tv-video':
    'samsung|lg|sony|panasonic|philips|toshiba|sharp|vizio|tcl|hisense|insignia|roku|hitachi|jvc|grundig|loewe|' +
    'bang olufsen|sanyo|westinghouse|element|epson|benq|optoma|viewsonic|xgimi|nebula|mitsubishi|polaroid',
  games:
    'nintendo|sony|microsoft|sega|atari|valve|meta|oculus|neo geo|snk|coleco|intellivision|turbografx|anbernic|analogue',
  electronics:
    'garmin|tomtom|fitbit|amazon|google|apple|ring|nest|arlo|wyze|eufy|anker|texas instruments|casio|dji|parrot|baofeng|icom|yaesu|tektronix|fluke',
  appliances:
    'lg|samsung|whirlpool|ge|general electric|kenmore|maytag|frigidaire|electrolux|bosch|miele|siemens|aeg|neff|' +
    'smeg|beko|hotpoint|indesit|zanussi|candy|hoover|gorenje|haier|fisher paykel|kitchenaid|sub zero|viking|wolf|' +
    'thermador|amana|speed queen|dyson|shark|bissell|irobot|roborock|ecovacs|vax|henry|numatic|eureka|kirby|rainbow|' +
    'vitamix|ninja|breville|sage|delonghi|nespresso|keurig|jura|gaggia|rancilio|la marzocco|krups|melitta|' +
    'cuisinart|hamilton beach|instant pot|oster|thermomix|vorwerk|kenwood|magimix|russell hobbs|tefal|' +
    'rowenta|philips|morphy richards|honeywell|delonghi pinguino|friedrich|danby|aga|rangemaster|stoves|belling|janome|singer|bernina|pfaff|husqvarna viking',
  furniture:
    'ikea|herman miller|steelcase|knoll|vitra|haworth|humanscale|west elm|pottery barn|crate and barrel|' +
    'crate barrel|cb2|restoration hardware|arhaus|ethan allen|ashley|ashley furniture|la z boy|lazy boy|' +
    'natuzzi|ligne roset|roche bobois|cassina|b b italia|minotti|poliform|boconcept|hay|muuto|fritz hansen|' +
    'carl hansen|artek|kartell|ercol|g plan|parker knoll|stressless|ekornes|dfs|made com|heals|john lewis|habitat|' +
    'stickley|drexel|drexel heritage|thomasville|broyhill|bassett|lane|henredon|baker|kittinger|baker furniture|' +
    'heywood wakefield|tempur pedic|tempurpedic|sealy|serta|simmons|casper|purple|sleep number|room and board|' +
    'room board|article|joybird|wayfair|autonomous|secretlab|dxracer|usm|usm haller|thonet|eames|living spaces|jonathan adler',
  tools:
    'dewalt|makita|milwaukee|bosch|ryobi|ridgid|craftsman|snap on|mac tools|matco|festool|hilti|metabo|hitachi|hikoki|' +
    'black decker|black and decker|stanley|porter cable|kobalt|husky|dremel|delta|jet|powermatic|grizzly|rikon|' +
    'sawstop|stihl|husqvarna|echo|einhell|parkside|worx|klein tools|knipex|wera|wiha|lincoln electric|miller|hobart|' +
    'campbell hausfeld|ingersoll rand|honda power|generac|champion power|harbor freight|record power|startrite|' +
    'proxxon|fein|mafell|paslode|titan|erbauer|starrett|mitutoyo|laguna|shopsmith|tormek|lie nielsen|veritas',
  garden:
    'john deere|toro|stihl|husqvarna|honda|troy bilt|cub cadet|weber|traeger|big green egg|kamado joe|flymo|bosch|mountfield|hayter|karcher|greenworks|ego|echo|ariens|snapper|craftsman|scotts|blackstone|char broil|napoleon|kettler',
  bikes:
    'trek|specialized|giant|liv|cannondale|scott|santa cruz|yeti|yeti cycles|pivot|ibis|intense|transition|kona|norco|' +
    'rocky mountain|commencal|evil|canyon|yt|yt industries|cube|merida|orbea|bianchi|pinarello|colnago|cervelo|' +
    'felt|fuji|gt|marin|diamondback|schwinn|raleigh|bmc|ridley|look|time|wilier|de rosa|focus|ghost|haibike|' +
    'lapierre|mondraker|propain|radon|rose|ribble|boardman|genesis|whyte|surly|salsa|all city|soma|rivendell|' +
    'masi|jamis|niner|devinci|guerrilla gravity|spot|turner|ellsworth|foes|titus|litespeed|lynskey|moots|seven|serotta|' +
    'brompton|dahon|tern|bike friday|electra|nirve|huffy|mongoose|haro|redline|se bikes|subrosa|sunday|fit bike co|' +
    'public bikes|linus|priority|state bicycle|retrospec|rad power|rad power bikes|super73|aventon|juiced|' +
    'gazelle|batavus|vanmoof|riese muller|kalkhoff|peugeot|motobecane|univega|centurion|nishiki|miyata|' +
    'panasonic|bridgestone|lemond|klein|gary fisher|fisher|quintana roo|argon 18|open|3t|factor|revel|' +
    'knolly|banshee|chromag|cotic|orange|nukeproof|vitus|ragley|bird|privateer|starling|forbidden|atherton|' +
    'airborne|polygon|vaast|fezzari|ari|alchemy|co op cycles|novara|rei|burley|thule|yakuba|shimano|sram|campagnolo',
  cars:
    'toyota|honda|ford|chevrolet|chevy|nissan|hyundai|kia|volkswagen|vw|bmw|mercedes|mercedes benz|audi|lexus|acura|' +
    'infiniti|subaru|mazda|mitsubishi|suzuki|isuzu|jeep|dodge|ram|chrysler|plymouth|gmc|buick|cadillac|pontiac|' +
    'oldsmobile|saturn|lincoln|mercury|scion|mini|mini cooper|volvo|saab|porsche|ferrari|lamborghini|maserati|' +
    'alfa romeo|fiat|lancia|jaguar|land rover|range rover|rover|mg|bentley|rolls royce|aston martin|lotus|mclaren|' +
    'tesla|rivian|lucid|polestar|smart|genesis|daewoo|daihatsu|geo|hummer|amc|studebaker|packard|datsun|' +
    'vauxhall|opel|seat|cupra|skoda|dacia|renault|peugeot|citroen|ds|ssangyong|proton|lada|tata|mahindra|byd|triumph spitfire|morris|austin|hillman|reliant|tvr|morgan|ineos',
  motorcycles:
    'harley davidson|harley|honda|yamaha|kawasaki|suzuki|ducati|bmw|triumph|ktm|aprilia|moto guzzi|husqvarna|' +
    'royal enfield|indian|victory|vespa|piaggio|gilera|derbi|beta|sherco|gas gas|gasgas|buell|mv agusta|norton|bsa|' +
    'ural|zero|can am|polaris|arctic cat|lambretta|kymco|sym|benelli|peugeot scooter|lexmoto|big dog|taotao',
  'boats-rv':
    'bayliner|sea ray|boston whaler|grady white|mastercraft|malibu|tracker|lund|alumacraft|ranger|bass tracker|' +
    'sea doo|seadoo|yamaha|kawasaki jet ski|hobie|catalina|hunter|beneteau|jeanneau|bavaria|laser|sunfish|old town|' +
    'wilderness systems|perception|pelican|zodiac|avon|achilles|mercury|evinrude|johnson|tohatsu|airstream|winnebago|' +
    'coachmen|jayco|forest river|fleetwood|keystone|thor|tiffin|scamp|casita|coleman|hobby|bailey|swift|elddis|' +
    'lunar|adria|hymer|burstner|knaus|dethleffs|glastron|four winns|chaparral|regal|cobalt|crownline|wellcraft|pursuit|robalo',
  watches:
    'rolex|omega|tudor|patek philippe|audemars piguet|vacheron constantin|jaeger lecoultre|cartier|iwc|panerai|' +
    'breitling|tag heuer|heuer|zenith|longines|tissot|hamilton|oris|rado|mido|certina|seiko|grand seiko|' +
    'citizen|casio|g shock|orient|bulova|timex|fossil|michael kors|movado|invicta|garmin|fitbit|apple|samsung|' +
    'swatch|nomos|sinn|junghans|bell ross|bell and ross|hublot|richard mille|ulysse nardin|girard perregaux|' +
    'blancpain|breguet|chopard|piaget|baume mercier|baume et mercier|ebel|raymond weil|frederique constant|' +
    'universal geneve|eterna|doxa|glycine|squale|enicar|gruen|elgin|waltham|illinois|benrus|wittnauer|wyler|vulcain|' +
    'a lange sohne|glashutte original|franck muller|corum|concord|maurice lacroix|luminox|suunto|skagen|nixon|mvmt|daniel wellington',
  bags:
    'louis vuitton|chanel|hermes|gucci|prada|dior|christian dior|fendi|celine|balenciaga|bottega veneta|goyard|' +
    'saint laurent|yves saint laurent|ysl|givenchy|loewe|chloe|burberry|valentino|miu miu|mulberry|coach|kate spade|' +
    'michael kors|tory burch|marc jacobs|dooney bourke|dooney and bourke|vera bradley|longchamp|rebecca minkoff|' +
    'furla|mcm|versace|salvatore ferragamo|ferragamo|tumi|samsonite|rimowa|away|briggs riley|herschel|fjallraven|' +
    'jansport|north face|osprey|patagonia|timbuk2|chrome|radley|fossil|brahmin|the sak|telfar|strathberry|polene|' +
    'cult gaia|staud|mansur gavriel|cuyana|alexander wang|proenza schouler|stella mccartney|mz wallace|hammitt|hobo',
  clothing:
    'nike|adidas|puma|reebok|under armour|lululemon|athleta|gymshark|patagonia|north face|the north face|columbia|' +
    'arcteryx|canada goose|moncler|carhartt|dickies|levis|levi s|wrangler|lee|diesel|true religion|7 for all mankind|' +
    'citizens of humanity|ag jeans|paige|j brand|hudson|lucky brand|miss me|rock revival|gap|old navy|' +
    'banana republic|j crew|madewell|zara|h m|uniqlo|mango|topshop|asos|boohoo|shein|forever 21|hollister|' +
    'abercrombie|abercrombie fitch|american eagle|aeropostale|pink|victorias secret|victoria s secret|free people|' +
    'anthropologie|urban outfitters|brandy melville|lularoe|ralph lauren|polo ralph lauren|tommy hilfiger|' +
    'calvin klein|lacoste|hugo boss|boss|armani|emporio armani|burberry|gucci|versace|dolce gabbana|prada|supreme|' +
    'bape|stussy|off white|stone island|barbour|belstaff|all saints|allsaints|ted baker|reiss|whistles|next|' +
    'marks spencer|primark|superdry|jack wills|fred perry|ben sherman|white house black market|chicos|ann taylor|' +
    'loft|talbots|express|torrid|lane bryant|eddie bauer|ll bean|l l bean|lands end|vineyard vines|lilly pulitzer|' +
    'diane von furstenberg|theory|vince|eileen fisher|reformation|everlane|champion|fila|kappa|ellesse|fashion nova|carters|oshkosh|gymboree|under armor',
  shoes:
    'nike|jordan|air jordan|adidas|yeezy|puma|reebok|new balance|asics|converse|vans|skechers|brooks|hoka|saucony|' +
    'mizuno|on|salomon|merrell|keen|columbia|timberland|ugg|dr martens|birkenstock|crocs|clarks|ecco|sperry|toms|' +
    'steve madden|sam edelman|nine west|aldo|cole haan|allen edmonds|red wing|wolverine|frye|ariat|lucchese|' +
    'tony lama|christian louboutin|louboutin|jimmy choo|manolo blahnik|stuart weitzman|golden goose|gucci|prada|' +
    'valentino|fendi|balenciaga|common projects|tory burch|michael kors|vince camuto|naot|dansko|chaco|teva|' +
    'rainbow|olukai|sorel|hunter|la sportiva|scarpa|five ten|capezio|bloch|geox|camper|fitflop|church s|loake|grenson|r m williams|blundstone',
  jewelry:
    'tiffany|tiffany co|cartier|david yurman|pandora|swarovski|alex and ani|kendra scott|james avery|bvlgari|bulgari|van cleef arpels|john hardy|monica vinader|georg jensen|mikimoto|lagos|ippolita|tacori|links of london|origami owl|stella dot',
  instruments:
    'fender|gibson|epiphone|squier|ibanez|prs|paul reed smith|gretsch|rickenbacker|martin|taylor|guild|takamine|yamaha|' +
    'ovation|alvarez|seagull|godin|esp|ltd|jackson|charvel|schecter|dean|bc rich|washburn|danelectro|music man|' +
    'ernie ball|g l|g and l|hofner|warwick|lakland|sire|cort|roland|korg|moog|nord|kurzweil|casio|kawai|steinway|baldwin|' +
    'bosendorfer|bechstein|wurlitzer|hammond|akai|arturia|behringer|teenage engineering|dave smith|sequential|' +
    'oberheim|elektron|novation|native instruments|boss|line 6|marshall|mesa boogie|vox|orange|peavey|ampeg|' +
    'blackstar|electro harmonix|mxr|strymon|pearl|tama|ludwig|dw|gretsch drums|mapex|sonor|zildjian|sabian|paiste|' +
    'meinl|selmer|buffet|buffet crampon|bach|conn|king|holton|getzen|jupiter|gemeinhardt|armstrong|stentor|hohner|roland td|alesis|martin co|lowden|collings|duesenberg',
  sports:
    'callaway|titleist|taylormade|ping|cobra|mizuno|cleveland|odyssey|scotty cameron|wilson|babolat|head|prince|' +
    'yonex|burton|k2|rossignol|salomon|atomic|volkl|fischer|nordica|lange|tecnica|dynastar|line|armada|ride|lib tech|gnu|' +
    'capita|jones|never summer|santa cruz skateboards|element|peloton|bowflex|nordictrack|concept2|life fitness|precor|' +
    'rogue|proform|schwinn|sole|technogym|total gym|easton|rawlings|louisville slugger|demarini|bauer|ccm|warrior|' +
    'hoyt|mathews|bowtech|bear archery|shimano|daiwa|penn|abu garcia|orvis|sage|g loomis|msr|big agnes|' +
    'coleman|yeti|hydro flask|black diamond|petzl|mares|scubapro|cressi|oakley|smith|giro|channel islands|firewire|lost surfboards|naish|starboard|segway|razor|boosted|onewheel',
  toys: 'lego|playmobil|barbie|mattel|hasbro|fisher price|hot wheels|matchbox|american girl|nerf|transformers|funko|little tikes|step2|melissa doug|melissa and doug|vtech|leapfrog|brio|duplo|sylvanian families|calico critters|hornby|bachmann|lionel|marklin|meccano|kinex|magformers|magna tiles|ty|build a bear|jellycat|schleich|bratz|monster high|tamiya|traxxas|scalextric|steiff|power wheels|peg perego|thomas friends',
  baby:
    'uppababy|bugaboo|stokke|graco|chicco|britax|maxi cosi|nuna|cybex|baby jogger|bob|babyzen|doona|evenflo|' +
    'ergobaby|babybjorn|baby bjorn|tula|4moms|snoo|halo|medela|spectra|dr browns|tommee tippee|philips avent|avent|' +
    'silver cross|icandy|mamas papas|cosatto|joie|mothercare|boppy|skip hop|hatch|owlet|dockatot|quinny|inglesina|mountain buggy|phil teds|city select|thule',
  beauty:
    'mac|nars|urban decay|too faced|tarte|anastasia beverly hills|kylie|jeffree star|huda beauty|fenty|benefit|' +
    'clinique|lancome|estee lauder|bobbi brown|la mer|sk ii|drunk elephant|tatcha|dyson airwrap|ghd|t3|chi|dior|' +
    'chanel|tom ford|jo malone|creed|rodan fields|rodan and fields|younique|it cosmetics|becca|hourglass|laura mercier|' +
    'colourpop|morphe|elf|nyx|maybelline|revlon|l oreal|loreal|bare minerals|bareminerals|kat von d|stila|smashbox|lush|clarisonic|foreo|nuface|olaplex|lime crime|philosophy|kiehls|mary kay|avon',
}

/** Names of lines that stand for their maker where it is left out: `line:maker`, apart by blanks, under their category. */
export const linesByCategory: Partial<Record<Category, string>> = {
  phones:
    'iphone:apple galaxy:samsung pixel:google xperia:sony lumia:nokia droid:motorola razr:motorola redmi:xiaomi oneplus:oneplus zenfone:asus',
  tablets: 'ipad:apple kindle:amazon nook:barnes_noble',
  computers:
    'macbook:apple imac:apple thinkpad:lenovo ideapad:lenovo alienware:dell latitude:dell ' +
    'inspiron:dell xps:dell optiplex:dell poweredge:dell pavilion:hp elitebook:hp probook:hp ' +
    'chromebook:google zenbook:asus vivobook:asus ' +
    'geforce:nvidia gtx:nvidia rtx:nvidia radeon:amd ryzen:amd',
  cameras:
    'eos:canon powershot:canon coolpix:nikon cybershot:sony lumix:panasonic gopro:gopro finepix:fujifilm mavic:dji',
  audio: 'airpods:apple ipod:apple quietcomfort:bose soundlink:bose walkman:sony homepod:apple',
  'tv-video': 'bravia:sony chromecast:google firestick:amazon',
  games:
    'playstation:sony ps1:sony ps2:sony ps3:sony ps4:sony ps5:sony psp:sony xbox:microsoft gameboy:nintendo ' +
    'gamecube:nintendo wii:nintendo 3ds:nintendo 2ds:nintendo n64:nintendo snes:nintendo dreamcast:sega',
  appliances: 'roomba:irobot airwrap:dyson thermomix:vorwerk',
  cars:
    'civic:honda crv:honda s2000:honda delsol:honda ridgeline:honda ' +
    'corolla:toyota camry:toyota prius:toyota rav4:toyota tacoma:toyota tundra:toyota 4runner:toyota sienna:toyota ' +
    'highlander:toyota yaris:toyota avalon:toyota hilux:toyota ' +
    'f150:ford f250:ford f350:ford bronco:ford ' +
    'mondeo:ford econoline:ford silverado:chevrolet camaro:chevrolet corvette:chevrolet tahoe:chevrolet ' +
    'impala:chevrolet ' +
    'trailblazer:chevrolet altima:nissan sentra:nissan maxima:nissan pathfinder:nissan xterra:nissan ' +
    'qashqai:nissan micra:nissan 350z:nissan 370z:nissan elantra:hyundai sonata:hyundai ' +
    'jetta:volkswagen passat:volkswagen gti:volkswagen tiguan:volkswagen ' +
    'touareg:volkswagen durango:dodge ' +
    'yukon:gmc escalade:cadillac deville:cadillac outback:subaru impreza:subaru forester:subaru wrx:subaru ' +
    'miata:mazda mx5:mazda mazda3:mazda mazda6:mazda galant:mitsubishi integra:acura ' +
    'boxster:porsche cayenne:porsche zafira:vauxhall ' +
    'megane:renault octavia:skoda fabia:skoda ibiza:seat 328i:bmw 325i:bmw 330i:bmw 335i:bmw 528i:bmw 530i:bmw 535i:bmw 320d:bmw',
  motorcycles:
    'sportster:harley_davidson softail:harley_davidson fatboy:harley_davidson ninja:kawasaki hayabusa:suzuki gsxr:suzuki ' +
    'cbr:honda cbr600rr:honda goldwing:honda yzf:yamaha r1:yamaha r6:yamaha',
  bikes:
    'stumpjumper:specialized rockhopper:specialized allez:specialized roubaix:specialized ' +
    'levo:specialized caad10:cannondale caad12:cannondale synapse:cannondale ' +
    'supersix:cannondale domane:trek madone:trek emonda:trek tcr:giant ' +
    'hightower:santa_cruz',
  watches: 'speedmaster:omega seamaster:omega submariner:rolex datejust:rolex gshock:casio',
  bags: 'birkin:hermes neverfull:louis_vuitton',
  instruments: 'stratocaster:fender telecaster:fender strat:fender les_paul:gibson',
  shoes: 'jordans:nike yeezys:adidas uggs:ugg',
  sports: 'hydroflask:hydro_flask',
}
