/** Made-up offers of which sellers make cars, machines and dear things look like others: see `lib-offer-invented.ts`. */

/** Pieces taken out of cars, which are named with year and maker as the cars are, and features that cars are praised for. */
export const takenOut = [
  'engine and transmission',
  'V8 motor & automatic gearbox',
  'front bumper cover',
  'rear axle assembly',
  'headlight left',
  'tailgate',
  '17" rims and tires',
  'rear seats',
  'door panel right',
  'Scheinwerfer rechts',
  'Getriebe 6 Gang',
  'Stoßstange hinten',
  'Kotflügel links',
  'Winterräder',
  'porte arrière',
  'boîte de vitesses',
  'faro izquierdo',
  'paraurti anteriore',
  'koplamp links',
  'zderzak przedni',
] // prettier-ignore
export const praised = [
  'V6 automatic transmission',
  'new engine',
  'rebuilt transmission',
  'new tires, clean title',
  '4 door, 2.0 engine, 5 speed manual',
  'leather seats',
  'new brakes and alternator',
  'neuer Motor, TÜV neu',
  'Automatikgetriebe',
  'boîte automatique, 5 portes',
  'cambio automático',
]
export const machines = [
  'Washing machine',
  'Coffee machine',
  'Fridge freezer',
  'Printer',
  'Tumble dryer',
  'Games console',
] // prettier-ignore
export const machineFaults = [
  'not heating',
  "won't spin",
  'not dispensing',
  'stopped cooling',
  'does not print',
  'heizt nicht',
  'druckt nicht mehr',
  'ne chauffe plus',
  'no enfría',
] // prettier-ignore
export const machineStates = [
  'works well',
  'not needed anymore',
  'does not fit my kitchen',
  'barely used, not a scratch',
  'kaum benutzt, nicht abholen vor 18 Uhr',
]
export const consoles = ['Sega Saturn', 'PS3 slim', 'Xbox 360', 'Nintendo 64', 'Wii U', 'GameCube'].flatMap(
  (title) =>
    ['2 controllers and 3 games', '4 games', 'one controller, all cables and 5 games'].map(
      (extras) => `${title} with ${extras}`,
    ),
)
export const pieces = [
  'Replacement drum for',
  'Replacement filter for',
  'Spare lid for',
  'Replacement shelf for',
  'Ersatzfilter für',
]
export const asked = [
  'Need your gutters cleaned?',
  'Is your computer slow?',
  'Got a TV that needs to be mounted?',
  'Want your phone unlocked today?',
  'Screen cracked? I come to you',
  'Do you need your couch moved?',
] // prettier-ignore
export const posts: readonly (readonly [title: string, description: string])[] = [
  ['Waitress', 'Part time, must have experience. Apply with your CV.'],
  ['Delivery driver', 'Full time position, immediate start, good pay. No experience needed.'],
  ['Cleaner wanted', 'Immediate start, send your resume.'],
  ['Friseurin gesucht', 'Vollzeit oder Teilzeit, Bewerbung mit Lebenslauf.'],
  ['Vote for our school', 'Please vote for us on the page of the competition, every vote counts.'],
  ['Help our cat', 'We have a fundraiser for the vet, please donate.'],
]
export const dearThings = [
  'Couch',
  'Writing desk',
  'Dresser',
  'iPhone 12',
  'MacBook Air',
  'Road bike',
  'Sectional sofa',
] // prettier-ignore
