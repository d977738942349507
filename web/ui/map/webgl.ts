let known: boolean | undefined

/** Whether this browser can draw maps at all. */
export function canDrawMaps(): boolean {
  known ??= document.createElement('canvas').getContext('webgl2') !== null
  return known
}
