import { readFileSync } from 'node:fs'

/** The lines of a written matrix in docs/security, without its heading, as cells. */
export function linesOf(file: string): string[][] {
  return readFileSync(new URL(`../../docs/security/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
