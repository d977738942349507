import type { Category } from '../../model/listing-schema.ts'

/**
 * Words of the sites' own category names (folded, singular and plural alike). `exact` must be the whole name of a
 * step of the path; `contains` may stand anywhere in it; `coarse` holds for the step only as long as the title
 * does not say something more precise.
 */
export interface PathWords {
  exact?: string
  contains?: string
  coarse?: string
}

export const pathWords: Partial<Record<Category, PathWords>> = {
  phones: {
    exact: 'phone, mobile phone, cell phone, smartphone, handy, mobile, apple iphone',
    contains: 'cell phone, mobile phone, smartphone, handy telefon, handys',
    coarse: 'phone, telecom, telephone',
  },
  tablets: { contains: 'tablet, ereader, e reader, ipad, ebook reader, tablet ebook' },
  computers: {
    contains:
      'laptop, notebook computer, netbook, desktop pc, desktop computer, workstation, computer monitor, monitor, printer, motherboard, processor, hard drive, video card, networking, router, pc laptop, computer part, computer accessory, memory ram, keyboard mouse, server, pc zubehor, pcs, notebook, laptop accessory, apple laptop, graphic card, sound card, ink toner',
    exact: 'computer, software, drive, component part',
    coarse: 'computer',
  },
  cameras: {
    exact: 'photo video, photo, foto, lens, film camera, digital camera, camera photo',
    contains: 'camera, photography, binocular, telescope, camcorder, drone, photo video, len filter',
  },
  audio: {
    contains:
      'headphone, mp3 player, home audio, speaker, portable audio, stereo, hi fi, hifi, audio hifi, earbud, headset, radio, turntable, audio equipment, receiver, audio dock, tv sound',
    exact: 'audio',
  },
  'tv-video': {
    contains:
      'television, dvd, blu ray, vhs, films tv, film, home theater, projector, dvds movie, tv video, movie tv, video player, streaming device, cds dvd vhs, movie',
    exact: 'tv, media',
  },
  games: {
    contains:
      'video game, videogame, video gaming, console, playstation, xbox, nintendo, konsole, gaming merchandise, pc game, videospiel',
  },
  electronics: {
    exact: 'cable connector, gps, calculator, cable, gps device, portable charger',
    contains:
      'cell phone accessory, mobile phone accessory, handy zubehor, tablet ebook accessory, case cover skin, screen protector, charger, charger cradle, phone accessory, surveillance, car audio video gps, radio communication, home phone, sim card, smart home, battery, vehicle electronic',
    coarse:
      'electronic, elektronik, consumer electronic, electronics media, tv audio surveillance, multimedia, electronic computer',
  },
  furniture: {
    contains:
      'furniture, sofa, wardrobe, mattress, bookcase, dresser, coffee table, desk table, dining table, armchair, mobel, double bed, single bed, bed mattress, bed bedroom, bedside table, chair stool, shelving, chest trunk, sofa bed, filing cabinet, schlafzimmer, wohnzimmer, chair, desk',
    exact: 'table, bed, furniture home',
  },
  appliances: {
    contains:
      'appliance, refrigerator, freezer, washing machine, dryer, dishwasher, vacuum, oven, cooker, microwave, coffee machine, haushaltsgerat, air conditioner, dehumidifier, heater, sewing machine, food processor, food blender, blender processor, coffee tea maker',
  },
  home: {
    contains:
      'home decor, kitchen dining, kitchenware, bedding, lighting, lamp, rug, curtain, household, storage organization, seasonal decor, housewares, cookware, drinkware, dinnerware, tableware, mirror clock, carpet flooring, bath towel, home fragrance, kitchen utensil, dekoration, home storage, candle, window treatment, home improvement, kitchen storage, party supply, glassware, cleaning supply, serving, table setting, kitchen tool',
    exact: 'kitchen, bath, decor, household item, glass, home, artificial plant, holiday, home good',
    coarse: 'home, home garden, haus garten, home kitchen, home living, household',
  },
  garden: {
    contains:
      'garden, patio, outdoor living, lawn, plant, farm garden, barbeque, garten, outdoor setting, greenhouse, pflanze, yard',
  },
  tools: {
    exact: 'tool, material, tool machinery, heimwerken',
    contains:
      'power tool, hand tool, diy tool, building material, plumbing, tool workshop, wood timber, door window, ladder, bathroom fixture, hardware, workwear, screw fixing, heimwerken, electrical tool, construction',
  },
  bikes: {
    contains:
      'bicycle, bike, cycling, fahrrad, mountain bike, bicycle accessory, bike part, electric bike, velo',
  },
  cars: {
    contains: 'car truck, cars truck, used car, car van, passenger vehicle, sedan, suv',
    exact: 'car, auto, automobile, vehicle, truck, van, cars for sale',
    coarse: 'vehicle, motor, auto rad boot, cars vehicle',
  },
  motorcycles: {
    contains:
      'motorcycle, motorbike, powersport, scooter moped, motorrad, motorroller, atv, atvs utv snowmobile, electric scooter, moped',
  },
  'vehicle-parts': {
    contains:
      'auto part, car part, vehicle part, part accessory, wheel tire, tyre, motors part, automotive part, car care, autoteile, reifen, motorcycle part, tire wheel, truck part, car accessory',
    exact: 'automotive, trailer, auto wheel tire, interior accessory, exterior accessory',
  },
  'boats-rv': {
    contains:
      'boat, rv, caravan, motorhome, camper, kayak, jet ski, wohnwagen, sailing equipment, recreational vehicle, marine',
  },
  clothing: {
    contains:
      'clothing, apparel, dress, top blouse, sweater, coat jacket, jean, underwear, swimwear, skirt, suit blazer, hoodie, activewear, t shirt, trouser, hosen, damenmode, herrenmode, kleidung, vetement, sunglass, belt, hat, scarf, women accessory, men accessory, costume, sleepwear, wedding clothes, menswear, womenswear, lingerie, tie, glove, maternity, legging, vintage clothing, cloth, clothes, sock, tights',
    exact:
      'top, pant, short, shirt, accessory women, sweats hoody, mens clothing, womens clothing, clothing shoe accessory, clothing accessory, clothe accessory, shirts top, boot cut',
    coarse: 'women, men, fashion, mode, clothe',
  },
  shoes: {
    contains: 'shoe, sneaker, boot, sandal, footwear, heel, trainer, flat, schuhe, chaussure',
    exact: 'pump, slipper, athletic shoe',
  },
  bags: {
    contains:
      'handbag, bag, purse, wallet, backpack, luggage, suitcase, travel bag, taschen, tote, business case, clutch, satchel',
  },
  jewelry: {
    contains: 'jewelry, jewellery, necklace, bracelet, earring, schmuck, bijoux, fine jewelry',
    exact: 'ring, charm, brooch, body jewelry',
  },
  watches: { contains: 'watch, wristwatch, smart watch, uhren, smartwatch' },
  beauty: {
    contains:
      'beauty, makeup, make up, fragrance, skin care, skincare, hair care, bath body, cosmetic, perfume, health, mobility, massage, nail, dental, shaving, vitamin, medical, personal care, gesundheit, tanning, manicure, skin facial, tattoo, hair removal, toothbrush',
    exact: 'hab, face, lip, eye, tools accessory beauty, hair',
  },
  sports: {
    contains:
      'golf, fitness, gym, exercise, fishing, camping, hiking, tennis, soccer, football, basketball, baseball, hockey, skateboard, snowboard, ski, surf, boxing, hunting, water sport, winter sport, team sport, fan shop, ball racquet, weight, workout, cricket, pool snooker, yoga, racquet, martial art, climbing, outdoor recreation, swimming, sport equipment, golf club',
    exact: 'sport, sporting good, outdoor, sporting, outdoor sport, other sport leisure',
    coarse: 'sport, sport outdoor, sporting good, sport leisure travel, freizeit, leisure',
  },
  toys: {
    contains:
      'toy, action figure, doll, lego, building toy, stuffed animal, plush, puzzle, board game, toy game, toy hobby, spielzeug, model train, remote control, outdoor play, game board game, diecast, radio control, learning education, dress up pretend',
    exact: 'game, playset',
    coarse: 'toy collectible, kid toy',
  },
  baby: {
    contains:
      'baby, stroller, diapering, nursery, pram, kid clothe, kid clothing, girls 2t 5t, girls 4, boys 2t 5t, boys 4, boys 0 24, girls 0 24, child safety, toddler clothing, baby kid, children clothing, car seat, feeding, girl top, boy top, babyausstattung, familie kind, kids clothing, crib, high chair, girl clothing, boy clothing, girls dress, girls coat, boys coat, boys bottom, boys top, girls accessory, girls other, girls bottom, kids accessory',
    exact: 'kid, gear, child, children',
  },
  pets: {
    contains:
      'pet, dog, cat, aquarium, fish tank, horse, animal supply, haustier, equestrian, bird supply, reptile',
    exact: 'animal, tiere',
  },
  books: {
    contains: 'book, magazine, comic, textbook, bucher, fiction, manga, nonfiction, literature, livre',
    exact: 'novel',
  },
  music: {
    contains: 'vinyl, record, cassette, musik cd, music media, lp, other music',
    exact: 'music, cd, cds',
  },
  instruments: {
    contains:
      'musical instrument, guitar, piano, drum, musikinstrument, dj equipment, pro audio, music instr, keyboard piano, string instrument',
  },
  collectibles: {
    contains:
      'trading card, collectible, collectable, coin, stamp, antique, memorabilia, militaria, sammeln, autograph, ccg, sport card, pottery glass, paper money, entertainment memorabilia, bobblehead, paper ephemera, pinback, card game',
    coarse: 'collectible, collectable, hobby, antique, vintage collectible, hobby interest, trading card',
  },
  art: {
    contains:
      'artwork, painting, art craft, art print, sewing, scrapbooking, needlecraft, craft supply, printmaking, crochet, kunst, fabric, knitting, drawing, yarn, art supply, art photograph',
    exact: 'art, craft, pattern',
    coarse: 'art craft, craft',
  },
  office: {
    contains:
      'office supply, stationery, office product, shredder, scanner copier, school supply, desk supply, packaging, ink cartridge, burobedarf, other office, paper good, envelope, office equipment',
    exact: 'office, calculator office',
    coarse: 'office, office furniture equipment',
  },
  business: {
    contains:
      'restaurant catering, business industrial, retail shop, heavy equipment, commercial, business for sale, industrial, mannequin, cash register, retail display, farm equipment, medical lab, light equipment',
    exact: 'business, shelving racking, shelving and racking',
    coarse: 'business',
  },
  housing: {
    contains:
      'apartment, housing, real estate, property, vacation rental, immobilie, for rent, sublet, roommate, parking storage',
    exact: 'room, house',
  },
  services: { contains: 'service, dienstleistung, lesson, unterricht, wanted' },
  jobs: { contains: 'job, vacancy, gig, resume, employment', exact: 'jobs' },
  tickets: { contains: 'ticket, gift card, gift certificate, voucher, eintrittskarte, coupon' },
  free: { exact: 'free, free stuff, freebie, zu verschenken, verschenken, giveaway, curb alert' },
}
