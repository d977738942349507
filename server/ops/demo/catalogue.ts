import type { Category, Condition } from '../../model/listing-schema.ts'

/** What a picture of the thing shows; each has one drawing in thumbnails.ts. */
export const pictureKinds = [
  'furniture',
  'bike',
  'phone',
  'computer',
  'camera',
  'audio',
  'game',
  'tool',
  'appliance',
  'instrument',
  'clothing',
  'sport',
  'toy',
  'home',
] as const
export type PictureKind = (typeof pictureKinds)[number]

/** A leaf category of the shop with its main category. */
export interface ShopCategory {
  id: string
  name: string
  mainId: string
  mainName: string
}

/** One kind of thing that people of the made-up market sell. */
export interface Product {
  /** What it is; `{v}` stands where a variant's words go. */
  title: string
  /** Words of a variant → its usual price in good condition, whole dollars. */
  variants: readonly (readonly [words: string, dollars: number])[]
  category: Category
  picture: PictureKind
  /** The classifieds' codes: the whole category, and what owners post in it. */
  codes: readonly [all: string, owner: string]
  /** Where the shop has it; absent for what nobody ships. */
  shop?: ShopCategory
  brand?: string
  /** Standard deviation of the logarithm of its prices. */
  spread: number
  /** How often it is offered, 1 = seldom. */
  weight: number
  /** Usual shipping cost, whole dollars. */
  shipping: number
  /** Sentences for a description. */
  facts: readonly string[]
  /** Makes it one of the few things that stand in the opening scene of a new world. */
  scene?: string
}

const shopCategory = (id: string, name: string, mainId: string, mainName: string): ShopCategory => ({
  id,
  name,
  mainId,
  mainName,
})

const sporting = ['888', 'Sporting Goods'] as const
const computing = ['58058', 'Computers/Tablets & Networking'] as const
const photo = ['625', 'Cameras & Photo'] as const
const consumer = ['293', 'Consumer Electronics'] as const
const household = ['11700', 'Home & Garden'] as const
const music = ['619', 'Musical Instruments & Gear'] as const
const fashion = ['11450', 'Clothing, Shoes & Accessories'] as const

const leaves = {
  chairs: shopCategory('54235', 'Office Chairs', '12576', 'Office Furniture'),
  bicycles: shopCategory('177831', 'Bicycles', '7294', 'Cycling'),
  fitness: shopCategory('15273', 'Fitness Equipment', ...sporting),
  snow: shopCategory('21248', 'Snowboards', ...sporting),
  camping: shopCategory('179010', 'Tents & Canopies', ...sporting),
  phones: shopCategory('9355', 'Cell Phones & Smartphones', '15032', 'Cell Phones & Accessories'),
  tablets: shopCategory('171485', 'Tablets & eBook Readers', ...computing),
  appleLaptops: shopCategory('111422', 'Apple Laptops', ...computing),
  laptops: shopCategory('177', 'PC Laptops & Netbooks', ...computing),
  monitors: shopCategory('80053', 'Monitors', ...computing),
  cameras: shopCategory('31388', 'Digital Cameras', ...photo),
  lenses: shopCategory('3323', 'Camera Lenses', ...photo),
  drones: shopCategory('179697', 'Camera Drones', ...photo),
  headphones: shopCategory('112529', 'Headphones', ...consumer),
  speakers: shopCategory('14990', 'Home Speakers & Subwoofers', ...consumer),
  turntables: shopCategory('48647', 'Record Players & Home Turntables', ...consumer),
  smartWatches: shopCategory('178893', 'Smart Watches', '15032', 'Cell Phones & Accessories'),
  consoles: shopCategory('139971', 'Video Game Consoles', '1249', 'Video Games & Consoles'),
  powerTools: shopCategory('3247', 'Power Tools', ...household),
  vacuums: shopCategory('20614', 'Vacuum Cleaners', ...household),
  kitchen: shopCategory('20667', 'Small Kitchen Appliances', ...household),
  cookware: shopCategory('20628', 'Cookware', ...household),
  electricGuitars: shopCategory('33034', 'Electric Guitars', ...music),
  acousticGuitars: shopCategory('33021', 'Acoustic Guitars', ...music),
  pianos: shopCategory('85860', 'Digital Pianos', ...music),
  synthesizers: shopCategory('38071', 'Synthesizers', ...music),
  jackets: shopCategory('57988', 'Men’s Coats, Jackets & Vests', ...fashion),
  jeans: shopCategory('11483', 'Men’s Jeans', ...fashion),
  boots: shopCategory('11498', 'Men’s Boots', ...fashion),
  lego: shopCategory('19006', 'LEGO Complete Sets & Packs', '220', 'Toys & Hobbies'),
  strollers: shopCategory('66700', 'Strollers', '2984', 'Baby'),
} as const

