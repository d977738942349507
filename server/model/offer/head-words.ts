import { phrasesOf, wordSet } from './phrases.ts'

/** What a word of a title is to the question whether the thing, or something for it, is offered. */
export type HeadRole =
  /** Always something for another thing: "charger", "screen protector". */
  | 'accessory'
  /** So only beside a device: "case", "cover", "box". */
  | 'for-device'
  /** A component, whatever it is of: "wheelset", "motherboard". */
  | 'part'
  /** So only beside a vehicle or bicycle: "wheels", "engine", "frame". */
  | 'of-vehicle'
  /** So only beside a phone, a computer or the like: "screen", "battery". */
  | 'of-device'
  /** A thing of its own, whatever words it is made of: "TV stand", "Dodge Charger". */
  | 'thing'
  /** A name that has such a word: "Seat Ibiza". It says nothing. */
  | 'name'

export const headPhrases = phrasesOf<HeadRole>([
  [
    'accessory',
    'charger, chargers, screen protector, screen protectors, screenprotector, tempered glass, glass protector, ' +
      'phone case, phone cases, phone cover, phone covers, phone holder, phone mount, phone stand, phone grip, ' +
      'phone strap, hardcase, hard shell case, wallet case, lightning cable, lightning cables, usb cable, usb cables, ' +
      'hdmi cable, hdmi cables, charging cable, charging cables, data cable, charging dock, charging station, ' +
      'charging stand, charging pad, power adapter, power adapters, ac adapter, power cord, otterbox, otter box, ' +
      'lifeproof, popsocket, pop socket, selfie stick, power bank, powerbank, battery pack, battery case, battery grip, ' +
      'car mount, wall mount, tv mount, tv bracket, wall bracket, lens cap, lens hood, memory card reader, toner, toners, ' +
      'toner cartridge, toner cartridges, compatible cartridges, usb hub, converter hub, dongle, ink cartridge, ink cartridges, dust cover, empty box, box only, ' +
      'only box, only the box, boxes only, accessories only, box and accessories only, box and all accessories only, empty boxes, just the box, original box only, manual only, user manual, ' +
      'owners manual, service manual, repair manual, workshop manual, watch band, watch strap, watch straps, ' +
      'watch bands, camera bag, camera strap, laptop bag, laptop sleeve, laptop case, laptop charger, bike rack, ' +
      'speaker stands, speaker stand, controller charger, replacement remote, tv remote, apple remote, roku remote, universal remote, bike carrier, bicycle carrier, hitch mount, ' +
      'ladder rack, lumber rack, roof box, roof bars, docking station, charging cube, juice pack, bodyguardz, ' +
      'olloclip, zagg, invisibleshield, popsockets, casetify, caseology, gamevice, ' +
      'lens system, clip on lens, phone lens, dex station, network extender, signal booster, selfie light, ' +
      'invisible shield, printer ink, printer inks, ink cartridges, carseat cover, car seat cover, component cable, ' +
      'speaker cable, speaker wire, extension cable, extension cord, usb adapter, usb charger, eyeglass case, ' +
      'glasses case, record case, chair covers, keyboard tray, keyboard stand, mixer attachment, empty case, ' +
      'hdmi lead, hdmi leads, power lead, scart lead, usb lead, charging lead, charger lead, av lead, aux lead, aux cable, ' +
      'power cable, av cable, av cables, scart cable, ethernet cable, network cable, cable extension, sensor bar, case only, ' +
      'cases only, controller grip, socket cover, socket covers, ' +
      'kameratasche, laptoptasche, notebooktasche, handytasche, objektivdeckel, leerer karton, leere ovp, leere schachtel, ' +
      'gps mount, bike mount, gimbal, lens adapter, chair mat, car charger, wall charger,  lampshade, lampshades, ' +
      'lamp shade, lamp shades, ' +
      'handyhulle, handyhullen, handyhuelle, schutzhulle, schutzhuelle, ladegerat, ladegeraet, ladekabel, netzteil, ' +
      'panzerglas, panzerfolie, displayschutz, schutzfolie, schutzglas, handyhalterung, leerkarton, ' +
      'nur ovp, nur karton, nur verpackung, leere verpackung, druckerpatrone, druckerpatronen, ' +
      'chargeur, chargeurs, verre trempe, protection ecran, protege ecran, boite vide, boite seule, ' +
      'cargador, cargadores, cristal templado, protector de pantalla, caja vacia, solo caja, ' +
      'caricabatterie, caricabatteria, caricatore, vetro temperato, solo scatola, scatola vuota, custodia, custodie, ' +
      'oplader, opladers, telefoonhoesje, telefoonhoesjes, lege doos, alleen doos, ' +
      'carregador, carregadores, pelicula de vidro, capinha, capinhas, caixa vazia, so caixa, ' +
      'ladowarka, ladowarki, szklo hartowane, samo pudelko, puste pudelko, pokrowiec, pokrowce',
  ],
  [
    'for-device',
    'case, cases, cas, cover, covers, sleeve, sleeves, skin, skins, strap, straps, holder, holders, mount, ' +
      'mounts, dock, docks, cradle, holster, armband, pouch, box, boxes, cable, cables, cord, cords, plug, adapter, ' +
      'adapters, adaptor, lead, leads, stylus, remote, faceplate, faceplates, stand, stands, tripod, lanyard, decal, decals, sticker, ' +
      'stickers, bumper case, shell, protector, protectors, manual, manuals, earbuds tips, accessories, accessory, ' +
      'bag, keyboard, smart keyboard, keyboard case, folio, magic keyboard case, ' +
      'hulle, huelle, hullen, tasche, etui, halterung, kabel, folie, ovp, karton, zubehor, zubehoer, ladestation, ' +
      'coque, coques, housse, housses, support, boite, pochette, accessoire, accessoires, ' +
      'funda, fundas, carcasa, carcasas, correa, soporte, caja, accesorio, accesorios, ' +
      'cavo, supporto, pellicola, cinturino, scatola, accessori, ' +
      'hoes, hoesje, hoesjes, houder, kabels, doos, bandje, accessoires, ' +
      'capa, capas, cabo, suporte, pelicula, pulseira, caixa, acessorios, ' +
      'futeral, uchwyt, folia, pasek, pudelko, akcesoria, etui',
  ],
  [
    'part',
    'wheelset, wheel set, bike wheel, bike wheels, bicycle wheel, bicycle wheels, bike frame, bicycle frame, frameset, ' +
      'frame set, bike fork, bike seat, bike saddle, groupset, derailleur, crankset, cassette, chainring, handlebar, ' +
      'handlebars, bike pedals, bike parts, bicycle parts, bike tire, bike tires, bike tyre, motherboard, logic board, ' +
      'mainboard, digitizer, lcd screen, lcd display, lcd assembly, cushion covers, chair cushion, chair cushions, seat cushion, seat cushions, sofa cushions, bed slats, ' +
      'bumper cover, bumper covers, front bumper cover, rear bumper cover, long block, short block, axle assembly, exhaust pipe, exhaust system, tail pipe, ' +
      'control arm, control arms, fuel tank, gas tank, spark plugs, door seal, door seals, door gasket, ' +
      'truck bed, pickup bed, bed liner, bedliner, front derailleur, rear derailleur, front wheel, rear wheel, ' +
      'brake lever, brake levers, shifter, shifters, chainrings, power supply, drum unit, imaging unit, fuser unit, ' +
      'smart battery, lipo battery, spare battery, extra battery, diverter valve, valve kit, frame and fork, frame fork, ' +
      'frame forks, track frame, carbon frame set, disc rims, mtb rims, brake caliper, chainsaw chain, chainsaw chains, ' +
      'psu, seat post, seatpost, seat posts, screen replacement, screen only, ' +
      'replacement screen, replacement battery, parts, car parts, auto parts, spare parts, spare part, spare wheel, ' +
      'wheel rims, alloy wheels, alloys, hubcaps, hub caps, catalytic converter, tail lights, taillights, taillight, ' +
      'tail light, headlights, headlight, brake calipers, brake pads, brake rotors, front bumper, rear bumper, ' +
      'cylinder head, rear end, tailgate, tonneau cover, floor mats, weather mats, roof rack, car mats, car cover, ' +
      'car seat covers, seat covers, slipcover, slipcovers, replacement parts, replacement cushions, ' +
      'ersatzteil, ersatzteile, felgen, alufelgen, kotflugel, stossstange, getriebe, fahrradrahmen, laufradsatz, ' +
      'winterreifen, sommerreifen, winterrader, sommerrader, kompletträder, komplettrader, stahlfelgen, scheinwerfer, ' +
      'ruckleuchte, ruckleuchten, heckklappe, beifahrertur, fahrertur, frontschurze, heckschurze, auspuff, anlasser, ' +
      'lichtmaschine, turbolader, querlenker, stossdampfer, bremsscheiben, bremsbelage, anhangerkupplung, ' +
      'boite de vitesses, porte avant, porte arriere, pare choc, retroviseur, retroviseurs, echappement, embrayage, ' +
      'feu arriere, feux arriere, puerta delantera, puerta trasera, paragolpes, alternador, embrague, portiera, marmitta, frizione, ' +
      'versnellingsbak, koplamp, koplampen, achterlicht, achterlichten, motorkap, uitlaat, spatbord, ' +
      'skrzynia biegow, blotnik, tlumik, caixa de velocidades, pieces detachees, piece detachee, jantes, ' +
      'pare chocs, recambio, recambios, repuesto, repuestos, llantas, parachoques, ricambi, cerchi, paraurti, ' +
      'onderdelen, onderdeel, velgen, winterbanden, zomerbanden, pecas, jantes, para choques, czesci zamienne, czesci, ' +
      'felgi, zderzak, opony',
  ],
  [
    'of-vehicle',
    'wheel, wheels, rim, rims, tire, tires, tyre, tyres, bumper, hood, bonnet, fender, fenders, door, doors, engine, ' +
      'motor, transmission, gearbox, seat, seats, mirror, mirrors, radiator, exhaust, muffler, alternator, starter, ' +
      'differential, axle, hitch, grille, grill, mats, spoiler, bed cover, turbo, ecu, ignition, carburetor, intake, ' +
      'header, headers, struts, shocks, coilovers, springs, rotors, clutch, flywheel, dashboard, windshield, window, ' +
      'frame, fork, forks, saddle, stem, pedals, crank, cranks, chain, brakes, hub, hubs, grips, rack, ' +
      'lights, subframe, fuel pump, water pump, ' +
      'reifen, motorhaube, sitze, rahmen, gabel, sattel, lenker, moteur, siege, sieges, pneus, pneu, cadre, selle, ' +
      'motore, sedili, pneumatici, gomme, telaio, sella, asientos, neumaticos, ruedas, cuadro, sillin, ' +
      'phare, phares, capot, alternateur, demarreur, faro, faros, fanale, cofano, specchietto, farol, ' +
      'banden, wielen, stoelen, zadel, pneus, bancos, selim, silnik, fotele, kola, rama, siodelko',
  ],
  [
    'name',
    'open box, opened box, openbox, sealed box, damaged box, tv box, android box, streaming box, set top box, box mod, seat ibiza, seat leon, seat arona, seat ateca, seat altea, seat toledo, seat cordoba, seat alhambra, seat mii, seat tarraco',
  ],
  [
    'of-device',
    'screen, lcd, display, battery, batteries, housing, back glass, camera module, charging port, touchpad, hinge, ' +
      'bezel, sim tray, home button, fan, heatsink, screen assembly, drum, imaging unit, fuser, ' +
      'akku, bildschirm, ecran, batterie, pantalla, bateria, schermo, batteria, scherm, accu, batterij, ecra, ekran',
  ],
  [
    'thing',
    'dodge charger, charger rt, charger r t, charger srt, charger sxt, charger daytona, charger hellcat, charger scat, ' +
      'tv stand, tv stands, night stand, nightstand, night stands, plant stand, shoe rack, wine rack, coat rack, ' +
      'clothes rack, spice rack, squat rack, power rack, dish rack, towel rack, jewelry box, jewellery box, tool box, ' +
      'tool boxes, toolbox, music box, box spring, box set, boxset, box of, mail box, letter box, lunch box, toy box, ' +
      'pencil case, display case, book case, suit case, card holder, candle holder, candle holders, pot holder, ' +
      'case knife, case ih, case tractor, remote control, remote controlled, remote start, remote starter, remote car, ' +
      'cable knit, cable box, cable machine, piano keyboard, yamaha keyboard, casio keyboard, midi keyboard, ' +
      'mechanical keyboard, gaming keyboard, wireless keyboard, bluetooth keyboard, keyboard and mouse, ' +
      'keyboard mouse, manual transmission, speed manual, manual gearbox, manual trans, manual treadmill, ' +
      'long sleeve, short sleeve, skin care, skincare, t strap, duvet cover, pillow cover, cushion cover, quilt cover, ' +
      'record player, rubber band, rock band, boy band, resistance band, resistance bands, wedding band, head band, ' +
      'hand bag, sleeping bag, diaper bag, messenger bag, duffle bag, shoulder bag, tote bag, beach bag, gym bag, ' +
      'golf bag, bean bag, make up bag, makeup bag, cosmetic bag, crossbody bag, speaker dock, ipod dock, alarm clock, ' +
      'digital frame, picture frame, photo frame, picture frames, photo frames, bed frame, sofa bed, bunk bed, ' +
      'car seat, dining seats, office chair, computer desk, computer table, laptop desk, laptop table, phone booth, ' +
      'telephone table, steering wheel, ferris wheel, hot wheels, color wheel, spinning wheel, wheel chair, ' +
      'wheel barrow, wheelchair, wheelbarrow, box truck, dual screen, touch screen, big screen, flat screen, ' +
      'fire screen, room screen, projector screen, green screen, computer monitor, smart watch, charm bracelet, ' +
      'manuelles getriebe, cambio manuale, caja de cambios, boite manuelle, boite automatique, boite auto',
  ],
])

