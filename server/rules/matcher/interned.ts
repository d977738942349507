/** Values that many rules share, each held once under its key; 0 is no value. */
export class Interned<T> {
  private readonly items: (T | undefined)[] = [undefined]
  private readonly keys: string[] = ['']
  private readonly uses: number[] = [0]
  private readonly ids = new Map<string, number>()
  private readonly free: number[] = []

  /** Numbers given out so far: the room that arrays by value need. */
  get bound(): number {
    return this.items.length
  }

  take(key: string, make: () => T): number {
    const known = this.ids.get(key)
    if (known !== undefined) {
      this.uses[known]!++
      return known
    }
    const id = this.free.pop() ?? this.items.length
    this.items[id] = make()
    this.keys[id] = key
    this.uses[id] = 1
    this.ids.set(key, id)
    return id
  }

  /** Returns the value when that was its last use. */
  give(id: number): T | undefined {
    if (id === 0 || --this.uses[id]! > 0) return undefined
    const item = this.items[id]
    this.ids.delete(this.keys[id]!)
    this.items[id] = undefined
    this.keys[id] = ''
    this.free.push(id)
    return item
  }

  at(id: number): T | undefined {
    return this.items[id]
  }

  *values(): Iterable<T> {
    for (const item of this.items) if (item !== undefined) yield item
  }
}
