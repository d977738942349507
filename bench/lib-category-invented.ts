import type { Category } from '../server/model/listing-schema.ts'

/** A made-up title under a site category where it was put by mistake, or beside what it is for. */
export interface MisplacedTitle {
  title: string
  siteCategory: string
  category: Category
}

const titles: Partial<Record<Category, string>> = {
  clothing:
    'Softshell jacket medium|Cycling jersey XL|Riding trousers 32|Rain coat size 12|Padded riding gloves|Winter coat|Wool jumper|Ski trousers|Motorcycle jacket leather|Running leggings',
  shoes: 'Cycling shoes size 9|Trail running shoes|Leather boots UK 8|Road bike shoes EU 42|Trainers size 7',
  bags: 'Commuter backpack|Messenger bag canvas|Leather handbag|Duffel bag large|Laptop backpack black',
  furniture:
    'Oak dining table|Corner sofa grey|Chest of drawers|Bookcase white|Office chair|Queen bed frame|Coffee table glass',
  home: 'Bedside lamp pair|Table lamp brass|Wall mirror round|Area rug 5x7|Curtains blackout|Cookware set|Floor lamp',
  toys: 'Lego set|Wooden train set|Doll house|Remote control car toy|Jigsaw puzzle 1000 pieces|Ride on toy tractor',
  baby: 'Jogging stroller|Baby carrier|Infant car seat|High chair|Crib with mattress|Baby monitor',
  sports:
    'Treadmill folding|Dumbbell set|Yoga mat|Golf clubs with bag|Skateboard complete|Surfboard 6 ft|Snowboard with bindings',
  instruments:
    'Acoustic guitar|Digital piano 88 keys|Violin with bow|Drum kit|Ukulele|Trumpet with mouthpiece',
  books: 'Cook book hardcover|Box of paperbacks|Atlas of the world book|Childrens story books',
  games: 'Xbox 360 with games|PS4 console 500GB|Nintendo Switch console|Wii with balance board',
  computers:
    'Gaming laptop 16GB|Laser printer|Computer monitor 24 inch|Desktop PC i5|Wireless mouse|Router dual band',
  tablets: 'iPad Air 64GB|Android tablet 10 inch|Kindle paperwhite',
  phones: 'iPhone 8 64GB|Samsung Galaxy S9 unlocked|Google Pixel 3',
  audio:
    'Bluetooth speaker|Noise cancelling headphones|Stereo receiver|Turntable belt drive|Bookshelf speakers pair',
  'tv-video': 'LED TV 42 inch|Blu ray player|DVD box set|Projector HD',
  cameras: 'DSLR camera with lens|Camcorder HD|Film camera 35mm',
  appliances:
    'Washing machine 7kg|Microwave oven|Vacuum cleaner upright|Fridge freezer|Coffee maker|Tower fan',
  tools: 'Cordless drill set|Table saw|Air compressor|Tool box with tools|Pressure washer',
  garden: 'Lawn mower petrol|Garden hose reel|Patio set|Hedge trimmer|Plant pots terracotta',
  jewelry: 'Silver ring size 7|Gold necklace|Pearl earrings|Charm bracelet',
  watches: 'Mens wrist watch automatic|Smart watch with charger|Dive watch',
  art: 'Framed print|Oil painting landscape|Canvas wall art',
  pets: 'Dog crate large|Aquarium 55 gallon|Cat tree|Fish tank with stand',
  bikes: 'Mountain bike 26 inch|Road bike 54cm|Kids bike 16 inch|Electric bike folding',
  electronics:
    'Smart tag tracker|Key finder bluetooth|Wall charger|USB hub|Walkie talkies pair|GPS navigator',
  beauty: 'Perfume 50ml|Hair dryer|Makeup palette|Nail polish set',
}
/** Site categories of other sorts of things, as sites write them. */
const places: readonly (readonly [site: string, own: Category])[] = [
  ['bike', 'bikes'],
  ['Sports / Bicycles', 'bikes'],
  ['cell phones', 'phones'],
  ['Phones / Mobile Phones / Apple iPhone', 'phones'],
  ['electronics', 'electronics'],
  ['furniture', 'furniture'],
  ['Home & Garden / Furniture', 'furniture'],
  ['car', 'cars'],
  ['Toys', 'toys'],
]

/** Each title under every third place that is not its own. */
export function misplacedTitles(): MisplacedTitle[] {
  return Object.entries(titles).flatMap(([category, list]) =>
    list
      .split('|')
      .flatMap((title, i) =>
        places
          .filter(([, own], j) => own !== category && (i + j) % 3 === 0)
          .map(([siteCategory]) => ({ title, siteCategory, category: category as Category })),
      ),
  )
}
