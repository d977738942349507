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
      'magnet keychain keyring hairtie scrunchie elastic lanyard sample sachet straw nail polish ' +
      'coupon envelope stamp bead charm popsocket mailer label',
  ],
  [
    6,
    'sock lipgloss gloss lipstick chapstick balm mascara eyeliner lotion soap candle mug cup ' +
      'ornament bracelet choker earring bow bandana bib pacifier headband case cover protector ' +
      'cable tumbler book paperback comic dvd cd vinyl toy plush figurine funko hotwheels yarn ' +
      'ribbon thong panty panties underwear undies boxers glove bottle glass poster print beanie ' +
      'mask wax melt concealer brush sponge eyeshadow blush notebook planner',
  ],
  [
    10,
    'tee tshirt shirt tank top cami camisole blouse legging shorts onesie romper pajama bodysuit ' +
      'bra bralette bikini swimsuit hat cap scarf belt tie wallet necklace ring pendant anklet ' +
      'perfume palette foundation primer serum shampoo conditioner hardcover game bluray puzzle ' +
      'lego doll barbie stuffed backpack blanket pillow curtain towel sheet vase frame basket ' +
      'cardigan skirt tunic crop',
  ],
  [
    18,
    'jeans pants jogger sweatpants sweater sweatshirt hoodie pullover dress jumpsuit vest flannel ' +
      'polo jersey sandal flats slippers slipper heels wedges sneakers cleats shoe purse handbag ' +
      'crossbody clutch sunglasses wristlet watch headphones earbuds speaker charger powerbank ' +
      'controller keyboard mouse lamp rug mirror shelf clock toaster kettle iron blender fan heater ' +
      'bundle set lot',
  ],
  [
    35,
    'boot jacket coat blazer parka windbreaker suit gown tote satchel duffel luggage suitcase ' +
      'sunglass fragrance cologne parfum curler straightener hairdryer stroller carseat highchair ' +
      'monitor router printer scanner chair stool table nightstand ottoman bookcase skateboard ' +
      'helmet tent dumbbells weights drill sander saw guitar ukulele microphone turntable vacuum ' +
      'microwave juicer crib swing bouncer walker playpen jordans jordan yeezy uggs',
  ],
  [
    80,
    'nintendo wii 3ds ds xbox psp playstation gameboy gamecube n64 kindle fitbit camera lens ' +
      'camcorder gopro drone projector tablet smartwatch soundbar receiver amplifier amp subwoofer ' +
      'desk dresser bed mattress bedframe recliner loveseat futon cabinet hutch armoire treadmill ' +
      'elliptical bike bicycle mower grill generator violin trumpet saxophone clarinet drum sewing ' +
      'mixer kitchenaid dyson roomba dehumidifier kayak snowboard skis golf',
  ],
  [
    160,
    'iphone ipad galaxy ps4 switch laptop chromebook computer desktop imac tv television sofa ' +
      'couch sectional dining wardrobe washer dryer dishwasher fridge freezer oven stove dslr ' +
      'mirrorless telescope scooter wheelchair piano synth synthesizer macbook note pixel airpods',
  ],
  [
    350,
    'ps5 gpu rtx surface thinkpad alienware refrigerator range ebike paddleboard hottub spa ' +
      'trailer jetski pram cello bassoon',
  ],
  [1500, 'motorcycle atv rolex omega boat moped tractor mountainbike fullsuspension'],
  [5000, 'car truck suv sedan camper motorhome rv van pontoon convertible'],
]

