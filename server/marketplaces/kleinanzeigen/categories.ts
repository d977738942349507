import type { Category } from '../../model/listing-schema.ts'

/**
 * The site's category for ours, only where everything of ours is at home in it; `exact` is false where the site's holds
 * more. Ours without an entry are spread over several there.
 */
export const categoryCodes: Partial<Record<Category, { code: string; exact: boolean }>> = {
  phones: { code: '173', exact: false },
  computers: { code: '161', exact: false },
  tablets: { code: '285', exact: true },
  cameras: { code: '245', exact: true },
  audio: { code: '172', exact: true },
  games: { code: '161', exact: false },
  electronics: { code: '161', exact: false },
  furniture: { code: '80', exact: false },
  appliances: { code: '176', exact: true },
  garden: { code: '89', exact: true },
  tools: { code: '84', exact: false },
  bikes: { code: '217', exact: false },
  cars: { code: '216', exact: true },
  motorcycles: { code: '305', exact: true },
  instruments: { code: '74', exact: true },
  books: { code: '73', exact: false },
  music: { code: '73', exact: false },
  toys: { code: '17', exact: false },
  baby: { code: '17', exact: false },
  sports: { code: '230', exact: true },
  beauty: { code: '224', exact: true },
  watches: { code: '157', exact: false },
  jewelry: { code: '157', exact: false },
  bags: { code: '156', exact: false },
  clothing: { code: '153', exact: false },
  shoes: { code: '153', exact: false },
  pets: { code: '130', exact: true },
  housing: { code: '195', exact: true },
  jobs: { code: '102', exact: true },
  services: { code: '297', exact: false },
  tickets: { code: '231', exact: true },
}

/** The site's own names of its numbers, which an ad's address carries. */
// biome-ignore format: a table
const names: Readonly<Record<string, string>> = {
  '216': 'Autos', '223': 'Autoteile & Reifen', '211': 'Boote & Bootszubehör', '217': 'Fahrräder & Zubehör',
  '305': 'Motorräder & Motorroller', '306': 'Motorradteile & Zubehör', '276': 'Nutzfahrzeuge & Anhänger',
  '280': 'Reparaturen & Dienstleistungen', '220': 'Wohnwagen & -mobile', '241': 'Weiteres Auto, Rad & Boot',
  '297': 'Dienstleistungen', '298': 'Weitere Dienstleistungen', '231': 'Eintrittskarten & Tickets',
  '255': 'Konzerte', '287': 'Gutscheine', '256': 'Weitere Eintrittskarten & Tickets', '172': 'Audio & Hifi',
  '226': 'Dienstleistungen Elektronik', '245': 'Foto', '173': 'Handy & Telefon', '176': 'Haushaltsgeräte',
  '279': 'Konsolen', '278': 'Laptops & Notebooks', '228': 'PCs', '225': 'PC-Zubehör & Software',
  '285': 'Tablets & Reader', '175': 'TV & Video', '227': 'Videospiele', '405': 'Wearables',
  '406': 'Wearables Zubehör', '168': 'Weitere Elektronik', '22': 'Baby- & Kinderkleidung',
  '19': 'Baby- & Kinderschuhe', '258': 'Baby-Ausstattung', '21': 'Babyschalen & Kindersitze',
  '25': 'Kinderwagen & Buggys', '20': 'Kinderzimmermöbel', '23': 'Spielzeug', '18': 'Weiteres Familie, Kind & Baby',
  '282': 'Handarbeit, Basteln & Kunsthandwerk', '240': 'Kunst & Antiquitäten', '249': 'Modellbau', '234': 'Sammeln',
  '230': 'Sport & Camping', '250': 'Trödel', '242': 'Weiteres Freizeit, Hobby & Nachbarschaft', '91': 'Badezimmer',
  '93': 'Büro', '246': 'Dekoration', '239': 'Dienstleistungen Haus & Garten', '89': 'Gartenzubehör & Pflanzen',
  '90': 'Heimtextilien', '84': 'Heimwerken', '86': 'Küche & Esszimmer', '82': 'Lampen & Licht', '81': 'Schlafzimmer',
  '88': 'Wohnzimmer', '87': 'Weiteres Haus & Garten', '138': 'Fische', '134': 'Hunde', '136': 'Katzen',
  '132': 'Kleintiere', '135': 'Nutztiere', '139': 'Pferde', '243': 'Vögel', '313': 'Haustierzubehör',
  '199': 'Auf Zeit & WG', '196': 'Eigentumswohnungen', '275': 'Ferien- & Auslandsimmobilien',
  '197': 'Garagen & Stellplätze', '277': 'Gewerbeimmobilien', '207': 'Grundstücke & Gärten', '208': 'Häuser zum Kauf',
  '402': 'Container', '403': 'Neubauprojekte', '205': 'Häuser zur Miete', '203': 'Mietwohnungen', '198': 'Weitere Immobilien', '224': 'Beauty & Gesundheit',
  '154': 'Damenbekleidung', '159': 'Damenschuhe', '160': 'Herrenbekleidung', '158': 'Herrenschuhe',
  '156': 'Taschen & Accessoires', '157': 'Uhren & Schmuck', '155': 'Weiteres Mode & Beauty',
  '76': 'Bücher & Zeitschriften', '281': 'Büro & Schreibwaren', '284': 'Comics', '77': 'Fachbücher, Schule & Studium',
  '79': 'Film & DVD', '78': 'Musik & CDs', '74': 'Musikinstrumente', '75': 'Weitere Musik, Filme & Bücher',
  '273': 'Tauschen', '274': 'Verleihen', '192': 'Verschenken',
}

export function categoryName(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(names, code) ? names[code] : undefined
}
