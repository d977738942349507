/**
 * What is common knowledge about prices: what a kind of thing roughly costs used, and what a maker's name does to
 * it. Round figures from general knowledge, fitted to nothing. They are inputs of the price model (`features.ts`),
 * which learns from the comparables how much they are worth in each market; they are never a value by themselves.
 * They help where a word or a maker was seen seldom or never.
 */

/** Rough used price in US dollars → words for things. */
export const thingLevels: readonly (readonly [number, string])[] = [
  [
    3,
    'sticker decal postcard pin patch patches button badge card pencil eraser washi tape bookmark ' +
      'magnet keychain keyring hairtie scrunchie elastic lanyard sample sachet straw nail polish coupon ' +
      'envelope stamp bead charm popsocket mailer label bobby clip barrette pouch tag token coin marble ' +
      'pog teabag stencil applique zipper thread needle swatch refill floss comb tweezer clipper emery ' +
      'file toothbrush',
  ],
  [
    6,
    'sock lipgloss gloss lipstick chapstick balm mascara eyeliner lotion soap candle mug cup ornament ' +
      'bracelet choker earring bow bandana bib pacifier headband case cover protector cable tumbler book ' +
      'paperback comic dvd cd vinyl toy plush figurine funko hotwheels yarn ribbon thong panty panties ' +
      'underwear undies boxers glove bottle glass poster print beanie mask wax melt concealer brush ' +
      'sponge eyeshadow blush notebook planner coaster tray jar tin keyholder lighter ashtray tassel ' +
      'garland banner balloon confetti wrap journal diary stationery highlighter marker crayon paint ' +
      'glitter slime squishy plushie babies pez bobblehead minifigure wristband toe nipple sippy spoon ' +
      'fork bowl plate saucer apron mitt dishcloth washcloth loofah scrub toner cleanser exfoliator ' +
      'lipliner bronzer brow lash lashes eyelash',
  ],
  [
    10,
    'tee tshirt shirt tank top cami camisole blouse legging shorts onesie romper pajama bodysuit bra ' +
      'bralette bikini swimsuit hat cap scarf belt tie wallet necklace ring pendant anklet perfume ' +
      'palette foundation primer serum shampoo conditioner hardcover game bluray puzzle lego doll barbie ' +
      'stuffed backpack blanket pillow curtain towel sheet vase frame basket cardigan skirt tunic crop ' +
      'henley bandeau tankini coverup sarong kimono poncho shrug bolero cape suspenders bowtie earmuffs ' +
      'mitten legwarmer sleeper swaddle diaper wipes burp rattle teether figure train track playset board ' +
      'cookbook textbook manga magazine cassette cartridge joystick stylus tripod selfie flash memory sd ' +
      'usb hub cord lightbulb candleholder planter pot hamper organizer caddy rack hanger pillowcase sham ' +
      'valance doormat bathmat shower kitchenware utensil knife cutting',
  ],
  [
    18,
    'jeans pants jogger sweatpants sweater sweatshirt hoodie pullover dress jumpsuit vest flannel polo ' +
      'jersey sandal flats slippers slipper heels wedges sneakers cleats shoe purse handbag crossbody ' +
      'clutch sunglasses wristlet watch headphones earbuds speaker charger powerbank controller keyboard ' +
      'mouse lamp rug mirror shelf clock toaster kettle iron blender fan heater bundle set lot overalls ' +
      'trousers chinos khakis cargo capri culottes maxi midi bodycon sundress nightgown robe loungewear ' +
      'leotard tutu wetsuit rashguard raincoat fleece snowsuit bunting costume wig espadrille loafer ' +
      'oxford mule clog moccasin pump stiletto bootie ankle weekender messenger fanny hobo bucket ' +
      'minaudiere eyeglasses goggles toddler bassinet mobile humidifier diffuser scale thermometer ' +
      'massager curling flat hairbrush trimmer shaver razor epilator vault lantern chandelier sconce ' +
      'duvet comforter quilt throw bedding tapestry canvas painting sculpture statue skillet pan wok ' +
      'griddle waffle coffee teapot pitcher decanter wine glasses',
  ],
  [
    35,
    'boot jacket coat blazer parka windbreaker suit gown tote satchel duffel luggage suitcase sunglass ' +
      'fragrance cologne parfum curler straightener hairdryer stroller carseat highchair monitor router ' +
      'printer scanner chair stool table nightstand ottoman bookcase skateboard helmet tent dumbbells ' +
      'weights drill sander saw guitar ukulele microphone turntable vacuum microwave juicer crib swing ' +
      'bouncer walker playpen jordans jordan yeezy uggs carryon trench peacoat puffer anorak bomber moto ' +
      'sherpa faux fur tuxedo prom bridesmaid cosplay overcoat lace hiking combat cowboy riding tennis ' +
      'running basketball skates rollerblades racket bat pads autographed signed rookie graded psa bgs ' +
      'slab exclusive bench barstool unit cart wagon booster jumper exersaucer trike modem headset webcam ' +
      'interface pedal harmonica flute bongo typewriter serger airfryer pressure cooker smoker purifier ' +
      'steamer',
  ],
  [
    80,
    'nintendo wii 3ds ds xbox psp playstation gameboy gamecube n64 kindle fitbit camera lens camcorder ' +
      'gopro drone projector tablet smartwatch soundbar receiver amplifier amp subwoofer desk dresser bed ' +
      'mattress bedframe recliner loveseat futon cabinet hutch armoire treadmill elliptical bike bicycle ' +
      'mower grill generator violin trumpet saxophone clarinet drum sewing mixer kitchenaid dyson roomba ' +
      'dehumidifier kayak snowboard skis golf wedding bridal sherwani saree engagement diamond sapphire ' +
      'emerald ruby 14k 10k chronograph automatic console handheld vr oculus quest noise soundlink deck ' +
      'pedalboard telephoto macro polaroid instax binoculars rangefinder crossbow fishing rod reel paddle ' +
      'ski surfboard rower squat kettlebell barbell armchair bookshelf buffet sideboard vanity headboard ' +
      'daybed trundle dinette patio umbrella blower chainsaw compressor welder miter planer lathe',
  ],
  [
    160,
    'iphone ipad galaxy ps4 switch laptop chromebook computer desktop imac tv television sofa couch ' +
      'sectional dining wardrobe washer dryer dishwasher fridge freezer oven stove dslr mirrorless ' +
      'telescope scooter wheelchair piano synth synthesizer macbook note pixel airpods 18k platinum ' +
      'tiffany cartier ultrabook tower gaming ultrawide graphics cpu motherboard nas server smartphone ' +
      'unlocked foldable cinema fullframe stand bunk canopy bedroom cooktop hood tandem recumbent ' +
      'accordion drumkit',
  ],
  [
    350,
    'ps5 gpu rtx surface thinkpad alienware refrigerator range ebike paddleboard hottub spa trailer ' +
      'jetski pram cello bassoon 4090 3090 3080 workstation threadripper macbookpro gravel fullcarbon ' +
      'dualsuspension grand upright hammond rickenbacker',
  ],
  [1500, 'motorcycle atv rolex omega boat moped tractor mountainbike fullsuspension'],
  [5000, 'car truck suv sedan camper motorhome rv van pontoon convertible'],
]

