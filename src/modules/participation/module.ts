import { joinMessages } from '#kernel/locale.ts'
import { defineModule } from '#kernel/module.ts'
import { joinRoutes } from '#kernel/route.ts'
import type { Handler } from '#platform/http'
import { brokenFormats, formats } from './formats.ts'
import type { ParticipationHouse, ParticipationWeb } from './house.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { de as tallyGerman } from './model/tally/locales/de.ts'
import { en as tallyEnglish } from './model/tally/locales/en.ts'
import { analysisHandlers } from './pages/analysis/handler.tsx'
import { codesHandlers } from './pages/codes/handlers.ts'
import { dialogueHandlers } from './pages/dialogue/handler.tsx'
import { takeAlongHandlers } from './pages/dialogue/take-along-handlers.tsx'
import { documentHandlers } from './pages/documents/handlers.ts'
import { enterHandlers } from './pages/enter/handler.tsx'
import { followHandlers } from './pages/follow/handler.tsx'
import { importHandlers } from './pages/import/handler.ts'
import { moderationHandlers } from './pages/moderation/handler.tsx'
import { noticeHandlers } from './pages/notices/handler.tsx'
import { ownSubmissionHandlers } from './pages/own-submission/handler.tsx'
import { paperHandlers } from './pages/paper/handler.ts'
import { procedureHandlers } from './pages/procedure/handler.tsx'
import { proceduresHandlers } from './pages/procedures/handler.tsx'
import { projectHandlers } from './pages/projects/handlers.tsx'
import { staffProjectHandlers } from './pages/projects/staff-handlers.tsx'
import { bundIdHandlers } from './pages/proof/bundid-handlers.tsx'
import { proofHandlers } from './pages/proof/handler.tsx'
import { protocolHandlers } from './pages/protocol/handler.tsx'
import { reportHandlers } from './pages/report/handler.tsx'
import { participationRulesHandlers } from './pages/rules/handler.tsx'
import { setupHandlers } from './pages/setup/handlers.tsx'
import { textBlockHandlers } from './pages/staff-answers/blocks.tsx'
import { staffAnswerHandlers } from './pages/staff-answers/handler.tsx'
import { staffDecisionHandlers } from './pages/staff-decisions/handler.tsx'
import { staffNoticeHandlers } from './pages/staff-notices/handler.tsx'
import { staffReportHandlers } from './pages/staff-report/handler.tsx'
import { submissionsHandlers } from './pages/submissions/handler.tsx'
import { submitHandlers } from './pages/submit/handler.tsx'
import { permissions } from './policies.ts'
import { projectRoutes } from './project-routes.ts'
import { routeParts, routes } from './routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { loadProjects } from './use-cases/projects/load-projects.ts'

export { participationCommands } from './commands.ts'
export { participationContents } from './contents.ts'
export { participationCounts } from './counts.ts'
export { defineParticipationJobs } from './jobs/define-jobs.ts'
export { forgetParticipation } from './store/participation-tidy.ts'
export type { ParticipationTables } from './store/tables.ts'
export { loadParticipation } from './use-cases/load-demonstration.ts'
export { participationPersonal } from './use-cases/personal-data.ts'

export const participationDefinition = defineModule({
  id: 'participation',
  switchable: true,
  permissions,
  // Each format brings its own.
  routes: joinRoutes([...routeParts, ...formats.map((one) => one.routes ?? {})]),
  locales: {
    de: joinMessages([de, tallyGerman, ...formats.map((one) => one.locales?.de ?? {})]),
    en: joinMessages([en, tallyEnglish, ...formats.map((one) => one.locales?.en ?? {})]),
  },
  navigation: [
    { id: 'participation', label: 'participation.nav', route: routes.procedures, order: 30, place: 'main' },
    { id: 'f-participation-rules', label: 'participation.rules.title', route: routes.rules, order: 35, place: 'footer-help' },
    {
      id: 'moderation',
      label: 'participation.moderate.title',
      route: routes.queue,
      order: 20,
      place: 'staff-participation',
      count: 'participation.moderation',
    },
    {
      id: 'notices',
      label: 'participation.notices.title',
      route: routes.notices,
      order: 30,
      place: 'staff-participation',
      count: 'participation.notices',
    },
    { id: 'f-procedures', label: 'participation.footer.procedures', route: routes.procedures, order: 50, place: 'footer-data' },
    {
      id: 'participation-setup',
      label: 'participation.setup.list',
      route: setupRoutes.staffProcedures,
      order: 10,
      place: 'staff-participation',
    },
    { id: 'f-projects', label: 'participation.projects.title', route: projectRoutes.projects, order: 52, place: 'footer-data' },
    {
      id: 'participation-projects',
      label: 'participation.projects.title',
      route: projectRoutes.staffProjects,
      order: 15,
      place: 'staff-participation',
    },
    { id: 'f-reports', label: 'participation.reports.title', route: routes.reports, order: 55, place: 'footer-data' },
    {
      id: 'accounts',
      label: 'participation.accounts.title',
      route: routes.staffAccounts,
      order: 40,
      place: 'staff-participation',
    },
    ...formats.flatMap((one) => one.navigation ?? []),
  ],
})

/** Once a day: every format deletes and blanks what it keeps no longer. */
export async function tidyFormats(house: ParticipationHouse): Promise<void> {
  for (const one of formats) await one.tidy?.(house)
}

/** Every format's part of the demonstration, and the projects that procedures hang on. */
export async function demonstrateFormats(house: ParticipationHouse): Promise<void> {
  for (const one of formats) await one.demonstration?.(house)
  await loadProjects(house)
}

/** All pages and machine answers of the room and of its formats. */
export function participationHandlers(house: ParticipationWeb): Handler[] {
  for (const one of brokenFormats) house.log.error({ folder: one.folder, reason: one.reason }, 'a format could not be read')
  return [
    ...proceduresHandlers(house),
    ...procedureHandlers(house),
    ...submitHandlers(house),
    ...proofHandlers(house),
    ...bundIdHandlers(house),
    ...codesHandlers(house),
    ...submissionsHandlers(house),
    ...ownSubmissionHandlers(house),
    ...setupHandlers(house),
    ...documentHandlers(house),
    ...enterHandlers(house),
    ...importHandlers(house),
    ...paperHandlers(house),
    ...moderationHandlers(house),
    ...noticeHandlers(house),
    ...staffNoticeHandlers(house),
    ...protocolHandlers(house),
    ...participationRulesHandlers(),
    ...followHandlers(house),
    ...reportHandlers(house),
    ...staffAnswerHandlers(house),
    ...textBlockHandlers(house),
    ...staffDecisionHandlers(house),
    ...staffReportHandlers(house),
    ...analysisHandlers(house),
    ...projectHandlers(house),
    ...staffProjectHandlers(house),
    ...dialogueHandlers(house),
    ...takeAlongHandlers(house),
    ...formats.flatMap((one) => one.handlers?.(house) ?? []),
  ]
}
