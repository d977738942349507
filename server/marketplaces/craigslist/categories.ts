import type { Category } from '../../model/listing-schema.ts'

/**
 * The site's category for ours, only where everything of ours is at home in it; `exact` is false where the
 * site's category holds more. Ours without an entry (tablets, watches, audio …) are spread over several there.
 */
export const categoryCodes: Partial<Record<Category, { code: string; exact: boolean }>> = {
  phones: { code: 'moa', exact: true },
  computers: { code: 'sya', exact: true },
  cameras: { code: 'pha', exact: false },
  games: { code: 'vga', exact: true },
  electronics: { code: 'ela', exact: false },
  furniture: { code: 'fua', exact: true },
  appliances: { code: 'ppa', exact: true },
  home: { code: 'hsa', exact: true },
  garden: { code: 'gra', exact: false },
  tools: { code: 'tla', exact: true },
  bikes: { code: 'bia', exact: true },
  cars: { code: 'cta', exact: true },
  motorcycles: { code: 'mca', exact: false },
  clothing: { code: 'cla', exact: false },
  shoes: { code: 'cla', exact: false },
  bags: { code: 'cla', exact: false },
  jewelry: { code: 'jwa', exact: false },
  beauty: { code: 'haa', exact: true },
  sports: { code: 'sga', exact: true },
  toys: { code: 'taa', exact: false },
  baby: { code: 'baa', exact: false },
  books: { code: 'bka', exact: false },
  instruments: { code: 'msa', exact: true },
  collectibles: { code: 'cba', exact: true },
  art: { code: 'ara', exact: false },
  business: { code: 'bfa', exact: false },
  housing: { code: 'hhh', exact: true },
  services: { code: 'bbb', exact: true },
  jobs: { code: 'jjj', exact: true },
  tickets: { code: 'tia', exact: true },
  free: { code: 'zip', exact: true },
}

/** Sections: a posting's own category is finer, so a page of one of these says nothing about its rows. */
const sections = new Set(['sss', 'hhh', 'bbb', 'jjj', 'ggg', 'ccc', 'rrr', 'sso', 'ssq'])

export function isSection(code: string): boolean {
  return sections.has(code)
}

/** The site's own name, as the breadcrumb of a posting has it → its codes: all, by owner, by dealer. */
// biome-ignore format: a table
const names: Record<string, string> = {
  'antiques': 'ata atq atd', 'appliances': 'ppa app ppd', 'arts & crafts': 'ara art ard',
  'atvs, utvs, snowmobiles': 'sna snw snd', 'auto parts': 'pta pts ptd', 'baby & kid stuff': 'baa bab bad',
  'barter': 'bar', 'bicycles': 'bia bik bid', 'bicycle parts': 'bip bop bdp', 'boats': 'boa boo bod',
  'boat parts': 'bpa bpo bpd',
  'books & magazines': 'bka bks bkd', 'business/commercial': 'bfa bfs bfd', 'cars & trucks': 'cta cto ctd',
  'cds / dvds / vhs': 'ema emd emq', 'cell phones': 'moa mob mod', 'clothing & accessories': 'cla clo cld',
  'collectibles': 'cba clt cbd', 'computers': 'sya sys syd', 'computer parts': 'syp sop sdp',
  'electronics': 'ela ele eld', 'farm & garden': 'gra grd grq', 'free stuff': 'zip',
  'furniture': 'fua fuo fud', 'garage & moving sales': 'gms', 'general for sale': 'foa for fod',
  'health and beauty': 'haa hab had', 'heavy equipment': 'hva hvo hvd', 'household items': 'hsa hsh hsd',
  'jewelry': 'jwa jwl jwd', 'materials': 'maa mat mad', 'motorcycle parts': 'mpa mpo mpd',
  'motorcycles/scooters': 'mca mcy mcd', 'musical instruments': 'msa msg msd', 'photo/video': 'pha pho phd',
  'recreational vehicles': 'rva rvs rvd', 'sporting goods': 'sga spo sgd', 'tickets': 'tia tix tid',
  'tools': 'tla tls tld', 'toys & games': 'taa tag tad', 'trailers': 'tra tro trb',
  'video gaming': 'vga vgm vgd', 'wheels & tires': 'wta wto wtd', 'apartments / housing for rent': 'apa',
  'housing swap': 'swp', 'office / commercial': 'off', 'parking & storage': 'prk', 'pets': 'pet',
  'real estate for sale': 'rea reo reb', 'rooms / shared': 'roo', 'rooms & shares wanted': 'sha', 'sublets / temporary': 'sub',
  'vacation rentals': 'vac', 'wanted': 'waa wan',
}

const nameByCode = new Map(
  Object.entries(names).flatMap(([name, codes]) => codes.split(' ').map((code) => [code, name] as const)),
)

/** The site's name of a category code, the same for owners and dealers; undefined for sections and unknown codes. */
export function categoryName(code: string): string | undefined {
  return nameByCode.get(code)
}

/** Of every code that a row of a file may carry, sections too where they are of one category of ours. */
export const categoryNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(nameByCode),
  hhh: 'housing',
  hou: 'housing',
  bbb: 'services',
  jjj: 'jobs',
  ggg: 'gigs',
}

/** "cars & trucks - by owner" as name and kind of seller, so that both views of a posting name one category. */
export function splitSeller(name: string): { name: string; seller?: string } {
  const match = /^(.{1,200}?) - by (owner|dealer)$/i.exec(name.trim())
  return match ? { name: match[1]!, seller: match[2]!.toLowerCase() } : { name: name.trim() }
}
