import { canadianRegions, nameKey } from './places-data.ts'

/** What a word after a place's name may mean: a country, or one region of it. */
export interface Qualifier {
  country: string
  region?: string
}

const statesText = `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|
LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|
NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|
OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|
UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming`

const provincesText = `AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|
NS Nova Scotia|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon|NT Northwest Territories|NU Nunavut`

/** Letters, GeoNames number, name. */
const australianText = `ACT 01 Australian Capital Territory|NSW 02 New South Wales|NT 03 Northern Territory|
QLD 04 Queensland|SA 05 South Australia|TAS 06 Tasmania|VIC 07 Victoria|WA 08 Western Australia`

const britishText = `ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland`

/** Sellers name the county; the data knows only the four nations, which settles the namesakes overseas. */
const countiesText = `Bedfordshire|Berkshire|Buckinghamshire|Cambridgeshire|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|
Dorset|County Durham|Durham|East Sussex|Essex|Gloucestershire|Greater London|Greater Manchester|Hampshire|Herefordshire|
Hertfordshire|Isle of Wight|Kent|Lancashire|Leicestershire|Lincolnshire|Merseyside|Middlesex|Norfolk|North Yorkshire|
Northamptonshire|Northumberland|Nottinghamshire|Oxfordshire|Rutland|Shropshire|Somerset|South Yorkshire|Staffordshire|
Suffolk|Surrey|Sussex|Tyne and Wear|Warwickshire|West Midlands|West Sussex|West Yorkshire|Wiltshire|Worcestershire|
Yorkshire|East Yorkshire|East Riding of Yorkshire`

// biome-ignore format: a table
const moreCountries: Record<string, string> = {
  uk: 'GB', 'great britain': 'GB', britain: 'GB', usa: 'US', america: 'US', 'u s': 'US', 'u s a': 'US', 'u k': 'GB',
  holland: 'NL', 'czech republic': 'CZ', uae: 'AE', korea: 'KR', russia: 'RU', turkey: 'TR',
}

/** Other names of well-known cities → the name in the data; both as nameKey gives them, both are looked up. */
export const canonicalNames: ReadonlyMap<string, string> = new Map(
  `new york=new york city|nyc=new york city|la=los angeles|sf=san francisco|philly=philadelphia|vegas=las vegas|
washington=washington d c|munchen=munich|muenchen=munich|cologne=koln|koeln=koln|nuremberg=nurnberg|nuernberg=nurnberg|
frankfurt=frankfurt am main|wien=vienna|zuerich=zurich|geneva=geneve|genf=geneve|praha=prague|warszawa=warsaw|roma=rome|
milano=milan|napoli=naples|firenze=florence|venezia=venice|torino=turin|genova=genoa|lisboa=lisbon|seville=sevilla|
kobenhavn=copenhagen|gothenburg=goteborg|bruxelles=brussels|brussel=brussels|antwerp=antwerpen|den haag=the hague|
ghent=gent|bucuresti=bucharest|beograd=belgrade|athina=athens|moskva=moscow|kiev=kyiv|ciudad de mexico=mexico city|
cdmx=mexico city|
bombay=mumbai|calcutta=kolkata|madras=chennai|bangalore=bengaluru|poona=pune|baroda=vadodara|cawnpore=kanpur|
trivandrum=thiruvananthapuram|cochin=kochi|mysuru=mysore|mangaluru=mangalore|gurugram=gurgaon|pondicherry=puducherry|
prayagraj=allahabad|peking=beijing|saigon=ho chi minh city|rangoon=yangon|leningrad=st petersburg|
danzig=gdansk|breslau=wroclaw|stettin=szczecin|posen=poznan|lemberg=lviv|lvov=lviv|lwow=lviv|kharkov=kharkiv|odesa=odessa|
dnepropetrovsk=dnipro|pressburg=bratislava|konigsberg=kaliningrad|alma ata=almaty|tiflis=tbilisi|erivan=yerevan|
frunze=bishkek|stalingrad=volgograd|astana=nur sultan|pusan=busan|taegu=daegu|inchon=incheon|dacca=dhaka|chattogram=chittagong|karl marx stadt=chemnitz|
salonica=thessaloniki|nanking=nanjing|tsingtao=qingdao|tientsin=tianjin|constantinople=istanbul|
simla=shimla|benares=varanasi|reval=tallinn|memel=klaipeda|
kovno=kaunas|wilna=vilnius|vilna=vilnius|laibach=ljubljana|agram=zagreb|brunn=brno|pilsen=plzen|allenstein=olsztyn|
calicut=kozhikode|vizag=visakhapatnam|trichy=tiruchirappalli|ekaterinburg=yekaterinburg|
leopoldville=kinshasa|angora=ankara|helsingfors=helsinki|tammerfors=tampere|amoy=xiamen|mukden=shenyang|
swatow=shantou|lourenco marques=maputo|tananarive=antananarivo|kattowitz=katowice|bromberg=bydgoszcz|
gleiwitz=gliwice|liegnitz=legnica|kolberg=kolobrzeg|budweis=ceske budejovice|troppau=opava|
olmutz=olomouc|hermannstadt=sibiu|klausenburg=cluj napoca|temesvar=timisoara|krakau=krakow|
dorpat=tartu|libau=liepaja|czernowitz=chernivtsi|tarnopol=ternopil`
    .split('|')
    .map((pair) => pair.trim().split('=') as [string, string]),
)

