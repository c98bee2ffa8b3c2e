import { allDrafts } from '../datasets/all.ts'
import { type Department, type DepartmentKey, departments } from '../departments.ts'

/** Who is in charge of a published record: an office and, where it has one, an account of the demonstration. */
export interface DemoCharge {
  readonly tenant: string
  readonly slug: string
  readonly office: string
  readonly responsible?: string
}

/** Name of an office as colleagues say it: without the body in front. */
export const officeOf = (key: DepartmentKey): string => departments[key].name.replace(/^[^,]+, /, '')

const lindenrode: readonly (readonly [mailbox: string, ...offices: DepartmentKey[]])[] = [
  ['verantwortung', 'gruen', 'verkehr', 'planung', 'abfall', 'gebaeude'],
  ['redaktion', 'statistik', 'schule', 'jugend', 'kultur', 'standesamt'],
  ['koordination', 'rat', 'kaemmerei', 'wahlamt'],
]
const accountOf = (key: DepartmentKey): string | undefined => {
  if (departments[key].tenant === 'kreis-sennewald') return 'koordination@kreis-sennewald.example'
  const found = lindenrode.find(([, ...offices]) => offices.includes(key))
  return found && `${found[0]}@lindenrode.example`
}

/** Records that nobody has taken on yet, so that lists show what that looks like. */
const orphans: ReadonlySet<string> = new Set(['stellenplan-2026', 'verkehrszaehlung-2025-hauptstrassen'])

/** Charges of most records of the demonstration. */
export const demoCharges: readonly DemoCharge[] = allDrafts
  .filter(({ slug }) => !orphans.has(slug))
  .map(({ slug, by }) => {
    const { tenant }: Department = departments[by]
    const responsible = accountOf(by)
    return { tenant, slug, office: officeOf(by), ...(responsible ? { responsible } : {}) }
  })

/** The offices of a tenant, for the form to suggest. */
export const officesOf = (tenant: string): string[] =>
  (Object.keys(departments) as DepartmentKey[])
    .filter((key) => departments[key].tenant === tenant)
    .map(officeOf)
    .sort((a, b) => a.localeCompare(b, 'de'))
