/** Inverse document frequency of a word, natural logarithm: 0 for what everything has. */
export type Idf = (token: string) => number

/** As `EvidencePart`, its sentence written only where somebody reads it. */
export interface ProductPart {
  name: string
  weight: number
  sentence(): string
}