/** Devices that cases, chargers, boxes and screens are sold for. */
export const deviceWords = wordSet(
  'iphone iphones ipad ipads ipod ipods galaxy samsung pixel phone phones cellphone cellphones smartphone smartphones ' +
    'mobile tablet tablets kindle macbook macbooks laptop laptops notebook chromebook airpods airpod applewatch ' +
    'fitbit ps3 ps4 ps5 playstation xbox nintendo gopro camera cameras dslr drone dji tv htc motorola blackberry ' +
    'nokia huawei xiaomi oneplus lg surface imac hdmi usb lightning airtag quest handy handys telefon telephone ' +
    'portable movil telefono cellulare telefoon telemovel telefon smartwatch redmi ps2 wii gameboy gamecube switch roku firestick snes n64 ps1 psp dreamcast megadrive spigen ringke incipio mophie otterbox speck',
)

/** Devices that games are for. */
export const consoleWords = wordSet(
  'ps1 ps2 ps3 ps4 ps5 psp playstation xbox nintendo wii switch gamecube gameboy n64 snes dreamcast megadrive',
)

/** Those of them that make devices and what is for them: "Samsung charger for Galaxy" names none before "for". */
export const makerWords = wordSet(
  'samsung htc motorola blackberry nokia huawei xiaomi oneplus lg dji nintendo spigen ringke incipio mophie otterbox speck',
)

