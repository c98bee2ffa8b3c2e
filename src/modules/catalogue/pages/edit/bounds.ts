import type { Place } from '#standards/dcat-ap-de'
import type { FieldFault, Values } from './field.ts'

/** West, south, east, north in degrees (WGS 84). */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

const number = (text: string): number =>
  /^-?\d{1,3}([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN

/** Four numbers that are a rectangle on the earth; a decimal comma is understood. */
export function boundsOf(values: Values): Bounds | undefined {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = values.map(number)
  const fits = west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north
  return fits ? [west, south, east, north] : undefined
}

export const boundsFault = (values: Values): FieldFault | undefined => (boundsOf(values) ? undefined : 'area')

/** A rectangle as WKT, longitude first (GeoSPARQL, EPSG:4326 as DCAT-AP.de uses it). */
export const wktOf = ([west, south, east, north]: Bounds): string =>
  `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`

/** The bounds of a place's rectangle or outline, as texts for the form; undefined where it has none that we can read. */
export function bboxOf({ bbox, geometry }: Place): Values | undefined {
  const wkt = bbox ?? geometry
  if (!wkt || !/^\s*(?:<[^>]+>\s*)?(?:MULTI)?POLYGON/i.test(wkt)) return undefined
  const points = [...wkt.matchAll(/(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  if (points.length < 3) return undefined
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b))
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b))
  return [least(xs), least(ys), most(xs), most(ys)].map(String)
}
