declare module 'd3-geo-projection' {
  import type { GeoProjection } from 'd3-geo'
  /** GeoJSON of the globe as GeoJSON of the plane, cut where the projection cuts. */
  export function geoProject(shape: object, projection: GeoProjection): object
}