// biome-ignore format: a table
export const products: readonly Product[] = [
  { title: 'Herman Miller Aeron chair {v}', variants: [['size B', 480], ['size C', 470], ['fully loaded', 520]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], shop: leaves.chairs, brand: 'Herman Miller', spread: 0.16, weight: 5, shipping: 85, scene: 'chair', facts: ['Lumbar support included.', 'Graphite frame, no tears in the mesh.', 'From an office that closed.', 'Arms and tilt all work.'] },
  { title: 'Steelcase Leap V2 office chair {v}', variants: [['black', 310], ['blue', 290]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], brand: 'Steelcase', spread: 0.18, weight: 2, shipping: 90, facts: ['Seat pan slides, arms adjust in four ways.', 'Fabric was cleaned last month.'] },
  { title: 'IKEA KALLAX shelf {v}', variants: [['4x4', 110], ['2x4', 60], ['5x5', 150]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], brand: 'IKEA', spread: 0.2, weight: 4, shipping: 0, facts: ['Still assembled, easy to carry for two.', 'A few marks on the back that nobody sees.'] },
  { title: 'IKEA HEMNES 8-drawer dresser {v}', variants: [['white', 170], ['black-brown', 160]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], brand: 'IKEA', spread: 0.2, weight: 3, shipping: 0, facts: ['All drawers run smoothly.', 'Solid pine, heavy: bring a friend.'] },
  { title: 'Sectional sofa with chaise {v}', variants: [['grey', 480], ['navy', 520], ['beige', 450]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], spread: 0.26, weight: 4, shipping: 0, facts: ['Covers come off and can be washed.', 'About 110 inches wide.', 'Smoke-free home.'] },
  { title: 'West Elm mid-century sofa {v}', variants: [['72 inch', 620], ['82 inch', 700]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], brand: 'West Elm', spread: 0.22, weight: 2, shipping: 0, facts: ['Bought three years ago for twice the price.', 'Legs unscrew for moving.'] },
  { title: 'Solid oak dining table {v}', variants: [['with 4 chairs', 320], ['with 6 chairs', 420]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], spread: 0.26, weight: 3, shipping: 0, facts: ['Seats eight with the leaf in.', 'Top was oiled this spring.'] },
  { title: 'Uplift V2 standing desk {v}', variants: [['48x30', 340], ['60x30', 390], ['72x30', 440]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], brand: 'Uplift', spread: 0.18, weight: 3, shipping: 0, facts: ['Motor is quiet, memory keys work.', 'Comes with the cable tray.'] },
  { title: 'Walnut bed frame {v}', variants: [['queen', 240], ['king', 310], ['full', 190]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], spread: 0.26, weight: 2, shipping: 0, facts: ['Slats included, mattress not.', 'Taken apart already, screws are in a bag.'] },
  { title: 'Mid-century teak credenza {v}', variants: [['60 inch', 520], ['72 inch', 620]], category: 'furniture', picture: 'furniture', codes: ['fua', 'fuo'], spread: 0.28, weight: 2, shipping: 0, facts: ['Danish, from the sixties.', 'Sliding doors, one small ring mark.'] },
  { title: 'Trek Domane AL 3 road bike {v}', variants: [['54 cm', 740], ['56 cm', 750], ['58 cm', 720]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], shop: leaves.bicycles, brand: 'Trek', spread: 0.16, weight: 5, shipping: 95, scene: 'road bike', facts: ['Shimano Sora, new chain and tires.', 'Tuned up last month.', 'Fewer than 800 miles.'] },
  { title: 'Specialized Allez road bike {v}', variants: [['52 cm', 560], ['54 cm', 580], ['56 cm', 590]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], shop: leaves.bicycles, brand: 'Specialized', spread: 0.18, weight: 4, shipping: 95, scene: 'road bike', facts: ['Claris groupset, shifts well.', 'Pedals and bottle cages included.'] },
  { title: 'Giant Defy Advanced carbon road bike {v}', variants: [['M', 980], ['L', 1020]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], brand: 'Giant', spread: 0.18, weight: 2, shipping: 110, facts: ['Ultegra, hydraulic discs.', 'No crashes, no cracks.'] },
  { title: 'Trek Marlin 7 mountain bike {v}', variants: [['M/L', 540], ['L', 550], ['17.5 inch', 520]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], brand: 'Trek', spread: 0.18, weight: 3, shipping: 95, facts: ['Fork serviced this year.', 'Dropper post added.'] },
  { title: 'Santa Cruz Hightower mountain bike {v}', variants: [['M', 2500], ['L', 2600]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], brand: 'Santa Cruz', spread: 0.16, weight: 1, shipping: 150, facts: ['Frame protected from day one.', 'Fox suspension, serviced.'] },
  { title: 'Brompton M6L folding bike {v}', variants: [['black', 1150], ['racing green', 1200]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], shop: leaves.bicycles, brand: 'Brompton', spread: 0.14, weight: 2, shipping: 70, facts: ['Six gears, folds in ten seconds.', 'Front bag included.'] },
  { title: 'RadRunner electric bike {v}', variants: [['2', 900], ['Plus', 1080]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], brand: 'Rad Power', spread: 0.18, weight: 2, shipping: 0, facts: ['Battery holds about 35 miles.', 'Two keys and the charger.'] },
  { title: 'Guardian kids bike {v}', variants: [['20 inch', 190], ['24 inch', 220]], category: 'bikes', picture: 'bike', codes: ['bia', 'bik'], spread: 0.22, weight: 2, shipping: 0, facts: ['Outgrown after one summer.'] },
  { title: 'Apple iPhone 13 {v} unlocked', variants: [['128GB', 330], ['256GB', 375]], category: 'phones', picture: 'phone', codes: ['moa', 'mob'], shop: leaves.phones, brand: 'Apple', spread: 0.12, weight: 5, shipping: 8, scene: 'phone', facts: ['Battery health 88 %.', 'Signed out of iCloud, works with any carrier.', 'Always in a case.'] },
  { title: 'Apple iPhone 14 Pro {v} unlocked', variants: [['128GB', 560], ['256GB', 610]], category: 'phones', picture: 'phone', codes: ['moa', 'mob'], shop: leaves.phones, brand: 'Apple', spread: 0.12, weight: 6, shipping: 8, facts: ['Face ID and both cameras work.', 'Box and cable included.'] },
  { title: 'Apple iPhone 12 mini {v}', variants: [['64GB', 190], ['128GB', 220]], category: 'phones', picture: 'phone', codes: ['moa', 'mob'], shop: leaves.phones, brand: 'Apple', spread: 0.14, weight: 2, shipping: 8, facts: ['New battery last winter.', 'Hairline scratch on the screen.'] },
  { title: 'Samsung Galaxy S22 {v} unlocked', variants: [['128GB', 270], ['256GB', 300]], category: 'phones', picture: 'phone', codes: ['moa', 'mob'], shop: leaves.phones, brand: 'Samsung', spread: 0.14, weight: 3, shipping: 8, facts: ['Screen protector since new.', 'Factory reset.'] },
  { title: 'Google Pixel 7 {v}', variants: [['128GB', 240], ['256GB', 275]], category: 'phones', picture: 'phone', codes: ['moa', 'mob'], shop: leaves.phones, brand: 'Google', spread: 0.14, weight: 3, shipping: 8, facts: ['Unlocked, no burn-in.'] },
  { title: 'Apple MacBook Air M1 {v}', variants: [['8GB 256GB', 520], ['16GB 512GB', 690]], category: 'computers', picture: 'computer', codes: ['sya', 'sys'], shop: leaves.appleLaptops, brand: 'Apple', spread: 0.12, weight: 7, shipping: 15, scene: 'laptop', facts: ['Battery cycle count 142.', 'Keyboard and screen without marks.', 'Charger included.'] },
  { title: 'Apple MacBook Pro 14 M1 Pro {v}', variants: [['16GB 512GB', 1050], ['32GB 1TB', 1290]], category: 'computers', picture: 'computer', codes: ['sya', 'sys'], shop: leaves.appleLaptops, brand: 'Apple', spread: 0.12, weight: 3, shipping: 18, facts: ['Not managed by a company.', 'Small dent at the corner, see photo.'] },
  { title: 'Lenovo ThinkPad X1 Carbon {v}', variants: [['Gen 8', 420], ['Gen 9', 560]], category: 'computers', picture: 'computer', codes: ['sya', 'sys'], shop: leaves.laptops, brand: 'Lenovo', spread: 0.16, weight: 6, shipping: 15, facts: ['16 GB memory, fresh Windows.', 'Battery lasts six hours.'] },
  { title: 'Dell UltraSharp 27 inch 4K monitor {v}', variants: [['U2720Q', 280], ['U2723QE', 350]], category: 'computers', picture: 'computer', codes: ['sya', 'sys'], shop: leaves.monitors, brand: 'Dell', spread: 0.16, weight: 3, shipping: 30, facts: ['No dead pixels, stand included.'] },
  { title: 'Gaming PC {v}', variants: [['RTX 3070 Ryzen 5600X', 780], ['RTX 3080 Ryzen 5800X', 980]], category: 'computers', picture: 'computer', codes: ['sya', 'sys'], spread: 0.2, weight: 2, shipping: 0, facts: ['1 TB NVMe, 32 GB memory.', 'Can be tested here.'] },
  { title: 'Apple iPad Air {v}', variants: [['4th gen 64GB', 290], ['5th gen 64GB', 360]], category: 'tablets', picture: 'computer', codes: ['sya', 'sys'], shop: leaves.tablets, brand: 'Apple', spread: 0.14, weight: 3, shipping: 10, facts: ['Pencil not included.', 'Kept in a folio.'] },
  { title: 'Canon EOS R6 mirrorless camera {v}', variants: [['body', 1180], ['with 24-105mm', 1450]], category: 'cameras', picture: 'camera', codes: ['pha', 'pho'], shop: leaves.cameras, brand: 'Canon', spread: 0.12, weight: 6, shipping: 20, scene: 'camera', facts: ['Shutter count about 14,000.', 'Two batteries and a charger.'] },
  { title: 'Canon EF 70-200mm f/2.8L lens {v}', variants: [['IS II', 880], ['IS III', 1080]], category: 'cameras', picture: 'camera', codes: ['pha', 'pho'], shop: leaves.lenses, brand: 'Canon', spread: 0.14, weight: 3, shipping: 20, facts: ['Glass is clean, no fungus.', 'Hood and bag included.'] },
  { title: 'Sony a7 III camera {v}', variants: [['body', 980], ['with 28-70mm', 1120]], category: 'cameras', picture: 'camera', codes: ['pha', 'pho'], shop: leaves.cameras, brand: 'Sony', spread: 0.12, weight: 4, shipping: 20, facts: ['Screen protected since new.', 'About 22,000 clicks.'] },
  { title: 'Fujifilm X-T3 camera {v}', variants: [['body black', 740], ['with 18-55mm', 990]], category: 'cameras', picture: 'camera', codes: ['pha', 'pho'], shop: leaves.cameras, brand: 'Fujifilm', spread: 0.14, weight: 2, shipping: 18, facts: ['All dials click as they should.'] },
  { title: 'Nikon D750 DSLR {v}', variants: [['body', 520], ['with 50mm f/1.8', 630]], category: 'cameras', picture: 'camera', codes: ['pha', 'pho'], shop: leaves.cameras, brand: 'Nikon', spread: 0.16, weight: 6, shipping: 20, facts: ['Shutter replaced under the recall.', 'Original box.'] },
  { title: 'DJI Mini 2 drone {v}', variants: [['basic', 230], ['Fly More combo', 310]], category: 'cameras', picture: 'camera', codes: ['pha', 'pho'], shop: leaves.drones, brand: 'DJI', spread: 0.16, weight: 2, shipping: 15, facts: ['Never crashed, spare propellers.'] },
  { title: 'Bose QuietComfort 45 headphones {v}', variants: [['black', 150], ['white', 145]], category: 'audio', picture: 'audio', codes: ['ela', 'ele'], shop: leaves.headphones, brand: 'Bose', spread: 0.16, weight: 4, shipping: 9, facts: ['Ear pads are new.', 'Case and cable included.'] },
  { title: 'Sony WH-1000XM4 headphones {v}', variants: [['black', 155], ['silver', 150]], category: 'audio', picture: 'audio', codes: ['ela', 'ele'], shop: leaves.headphones, brand: 'Sony', spread: 0.16, weight: 5, shipping: 9, facts: ['Noise cancelling works perfectly.', 'Updated and reset.'] },
  { title: 'KEF LS50 Meta bookshelf speakers {v}', variants: [['pair white', 900], ['pair black', 920]], category: 'audio', picture: 'audio', codes: ['ela', 'ele'], shop: leaves.speakers, brand: 'KEF', spread: 0.14, weight: 2, shipping: 40, facts: ['Stands available for a little more.'] },
  { title: 'Technics SL-1200 turntable {v}', variants: [['MK2', 620], ['MK5', 720]], category: 'audio', picture: 'audio', codes: ['ela', 'ele'], shop: leaves.turntables, brand: 'Technics', spread: 0.18, weight: 2, shipping: 55, facts: ['Pitch is steady, tonearm was checked.', 'New cartridge.'] },
  { title: 'Sonos One speaker {v}', variants: [['gen 2 black', 125], ['gen 2 white', 120]], category: 'audio', picture: 'audio', codes: ['ela', 'ele'], shop: leaves.speakers, brand: 'Sonos', spread: 0.18, weight: 2, shipping: 14, facts: ['Removed from my account.'] },
  { title: 'LG C1 OLED TV {v}', variants: [['55 inch', 620], ['65 inch', 860]], category: 'tv-video', picture: 'computer', codes: ['ela', 'ele'], brand: 'LG', spread: 0.18, weight: 3, shipping: 0, facts: ['No burn-in, remote included.', 'Wall mount can stay with it.'] },
  { title: 'Garmin Fenix 6 Pro watch {v}', variants: [['47mm', 240], ['sapphire', 300]], category: 'watches', picture: 'phone', codes: ['ela', 'ele'], shop: leaves.smartWatches, brand: 'Garmin', spread: 0.16, weight: 3, shipping: 7, facts: ['Battery still lasts ten days.', 'Two straps.'] },
  { title: 'Nintendo Switch OLED console {v}', variants: [['white', 235], ['with Mario Kart', 270]], category: 'games', picture: 'game', codes: ['vga', 'vgm'], shop: leaves.consoles, brand: 'Nintendo', spread: 0.12, weight: 5, shipping: 12, scene: 'console', facts: ['No stick drift.', 'Dock, cables and grip are in the box.'] },
  { title: 'Sony PlayStation 5 console {v}', variants: [['disc', 360], ['digital', 310]], category: 'games', picture: 'game', codes: ['vga', 'vgm'], shop: leaves.consoles, brand: 'Sony', spread: 0.12, weight: 4, shipping: 25, facts: ['One controller, cables included.', 'Quiet fan, cleaned.'] },
  { title: 'Microsoft Xbox Series X console {v}', variants: [['1TB', 330], ['1TB with 2 controllers', 370]], category: 'games', picture: 'game', codes: ['vga', 'vgm'], shop: leaves.consoles, brand: 'Microsoft', spread: 0.14, weight: 2, shipping: 25, facts: ['Reset and ready.'] },
  { title: 'Valve Steam Deck {v}', variants: [['256GB', 300], ['512GB', 360]], category: 'games', picture: 'game', codes: ['vga', 'vgm'], shop: leaves.consoles, brand: 'Valve', spread: 0.14, weight: 2, shipping: 14, facts: ['Anti-glare film on the screen.'] },
  { title: 'DeWalt 20V MAX drill and impact driver kit {v}', variants: [['DCK240', 120], ['DCK283 brushless', 165]], category: 'tools', picture: 'tool', codes: ['tla', 'tls'], shop: leaves.powerTools, brand: 'DeWalt', spread: 0.18, weight: 6, shipping: 14, facts: ['Two batteries, charger and bag.', 'Used for one deck.'] },
  { title: 'DeWalt DWS780 miter saw {v}', variants: [['12 inch', 380], ['12 inch with stand', 480]], category: 'tools', picture: 'tool', codes: ['tla', 'tls'], shop: leaves.powerTools, brand: 'DeWalt', spread: 0.18, weight: 3, shipping: 60, facts: ['Cuts true, new blade.'] },
  { title: 'Makita 36V track saw {v}', variants: [['with rail', 420], ['bare tool', 330]], category: 'tools', picture: 'tool', codes: ['tla', 'tls'], shop: leaves.powerTools, brand: 'Makita', spread: 0.18, weight: 2, shipping: 30, facts: ['Clean cuts, little used.'] },
  { title: 'Milwaukee M18 Fuel impact wrench {v}', variants: [['bare tool', 160], ['with battery', 220]], category: 'tools', picture: 'tool', codes: ['tla', 'tls'], shop: leaves.powerTools, brand: 'Milwaukee', spread: 0.18, weight: 2, shipping: 14, facts: ['From a mechanic who changed trades.'] },
  { title: 'Dyson V11 cordless vacuum {v}', variants: [['Animal', 240], ['Torque Drive', 260]], category: 'appliances', picture: 'appliance', codes: ['ppa', 'app'], shop: leaves.vacuums, brand: 'Dyson', spread: 0.2, weight: 4, shipping: 22, facts: ['New filter, all heads included.', 'Runs about forty minutes.'] },
  { title: 'KitchenAid Artisan stand mixer {v}', variants: [['red', 200], ['aqua', 210]], category: 'appliances', picture: 'appliance', codes: ['ppa', 'app'], shop: leaves.kitchen, brand: 'KitchenAid', spread: 0.2, weight: 3, shipping: 35, facts: ['Whisk, paddle and dough hook.', 'Steel bowl has no dents.'] },
  { title: 'Breville Barista Express espresso machine {v}', variants: [['steel', 360], ['black', 350]], category: 'appliances', picture: 'appliance', codes: ['ppa', 'app'], shop: leaves.kitchen, brand: 'Breville', spread: 0.18, weight: 3, shipping: 40, facts: ['Descaled every two months.', 'Grinder was cleaned.'] },
  { title: 'Vitamix 5200 blender {v}', variants: [['black', 190], ['red', 195]], category: 'appliances', picture: 'appliance', codes: ['ppa', 'app'], shop: leaves.kitchen, brand: 'Vitamix', spread: 0.2, weight: 2, shipping: 25, facts: ['Jar is a little cloudy, blade is sharp.'] },
  { title: 'LG front load washer and dryer set {v}', variants: [['white', 680], ['graphite', 760]], category: 'appliances', picture: 'appliance', codes: ['ppa', 'app'], brand: 'LG', spread: 0.24, weight: 2, shipping: 0, facts: ['Hoses included.', 'Ground floor, dolly is here.'] },
  { title: 'Fender Player Stratocaster electric guitar {v}', variants: [['sunburst', 520], ['black', 500]], category: 'instruments', picture: 'instrument', codes: ['msa', 'msg'], shop: leaves.electricGuitars, brand: 'Fender', spread: 0.14, weight: 5, shipping: 40, scene: 'guitar', facts: ['Set up with new strings.', 'Gig bag included.', 'Frets have plenty left.'] },
  { title: 'Gibson Les Paul Studio electric guitar {v}', variants: [['wine red', 1050], ['ebony', 1080]], category: 'instruments', picture: 'instrument', codes: ['msa', 'msg'], shop: leaves.electricGuitars, brand: 'Gibson', spread: 0.14, weight: 2, shipping: 45, facts: ['No breaks, original case.'] },
  { title: 'Yamaha FG800 acoustic guitar {v}', variants: [['natural', 150], ['with hard case', 190]], category: 'instruments', picture: 'instrument', codes: ['msa', 'msg'], shop: leaves.acousticGuitars, brand: 'Yamaha', spread: 0.2, weight: 3, shipping: 35, facts: ['Low action, stays in tune.'] },
  { title: 'Roland FP-30X digital piano {v}', variants: [['with stand', 560], ['keyboard only', 480]], category: 'instruments', picture: 'instrument', codes: ['msa', 'msg'], shop: leaves.pianos, brand: 'Roland', spread: 0.16, weight: 2, shipping: 80, facts: ['Weighted keys, pedal included.'] },
  { title: 'Korg Minilogue synthesizer {v}', variants: [['original', 360], ['XD', 480]], category: 'instruments', picture: 'instrument', codes: ['msa', 'msg'], shop: leaves.synthesizers, brand: 'Korg', spread: 0.16, weight: 2, shipping: 25, facts: ['All knobs and keys work.'] },
  { title: 'Patagonia Nano Puff jacket {v}', variants: [['mens M', 95], ['mens L', 95]], category: 'clothing', picture: 'clothing', codes: ['cla', 'clo'], shop: leaves.jackets, brand: 'Patagonia', spread: 0.24, weight: 3, shipping: 9, facts: ['Washed once, no holes.'] },
  { title: 'Arc’teryx Beta AR jacket {v}', variants: [['mens M', 270], ['mens L', 280]], category: 'clothing', picture: 'clothing', codes: ['cla', 'clo'], shop: leaves.jackets, brand: 'Arc’teryx', spread: 0.2, weight: 2, shipping: 10, facts: ['Gore-Tex beads like new.'] },
  { title: 'Levi’s 501 jeans {v}', variants: [['32x32', 34], ['34x32', 34]], category: 'clothing', picture: 'clothing', codes: ['cla', 'clo'], shop: leaves.jeans, brand: 'Levi’s', spread: 0.28, weight: 2, shipping: 8, facts: ['Good fade, hem is original.'] },
  { title: 'Red Wing Iron Ranger boots {v}', variants: [['size 10', 165], ['size 11', 165]], category: 'shoes', picture: 'clothing', codes: ['cla', 'clo'], shop: leaves.boots, brand: 'Red Wing', spread: 0.2, weight: 2, shipping: 14, facts: ['Resoled last year, oiled.'] },
  { title: 'Bowflex SelectTech 552 dumbbells {v}', variants: [['pair', 220], ['pair with stand', 290]], category: 'sports', picture: 'sport', codes: ['sga', 'spo'], brand: 'Bowflex', spread: 0.2, weight: 3, shipping: 0, facts: ['Dials turn freely.', 'They are heavy: pick-up only.'] },
  { title: 'Burton Custom snowboard {v}', variants: [['156', 260], ['158W', 270]], category: 'sports', picture: 'sport', codes: ['sga', 'spo'], shop: leaves.snow, brand: 'Burton', spread: 0.22, weight: 2, shipping: 35, facts: ['Edges sharpened, waxed.', 'Bindings can be had too.'] },
  { title: 'REI Half Dome tent {v}', variants: [['2 person', 130], ['3 person', 160]], category: 'sports', picture: 'sport', codes: ['sga', 'spo'], shop: leaves.camping, brand: 'REI', spread: 0.22, weight: 2, shipping: 14, facts: ['Footprint included, seams are dry.'] },
  { title: 'LEGO Star Wars Millennium Falcon 75192 {v}', variants: [['complete with box', 560], ['complete no box', 500]], category: 'toys', picture: 'toy', codes: ['taa', 'tag'], shop: leaves.lego, brand: 'LEGO', spread: 0.14, weight: 3, shipping: 30, facts: ['All minifigures, instructions included.', 'Built once, behind glass.'] },
  { title: 'LEGO Technic set {v}', variants: [['42083 Bugatti', 260], ['42115 Lamborghini', 290]], category: 'toys', picture: 'toy', codes: ['taa', 'tag'], shop: leaves.lego, brand: 'LEGO', spread: 0.16, weight: 6, shipping: 22, facts: ['Complete, counted twice.'] },
  { title: 'UPPAbaby Vista stroller {v}', variants: [['V2', 480], ['2019', 330]], category: 'baby', picture: 'home', codes: ['baa', 'bab'], shop: leaves.strollers, brand: 'UPPAbaby', spread: 0.2, weight: 2, shipping: 60, facts: ['Bassinet and rain cover included.', 'Wheels and brakes are fine.'] },
  { title: 'Weber Genesis gas grill {v}', variants: [['E-310', 330], ['E-335', 460]], category: 'garden', picture: 'home', codes: ['gra', 'grd'], brand: 'Weber', spread: 0.22, weight: 2, shipping: 0, facts: ['New grates, cover included.'] },
  { title: 'Le Creuset Dutch oven {v}', variants: [['5.5 qt', 165], ['7.25 qt', 200]], category: 'home', picture: 'home', codes: ['hsa', 'hsh'], shop: leaves.cookware, brand: 'Le Creuset', spread: 0.2, weight: 3, shipping: 22, facts: ['Enamel has no chips.'] },
  { title: 'Hand-knotted wool rug {v}', variants: [['5x8', 240], ['8x10', 420]], category: 'home', picture: 'home', codes: ['hsa', 'hsh'], spread: 0.3, weight: 2, shipping: 0, facts: ['Cleaned by a professional.', 'Colors are as in the photo.'] },
]

