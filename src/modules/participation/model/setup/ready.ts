import type { Phase, Procedure } from '../procedure.ts'

/** What a procedure needs before the public may see it. The sentence has the text key `participation.setup.need.<need>`. */
export const needs = ['lead', 'office', 'contact', 'phase', 'imprint'] as const
export type Need = (typeof needs)[number]

/** What is still missing; empty when it may be published. `imprint`: whether the site says who answers for it (DDG § 5). */
export function missingFor(
  procedure: Pick<Procedure, 'lead' | 'office' | 'contact'>,
  phases: readonly Pick<Phase, 'track' | 'actions'>[],
  imprint: boolean,
): Need[] {
  const { name, phone, email } = procedure.contact
  const has: Readonly<Record<Need, boolean>> = {
    lead: procedure.lead.trim() !== '',
    office: procedure.office.trim() !== '',
    contact: Boolean(phone || email) && Boolean(name || procedure.office),
    phase: phases.some((one) => one.track === 'public' && one.actions.some((action) => action !== 'read')),
    imprint,
  }
  return needs.filter((need) => !has[need])
}
