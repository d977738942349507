import { categories } from '../../model/listing-schema.ts'

const numbers = new Map<string, number>(categories.map((name, index) => [name, index + 1]))

/** 1 and up; 0 for what is no category. */
export function categoryNumber(name: string): number {
  return numbers.get(name) ?? 0
}
