import type { Category } from '../../model/listing-schema.ts'

/** Comma-separated words and phrases (folded, at most three words; plural and singular count as the same). */
export interface CategoryWords {
  /** Names the thing itself: "iphone", "coffee table". */
  strong?: string
  /** Usually this thing: "sofa bed" is strong, "table" is usual. */
  usual?: string
  /** A brand or a word that only tips the scales. */
  hint?: string
}

/** What titles say. A phrase takes its words with it: "phone case" does not also count as "phone". */
export const titleWords: Partial<Record<Category, CategoryWords>> = {
  phones: {
    strong:
      'iphone, zte, zenfone, kyocera, pantech, alcatel, samsung s7, samsung s8, samsung s9, samsung s10, samsung s6, samsung note, lg g flex, smartphone, smart phone, cell phone, mobile phone, galaxy s3, galaxy s4, galaxy s5, galaxy s6, galaxy s7, galaxy s8, galaxy s9, galaxy s10, galaxy s20, galaxy s21, galaxy s22, galaxy s23, galaxy s24, galaxy s25, galaxy note, galaxy fold, galaxy flip, galaxy a12, galaxy a52, google pixel, pixel 2, pixel 3, pixel 4, pixel 5, pixel 6, pixel 7, pixel 8, pixel 9, pixel xl, oneplus, blackberry, cellphone, flip phone, moto g, moto x, moto z, razr, htc one, lg g3, lg g4, lg g5, lg g6, lg g7, lg v10, lg v20, lg v30, lg v40, lg stylo, xperia, huawei, xiaomi, redmi, nokia, handy, droid turbo, note 3, note 4, note 5, note 8, note 9, note 10, note 20, z flip, z fold, galaxy z, galaxy grand, galaxy j7, galaxy j3, galaxy core, galaxy mega, galaxy edge, iphone se, s7 edge, s8 plus, s9 plus, s10 plus',
    usual:
      'phone, galaxy, verizon, t mobile, tmobile, metropcs, cricket wireless, boost mobile, sprint, unlocked, icloud, imei, factory unlocked, 6s, 6s plus, 7 plus, 8 plus, x max, xs max, 11 pro, 12 pro, 13 pro, 14 pro, 15 pro, sim free, telefoon, smartphones',
    hint: 'samsung, lg, motorola, htc, at t, 16gb, 32gb, 64gb, 128gb, 256gb, android, sim, carrier, sm',
  },
  tablets: {
    strong:
      'ipad, kindle, galaxy tab, tablet, surface pro, surface go, nook, ereader, e reader, nexus 7, nexus 10, fire hd, amazon fire, fire 7, ipad air, ipad mini, ipad pro, samsung tab, lenovo tab',
    usual: 'kobo, wacom, intuos',
  },
  computers: {
    strong:
      'chrome book, galaxy book, windows 7, windows 8, windows 10, windows 11, surface laptop, power supply atx, laptop, macbook, imac, mac mini, mac pro, notebook computer, chromebook, thinkpad, latitude, optiplex, elitebook, inspiron, pavilion, ideapad, zenbook, vivobook, alienware, gaming pc, gaming computer, desktop computer, desktop pc, graphics card, video card, motherboard, computer monitor, gaming monitor, led monitor, lcd monitor, curved monitor, pc monitor, hard drive, external hard drive, ssd, hdd, gtx, rtx, geforce, radeon, ryzen, xeon, mechanical keyboard, gaming keyboard, gaming mouse, wireless keyboard, wireless mouse, laserjet, officejet, inkjet printer, laser printer, printer, scanner, router, modem, nvidia, gpu, cpu, ddr3, ddr4, ddr5, macbook air, macbook pro, surface laptop, surface book, docking station, computer desktop, poweredge, proliant, tower pc, apple computer, webcam, computer keyboard, computer mouse, network switch, raspberry pi, usb hub, power macintosh, powerbook, office 365, norton antivirus, windows 10 pro',
    usual:
      'computer, pc, monitor, keyboard, server, netbook, core i3, core i5, core i7, core i9, i3, i5, i7, i9, ram, intel, all in one, toner, ink cartridge, usb, wifi, netgear, linksys, arduino, flash drive, memory card, sd card, software, desktop, workstation, mac, ordinateur, rechner, hewlett packard, nuc',
    hint: 'dell, lenovo, acer, asus, hp, toshiba, apple, windows, logitech, razer, microsoft, tb, gb, 500gb, 1tb, 2tb, processor, wireless, gaming, bluetooth, corsair, msi, gigabyte',
  },
  cameras: {
    strong:
      'camera, dslr, camcorder, gopro, camera lens, nikkor, canon eos, canon rebel, nikon d, canon powershot, polaroid, instax, tripod, mirrorless, zoom lens, telephoto lens, prime lens, speedlite, speedlight, point and shoot, sony alpha, leica, hasselblad, nikon, dash cam, drone, dji, mavic, phantom 3, phantom 4, telescope, binocular, microscope, film camera, light meter, action camera, coolpix, lumix, cyber shot, camera bag, softbox, rangefinder, gimbal',
    usual:
      'lens, canon, photography, powershot, fujifilm, olympus, 35mm, 50mm f, f1.8, f2.8, f 2.8, f 1.8, rebel t3i, rebel t5i, eos, photo studio',
    hint: 'megapixel, mp, kodak, minolta, pentax, film, sigma, tamron, zoom, vivitar',
  },
  audio: {
    strong:
      'headphone, earbud, airpod, earphone, bluetooth speaker, speaker, subwoofer, soundbar, sound bar, amplifier, turntable, record player, stereo receiver, receiver, stereo system, home theater, home theatre, surround sound, boombox, boom box, tuner, ipod, mp3 player, walkman, cassette deck, tape deck, cd player, cd changer, hifi, hi fi, soundlink, jambox, sonos, home stereo, floor speaker, bookshelf speaker, equalizer, stereo, headset, beats studio, beats solo, powerbeats, phono, reel to reel, karaoke, dj mixer, preamp, dab radio, power amp, discman, minidisc, lautsprecher, kopfhorer, amp, tower speaker, studio monitor, radio',
    usual:
      'bose, jbl, klipsch, sennheiser, beats, harman kardon, kef, marantz, denon, onkyo, technics, echo dot, amazon echo, google home, alexa, audio, cerwin vega, polk, ear buds, kenwood, crosley, aux, skullcandy, audio technica, homepod, wharfedale',
    hint: 'watt, pioneer, yamaha, bluetooth, wireless, bass, sound, channel, sony, dolby, harman, rca',
  },
  'tv-video': {
    strong:
      'tv, television, smart tv, hdtv, led tv, lcd tv, oled, qled, flat screen, flatscreen, plasma, projector, blu ray, bluray, blu ray player, dvd player, dvd, roku, chromecast, apple tv, fire stick, firestick, fire tv, vcr, vhs, tivo, projector screen, box set, boxset, blu rays, dvr, nvr, set top box, android box, android tv, media player, dvd recorder, freeview, sky box, 4k tv, uhd, betamax, laserdisc, steelbook, blueray, dvds, fernseher',
    usual:
      'bravia, vizio, tcl, hisense, 1080p, 4k, satellite, antenna, season, complete series, movie, film, hdmi, aerial, digital copy, screen 55',
    hint: 'hd, panasonic, sony, sharp, samsung, lg, disney, inch, jvc',
  },
  games: {
    strong:
      'playstation, ps1, ps2, ps3, ps4, ps5, xbox, xbox 360, xbox one, xbox series, nintendo, nintendo switch, nintendo ds, gameboy, game boy, gamecube, nintendo 64, n64, snes, nes, wii, wii u, 3ds, 2ds, sega, sega genesis, dreamcast, psp, ps vita, video game, videogame, game console, joycon, joy con, atari, dualshock, dualsense, game controller, gaming chair, oculus, meta quest, quest 2, vr headset, amiibo, game cartridge, arcade machine, psvr, steam deck, mario kart, super mario, legend of zelda, call of duty, grand theft auto, halo 5, skylander, guitar hero, rock band, steering wheel ps4, mega drive, master system, colecovision, intellivision, commodore 64, zx spectrum, amiga, game gear, retropie, mariokart, konsole, gaming console, disney infinity, super smash, animal crossing, fallout 4, final fantasy, assassin creed, red dead, resident evil, metal gear, lego star wars the, fifa 16, fifa 17, fifa 18, fifa 20, fifa 21, fifa 22, nba 2k',
    usual:
      'console, controller, fifa, zelda, gta, madden, halo, arcade, minecraft, gamer, joystick, destiny, skyrim, sonic, fallout, battlefield, the sims, mario, dsi, thrustmaster, xb1',
    hint: 'game, edition, cartridge, deluxe, gaming, pikachu, kart, wheel, pokemon, switch, advance',
  },
  electronics: {
    strong:
      'airtag, air tag, smart tag, tile mate, phone case, iphone case, ipad case, phone charger, laptop charger, macbook charger, wireless charger, charging cable, usb cable, lightning cable, hdmi cable, screen protector, tempered glass, otterbox, lifeproof, power bank, portable charger, car charger, wall charger, power adapter, walkie talkie, radar detector, security camera, cctv, baofeng, ham radio, two way radio, gps navigation, garmin nuvi, solar panel, smart home, nest thermostat, ring doorbell, video doorbell, calculator, popsocket, pop socket, selfie stick, battery pack, charging dock, extension lead, phone holder, phone mount, laptop sleeve, laptop bag, laptop stand, battery charger, oscilloscope, multimeter, multi meter, home phone, cordless phone, answering machine, landline, phone cover, case iphone, case samsung, cases iphone, smart plug, ip camera, wifi camera, phone stand, smart pen, surge protector, phone battery, apple pencil, galaxy case, lcd digitizer, iphone screen, phone cases, case for iphone, tablet case, kindle cover, kindle case, battery case, wallet case, speck case, charger, stylus',
    usual:
      'cable, adapter, adaptor, electronic, gps, tomtom, gadget, transmitter, car kit, garmin, transformer, circuit board, hdmi, antenna tower, case cover, ups, inverter, battery, protector, cb radio',
    hint: 'garmin, usb, wireless, remote, digital',
  },
  furniture: {
    strong:
      'tv unit, tv bench, tv table, media unit, bench seat, locker, sofa, couch, sectional, loveseat, love seat, futon, recliner, dresser, nightstand, night stand, bookcase, bookshelf, book shelf, armoire, credenza, sideboard, headboard, bed frame, bedframe, bunk bed, mattress, box spring, memory foam mattress, coffee table, end table, side table, dining table, dining set, dining room, dining chair, kitchen table, console table, accent table, tv stand, tv console, tv cabinet, entertainment center, media console, bar stool, barstool, armchair, arm chair, ottoman, wardrobe, chest of drawer, chest drawer, office chair, desk chair, computer desk, writing desk, standing desk, office desk, corner desk, l shaped desk, bedroom set, bed set, daybed, day bed, trundle, hutch, china cabinet, curio cabinet, filing cabinet, file cabinet, shelving unit, rocking chair, accent chair, wing chair, chaise, chaise lounge, settee, vanity table, dressing table, coat rack, folding table, folding chair, bedside table, bedside cabinet, sofa bed, sofabed, platform bed, sleigh bed, king bed, queen bed, double bed, single bed, twin bed, full bed, lounge chair, swivel chair, pub table, drop leaf, roll top desk, secretary desk, executive desk, patio dining, buffet, footstool, leather chair, cabinet, bookshelves, drawers, shelf unit, corner unit, display cabinet, drinks cabinet, conference table, work desk, glass table, mid century modern, corner sofa, 3 seater, 2 seater, three seater, two seater, kommode, schrank, tisch, stuhl, sessel, bett, regal, matratze, divan, ottoman bed, bed base, bean bag, beanbag, nest of table, drop leaf table, oak table, pedestal desk, meeting table, sit stand desk, sleeper, papasan, hemnes, malm, expedit, kallax, pax wardrobe, bar cart, queen size bed, king size bed, twin size bed, full size bed, hall tree, cal king',
    usual:
      'desk, table, chair, bed, bench, stool, drawer, shelf, ikea, dining, bedroom, wood table, west elm, pottery barn, crate barrel, restoration hardware, ethan allen, furniture, chest, cupboard, seat, rack, stand, shelving, trunk, mid century, recliners, seating, workbench desk, divider, queen, drexel, herman miller, aeron, steelcase, teak, room divider, tempur pedic, hanging rack, foam',
    hint: 'wood, oak, leather, solid, antique, king, twin, pine, walnut, mahogany, wooden, upholstered, modern, espresso, cherry, tufted, rustic, vintage, matching, storage, beige, lounge',
  },
  appliances: {
    strong:
      'refrigerator, fridge, freezer, fridge freezer, dishwasher, washer, dryer, washing machine, washer dryer, tumble dryer, oven, stove, range cooker, gas cooker, electric cooker, gas hob, induction hob, microwave, cooktop, range hood, cooker hood, air conditioner, air conditioning, air purifier, dehumidifier, humidifier, vacuum, vacuum cleaner, hoover, dyson, roomba, space heater, electric heater, oil heater, patio heater, water heater, coffee machine, coffee maker, espresso machine, keurig, nespresso, toaster, kettle, blender, nutribullet, food processor, kitchenaid, stand mixer, juicer, slow cooker, crock pot, crockpot, instant pot, pressure cooker, air fryer, deep fryer, rice cooker, sewing machine, steam cleaner, carpet cleaner, steam mop, electric fire, wood burner, log burner, fireplace, radiator heater, bread maker, ice maker, mini fridge, wine cooler, garbage disposal, waffle maker, tumble drier, ice cream maker, panini press, gas oven, electric oven, built in oven, water dispenser, tassimo, dolce gusto, delonghi, waschmaschine, kuhlschrank, geschirrspuler, trockner, cooker, steam iron, hand mixer, electric stove, halogen heater, convector heater, fan heater, storage heater, gas fire, toaster oven, milk frother, popcorn maker',
    usual:
      'kenmore, whirlpool, maytag, frigidaire, bosch washing, hob, heater, fan, beko, hotpoint, indesit, zanussi, vax, shark, henry hoover, cuisinart, breville, iron, hood, ge, fire surround, extractor',
    hint: 'stainless, integrated, electric, gas, kitchen, bosch, electrolux, kg, smeg, neff, condenser',
  },
  home: {
    strong:
      'rug, area rug, carpet, curtain, drape, blind, lamp, floor lamp, table lamp, desk lamp, chandelier, light fixture, pendant light, ceiling light, mirror, wall mirror, vase, candle, candle holder, picture frame, photo frame, throw pillow, pillow, duvet, comforter, bedding, quilt, blanket, sheet set, bed sheet, towel, shower curtain, cookware, bakeware, frying pan, pot set, dinnerware, dinner set, plate set, mug, coffee mug, tumbler, yeti cup, wine glass, glassware, cutlery, silverware, flatware, knife set, cutting board, tupperware, pyrex, corelle, teapot, tea set, wall clock, mantle clock, wall art, wall decor, home decor, christmas tree, christmas decoration, ornament, wreath, wall hanging, tapestry, storage bin, basket, laundry basket, ironing board, trash can, scentsy, wax warmer, yankee candle, rae dunn, bath bomb holder, water bottle, hydro flask, swell bottle, shot glass, cushion, lampshade, lamp shade, tablecloth, doormat, wall sticker, wall decal, crockery, casserole, saucepan, salt pepper, cookie jar, pitcher, decanter, flask, nutcracker, comforter set, pillowcase, throw blanket, clock, tile, vinyl flooring, laminate flooring, bathtub, toilet, sink, tap, vorhang, teppich, lampe, spiegel, serving platter, serving bowl, cake stand, measuring cup, mixing bowl, wine rack, spice rack, bath mat, fairy light, string light, glass jar, plant stand, roller blind, wooden blind, light shade, led light, spotlight, dish, wax melt, diffuser, keepsake box',
    usual:
      'decor, kitchen, cup, bowl, plate, pan, pot, glass, lighting, bath, storage container, storage unit, decoration, tray, jar, platter, hanger, spoon, fork set, starbucks, shade, coaster, magnet, bath body works, canister, hook, planter, radiator, figurine, shower, bottle, thermos, flooring, wallpaper, tin, statue, sign, silicone, fridge magnet, pooh mug, light, hamper',
    hint: 'frame, ceramic, porcelain, crystal, farmhouse, holiday, halloween, christmas, decorative, size, bathroom, home, wall, set, stainless steel, cotton, floral',
  },
  garden: {
    strong:
      'lawn mower, lawnmower, mower, hedge trimmer, weed eater, weed whacker, leaf blower, strimmer, greenhouse, garden shed, patio set, patio furniture, patio table, patio chair, garden furniture, garden table, garden bench, garden chair, sun lounger, parasol, patio umbrella, bbq, barbecue, barbeque, grill, charcoal grill, gas grill, weber grill, smoker grill, fire pit, plant pot, flower pot, planter box, potted plant, garden hose, wheelbarrow, wheel barrow, paving slab, gazebo, hot tub, trampoline, wind chime, bird feeder, bird bath, succulent, cactus, garden ornament, fence panel, artificial grass, log store, rattan furniture, rattan garden, topsoil, rasenmaher, garten, riding mower, adirondack, swing chair, hammock, outdoor furniture, trellis, chiminea, compost, turf, paving, pergola, awning, shed, sprinkler, garden gate, water feature, fountain, house plant, bonsai, palm tree, seed, rattan, picnic table, decking board, garden roller',
    usual:
      'garden, patio, lawn, plant, tree, outdoor, soil, slab, pond, hose, bird, sleeper railway, flower, yard, stihl, lounger, decking, fence, swing, gate, compost bin, gravel',
    hint: 'john deere, traeger, weber, backyard, log',
  },
  tools: {
    strong:
      'power tool, hand tool, tool box, toolbox, tool chest, drill press, cordless drill, hammer drill, impact driver, impact wrench, circular saw, miter saw, mitre saw, table saw, chainsaw, chain saw, band saw, jigsaw tool, reciprocating saw, sander, belt sander, angle grinder, bench grinder, router table, air compressor, nail gun, nailer, welder, welding, pressure washer, power washer, generator, ladder, workbench, work bench, socket set, wrench set, wrench, screwdriver, torque wrench, clamp, vise, lathe, planer, saw, makita, dewalt, milwaukee, ryobi, craftsman, snap on, hilti, stapler gun, tile cutter, wet saw, pipe cutter, plumbing, lumber, plywood, drywall, plasterboard, insulation, insulation board, roof tile, brick, timber, scaffold, scaffolding, cement mixer, step ladder, sledge hammer, tape measure, soldering iron, paint sprayer, shop vac, pallet jack, trolley jack, floor jack, jack stand, upvc door, upvc window, interior door, internal door, front door, door handle, patio door, double glazing, concrete mixer, roof window, velux, bit set, drill bit, spanner, mdf, decking timber, bench vice, door, window, celotex, kingspan, werkzeug, bohrmaschine, air hose, tool belt, heat gun, floor sander, steel beam, copper pipe, boiler, guttering, skirting board, oak flooring, rawl, hammer, chisel, toolset, tool set',
    usual:
      'tool, drill, grinder, jack, compressor, hose reel, nail, screw, wood, bolt, pump, bosch, stanley, black and decker, black decker, fein, firewood, consumer unit, multimaster, husqvarna, 18v, 20v, 240v, 110v, board, panel, pipe, router, pallet, saws, torch, copper, laser level, hardware, paint, steel, block, cement, sheet, adhesive',
    hint: 'cordless, pneumatic, professional, heavy duty, honda engine, motor, volt, hydraulic, tester, metal',
  },
  bikes: {
    strong:
      'bike, bicycle, mountain bike, road bike, mtb, bmx, bmx bike, beach cruiser, cruiser bike, hybrid bike, fixie, fixed gear, single speed, e bike, ebike, electric bike, electric bicycle, folding bike, kids bike, kid bike, girl bike, boy bike, tandem bike, tricycle adult, recumbent, full suspension, hardtail, downhill bike, gravel bike, cyclocross, touring bike, commuter bike, ten speed, 10 speed, 21 speed, 18 speed, 24 speed, 27 speed, wheelset, derailleur, crankset, bike rack, bike helmet, bike trailer, cycling shoe, bike frame, bike pump, bike light, bike lock, bike seat, bike wheel, bike part, bike tire, saddle, rockshox, rock shox, fox 34, fox 36, fox fork, shimano xt, sram eagle, shimano, sram, campagnolo, turbo trainer, specialized, cannondale, schwinn, santa cruz, bianchi, cervelo, pinarello, colnago, fahrrad, mountainbike, fiets, velo, rennrad, stumpjumper, rockhopper, hardrock, fsr, trek, diamondback, kona, gary fisher, marin, canyon, commencal, transition, chromag, mondraker, lapierre, propain, devinci, knolly, banshee, polygon, guerrilla gravity, fezzari, juliana, merida, bmc, revel, niner, forbidden druid, forbidden dreadnought, cube stereo, cube, liv, gios, lotus, electra, nirve, raleigh, dawes, centurion, lemond, masi, colnago, catrike, dahon, jamis, redline, gary fisher, ellsworth, turner, esker, alchemy, cotic, radon, deviate, starling, raaw, privateer, unno, scor, focus jam, focus sam, rocky mtn, moustache, haibike, yeti, ibis, pivot, norco, rocky mountain, nukeproof, orbea, salsa, evil, intense, mongoose, haro, gt, felt, giant, raleigh, felt bike, strida, brompton, carrera, apollo, boardman, vitus, orange bike, scott bike, stigmata, peugeot bike, nishiki, motobecane, univega, fuji, surly, bike stand, bike carrier, bicycle frame, bike trailer, bike basket',
    usual:
      'cycling, handlebar, pedal, enduro, crank, 29er, 27.5, 650b, dropper post, dropper, 26 inch, 700c, 20 inch wheel, 56cm, 54cm, 58cm, 52cm, huffy, gios, redline, cycle, dual suspension, fork, xtr, gx, xx1, x01, rim brake, groupset, tubeless, sidi, 24 inch, cruiser, frameset, roubaix, tarmac, allez, domane, madone, emonda, scott, spark, genius, ransom, meta tr, capra, jeffsy, yt, hightower, bronson, nomad, megatower, tallboy, slash, remedy, fuel ex, sight, altitude, instinct, ripmo, ripley, sb130, sb150, sentinel, patrol, spire, smuggler, switchblade, firebird, mach, epic evo, enduro comp, levo, kenevo, status',
    hint: 'frame, wheel, carbon, size medium, size large, suspension, xl, medium, large, disc, speed, slx, deore, aluminium, aluminum, ride, small, kit, pro, expert, comp, 29, evo',
  },
  cars: {
    strong:
      'sedan, hatchback, suv, minivan, pickup truck, low miles, clean title, salvage title, convertible, honda civic, honda accord, toyota camry, toyota corolla, toyota prius, toyota tacoma, toyota tundra, honda crv, honda odyssey, honda fit, honda pilot, ford mustang, ford f150, ford f 150, ford explorer, ford escape, ford focus, ford fusion, ford ranger, ford fiesta, ford transit, chevy silverado, chevrolet silverado, chevy tahoe, nissan altima, nissan sentra, nissan maxima, nissan leaf, bmw 328i, bmw 325i, bmw 528i, bmw 535i, bmw x5, bmw m3, bmw 3 series, mercedes benz, mercedes, c class, e class, audi a4, audi a6, audi q5, vw golf, vw jetta, volkswagen jetta, volkswagen passat, subaru outback, subaru impreza, subaru forester, mazda 3, mazda3, mazda miata, lexus is, lexus rx, lexus es, acura tl, acura tsx, acura mdx, infiniti g35, infiniti g37, jeep wrangler, jeep cherokee, grand cherokee, dodge ram, dodge charger, dodge challenger, range rover, land rover, land cruiser, mini cooper, fiat 500, vauxhall corsa, ford ka, cargo van, auto, pkw, 4runner, mustang gt, camaro, corvette, tesla model, prius, camry, corolla, civic, accord, altima, sentra, jetta, tacoma, silverado, tahoe, f150, f250, sienna, odyssey, rav4, suburban, yukon, escalade, wrangler, impala, malibu, 4 door, 2 door, awd, 4x4, 4wd, v6, v8, automatic transmission, manual transmission, smogged, smog, highlander, elantra, sonata, optima, maxima, pathfinder, murano, rogue, sorento, explorer, expedition, impreza, outback, miata, crown victoria, town car, pt cruiser',
    usual:
      'car, truck, van, ferrari, el camino, cadilac, lamborghini, maserati, alfa romeo, rolls royce, bentley, toyota, honda, ford, chevrolet, chevy, nissan, bmw, audi, lexus, acura, hyundai, kia, mazda, subaru, volkswagen, vw, jeep, dodge, gmc, cadillac, buick, lincoln, infiniti, volvo, porsche, jaguar, pontiac, saturn, scion, mitsubishi, tesla, chrysler, vauxhall, renault, peugeot, citroen, skoda, seat leon, fiat, coupe, mileage, miles, hybrid, diesel, leaf, fit, mustang, charger rt, ram 1500, 1500, 2500, 328i, 325i, 335i, ranger, forester, rx350, is250, es300, es350, g35, g37, tdi, owner, mot, vehicle, cooper, sport utility, limousine, oldsmobile, mercury, isuzu, suzuki, plymouth, escape, edge, focus, fusion',
    hint: 'sport, automatic, manual, cylinder, turbo, wagon, title, leather, gti, cargo, registered, tags, mpg, transmission, drives, runs, premium, limited, lx, ex, se, le, touring, xlt, gt, crew cab, cab, passenger, clean, door, salvage, low',
  },
  motorcycles: {
    strong:
      'motorcycle, motorbike, dirt bike, dirtbike, sport bike, harley davidson, harley, ducati, kawasaki ninja, ninja 250, ninja 300, cbr, yamaha r6, yamaha r1, yz250, crf, moped, vespa, atv, quad bike, go kart, minibike, mini bike, pit bike, sportster, street glide, triumph bonneville, gsxr, gsx, electric scooter, motor scooter, motorrad, honda grom, ktm, motocross, motorcycle helmet, pocket bike, four wheeler, honda rebel, ninebot, segway',
    usual:
      'yamaha yz, kawasaki, suzuki gsx, 125cc, 250cc, 50cc, 150cc, 600cc, 110cc, cc, enduro moto, road king, softail, dyna, vulcan, v star, virago, scooter',
  },
  'vehicle-parts': {
    strong:
      'car part, auto part, truck part, car stereo, car seat cover, floor mat, alloy wheel, alloys, rim, tire, tyre, wheel and tire, rims and tire, brake pad, brake caliper, rotor, bumper, headlight, tail light, taillight, hubcap, radiator hose, carburetor, catalytic converter, muffler, exhaust, cylinder head, alternator, spark plug, roof rack, tow bar, trailer hitch, truck bed cover, tonneau cover, camper shell, lumber rack, bull bar, coilover, lowering spring, subwoofer box, car battery, jump starter, license plate, number plate, steering wheel cover, car cover, hood scoop, fender, engine block, transmission fluid, motor oil, obd2, car audio, head unit, side mirror, wheel cover, tonneau, air intake, license plate frame, exhaust system, wiring harness, car speaker, winterreifen, felgen, spoiler, roof box, wheel trim, jump leads, catback, car charger port',
    usual:
      'automotive, alloy, bonnet, grille, gearbox, fog light, brake, engine, wheel, caliper, windshield, lug nut, piston, oem part, trailer, tow, obd, tailgate, spring, hitch, chrome',
    hint: 'oem, 17 inch, 18 inch, 5x114, bolt',
  },
  'boats-rv': {
    strong:
      'boat, sailboat, pontoon, jet ski, jetski, outboard, outboard motor, kayak, canoe, rv, motorhome, motor home, camper van, campervan, travel trailer, fifth wheel, 5th wheel, caravan, inflatable boat, dinghy, yacht, rowboat, trolling motor, bass boat, boat trailer, camper trailer, caravan awning, wohnmobil, wohnwagen, popup camper, toy hauler',
    usual: 'marine, sailing, camper, anchor, winnebago, airstream',
  },
  clothing: {
    strong:
      'dress, shirt, t shirt, tshirt, tee, polo, polo shirt, blouse, jeans, pant, legging, yoga pant, trouser, short, skirt, jacket, coat, hoodie, sweater, sweatshirt, sweatpants, cardigan, jumper, blazer, vest, bra, sports bra, panty, underwear, lingerie, bikini, swimsuit, swim trunk, swimwear, tank top, crop top, cropped top, vest top, halter top, tube top, peplum top, blouse top, tunic top, knit top, knitted top, lace top, silk top, sleeveless top, sleeve top, summer top, evening top, womens top, woman top, women top, ladies top, lady top, girls top, running top, sports top, bikini top, pyjama top, track top, size top, romper, jumpsuit, suit, tuxedo, tie, scarf, glove, hat, beanie, snapback, baseball cap, sock, pajama, robe, costume, lularoe, lululemon, leggings, capri, tunic, kimono, belt, sunglasses, ray ban, wedding dress, prom dress, maxi dress, jersey, windbreaker, raincoat, parka, bodysuit, corset, camisole, cami, jegging, jogger, uniform, scrub, swim suit, hoody, pullover, quarter zip, nightgown, pyjama, tracksuit, track pant, fancy dress, necktie, bow tie, cufflink, jurk, rok, blouse shirt, robe longue, jupe, veste, pantalon, chemise, sukienka, jacke, hose jeans, kleid, bralette, halter, thong, boxer, wetsuit, waistcoat, overalls, dungaree, poncho, shawl, leotard, tutu skirt, crop, bustier, mens shirt, jean jacket, jean, flannel, tankini, cut off, sweats, onesie adult, irma, cassie, azure skirt, randy, leggings os, tc leggings, os leggings, trui, broek, jas, gilet, pull, sweat, spanx, pencil skirt, tights, bandeau, suspender, denim jacket, fleece, oakley, headband, fur coat, fascinator, camicia, maglia, gonna, vestido, vintage top, y2k top, jurkje, rokje, truitje, vestje, jasje, jassen, bloes, bloesje, blousje, topje, hemdje, overhemd, spijkerbroek, winterjas, regenjas, badpak, beha, sokken, sjaal, chemisier, manteau, blouson, debardeur, soutien gorge, jupe longue, jean femme, combinaison, echarpe, maillot de bain, survetement, doudoune, falda, camiseta, camisa, pantalones, blusa, chaqueta, abrigo, sudadera, chaleco, pijama, sujetador, bufanda, vaqueros, banador, hemd, bluse, strickjacke, jeansjacke, winterjacke, lederjacke, regenjacke, daunenjacke, jeanshose, anzug, mantel, damenmantel, mutze, schal, socken, badeanzug, latzhose, abendkleid, sommerkleid, brautkleid, maglione, giacca, cappotto, pantaloni, felpa, troja, jacka, byxor, klanning, kjol, skjorta, kjole, jakke, bukser, skjorte, genser, troje, frakke, nederdel, takki, mekko, paita, housut',
    usual:
      'size s, size m, size l, size xl, size small, size medium, size large, size xs, size 2, size 4, size 6, size 8, size 10, size 12, size 14, nwt, nwot, forever 21, victoria secret, pink vs, vs pink, brandy melville, hollister, american eagle, abercrombie, urban outfitters, free people, anthropologie, h m, zara, old navy, j crew, gap, ralph lauren, tommy hilfiger, levi, levis, wrangler jean, north face, patagonia, under armour, adidas, nike dri, athletic, plus size, sleeve, tank, monokini, sash, blazer, long sleeve, denim, outfit, bundle of clothes, apparel, wear, cap, lace, topshop, asos, bershka, lularoe os, lularoe tc, fashion nova, shapewear, nike pro, supreme, bape, columbia, carhartt, express, torrid, bcbg, guess, boohoo, primark, uniqlo, workout, running shorts, harley shirt, maternity, pink, clothes, cloth, clothing, zip up, cheer, crewneck, aritzia, burberry, lounge pant, strapless, push up, plunge, racerback, spandex, goggle',
    hint: 'top, womens, women, woman, ladies, mens, men, xs, medium, nike, black, small, large, xl, size, vintage, slim, fit, pocket, striped, floral, color, blue, grey, white, red, navy, green, stretch, cotton, fits, brand, sexy, cute, vs, jordan, xxl, 2x, 3x, crochet, waist, sheer, plaid, leopard, camo, boho, velvet, linen, wool, cashmere, silk',
  },
  shoes: {
    strong:
      'shoe, sneaker, boot, sandal, heel, high heel, flip flop, slipper, loafer, running shoe, air jordan, jordan 1, jordan 4, jordan 11, jordan retro, nike air, air max, air force, yeezy, converse, vans shoe, vans old skool, ugg, uggs, birkenstock, timberland, dr marten, doc marten, stiletto, wedge, ballet flat, cleat, basketball shoe, trainer, football boot, moccasin, toms, crocs, sperry, steve madden, jimmy choo, louboutin, new balance, clog, pump heel, ankle boot, rain boot, cowboy boot, schuhe, stiefel, chaussure, ultraboost, ultra boost, nmd, roshe, huarache, foamposite, wellies, welly, slider, minnetonka, manolo, kd 6, kyrie, lebron, slip on, chuck taylor, hunter boot, combat boot, gladiator, espadrille, keds, nike free, oxford, mule, bottes, chaussures, scarpe, booty, bootie, schoenen, laarzen, enkellaarsjes, hakken, bottines, escarpins, sandales, zapatos, zapatillas, botas, sandalias, turnschuhe, sandalen, halbschuhe, gummistiefel, hausschuhe, wanderschuhe, fussballschuhe, stivali, skor, stovlar, stovler, kengat, saappaat',
    usual:
      'size 7.5, size 8.5, size 9.5, size 6.5, size 10.5, jordan, jordans, wedges, platform, asics, skechers, reebok, puma, aldo, flats, nine west, brooks running, retro, mens 10, us 9, uk 9, uk 8, uk 7, uk 6, uk 5, uk 10, dunk, clarks',
  },
  bags: {
    strong:
      'handbag, purse, tote, tote bag, backpack, crossbody, cross body, shoulder bag, clutch, wallet, wristlet, satchel, messenger bag, duffle bag, duffel bag, duffel, duffle, suitcase, luggage, carry on, fanny pack, coin purse, makeup bag, cosmetic bag, diaper bag kate, louis vuitton neverfull, birkin, hermes kelly, saddle bag, flap bag, classic flap, chanel flap, capucines, michael kors bag, coach bag, kate spade bag, card holder, bag, rucksack, briefcase, hobo, bucket bag, beach bag, gym bag, bookbag, kors purse, weekender, travel bag, lunch bag, changing bag, clutch bag, evening bag, minaudiere, vera bradley, dooney bourke, neverfull, speedy 30, borsa, handtasche, rucksacke, koffer, card case, garment bag, intrecciato, pouchette, bagpack, kipling, wrist let, pouch, tasje, schoudertas, handtas, rugzak, portemonnee, sac a main, sacoche, pochette, portefeuille, bolso, mochila, cartera, umhangetasche, geldborse, geldbeutel, reisetasche, sporttasche, schulranzen, zaino, vaska, ryggsack, veske, laukku, reppu',
    usual:
      'coach, michael kors, kate spade, louis vuitton, chanel, gucci, prada, bottega veneta, bottega, hermes, dior, fendi, longchamp, jansport, herschel, rebecca minkoff, tory burch, togo, shw, ghw, caviar, lambskin, sac, mulberry, radley, samsonite, lv, kelly, epsom, key pouch, messenger, key chain, keychain, thirty one',
    hint: 'leather, monogram, canvas, zip, strap, authentic, marc jacobs',
  },
  jewelry: {
    strong:
      'necklace, bracelet, earring, ring, pendant, brooch, anklet, bangle, choker, engagement ring, wedding ring, wedding band, diamond ring, gold chain, silver chain, alex ani, alex and ani, pandora, pandora charm, charm bracelet, cubic zirconia, sterling silver, 14k gold, 14k, 18k gold, 10k gold, 10k, 925 silver, jewelry, jewellery, gemstone, body jewelry, nose ring, stud earring, hoop earring, swarovski, rosary, pearl necklace, tiffany co, silver ring, gold ring, locket, belly ring, jewelry box, origami owl, hoops, studs, schmuck, kette, james avery, ohrringe, bijoux, collier, bague, charm, cuff bracelet, septum, beaded, oorbellen, oorbel, boucles d oreilles, pendientes, pulsera, anillo, broche, halskette, armreif, halsband, orhangen, smykke',
    usual:
      'silver, gold, diamond, pearl, chain, carat, ct, karat, turquoise, opal, amethyst, ruby, sapphire, emerald, gem, bead, cuff, stud, hoop, plugs, earing, crystal, tiffany, rhinestone',
    hint: 'plated, filled, tone, stainless steel, set, owl',
  },
  watches: {
    strong:
      'watch, wristwatch, pocket watch, chronograph, rolex, omega seamaster, omega speedmaster, submariner, datejust, seiko, tag heuer, breitling, patek philippe, audemars piguet, vacheron constantin, smartwatch, smart watch, apple watch, galaxy watch, fitbit, g shock, garmin forerunner, garmin fenix, garmin vivoactive, watch band, watch strap, casio, citizen eco, jaeger lecoultre, iwc, panerai, tudor, hublot, cartier tank, accutron, movado, longines, uhr, armbanduhr, invicta, calatrava, nautilus, royal oak, daytona, gmt master, speedmaster, seamaster, perpetual calendar, minute repeater, tourbillon, universal geneve, girard perregaux, ulysse nardin, audemars, piguet, lecoultre, heuer, patek, zenith el primero, reverso, navitimer, wristwatches, gear s3, fossil q, gear s2, timepiece, montre, horloge, vacheron, santos, blancpain, breguet, zenith, baume mercier, moonphase, automatic watch, bracelet watch, quartz watch, timex, bulova, fossil watch, michael kors watch, fit bit, day date, rolex oyster, oyster perpetual, oysterdate, constellation',
    usual:
      'automatic movement, omega, cartier, bulova, mido, hamilton, longine, swatch, geneve, swiss, automatic wristwatch, oyster, ref, reference, nautilus ref, quartz, hand wound, diver, self winding, calibre, caliber, dial, annual calendar, dual time, power reserve, 40mm, 41mm, 42mm, 44mm, 38mm, 36mm, hour, bezel, jumbo, complications, pilot, benrus, tissot, certina, oris, rado, gruen, elgin, waltham, bulgari, zodiac, enigma, concord, corum, ebel, franck muller, chopard',
    hint: 'stainless, leather strap, circa, vintage, gold, platinum, rose gold, steel, date, yellow gold, box, paper, 18k',
  },
  beauty: {
    strong:
      'makeup, powerchair, power chair, babyliss, temple spa, multistyler, mobility aid, lipstick, lip gloss, lip kit, lip balm, lipgloss, lip liner, lipsense, eyeshadow, eye shadow, eyeshadow palette, eyeliner, mascara, foundation, concealer, bronzer, highlighter, blush, contour, setting spray, setting powder, primer, makeup brush, brush set, beauty blender, perfume, cologne, fragrance, eau de parfum, eau de toilette, edp, edt, body mist, body spray, lotion, body lotion, body wash, body butter, hand cream, face cream, face mask, sheet mask, moisturizer, serum, cleanser, toner face, exfoliator, sunscreen, shampoo, conditioner, hair dryer, hairdryer, hair straightener, flat iron, curling iron, curling wand, hair extension, wig, hair brush, nail polish, gel polish, nail kit, razor, shaver, electric shaver, hair clipper, beard trimmer, epilator, toothbrush, electric toothbrush, bath bomb, soap, deodorant, essential oil, massage chair, massager, massage table, wheelchair, walker, mobility scooter, walking frame, rollator, hospital bed, kylie cosmetics, kylie, urban decay, sephora, younique, mary kay, morphe, anastasia beverly, too faced, benefit, clinique, lancome, estee lauder, bobbi brown, mac cosmetics, tarte, nyx, maybelline, loreal, l oreal, smashbox, rodan fields, lush, mink lashes, eyelash, lash, false lashes, eyebrow, brow, dipbrow, glow kit, palette, body scrub, body shop, bath salt, hand sanitizer, aftershave, skin care, skincare, parfum, kosmetik, vitamin, supplement, protein powder, essie, opi, color pop, colourpop, jeffree star, tattoo, becca, laura mercier, nars, naked palette, stila, hourglass ambient, wen, crutch, commode, stairlift, riser recliner, bath lift, zimmer frame, electric wheelchair, tanning bed, sunbed, ghd, remington hair, philips sonicare, oral b, waxing kit, thermometer, face mask pack, blood pressure, incontinence, tena, dildo, soap dish set, matte liquid, liquid lipstick, pigment, olaplex, hair spray, braiding hair, clarisonic, nail art, nail drill, nail dryer, uv lamp nail, derma roller, lip, matte lip, false eyelashes, nail, mac lipstick, skin cream, vita liberata, foot massager, body scale, weighing scale, jo malone',
    usual:
      'beauty, cosmetic, mac, oil, gel, cream, powder, lips, mist, hair, skin, bath, matte, ounce, oz, fl oz, ml, dior sauvage, versace, givenchy, ysl, avon, dove, paul mitchell, redken, spray, brush, scrub, sample, benefit cosmetic, mobility, sonic, disability, medical, facial, it works, sponge, dose of color, brushes, hair color, liner, dermablend, 100ml, 50ml, tanning, health, massage, powder foundation, mario badescu',
    hint: 'deluxe, mini, sealed, shade, travel size, full size',
  },
  sports: {
    strong:
      'recumbent bike, fitness bike, spinning bike, treadmill, elliptical, exercise bike, spin bike, stationary bike, rowing machine, dumbbell, barbell, kettlebell, weight bench, weight plate, weight set, squat rack, home gym, yoga mat, golf club, golf bag, golf ball, golf set, driver golf, putter, iron set, golf iron, callaway, titleist, taylormade, tennis racket, badminton, ping pong, table tennis, pool table, basketball hoop, basketball, soccer ball, football helmet, baseball bat, baseball glove, softball bat, hockey stick, skateboard, longboard, penny board, surfboard, wakeboard, paddle board, paddleboard, snowboard, ski, ski boot, snowboard boot, roller skate, rollerblade, ice skate, tent, sleeping bag, camping stove, camping chair, cooler, yeti cooler, fishing rod, fishing reel, fishing pole, fishing lure, tackle box, hunting, bow hunting, compound bow, archery, crossbow, rifle scope, airsoft, paintball, punching bag, punch bag, boxing glove, resistance band, ab roller, jump rope, hoverboard, scuba, snorkel, wet suit diving, lacrosse, cricket bat, snooker table, dart board, dartboard, golf trolley, golf cart, backpacking, p90x, beachbody, insanity dvd, waist trainer, gym equipment, cross trainer, exercise machine, bowflex, nordictrack, elliptical machine, total gym, hoverboards, life jacket, hiking pole, multi gym, hex dumbbell, football goal, air rifle, bench press, cricket, electric unicycle, fishing, fish finder, pull up bar, inline skates, gun safe, knife hunting, treadmills, golf shoe, air hockey, foosball, mountain climbing, vibration plate, peloton, trekking, life vest, sleepingbag, driving range net, hammock camping',
    usual:
      'golf, tennis, soccer, football, baseball, softball, hockey, volleyball, camping, fitness, exercise, gym, workout equipment, weight, wilson, spalding, racket, yoga, nfl, nba, mlb, nhl, skate, diving, boxing, swimming, ball, wakesurf, coleman, gymnastic, ping, sport, helmet, kettle bell, rod, reel, bowling, pool cue',
    hint: 'sports, outdoor, training, team, adidas, pound, lbs',
  },
  toys: {
    strong:
      'toy, lego, duplo, barbie, doll, american girl, action figure, stuffed animal, plush, plushie, teddy bear, hot wheels, matchbox, nerf, playmobil, board game, jigsaw, puzzle, play set, playset, dollhouse, doll house, train set, thomas train, rc car, remote control car, rc truck, radio controlled, transformer toy, transformers, my little pony, monster high, littlest pet shop, lps, shopkins, beanie baby, beanie babies, ty beanie, squishmallow, squishy, slime, fidget spinner, fidget, pop vinyl, funko, funko pop, furby, tamagotchi, hatchimal, paw patrol, peppa pig, play doh, melissa doug, fisher price, leapfrog, leappad, vtech, little tikes, step2, ride on, power wheels, bouncy castle, sandpit, playhouse, play kitchen, dress up, uno, monopoly, scrabble, chess set, dungeons dragons, hornby, scalextric, model railway, airfix, sylvanian, megablok, mega bloks, k nex, knex, star wars figure, power ranger, ninja turtle, tmnt, bratz, lol surprise, hello kitty plush, disney tsum, tsum tsum, build a bear, spielzeug, peluche, poupee, spielzeugauto, tonka, lightsaber, pokemon plush, trolls toy, marvel legends, hasbro, mattel, gundam, nendoroid, figma, minion, soft toy, model train, scooter kids, kids scooter, water gun, brio, stuffed, bakugan, beyblade, squinkies, calico critters, zoomer, equestria, equestria girls, jouet, meccano, puppet, marble run, jenga',
    usual:
      'game board, figure, pony, disney princess, elsa, frozen doll, mickey mouse, minnie, thomas, dinosaur, robot, kid, play, slide, ty, diecast, die cast, spiderman, batman, avengers, star wars, ninjago, kite, minifigure, mini figure, toddler toy, swing set, baby doll, paw, bubble, wwe, disney, marvel, winnie, hello kitty, figurines, dragon',
    hint: 'collectible, toys, kids, pokemon, mini, set of',
  },
  baby: {
    strong:
      'stroller, baby stroller, car seat, carseat, crib, baby crib, cot, cot bed, cotbed, moses basket, bassinet, high chair, highchair, baby monitor, pack n play, pack and play, playpen, baby bouncer, bouncer, baby swing, baby carrier, ergobaby, diaper, cloth diaper, diaper bag, baby bottle, breast pump, pacifier, baby gate, changing table, nursing, onesie, sleepsuit, babygrow, baby clothes, baby girl, baby boy, newborn, infant, toddler, 0 3 month, 3 6 month, 6 9 month, 6 12 month, 9 12 month, 12 18 month, 12 month, 18 month, 24 month, 3 month, 6 month, 9 month, 2t, 3t, 4t, 5t, boys 4t, girls 3t, pram, pushchair, buggy, travel system, kinderwagen, carter, oshkosh, gymboree, gerber, graco, chicco, bugaboo, uppababy, jumperoo, kids clothes, girls dress, boys shirt, boys jacket, girls jacket, baby shower, boppy, swaddle, sippy cup, tommee tippee, baby bath, nursery, baby walker, baby rocker, rocker baby, snowsuit, bib, 12m, 18m, 24m, baby blanket, kids bed, toddler bed, potty, wipes, tutu, rompers, baby shoe, girls size, boys size, school uniform, bundle girls, bundle boys, maxi cosi, isofix, silver cross, cosatto, mamas papas, aptamil, girls shoe, boys shoe, children place, childrens place, cat jack, janie jack, matilda jane, gap kids, girls top, bows, hair bow, girls legging, juniors kids, baby gap, jojo siwa, kids shoe, kids jacket, bebe, booster seat, youth',
    usual:
      'baby, girl, boy, girls, boys, kids, child, children, month, months, age, years, yr, maternity, medela, circo, justice, 6m, 3m, 9m, 7 8, 5 6, 3 4, 9 10, 2 3, yrs',
    hint: 'cute, outfit, bundle, bow, set, size 5, size 7',
  },
  pets: {
    strong:
      'dog bed, dog crate, dog cage, dog kennel, dog collar, dog leash, dog food, dog house, dog carrier, dog harness, dog clothes, cat tree, cat litter, litter box, cat carrier, cat toy, cat bed, dog toy, pet carrier, pet bed, bird cage, birdcage, fish tank, aquarium, fishtank, hamster cage, rabbit hutch, chicken coop, reptile tank, terrarium, vivarium, puppy, kitten, horse saddle, pet food, flea, parrot cage, guinea pig, hundebett, canister filter, aquarium filter, cage, fluval, juwel, pet gate, dog shirt, dog coat, dog stairs, dog ramp, dog training, horse rug, scratching post, dog sweater, kong dog',
    usual:
      'pet, dog, cat, fish, rabbit, hamster, reptile, bird cage stand, kennel, crate, horse, gallon tank, leash, gallon, puppies, equestrian, canine, feline, hutch, coral',
  },
  books: {
    strong:
      'book, textbook, novel, paperback, hardcover, hardback, cookbook, comic, comic book, magazine, manga, encyclopedia, harry potter book, bible, coloring book, colouring book, dictionary, atlas, workbook, study guide, isbn, audiobook, graphic novel, buch, livre, libro, kinderbucher, box set book, autobiography, biography, annual 19, textbooks, bestseller, childrens book, annual, 8th edition, 9th edition, 10th edition, 3rd edition, 4th edition, 5th edition, 6th edition, 7th edition, vogue magazine, nclex, hesi, mcat, revision guide, a level, gcse, planner book, handbook, volume, stephen king, by john, comics, roald dahl, dr seuss',
    usual:
      'author, story, stories, guide, vol, chapter, trilogy, math, algebra, chemistry, psychology, biology, poetry, nursing book, history of, signed copy, cook book, issue, dc comics, marvel comics, readings, essays, memoir, collection of',
  },
  music: {
    strong:
      'vinyl, vinyl record, lp, cd, record album, album, 45 rpm, 12 inch vinyl, 7 inch single, cassette tape, cassette, soundtrack, schallplatte, disque, vinile, 78 rpm, cds, cd single, ep vinyl, cd album, greatest hit, records, kpop, photocard, bts album, exo album, poster album, concert dvd, lps vinyl, sheet music, shellac',
    usual:
      'record, bts, exo, band shirt, beatles, elvis, music, jazz, punk, hip hop, discography, reggae, motown, single, 45, tape, song, rap',
  },
  instruments: {
    strong:
      'guitar, electric guitar, acoustic guitar, bass guitar, guitar amp, guitar pedal, effects pedal, fender stratocaster, stratocaster, telecaster, les paul, gibson, fender, ibanez, epiphone, piano, digital piano, upright piano, keyboard piano, synthesizer, synth, drum, drum set, drum kit, snare, cymbal, violin, viola, cello, trumpet, trombone, saxophone, clarinet, flute, ukulele, banjo, mandolin, harmonica, accordion, midi keyboard, midi controller, microphone, shure, audio interface, focusrite, yamaha keyboard, casio keyboard, keyboard stand, music stand, guitar case, marshall amp, bass amp, guitar stand, roland, korg, moog, zildjian, squier, organ, cornet, bagpipe, dj controller, cdj, serato, klavier, gitarre, schlagzeug, bongos, djembe, tambourine, mixing desk, pa system, guitar strap, kalimba, recorder instrument, ableton, behringer, mixer amp, amp head',
    usual:
      'bass, pedal guitar, yamaha, acoustic, mic, strings, pickup guitar, alto, tenor, pa speaker, midi, mixing, mixer',
  },
  collectibles: {
    strong:
      'trading card, pokemon card, baseball card, football card, basketball card, yugioh, yu gi oh, magic the gathering, mtg, psa 10, psa 9, psa 8, psa, cgc, bgs, coin, silver coin, gold coin, penny, silver dollar, stamp, postcard, memorabilia, autograph, autographed, signed photo, antique, vintage sign, collectible, collectable, enamel pin, lapel pin, disney pin, pin badge, challenge coin, military medal, medal, bobblehead, bobble head, snow globe, hallmark ornament, precious moments, hummel, lladro, royal doulton, wedgwood, dept 56, department 56, franklin mint, zippo, matchbook, beer stein, tcg, ccg, holo, foil, charizard, topps, panini, upper deck, rookie card, rookie, booster pack, booster box, pokemon tcg, cigarette card, banknote, bank note, first day cover, ww2, wwii, militaria, dragon ball z, dbz, sammelkarten, munzen, briefmarken, star wars vintage, advertising sign, movie poster, concert poster, ticket stub, comic con, fossil, mineral specimen, arrowhead, swarovski figurine, wade whimsies, capodimonte, trinket box, button badge, lanyard, patch, keyring, sports card, card lot, royal worcester, royal albert, model car, police badge, casino chip, baseball signed, sammler, gold bar, silver bar, thimble, vintage doll',
    usual:
      'card, vintage, pin, rare, victorian, retro, figurine, collection, collector, limited edition, pokemon, edwardian, art deco, lighter, medal, ceramic figurine, plaque, carnival glass, brass, souvenir, badge, commemorative, replica, ex, gx, holographic, sculpture, antiques, depression glass, cast iron, bronze, pokemon ex, tin sign, sticker, memory',
    hint: 'authentic, exclusive, old, score, foil, 1970, 1960',
  },
  art: {
    strong:
      'oil painting, painting, art print, canvas print, watercolor, watercolour, lithograph, original art, sculpture, framed print, wall print, drawing, etching, acrylic paint, paint brush, easel, yarn, fabric, craft, scrapbook, scrapbooking, cricut, silhouette cameo, sewing pattern, cross stitch, embroidery, knitting, crochet hook, knitting needle, stencil, rubber stamp, stampin up, washi tape, bead lot, sticker sheet, canvas art, gemalde, die cut, polymer clay, framed art, artwork, mixed media, planner sticker, craft supply, ribbon, fabric bundle, cutting die, scrap booking, crafting, wool yarn, print framed, sewing kit, copic, prismacolor, sewing box, quilting, paper craft, glitter, art supply, picture print, wooden frame print, canvas picture, signed print, limited edition print, felt sheet, planner kit, erin condren',
    usual:
      'art, print, canvas, poster, artist, paint, signed, picture, framed, stitch, sketch, washi, sticker, bead, sewing, button, pattern, erin, crochet, marker, craft kit, portrait, landscape, planner, ink pad, happy planner',
  },
  office: {
    strong:
      'office supply, paper shredder, shredder, laminator, whiteboard, white board, stapler, pen set, fountain pen, label maker, envelope, bubble mailer, poly mailer, mailing bag, shipping label, thermal label, thank you card, business card, paper clip, notebook paper, binder, sticky note, post it note, calendar, filing tray, packing tape, ring binder, photocopier, copier, guillotine, letter tray, desk organizer, desk organiser, pencil case, gel pen, highlighter pen, lever arch, cardboard box, packaging box, mailing box, label printer, stationery, journal, poly mailers, padded envelope, montblanc, composition notebook, printing paper, flip chart',
    usual:
      'office, mailer, paper, label, pen, planner insert, pencil, folder, sharpie, eraser, printing, cash box, packaging, notebook, organizer, organiser',
  },
  business: {
    strong:
      'deep fryer commercial, food warmer, steam table, commercial, catering, restaurant equipment, pizza oven, display fridge, deli counter, meat slicer, commercial fridge, commercial freezer, cash register, till, mannequin, shop fitting, shop counter, display case, pallet racking, forklift, vending machine, barber chair, salon chair, salon equipment, food truck, food trailer, industrial, espresso machine commercial, bain marie, bakery, takeaway, chest freezer commercial, business for sale, wholesale, job lot, joblot, franchise, griddle, shop display, excavator, digger, tractor, backhoe, skid steer, bulldozer, clothes rail, clothing rack shop, epos, dough mixer, stainless steel table, planetary mixer, kebab machine, blast chiller, bottle cooler, contact grill, chip fryer, slush machine, cold room, dumper, coffee shop, hot plate, chiller, undercounter fridge, prep table, ice cream machine, shelving shop, cafe, gondola shelving, double fryer, gas fryer, till roll',
    usual:
      'restaurant, salon, shop, pallet, business, fryer, retail, barber, machine, stainless steel sink, equipment, display, counter, slush, lincat, foster, polar, williams',
  },
  housing: {
    strong:
      'apartment, studio apartment, room for rent, for rent, bedroom apartment, condo, sublet, townhouse, roommate, house for sale, flat to rent, garage to rent, holiday home, static caravan, wohnung, mobile home, br ba, parking space, garage to let, land for sale, acre, acres',
    usual: 'rent, bedroom house, 2br, 1br, 3br, bd, lease',
  },
  services: {
    strong:
      'repair service, cleaning service, moving service, moving help, handyman, junk removal, hauling, tutoring, tutor, lessons, piano lesson, house cleaning, landscaping service, installation service, iphone repair, phone repair, screen repair, computer repair, we buy, i buy, cash paid, buying, cash for, webuy, we fix, man and van, removals, unlock service, unlocking service, unlock your, paying cash, wanted, cash offer, ca h paid, in search of, iso, looking for, recover icloud, unlock icloud, reparatur',
    usual: 'service, repair, fix, financing, unlocking',
  },
  jobs: {
    strong: 'now hiring, hiring, part time job, full time job, employment, job offer, vacancy',
  },
  tickets: {
    strong:
      'concert ticket, festival ticket, ticket, season ticket, gift card, gift voucher, giftcard, tickets, voucher, eintrittskarten',
    usual: 'festival, concert, coupon',
  },
}

/** Words that say "a thing for that device", not the device: such listings are `electronics`. */
export const accessoryWords =
  'case, cover, charger, cable, adapter, adaptor, protector, holder, mount, dock, skin, sleeve, folio, stand, bumper, wallet, armband, popsocket, cord, screen, lcd, digitizer, housing, battery, stylus, tripod, hard case, lens kit, sticker, box only, empty box, manual, shell, pouch, otterbox, lifeproof, holster, keyboard case, earpods, glass, strap, replacement'