/** Vehicles and bicycles, and makers that are named without saying so. */
export const vehicleWords = wordSet(
  'car cars truck van suv jeep motorcycle motorbike scooter atv bike bicycle bmx mtb trailer boat auto voiture coche ' +
    'moto fahrrad velo bici bicicleta fiets rower samochod carro acura alfa audi bmw buick cadillac chevrolet chevy ' +
    'chrysler citroen civic accord corolla camry prius corvette mustang camaro silverado f150 tacoma tundra wrangler ' +
    'tahoe dacia dodge fiat ford gmc harley honda hyundai infiniti jaguar kawasaki kia lexus lincoln mazda mercedes ' +
    'benz mercury mitsubishi nissan opel peugeot pontiac porsche renault saab saturn scion skoda subaru ' +
    'suzuki tesla toyota vauxhall volkswagen volvo vw wrx yamaha ducati ktm triumph trek specialized ' +
    'cannondale schwinn bianchi cervelo colnago fuji raleigh shimano sram campagnolo mavic',
)

/** Said of the device itself, so that a case beside it only comes along. */
export const ownWords = wordSet('unlocked imei simfree')

/** From one of these on, things come along or are said about it. */
export const inclusionWords = wordSet(
  'with w includes including include incl comes no without bonus extra mit inkl inklusive samt ohne und ' +
    'auf pulled removed salvaged ausgebaut demonte avec sans inclus con sin incluye met zonder inclusief com sem ze bez wraz featuring has have',
)
/** What stands before one of these comes along. */
export const includedWords = wordSet(
  'included includes incl inclusive inclus incluse incluso inclusa incluido incluida incluidos inbegrepen enthalten ' +
    'dabei compris comprise compreso compresa inclusief gratis zestawie inklusive inkl medfolger ingar mukana baleni',
)
export const conjunctions = wordSet('and und et y e en i or')
/** What the words before one of these are for. */
export const purposeWords = wordSet('for fits fit 4 fur fuer passend pour para per voor do dla')

