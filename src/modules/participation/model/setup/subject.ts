import { fail, ok, type Result } from '#kernel/result.ts'
import { slugOf } from '#kernel/slug.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'
import type { Basis, Geometry, Procedure } from '../procedure.ts'
import { readPoint } from '../submission.ts'
import { keptSlugs } from './names.ts'
import type { SetupFault, Typed } from './typed.ts'

/** What a procedure is about: the part of it that the first step of the form writes. */
export type Subject = Pick<
  Procedure,
  'title' | 'slug' | 'prefix' | 'lead' | 'about' | 'fixed' | 'open' | 'basis' | 'office' | 'contact' | 'place' | 'area'
>

/** Fields of the step in their order, and how long each may be. */
export const subjectFields = {
  title: 120,
  lead: 300,
  about: 20_000,
  fixed: 4000,
  open: 4000,
  basis: 4000,
  office: 120,
  contactName: 120,
  contactPhone: 60,
  contactEmail: 254,
  place: 200,
  area: 200_000,
  slug: 80,
  prefix: 4,
} as const
type Field = keyof typeof subjectFields

/** A geometry as the field of a form shows it. */
export const areaText = (area: Geometry | null): string =>
  area === null ? '' : area.type === 'Point' ? area.coordinates.join(', ') : JSON.stringify(area)

/** A procedure as the fields of the form show it. */
export const typedSubject = (one: Subject): Typed => ({
  title: one.title,
  lead: one.lead,
  about: one.about,
  fixed: one.fixed.join('\n'),
  open: one.open.join('\n'),
  basis: one.basis.map(({ label, href }) => `${label} | ${href}`).join('\n'),
  office: one.office,
  contactName: one.contact.name ?? '',
  contactPhone: one.contact.phone ?? '',
  contactEmail: one.contact.email ?? '',
  place: one.place,
  area: areaText(one.area),
  slug: one.slug,
  prefix: one.prefix,
})

const lines = (text: string) =>
  severalLines(text)
    .split('\n')
    .map((line) => oneLine(line.replace(/^\s*[-*•]\s+/, '')))
    .filter(Boolean)

/** `Ratsbeschluss vom 18. Juni | https://...`: a link of a paper; undefined for what is none. */
function readBasis(line: string): Basis | undefined {
  const at = line.lastIndexOf('|')
  const [label, href] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  return at > 0 && label && /^https?:\/\/[^\s/]+\S*$|^\/(?!\/)\S*$/.test(href) ? { label, href } : undefined
}

/** Lines of links; the first one that is none is the fault, shortened. */
export function readBases(text: string): Result<Basis[], string> {
  const read = lines(text).map((one) => [one, readBasis(one)] as const)
  const wrong = read.find(([, basis]) => !basis)
  return wrong ? fail(wrong[0].slice(0, 80)) : ok(read.flatMap(([, basis]) => basis ?? []))
}

const isArea = (value: unknown): value is Geometry => {
  const { type, coordinates } = (value ?? {}) as { type?: unknown; coordinates?: unknown }
  return ['Point', 'LineString', 'Polygon', 'MultiPolygon'].includes(String(type)) && onEarth(coordinates)
}

/** Whether everything in nested lists is a pair of longitude and latitude. */
function onEarth(value: unknown, depth = 0): boolean {
  if (!Array.isArray(value) || value.length === 0 || depth > 4) return false
  if (typeof value[0] !== 'number') return value.every((one) => onEarth(one, depth + 1))
  const [lon, lat] = value as unknown[]
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

/** A point `7.4652, 51.5136`, or a geometry in GeoJSON, also inside a feature; null for nothing, undefined for what is neither. */
export function readArea(text: string): Geometry | null | undefined {
  if (text.trim() === '') return null
  const point = readPoint(text)
  if (point) return point
  try {
    const value = JSON.parse(text) as { type?: string; geometry?: unknown; features?: { geometry?: unknown }[] }
    const inside =
      value?.type === 'Feature' ? value.geometry : value?.type === 'FeatureCollection' ? value.features?.[0]?.geometry : value
    return isArea(inside) ? inside : undefined
  } catch {
    return undefined
  }
}

/** Reads the step; gives every fault with its field. */
export function readSubject(typed: Typed): Result<Subject, SetupFault[]> {
  const faults: SetupFault[] = []
  const text = (field: Field) => typed[field] ?? ''
  const line = (field: Field) => oneLine(text(field))
  for (const [field, most] of Object.entries(subjectFields))
    if (text(field as Field).length > most) faults.push({ field, fault: 'long', about: { most: String(most) } })
  const title = line('title')
  if (title.length < 5) faults.push({ field: 'title', fault: title ? 'title.short' : 'title.missing' })
  const slug = line('slug') || slugOf(title)
  if (slug !== slugOf(slug)) faults.push({ field: 'slug', fault: 'slug.signs', about: { example: slugOf(slug) } })
  else if (keptSlugs.includes(slug)) faults.push({ field: 'slug', fault: 'slug.kept' })
  const prefix = line('prefix').toUpperCase()
  if (!/^[A-Z]{2,4}$/.test(prefix)) faults.push({ field: 'prefix', fault: 'prefix.signs' })
  const email = readEmail(text('contactEmail'))
  if (line('contactEmail') && !email) faults.push({ field: 'contactEmail', fault: 'contactEmail.invalid' })
  const basis = readBases(text('basis'))
  if (!basis.ok) faults.push({ field: 'basis', fault: 'basis.line', about: { line: basis.error } })
  const area = readArea(text('area'))
  if (area === undefined) faults.push({ field: 'area', fault: 'area.invalid' })
  if (faults.length > 0 || area === undefined || !basis.ok) return fail(faults)
  const [name, phone] = [line('contactName'), line('contactPhone')]
  return ok({
    title,
    slug,
    prefix,
    lead: line('lead'),
    about: severalLines(text('about')),
    fixed: lines(text('fixed')),
    open: lines(text('open')),
    basis: basis.value,
    office: line('office'),
    contact: { ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
    place: line('place'),
    area,
  })
}