/** How often things are offered in a condition, and what it does to their price relative to good. */
export const conditionOdds: readonly (readonly [Condition, odds: number, factor: number])[] = [
  ['new', 5, 1.25],
  ['like-new', 18, 1.15],
  ['excellent', 26, 1.08],
  ['good', 36, 1],
  ['fair', 12, 0.83],
  ['for-parts', 3, 0.4],
]

/** Towns of one metropolitan area. */
export const towns: readonly { name: string; sub: string; zip: string; lat: number; lon: number }[] = [
  { name: 'Oakland', sub: 'eby', zip: '946**', lat: 37.8044, lon: -122.2712 },
  { name: 'Berkeley', sub: 'eby', zip: '947**', lat: 37.8716, lon: -122.2727 },
  { name: 'Fremont', sub: 'eby', zip: '945**', lat: 37.5485, lon: -121.9886 },
  { name: 'Walnut Creek', sub: 'eby', zip: '945**', lat: 37.9063, lon: -122.065 },
  { name: 'San Francisco', sub: 'sfc', zip: '941**', lat: 37.7749, lon: -122.4194 },
  { name: 'Daly City', sub: 'pen', zip: '940**', lat: 37.7058, lon: -122.4619 },
  { name: 'San Mateo', sub: 'pen', zip: '944**', lat: 37.563, lon: -122.3255 },
  { name: 'Palo Alto', sub: 'pen', zip: '943**', lat: 37.4419, lon: -122.143 },
  { name: 'San Jose', sub: 'sby', zip: '951**', lat: 37.3382, lon: -121.8863 },
  { name: 'Sunnyvale', sub: 'sby', zip: '940**', lat: 37.3688, lon: -122.0363 },
  { name: 'San Rafael', sub: 'nby', zip: '949**', lat: 37.9735, lon: -122.5311 },
]

