import type { Route } from '#kernel/route.ts'
import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import { type FormStep, Stepper } from '#ui/components/stepper/stepper.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { ProcedureState } from '../../model/procedure.ts'
import { missingFor, type Need } from '../../model/setup/ready.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { hasImprint } from '../../use-cases/setup/publish-procedure.ts'

/** The parts of setting up in their order: name, address, and what of the needs is met there. */
const steps = [
  ['subject', setupRoutes.subject, ['lead', 'office', 'contact']],
  ['timetable', setupRoutes.timetable, ['phase']],
  ['rules', setupRoutes.setupRules, []],
  ['settings', setupRoutes.settings, []],
  ['documents', paperRoutes.documents, []],
] as const satisfies readonly (readonly [string, Route, readonly Need[]])[]
export type SetupStep = (typeof steps)[number][0]

const shapes: Readonly<Record<ProcedureState, StatusKind>> = { draft: 'run', public: 'ok', withdrawn: 'idle' }

/** Draft, public, withdrawn: a shape and a word. */
export const StateWord = ({ state, visit }: { readonly state: ProcedureState; readonly visit: Visit }) => (
  <Status kind={shapes[state]}>{visit.t(`participation.setup.state.${state}`)}</Status>
)

/** What the procedure lacks before it may be published. */
export const missingIn = (visit: Visit, { procedure, phases }: ShownProcedure): Need[] =>
  missingFor(procedure, phases, hasImprint(visit.site))

/** Where each part is, how far it is, and what is missing in it. */
export function stepsFor(visit: Visit, opened: ShownProcedure, current?: SetupStep): FormStep[] {
  const missing = missingIn(visit, opened)
  return steps.map(([name, route, needs]) => {
    const lacks = needs.filter((need) => (missing as readonly string[]).includes(need)).length
    return {
      href: visit.to(route, { id: opened.procedure.id }),
      title: visit.t(`participation.setup.step.${name}`),
      state: name === current ? 'current' : lacks > 0 ? 'open' : 'done',
      ...(lacks > 0 ? { missing: lacks } : {}),
    }
  })
}

/** The sentence of a fault: of ours by its name, of a format by its whole text key. */
export const setupFaultText = (visit: Visit, { fault, about }: SetupFault): string =>
  visit.t(fault.startsWith('participation.') ? fault : `participation.setup.fault.${fault}`, about ?? {})

/** Lines of the error summary, each with its field. */
export const setupFaultLines = (visit: Visit, faults: readonly SetupFault[]) =>
  faults.map((one) => ({ field: one.field, text: setupFaultText(visit, one) }))

/** A page of the internal area that belongs to one procedure. */
export function setupView(
  visit: Visit,
  opened: ShownProcedure,
  given: {
    readonly title: string
    readonly lead?: string
    readonly step?: SetupStep
    readonly before?: Children
    readonly body: Children
  },
): View {
  const { t } = visit
  const { procedure } = opened
  const own = visit.to(setupRoutes.setup, { id: procedure.id })
  return {
    title: `${given.title}: ${procedure.title}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-setup',
    crumbs: [
      { label: t('participation.setup.list'), href: visit.to(setupRoutes.staffProcedures) },
      { label: procedure.title, href: own },
      { label: given.title },
    ],
    body: (
      <>
        {given.before}
        <Head pre={procedure.title} title={given.title} {...(given.lead ? { lead: given.lead } : {})} t={t} />
        {given.step && <Stepper steps={stepsFor(visit, opened, given.step)} label={t('participation.setup.steps')} t={t} />}
        {given.body}
      </>
    ),
  }
}