/** Factor on the price of a kind of thing → makers, apart by `|`. */
export const brandLevels: readonly (readonly [number, string])[] = [
  [
    6,
    'chanel|hermes|louis vuitton|rolex|patek philippe|audemars piguet|cartier|van cleef|goyard|' +
      'bottega veneta|bvlgari|omega|celine|brioni|loro piana|richard mille|tiffany|' +
      'christian louboutin|louboutin',
  ],
  [
    4,
    'gucci|prada|dior|christian dior|yves saint laurent|saint laurent|fendi|balenciaga|givenchy|' +
      'valentino|burberry|miu miu|moncler|chloe|loewe|versace|jimmy choo|mcm|alexander mcqueen|' +
      'off white|supreme|bape|canada goose|yeezy|david yurman|salvatore ferragamo|manolo blahnik|' +
      'balmain|stella mccartney|tom ford|leica|bang olufsen|steinway|tag heuer|breitling|iwc|tudor|' +
      'fear of god|chrome hearts|palace|kith|golden goose|marc jacobs|isabel marant',
  ],
  [
    2.3,
    'apple|lululemon|coach|kate spade|tory burch|michael kors|ugg|ugg australia|patagonia|' +
      'arcteryx|arc teryx|frye|hunter|ray ban|oakley|pandora|alex and ani|beats|beats by dre|bose|' +
      'sonos|dyson|kitchenaid|vitamix|le creuset|canon|nikon|sony|nintendo|playstation|microsoft|' +
      'samsung|google|gopro|dji|fitbit|garmin|yeti|north face|the north face|dr martens|timberland|' +
      'rebecca minkoff|vera bradley|longchamp|free people|lilly pulitzer|vineyard vines|' +
      'true religion|seven for all mankind|7 for all mankind|hudson|citizens of humanity|rag bone|' +
      'theory|vince|allsaints|all saints|reformation|spanx|herman miller|steelcase|stokke|uppababy|' +
      'bugaboo|doona|nuna|thule|trek|specialized|cannondale|santa cruz|festool|snap on|makita|' +
      'milwaukee|dewalt|fender|gibson|martin|taylor|yamaha|roland|korg|moog|lego|american girl|' +
      'jordan|air jordan|nike jordan|rae dunn|lularoe julia|triangl|agent provocateur|la mer|' +
      'kylie cosmetics|kylie|jeffree star|mac limited|natasha denona|huda beauty|tatcha|sk ii|' +
      'drunk elephant|dooney bourke|dooney and bourke|movado|michele|swarovski|alienware|razer|' +
      'dooney',
  ],
  [
    1.35,
    'nike|adidas|lularoe|pink|victorias secret|victoria s secret|under armour|columbia|levis|' +
      'levi s|polo ralph lauren|ralph lauren|tommy hilfiger|calvin klein|guess|anthropologie|' +
      'madewell|j crew|banana republic|express|bebe|bcbg|bcbgmaxazria|hollister|abercrombie fitch|' +
      'abercrombie|american eagle|buckle|miss me|rock revival|converse|vans|puma|new balance|asics|' +
      'brooks|reebok|fjallraven|steve madden|sam edelman|aldo|nine west|clarks|birkenstock|toms|' +
      'sperry|crocs|skechers|urban decay|too faced|anastasia beverly hills|benefit|nars|mac|tarte|' +
      'bare minerals|clinique|lancome|estee lauder|sephora|lush|bath body works limited|scentsy|' +
      'younique|it cosmetics|becca|hourglass|laura mercier|bobbi brown|fossil|brahmin|gymboree|' +
      'matilda jane|mini boden|janie and jack|tea collection|bumgenius|ergobaby|chicco|graco|' +
      'pottery barn|west elm|crate barrel|lg|dell|hp|lenovo|asus|acer|logitech|philips|panasonic|' +
      'cuisinart|keurig|ninja|shark|instant pot|bosch|ryobi|craftsman|giant|schwinn|gt|marin|' +
      'motorola|oneplus|huawei|otterbox|funko|disney|pokemon|hot topic|torrid|fashion nova|' +
      'urban outfitters|zara|brandy melville|harley davidson|carhartt|obey|stussy|diamond supply|' +
      'huf',
  ],
  [
    0.7,
    'old navy|h m|h and m|forever 21|gap|target|walmart|mossimo|merona|george|faded glory|' +
      'no boundaries|rue 21|rue21|charlotte russe|wet seal|aeropostale|kohls|sonoma|carters|' +
      'carter s|oshkosh|children s place|the children s place|cat jack|circo|garanimals|' +
      'jumping beans|okie dokie|arizona|apt 9|croft barrow|elf|e l f|nyx|wet n wild|covergirl|' +
      'maybelline|revlon|l oreal|loreal|rimmel|milani|avon|mary kay|essence|sally hansen|suave|dove|' +
      'nivea|ikea|mainstays|sterilite|rubbermaid|shein|romwe|boohoo|primark|asos|danskin|champion|' +
      'hanes|fruit of the loom|fila|starter|claire s|claires|unbranded|generic|dollar tree|zte|' +
      'alcatel|blu|huffy|mongoose|magna|emerson|rca|sylvania|black decker',
  ],
]