/** Factor on the price of a kind of thing → makers, apart by `|`. */
export const brandLevels: readonly (readonly [number, string])[] = [
  [
    6,
    'chanel|hermes|louis vuitton|rolex|patek philippe|audemars piguet|cartier|van cleef|goyard|' +
      'bottega veneta|bvlgari|omega|celine|brioni|loro piana|richard mille|tiffany|christian louboutin|' +
      'louboutin|fendi couture|harry winston|graff|bulgari|vacheron constantin|jaeger lecoultre|' +
      'a lange sohne|hublot|panerai|loro|the row|delvaux|moynat|judith leiber|tom ford beauty|' +
      'roland mouret',
  ],
  [
    4,
    'gucci|prada|dior|christian dior|yves saint laurent|saint laurent|fendi|balenciaga|givenchy|' +
      'valentino|burberry|miu miu|moncler|chloe|loewe|versace|jimmy choo|mcm|alexander mcqueen|off white|' +
      'supreme|bape|canada goose|yeezy|david yurman|salvatore ferragamo|manolo blahnik|balmain|' +
      'stella mccartney|tom ford|leica|bang olufsen|steinway|tag heuer|breitling|iwc|tudor|fear of god|' +
      'chrome hearts|palace|kith|golden goose|marc jacobs|isabel marant|bottega|maison margiela|margiela|' +
      'rick owens|acne studios|ami paris|stone island|brunello cucinelli|zegna|ermenegildo zegna|missoni|' +
      'pucci|emilio pucci|etro|lanvin|roberto cavalli|dolce gabbana|dolce and gabbana|dsquared2|amiri|' +
      'rhude|casablanca|jacquemus|proenza schouler|mulberry|aquazzura|gianvito rossi|sophia webster|' +
      'nicholas kirkwood|giuseppe zanotti|longines|zenith|bell ross|baume mercier|montblanc|mont blanc|' +
      'hasselblad|mcintosh|bang and olufsen|sub zero|viking|herman miller eames|knoll|cassina|vitra',
  ],
  [
    2.3,
    'apple|lululemon|coach|kate spade|tory burch|michael kors|ugg|ugg australia|patagonia|arcteryx|' +
      'arc teryx|frye|hunter|ray ban|oakley|pandora|alex and ani|beats|beats by dre|bose|sonos|dyson|' +
      'kitchenaid|vitamix|le creuset|canon|nikon|sony|nintendo|playstation|microsoft|samsung|google|gopro|' +
      'dji|fitbit|garmin|yeti|north face|the north face|dr martens|timberland|rebecca minkoff|' +
      'vera bradley|longchamp|free people|lilly pulitzer|vineyard vines|true religion|' +
      'seven for all mankind|7 for all mankind|hudson|citizens of humanity|rag bone|theory|vince|' +
      'allsaints|all saints|reformation|spanx|herman miller|steelcase|stokke|uppababy|bugaboo|doona|nuna|' +
      'thule|trek|specialized|cannondale|santa cruz|festool|snap on|makita|milwaukee|dewalt|fender|gibson|' +
      'martin|taylor|yamaha|roland|korg|moog|lego|american girl|jordan|air jordan|nike jordan|rae dunn|' +
      'lularoe julia|triangl|agent provocateur|la mer|kylie cosmetics|kylie|jeffree star|mac limited|' +
      'natasha denona|huda beauty|tatcha|sk ii|drunk elephant|dooney bourke|dooney and bourke|movado|' +
      'michele|swarovski|alienware|razer|dooney|diesel|g star|g star raw|ted baker|barbour|belstaff|' +
      'mackage|moose knuckles|nobis|fjall raven|mammut|marmot|salomon|hoka|on running|la sportiva|merrell|' +
      'red wing|allen edmonds|cole haan|stuart weitzman|sam moon|botkier|rebecca taylor|' +
      'diane von furstenberg|dvf|milly|alice olivia|alice and olivia|zimmermann|self portrait|tory sport|' +
      'athleta|alo|alo yoga|vuori|gymshark|peloton|bowflex|nespresso|breville|jura|miele|smeg|weber|' +
      'traeger|big green egg|ducati|harley|oneill|burton|rossignol|atomic|k2|callaway|titleist|taylormade|' +
      'scotty cameron|shimano|cervelo|pinarello|bianchi|colnago|orbea|yeti cycles|pivot|ibis|transition|' +
      'rocky mountain|norco|commencal|kona|salsa|surly|brompton|sennheiser|bowers wilkins|klipsch|denon|' +
      'marantz|yamaha audio|technics|focal|shure|akg|neumann|universal audio|fujifilm|olympus|' +
      'panasonic lumix|sigma|zeiss|tamron|oculus|steelseries|corsair|nvidia|lg oled|dreamcast|neo geo|' +
      'pokemon center|loungefly|swarovski crystal|james avery|kendra scott|john hardy|lagos|ippolita|' +
      'links of london|tag|seiko prospex|citizen|bulova|tissot|hamilton|oris|nixon|movado bold|anastasia|' +
      'charlotte tilbury|dior beauty|chanel beauty|la prairie|creed|jo malone|tom ford fragrance|' +
      'maison francis kurkdjian|olaplex|t3|ghd|clarisonic|foreo|nuface|babyzen|cybex|mamas papas|4moms|' +
      'snoo|pottery barn kids|restoration hardware|arhaus|ethan allen|stickley|anthropologie home',
  ],
  [
    1.35,
    'nike|adidas|lularoe|pink|victorias secret|victoria s secret|under armour|columbia|levis|levi s|' +
      'polo ralph lauren|ralph lauren|tommy hilfiger|calvin klein|guess|anthropologie|madewell|j crew|' +
      'banana republic|express|bebe|bcbg|bcbgmaxazria|hollister|abercrombie fitch|abercrombie|' +
      'american eagle|buckle|miss me|rock revival|converse|vans|puma|new balance|asics|brooks|reebok|' +
      'fjallraven|steve madden|sam edelman|aldo|nine west|clarks|birkenstock|toms|sperry|crocs|skechers|' +
      'urban decay|too faced|anastasia beverly hills|benefit|nars|mac|tarte|bare minerals|clinique|' +
      'lancome|estee lauder|sephora|lush|bath body works limited|scentsy|younique|it cosmetics|becca|' +
      'hourglass|laura mercier|bobbi brown|fossil|brahmin|gymboree|matilda jane|mini boden|janie and jack|' +
      'tea collection|bumgenius|ergobaby|chicco|graco|pottery barn|west elm|crate barrel|lg|dell|hp|' +
      'lenovo|asus|acer|logitech|philips|panasonic|cuisinart|keurig|ninja|shark|instant pot|bosch|ryobi|' +
      'craftsman|giant|schwinn|gt|marin|motorola|oneplus|huawei|otterbox|funko|disney|pokemon|hot topic|' +
      'torrid|fashion nova|urban outfitters|zara|brandy melville|harley davidson|carhartt|obey|stussy|' +
      'diamond supply|huf|gap kids boutique|wrangler vintage|dickies|patagonia kids|olukai|naturalizer|' +
      'vince camuto|jessica simpson|franco sarto|lucky brand|silver jeans|big star|hudson jeans|' +
      'joes jeans|paige|ag jeans|nydj|white house black market|white house|chicos|ann taylor|loft|talbots|' +
      'brooks brothers|nautica|izod|lacoste|fred perry|original penguin|hurley|billabong|quiksilver|' +
      'rip curl|roxy|volcom|etnies|nike sb|saucony|mizuno|umbro|kappa|ellesse|jansport|herschel|dakine|' +
      'osprey|kelty|deuter|samsonite|tumi alpha|travelpro|calpak|betsey johnson|juicy couture|juicy|' +
      'ed hardy|affliction|von dutch|affliction clothing|hello kitty|sanrio|marvel|dc comics|star wars|' +
      'harry potter|barbie|monster high|bratz|hot wheels|fisher price|melissa doug|melissa and doug|' +
      'playmobil|nerf|transformers|my little pony|littlest pet shop|calico critters|build a bear|jellycat|' +
      'squishmallow|squishmallows|tarte cosmetics|benefit cosmetics|lorac|stila|smashbox|buxom|philosophy|' +
      'origins|kiehls|murad|perricone|victoria secret pink|bath and body works|yankee candle|partylite|' +
      'tupperware|pyrex|corningware|le creuset stoneware|pampered chef|oneida|lenox|waterford|rosenthal|' +
      'wedgwood|department 56|precious moments|vtech|leapfrog|graco baby|evenflo|baby jogger|britax|' +
      'maxi cosi|medela|spectra|dr browns|tommee tippee|skip hop|aden anais|aden and anais|carter baby|' +
      'brother|singer|janome|cricut|silhouette|epson|dymo|jbl|skullcandy|anker|ultimate ears|arlo|wyze|' +
      'roku|fire tv|vizio|hisense|tcl|insignia|toshiba|whirlpool|kenmore|maytag|frigidaire|electrolux|' +
      'hoover|bissell|eureka|dirt devil|black and decker|hamilton beach|oster|sunbeam|crock pot|' +
      'farberware|calphalon|all clad|t fal|stihl|husqvarna|john deere|toro|craftsman vintage|ridgid|' +
      'porter cable|kobalt|dremel',
  ],
  [
    0.7,
    'old navy|h m|h and m|forever 21|gap|target|walmart|mossimo|merona|george|faded glory|no boundaries|' +
      'rue 21|rue21|charlotte russe|wet seal|aeropostale|kohls|sonoma|carters|carter s|oshkosh|' +
      'children s place|the children s place|cat jack|circo|garanimals|jumping beans|okie dokie|arizona|' +
      'apt 9|croft barrow|elf|e l f|nyx|wet n wild|covergirl|maybelline|revlon|l oreal|loreal|rimmel|' +
      'milani|avon|mary kay|essence|sally hansen|suave|dove|nivea|ikea|mainstays|sterilite|rubbermaid|' +
      'shein|romwe|boohoo|primark|asos|danskin|champion|hanes|fruit of the loom|fila|starter|claire s|' +
      'claires|unbranded|generic|dollar tree|zte|alcatel|blu|huffy|mongoose|magna|emerson|rca|sylvania|' +
      'black decker|lularoe kids|cherokee|xhilaration|candies|jaclyn smith|basic editions|route 66|' +
      'gloria vanderbilt|chaps|covington|worthington|st johns bay|liz claiborne|dressbarn|dress barn|cato|' +
      'body central|papaya|charlotte|crazy 8|healthtex|koala kids|babies r us|parents choice|' +
      'e l f cosmetics|colourpop|bh cosmetics|morphe|makeup revolution|city color|la girl|l a girl|' +
      'l a colors|jordana|physicians formula|almay|clean clear|neutrogena|cetaphil|cerave|aveeno|olay|' +
      'ponds|garnier|pantene|herbal essences|tresemme|old spice|febreze|glade|scentsationals|better homes|' +
      'better homes and gardens|room essentials|threshold|opalhouse|hearth and hand|onn|blackweb|ihome|' +
      'polaroid tablet|rca tablet|hp stream|metropcs|tracfone|straight talk|cricket|boost',
  ],
]
