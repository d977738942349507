import type { EvidencePart } from '../schema.ts'

/** A part of the evidence; its sentence is written only where somebody reads it. */
export interface Part {
  name: string
  /** Log-odds. */
  weight: number
  sentence(): string
}

export const writtenParts = (parts: readonly Part[]): EvidencePart[] =>
  [...parts]
    .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.name < y.name ? -1 : 1))
    .map(({ name, weight, sentence }) => ({ name, weight: Number(weight.toFixed(2)), sentence: sentence() }))