// Filled at the first question: Intl's country names in nine languages take some milliseconds.
let qualifiers: Map<string, Qualifier[]> | undefined

/** All meanings of a region's or country's name or abbreviation, as nameKey writes it; empty when it is neither. */
export function qualifiersOf(key: string): readonly Qualifier[] {
  qualifiers ??= readQualifiers()
  return qualifiers.get(key) ?? []
}

const rows = (text: string): string[] => text.split('|').map((row) => row.trim())

function readQualifiers(): Map<string, Qualifier[]> {
  const found = new Map<string, Qualifier[]>()
  const add = (name: string, country: string, region?: string) => {
    const key = nameKey(name)
    const meanings = found.get(key) ?? []
    if (meanings.some((other) => other.country === country && other.region === region)) return
    meanings.push(region === undefined ? { country } : { country, region })
    found.set(key, meanings)
  }
  for (const row of rows(statesText)) {
    const code = row.slice(0, 2)
    add(code, 'US', code)
    add(row.slice(3), 'US', code)
  }
  add('D.C.', 'US', 'DC')
  for (const row of rows(provincesText)) {
    const code = row.slice(0, 2)
    add(code, 'CA', canadianRegions[code])
    add(row.slice(3), 'CA', canadianRegions[code])
  }
  for (const row of rows(australianText)) {
    const [code = '', number = '', ...name] = row.split(' ')
    add(code, 'AU', number)
    add(name.join(' '), 'AU', number)
  }
  for (const row of rows(britishText)) add(row.slice(4), 'GB', row.slice(0, 3))
  for (const county of rows(countiesText)) add(county, 'GB', 'ENG')
  for (const locale of ['en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'nl', 'sv']) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    for (const country of countryCodes()) {
      const name = names.of(country)
      if (name !== undefined) add(name, country)
      if (name !== undefined && locale === 'en') add(country, country)
    }
  }
  for (const [name, country] of Object.entries(moreCountries)) add(name, country)
  return found
}

function* countryCodes(): Generator<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const first of letters) for (const second of letters) yield first + second
}

const provinceLetters = new Map(Object.entries(canadianRegions).map(([letters, number]) => [number, letters]))
let countryNames: Intl.DisplayNames | undefined

/** What stands after a city's name: letters of its region in North America, elsewhere the country in English. */
export function regionLabel(country: string, region: string): string {
  if (country === 'US') return region
  if (country === 'CA') return provinceLetters.get(region) ?? 'Canada'
  countryNames ??= new Intl.DisplayNames(['en'], { type: 'region' })
  return countryNames.of(country) ?? country
}
