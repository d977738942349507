/** Names that are written as one word, as two or with a hyphen; found as one. */
const names =
  'iphone ipad ipod imac macbook airpods airpod airtag homepod playstation xbox gameboy gamecube gopro ' +
  'chromebook chromecast thinkpad ideapad thinkcentre elitebook elitedesk probook zenbook vivobook ' +
  'powershot coolpix cybershot finepix soundlink quietcomfort paperwhite fitbit smartwatch kitchenaid ultraboost ' +
  'roomba boombox powerbook powerbeats earpods earbuds headphones earphones soundbar subwoofer turntable ' +
  'laptop desktop smartphone skateboard snowboard surfboard longboard motorcycle motorbike tshirt ' +
  'sweatshirt wheelchair bookshelf bookcase nightstand armchair lawnmower weedeater chainsaw microwave dishwasher ' +
  'trailblazer fourrunner landcruiser crosstrek stormtrooper gearvr dreamcast megadrive handycam mixtape ' +
  'snapback timberland underarmour quiksilver instapot instantpot crockpot airfryer'

/** Joined name → itself. */
export const lines: ReadonlySet<string> = new Set(names.split(' '))

/** Names of product lines whose models are told by what stands behind them. */
export const modelLines: ReadonlySet<string> = new Set(
  (
    'iphone ipad ipod macbook mac imac airpods airpod homepod playstation xbox switch gopro hero galaxy note pixel ' +
    'nexus kindle paperwhite surface thinkpad ideapad chromebook latitude inspiron xps pavilion elitebook series ' +
    'watch tab fitbit versa charge quest rift vive wii psp nook walkman moto oneplus redmi mavic phantom roomba ' +
    'echo chromecast powershot coolpix rebel'
  ).split(' '),
)
