import { fail, ok, type Result } from '#kernel/result.ts'
import { slugOf } from '#kernel/slug.ts'
import { oneLine, readEmail, severalLines } from '#kernel/text.ts'
import { type Participation, type ProjectWriting, participations, type Stage, stages } from './project.ts'
import { areaText, readArea, readBases } from './setup/subject.ts'
import type { SetupFault, Typed } from './setup/typed.ts'

/** Fields of the form, and how long each may be. */
export const projectFields = {
  title: 120,
  lead: 400,
  stage: 20,
  about: 20_000,
  themes: 200,
  district: 80,
  place: 200,
  area: 200_000,
  costFrom: 20,
  costTo: 20,
  costNote: 200,
  timetable: 2000,
  office: 120,
  contactName: 120,
  contactPhone: 60,
  contactEmail: 254,
  papers: 4000,
  participation: 20,
  participationNote: 600,
  procedures: 2000,
  slug: 80,
} as const
export type ProjectField = keyof typeof projectFields

/** A project as the fields of the form show it; `procedures` are the short names of those that hang on it. */
export const typedProject = (one: ProjectWriting, procedures: readonly string[]): Typed => ({
  title: one.title,
  lead: one.lead,
  stage: one.stage,
  about: one.about,
  themes: one.themes.join(' '),
  district: one.district,
  place: one.place,
  area: areaText(one.area),
  costFrom: one.costFrom === null ? '' : String(one.costFrom),
  costTo: one.costTo === null ? '' : String(one.costTo),
  costNote: one.costNote,
  timetable: one.timetable,
  office: one.office,
  contactName: one.contact.name ?? '',
  contactPhone: one.contact.phone ?? '',
  contactEmail: one.contact.email ?? '',
  papers: one.papers.map(({ label, href }) => `${label} | ${href}`).join('\n'),
  participation: one.participation,
  participationNote: one.participationNote,
  procedures: procedures.join(' '),
  slug: one.slug,
})

/** Whole euros as people write them: `1.250.000 €`; null for nothing, undefined for what is none. */
export function readEuros(text: string): number | null | undefined {
  const plain = text.replace(/€|EUR|euro/gi, '').replace(/[\s\u00a0]/g, '')
  if (plain === '') return null
  if (!/^\d{1,3}(\.\d{3})+(,00?)?$|^\d+(,00?)?$/.test(plain)) return undefined
  const value = Number(plain.replaceAll('.', '').replace(/,.*/, ''))
  return Number.isSafeInteger(value) && value <= 1e13 ? value : undefined
}

/** What the form says: the project, and the short names of its procedures. */
export interface ReadProject {
  readonly project: ProjectWriting
  readonly procedures: readonly string[]
}

/** Reads the form; gives every fault with its field. */
export function readProject(typed: Typed): Result<ReadProject, SetupFault[]> {
  const faults: SetupFault[] = []
  const text = (field: ProjectField) => typed[field] ?? ''
  const line = (field: ProjectField) => oneLine(text(field))
  for (const [field, most] of Object.entries(projectFields))
    if (text(field as ProjectField).length > most) faults.push({ field, fault: 'long', about: { most: String(most) } })
  const title = line('title')
  if (title.length < 5) faults.push({ field: 'title', fault: title ? 'title.short' : 'title.missing' })
  const slug = line('slug') || slugOf(title)
  if (slug !== slugOf(slug)) faults.push({ field: 'slug', fault: 'slug.signs', about: { example: slugOf(slug) } })
  const [costFrom, costTo] = [readEuros(text('costFrom')), readEuros(text('costTo'))]
  if (costFrom === undefined) faults.push({ field: 'costFrom', fault: 'participation.project.fault.euros' })
  if (costTo === undefined) faults.push({ field: 'costTo', fault: 'participation.project.fault.euros' })
  if (typeof costFrom === 'number' && typeof costTo === 'number' && costFrom > costTo)
    faults.push({ field: 'costTo', fault: 'participation.project.fault.cost-order' })
  const stage = stages.find((one) => one === text('stage'))
  if (!stage) faults.push({ field: 'stage', fault: 'participation.project.fault.stage' })
  const participation = participations.find((one) => one === text('participation'))
  if (!participation) faults.push({ field: 'participation', fault: 'participation.project.fault.participation' })
  const email = readEmail(text('contactEmail'))
  if (line('contactEmail') && !email) faults.push({ field: 'contactEmail', fault: 'contactEmail.invalid' })
  const papers = readBases(text('papers'))
  if (!papers.ok) faults.push({ field: 'papers', fault: 'basis.line', about: { line: papers.error } })
  const area = readArea(text('area'))
  if (area === undefined) faults.push({ field: 'area', fault: 'area.invalid' })
  if (faults.length > 0 || area === undefined || !papers.ok) return fail(faults)
  const [name, phone] = [line('contactName'), line('contactPhone')]
  return ok({
    procedures: [
      ...new Set(
        text('procedures')
          .split(/[\s,]+/)
          .filter(Boolean),
      ),
    ],
    project: {
      slug,
      title,
      stage: stage as Stage,
      participation: participation as Participation,
      lead: severalLines(text('lead')),
      about: severalLines(text('about')),
      themes: [
        ...new Set(
          text('themes')
            .split(/[\s,]+/)
            .filter((one) => /^[A-Z]{4}$/.test(one)),
        ),
      ],
      district: line('district'),
      place: line('place'),
      area,
      costFrom: costFrom ?? null,
      costTo: costTo ?? null,
      costNote: line('costNote'),
      office: line('office'),
      contact: { ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
      papers: papers.value,
      timetable: severalLines(text('timetable')),
      participationNote: severalLines(text('participationNote')),
    },
  })
}