/** Words that say nothing of what it is: skipped at both ends of a head. */
export const fillers = wordSet(
  'new brand used good great excellent perfect mint nice condition like clean working works fully tested authentic ' +
    'genuine original official oem rare vintage beautiful amazing must see free shipping fast cheap deal sale selling ' +
    'sell price firm offers offer obo ono or best reserved hold nwt nib bnib bnwt euc sealed unopened open size color ' +
    'black white blue red green grey gray silver gold pink rose purple clear brown yellow orange colour dark light ' +
    'lot set pair a an the my this these two three x pcs pieces only just apple both all in package pack obo asap today ' +
    'verkaufe biete neu gebraucht neuwertig top vends neuf neuve vendo nuevo nueva nuovo nuova usato usata nieuw te ' +
    'koop gebruikt novo nova usado usada sprzedam nowy nowa nowe super de di da du der die das le la el il lo un une ' +
    'una eine ein einen schwarz weiss noir blanc negro blanco nero bianco zwart wit preto branco czarny bialy ' +
    'am im is it its s to no complete',
)
/** Where on a thing its part was, and what is said of it: skipped behind a head. */
export const sides = wordSet(
  'left right front rear lh rh driver drivers passenger side upper lower assembly assy combo links rechts vorne vorn hinten ' +
    'avant arriere gauche droit droite delantero delantera trasero trasera izquierdo izquierda derecho derecha anteriore ' +
    'posteriore destro destra sinistro sinistra przedni przednia tylny tylna lewy lewa prawy prawa voor achter speed gang low miles ' +
    'mileage inch hole holes ft leather silicone tpu leder silikon cuir cuero',
)
/** "Engine and transmission": sold together, taken out of what the title names. */
export const engineWords = wordSet('engine motor moteur motore silnik')
export const gearboxWords = wordSet(
  'transmission trans tranny gearbox getriebe boite versnellingsbak cambio skrzynia',
)
/** What rolls: the inches before it are its own. */
export const rollingWords = wordSet('wheels rim rims tire tires tyre tyres')
/** What a car has so many of. */
export const countedWords = wordSet(
  'seat seats door doors sitze turen places portes plazas puertas posti porte',
)
/** "Replacement glass for …": a piece of what follows. */
export const replacementWords = wordSet('replacement replacements spare aftermarket ersatz')
/** A spare one of these is no piece of anything. */
export const sparable = wordSet('room rooms bed bedroom ticket tickets time copy')

/** "new tires", "rebuilt engine": behind what it is, said of it rather than offered. */
export const qualities = wordSet(
  'new newer brand good great fresh rebuilt nice clean excellent low original runs strong upgraded custom neue neuer neuen ' +
    'neufs neuf nuevos nuevas nuovi nieuwe novos nowe',
)
/** These, and what is only said of its measures: "4 door", "V6 engine", "leather seats". */
export const praise = wordSet(
  [...qualities].join(' ') +
    ' automatic auto manual leather heated v6 v8 ' +
    'smg dsg pdk cvt tiptronic cyl cylinder speed door full disc disk alloy carbon steel aluminum aluminium spare extra hybrid electric retina inch inches hd led oled touch big large wide',
)
