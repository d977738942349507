import { distanceKm } from '../../core/places.ts'
import type { Rule } from '../../model/rule-schema.ts'
import type { MatcherRule } from './matcher.ts'
import type { RuleIndex } from './rule-index.ts'
import type { Search } from './search.ts'

/** A rule of the index as the listing of the search under way meets it; made for one rule after the other. */
export class RuleView implements MatcherRule {
  id = 0
  userId = 0
  private readonly index: RuleIndex
  private readonly search: Search

  constructor(index: RuleIndex, search: Search) {
    this.index = index
    this.search = search
  }

  set(id: number, userId: number): MatcherRule {
    this.id = id
    this.userId = userId
    return this
  }

  get weights(): Rule['weights'] {
    return this.wish?.weights ?? null
  }

  get place(): { lat: number; lon: number } | null {
    const { circles, slots } = this.index
    const circle = slots.circleOf(this.slot)
    if (circle !== 0) return { lat: circles.latOf(circle), lon: circles.lonOf(circle) }
    const places = this.wish?.places ?? []
    const { lat, lon } = this.search.subject!
    const [first = null] = places
    if (lat === null || lon === null) return first
    let nearest = first
    let nearestKm = Number.POSITIVE_INFINITY
    for (const place of places) {
      const km = distanceKm(place, { lat, lon })
      if (km < nearestKm) [nearest, nearestKm] = [place, km]
    }
    return nearest
  }

  keywordShare(): number | null {
    const { programs, slots } = this.index
    const { text } = this.search
    const program = slots.programOf(this.slot)
    const positives = this.wish?.query?.positives ?? []
    if (!programs.wantsWords(program) && positives.length === 0) return null
    const counts = { wanted: 0, inTitle: 0 }
    programs.countWanted(program, text, counts)
    for (const rows of positives) {
      if (!rows.some((row) => text.has(row, 0))) continue
      counts.wanted++
      if (rows.some((row) => text.has(row, 0, text.titleWords))) counts.inTitle++
    }
    return counts.wanted === 0 ? 0 : counts.inTitle / counts.wanted
  }

  private get slot(): number {
    return this.index.slots.find(this.id)
  }

  private get wish() {
    return this.index.wishes.at(this.index.slots.wishOf(this.slot))
  }
}
