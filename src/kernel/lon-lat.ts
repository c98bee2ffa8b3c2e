/** `7.4652, 51.5136` as a map field sends it and people copy it: longitude and latitude in WGS 84. Undefined for what is none. */
export function readLonLat(text: string): readonly [lon: number, lat: number] | undefined {
  const [lon = Number.NaN, lat = Number.NaN, ...more] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  return more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : undefined
}
