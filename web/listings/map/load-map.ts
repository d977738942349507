/** The map comes when somebody wants one, all of it at once. */
export const loadMap = async () => {
  const [map] = await Promise.all([import('./deal-map.tsx'), import('../../ui/map/map-canvas.tsx')])
  return map
}