/** Words that sellers put before or after what it is. */
export const titlePrefixes = [
  'Moving sale:',
  'Selling my',
  'Great',
  'Barely used',
  'Nice',
  'PRICE DROP',
  'Must sell:',
] as const
export const titleSuffixes = [
  'great condition',
  'OBO',
  'like new',
  'works great',
  'pick up today',
  'hardly used',
  'firm',
  'clean',
  '- local pickup',
  'must see',
] as const
export const openings = [
  'Selling because we are moving next month.',
  'I upgraded and no longer need this one.',
  'Bought it two years ago and took good care of it.',
  'Clearing out the garage.',
  'It was a gift and I hardly used it.',
  'Downsizing, everything must find a new home.',
] as const
export const closings = [
  'Cash or Venmo. First come, first served.',
  'Price is firm, please do not ask for less.',
  'Open to reasonable offers.',
  'Can hold it for a day with a deposit.',
  'Text is best. Still available while this ad is up.',
  'Non-smoking home, friendly dog.',
] as const
export const conditionPhrases: Readonly<Record<Condition, readonly string[]>> = {
  new: ['Brand new, never opened.', 'New, still in the box.'],
  'like-new': ['Looks and works like new.', 'Used twice, no marks at all.'],
  excellent: ['Excellent condition, no issues.', 'Very well kept, tiny signs of use.'],
  good: ['Good used condition.', 'Normal wear for its age, everything works.'],
  fair: ['It has seen some use: scratches and scuffs.', 'Cosmetic wear, works fine.'],
  poor: ['Worn, but it still does its job.'],
  'for-parts': ['Does not turn on, sold for parts or repair.', 'Needs work, sold as is for parts.'],
}
/** What somebody writes who has nothing to sell. */
export const scamPhrases = [
  'I am out of town, my agent ships it after the payment. Gift cards or wire only.',
  'Serious buyers only, contact me by e-mail at once. Payment in advance, shipping is free.',
] as const
