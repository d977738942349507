/** Of a column of targets' keys: those of the channel, or the one target, that the parameter names. */
export function onChannel(column: string, name: string): string {
  return `(${column} = ${name} OR split_part(${column}, ':', 1) = ${name} OR ${column} || ':1' = ${name})`
}
