import { expect, it } from 'vitest'
import { sampleRule } from '../samples.ts'
import { excludableWords } from './dismiss-words.ts'

interface Set_ {
  all: string[]
  kept: string[]
  /** In the order in which they are dismissed. */
  wrong: string[]
  /** Words that tell the wrong thing; any of them is right. */
  marks: string[]
}

/** Invented; some of the marks stand in no list of the program. */
const sets: Record<string, Set_> = {
  cases: {
    all: ['iphone 13'],
    kept: [
      'Apple iPhone 13 128GB blue unlocked',
      'iPhone 13 pro graphite',
      'iphone 13 mini great battery',
      'iPhone 13 256 black',
    ],
    wrong: [
      'Blue silicone case for iPhone 13',
      'iPhone 13 leather case brown',
      'OtterBox Defender case iPhone 13',
      'Clear cases fits iPhone 13',
    ],
    marks: ['case', 'cases', 'silicone', 'leather'],
  },
  boxes: {
    all: ['switch'],
    kept: [
      'Nintendo Switch with box and dock',
      'Nintendo Switch OLED in original box',
      'Switch console boxed',
      'Nintendo Switch lite yellow',
    ],
    wrong: [
      'Nintendo Switch box only',
      'EMPTY box Nintendo Switch',
      'Nintendo Switch OLED box only no console',
    ],
    marks: ['box only', 'empty', 'empty box'],
  },
  chairs: {
    all: ['aeron'],
    kept: [
      'Herman Miller Aeron size B',
      'Aeron chair graphite',
      'Herman Miller Aeron remastered C',
      'aeron office chair',
    ],
    wrong: [
      'Headrest for Herman Miller Aeron',
      'Aeron armrest pads replacement',
      'Aeron headrest Atlas carbon',
      'Aeron replacement cylinder',
    ],
    marks: ['headrest', 'armrest', 'pads', 'replacement', 'cylinder'],
  },
  bikes: {
    all: ['trek', 'bike'],
    kept: [
      'Trek Domane road bike 56cm',
      'Trek FX 2 hybrid bike',
      'trek marlin mountain bike large',
      'Trek bike blue 54',
    ],
    wrong: ['Trek kids bike 16 inch girls', 'Trek Precaliber kids bike', 'Kids trek bike red'],
    marks: ['kids', 'girls', 'precaliber', 'inch'],
  },
  cameras: {
    all: ['canon r6'],
    kept: [
      'Canon R6 body',
      'Canon EOS R6 mark II with strap',
      'canon r6 low shutter count',
      'Canon R6 + 24-105',
    ],
    wrong: [
      'Cage for Canon R6 SmallRig',
      'SmallRig cage Canon R6 black',
      'Canon R6 L bracket',
      'Canon R6 instruction manual',
    ],
    marks: ['cage', 'smallrig', 'bracket', 'manual', 'instruction'],
  },
  pianos: {
    all: ['piano'],
    kept: [
      'Yamaha upright piano',
      'Baldwin piano and bench',
      'Kawai digital piano',
      'Yamaha piano walnut with bench',
    ],
    wrong: [
      'Piano lessons for beginners',
      'Piano tuning service',
      'Piano lessons in your home',
      'Online piano lessons',
    ],
    marks: ['lessons', 'tuning', 'service', 'beginners'],
  },
  drills: {
    all: ['dewalt', 'drill'],
    kept: [
      'Dewalt 20V drill with two batteries',
      'DeWalt hammer drill kit',
      'dewalt drill driver charger',
      'Dewalt drill brushless',
    ],
    wrong: ['Dewalt drill broken for parts', 'Broken Dewalt drill', 'dewalt hammer drill not working parts'],
    marks: ['broken', 'parts', 'working'],
  },
  lego: {
    all: ['lego', 'falcon'],
    kept: [
      'LEGO Star Wars Millennium Falcon 75192',
      'Lego Falcon complete',
      'LEGO Millennium Falcon sealed',
      'lego 75257 falcon',
    ],
    wrong: [
      'Display stand for LEGO Millennium Falcon',
      'LED light kit LEGO Falcon',
      'Acrylic stand Lego Falcon 75192',
      'Lego Falcon lighting kit',
    ],
    marks: ['stand', 'display', 'led', 'kit', 'lighting', 'acrylic'],
  },
  tables: {
    all: ['dining table'],
    kept: [
      'Oak dining table with six chairs',
      'Round dining table walnut',
      'Dining table and chairs',
      'Extending dining table pine',
    ],
    wrong: [
      'Tablecloth dining table grey',
      'Dollhouse dining table miniature',
      'Dining table tablecloth linen',
      'miniature dining table doll furniture',
    ],
    marks: ['tablecloth', 'dollhouse', 'miniature', 'doll', 'linen'],
  },
  records: {
    all: ['miles davis'],
    kept: [
      'Miles Davis Kind of Blue LP',
      'Miles Davis Bitches Brew vinyl',
      'Miles Davis Sketches of Spain 1960 mono',
      'Kind of Blue Miles Davis 6 eye',
    ],
    wrong: [
      'Miles Davis poster 24x36',
      'Miles Davis t-shirt vintage',
      'Framed Miles Davis poster',
      'Miles Davis biography hardcover',
    ],
    marks: ['poster', 'shirt', 'framed', 'biography', 'hardcover'],
  },
}

const text = (title: string) => ({ title, description: null })
const suggested = ({ all, kept }: Set_, [one, ...before]: string[]) =>
  excludableWords(sampleRule({ all, name: 'A rule' }), text(one!), before.map(text), kept.map(text))

/** Of every title once as the first dismissal, and with the others before it. */
function measure() {
  let [firsts, firstRight, laters, laterRight, keptHit, caught, catchable] = [0, 0, 0, 0, 0, 0, 0]
  const missed: string[] = []
  for (const [name, set] of Object.entries(sets)) {
    for (const [at, title] of set.wrong.entries()) {
      const others = set.wrong.filter((_, index) => index !== at)
      const first = suggested(set, [title])[0]
      firsts++
      if (first && set.marks.includes(first.word)) firstRight++
      else missed.push(`${name}: ${title} → ${first?.word}`)
      const later = suggested(set, [title, ...others])[0]
      laters++
      if (later && set.marks.includes(later.word)) laterRight++
      else missed.push(`${name} (later): ${title} → ${later?.word}`)
      keptHit += later?.inKept ?? 0
      caught += later?.inWrong ?? 0
      catchable += set.wrong.length
    }
  }
  return {
    first: firstRight / firsts,
    later: laterRight / laters,
    keptHit,
    caught: caught / catchable,
    missed,
  }
}

it('the first suggestion is a word that tells the wrong thing, from the first dismissal on, and costs nothing kept', () => {
  const { first, later, keptHit, caught, missed } = measure()
  process.stderr.write(
    `first dismissal ${(first * 100).toFixed(0)} % right, with others before ${(later * 100).toFixed(0)} %, which would have kept away ${(caught * 100).toFixed(0)} % of the wrong\n${missed.join('\n')}\n`,
  )
  expect(first, missed.join('\n')).toBeGreaterThanOrEqual(0.85)
  expect(later, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(keptHit).toBe(0)
  expect(caught).toBeGreaterThan(0.5)
})

it('nothing is suggested that the rule asks for in an expression or is called after', () => {
  const rule = sampleRule({ all: [], query: '(sofa OR couch) -leather', name: 'Sectional for the den' })
  const found = excludableWords(rule, text('Sectional couch sofa cover'), [], [])
  expect(found.map(({ word }) => word)).toEqual(['cover'])
})
