import type { PersonalRoom } from '#identity'
import { defineModule } from '#kernel/module.ts'
import type { Handler } from '#platform/http'
import { catalogueCommands } from './commands.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { browseHandlers } from './pages/browse/handler.tsx'
import { datasetHandlers } from './pages/dataset/handler.tsx'
import { editHandlers } from './pages/edit/handler.tsx'
import type { EditorHouse } from './pages/edit/open-draft.ts'
import { entryHandlers } from './pages/entries/handler.tsx'
import { historyHandlers } from './pages/history/handler.tsx'
import { interfacesHandlers } from './pages/interfaces/handler.tsx'
import { ownRequestHandlers } from './pages/own-request/handler.tsx'
import { remarkHandlers } from './pages/remark/handler.tsx'
import { reviewHandlers } from './pages/reviews/handler.tsx'
import { rulesHandlers } from './pages/rules/rules-view.tsx'
import { searchHandlers } from './pages/search/handler.tsx'
import { settingsHandlers } from './pages/settings/handler.tsx'
import { sheetHandlers } from './pages/sheets/handler.tsx'
import { staffRequestHandlers } from './pages/staff-requests/handler.tsx'
import { subscriptionHandlers } from './pages/subscription/handler.tsx'
import { wishHandlers } from './pages/wishes/handler.tsx'
import { permissions } from './policies.ts'
import { routes } from './routes.ts'
import { forgetWorker, workOf } from './store/personal-store.ts'

export { keepQualityCurrent } from './jobs/assess-quality.ts'
export { defineCatalogueJobs } from './jobs/define-jobs.ts'
export { keepCatalogueCurrent } from './jobs/keep-catalogue-current.ts'
export { releaseScheduled } from './jobs/release-scheduled.ts'
export { catalogueHome } from './pages/home/content.tsx'
export { catalogueCounts, catalogueStaff } from './pages/staff/content.tsx'
export { forgetDrafts } from './store/draft-tidy.ts'
export { namedContents } from './store/named-contents.ts'
export { settleChangeOrder } from './store/queries/change-feed.ts'
export { doubtRecords } from './store/record-memory.ts'
export { forgetRequests } from './store/request-tidy.ts'
export { loadDemonstration, once } from './use-cases/load-demonstration.ts'
export { loadDesk } from './use-cases/load-desk.ts'
export { wishPersonal } from './use-cases/requests/personal-data.ts'
export { tellNews } from './use-cases/requests/tell-news.ts'
export { catalogueSearchSchema } from './use-cases/search-document.ts'
export { catalogueCommands }

/** What this room keeps about persons with an account: who wrote, released and is in charge. */
export const cataloguePersonal: PersonalRoom = {
  room: 'catalogue',
  read: (db, person) => workOf(db, person.id),
  erase: (trx, person) => forgetWorker(trx, person.id),
}

export const catalogueDefinition = defineModule({
  id: 'catalogue',
  switchable: true,
  permissions,
  routes,
  locales: { de, en },
  navigation: [
    { id: 'data', label: 'catalogue.nav.data', route: routes.search, order: 10, place: 'main' },
    { id: 'themes', label: 'catalogue.nav.themes', route: routes.themes, order: 20, place: 'main' },
    { id: 'places', label: 'catalogue.nav.places', route: routes.places, order: 40, place: 'main' },
    { id: 'interfaces', label: 'catalogue.nav.interfaces', route: routes.interfaces, order: 50, place: 'main' },
    { id: 'f-data', label: 'catalogue.nav.all', route: routes.search, order: 10, place: 'footer-data' },
    { id: 'f-publishers', label: 'catalogue.nav.publishers', route: routes.publishers, order: 20, place: 'footer-data' },
    { id: 'f-quality', label: 'catalogue.nav.quality', route: routes.metadataQuality, order: 30, place: 'footer-data' },
    { id: 'f-wishes', label: 'catalogue.wish.name', route: routes.wishes, order: 25, place: 'footer-data' },
    { id: 'f-rules', label: 'catalogue.rules.title', route: routes.rules, order: 30, place: 'footer-help' },
    {
      id: 'wishes',
      label: 'catalogue.staff.wishes',
      route: routes.staffRequests,
      order: 40,
      place: 'staff-data',
      count: 'wishes',
    },
    {
      id: 'reviews',
      label: 'catalogue.reviews.title',
      route: routes.reviews,
      order: 20,
      place: 'staff-data',
      count: 'catalogue.reviews',
    },
    {
      id: 'entries',
      label: 'catalogue.entries.title',
      route: routes.entries,
      order: 30,
      place: 'staff-data',
      count: 'catalogue.entries',
    },
    {
      id: 'catalogue-settings',
      label: 'catalogue.settings.title',
      route: routes.settings,
      order: 60,
      place: 'staff-administration',
    },
    { id: 'f-interfaces', label: 'catalogue.nav.interfaces', route: routes.interfaces, order: 10, place: 'footer-help' },
  ],
})

/** All pages and machine answers of the room. */
export const catalogueHandlers = (house: EditorHouse): Handler[] => [
  ...editHandlers(house),
  ...searchHandlers(house),
  ...browseHandlers(house),
  ...datasetHandlers(house),
  ...interfacesHandlers(house),
  ...entryHandlers(house),
  ...settingsHandlers(house),
  ...sheetHandlers(house),
  ...reviewHandlers(house),
  ...historyHandlers(house),
  ...wishHandlers(house),
  ...remarkHandlers(house),
  ...ownRequestHandlers(house),
  ...subscriptionHandlers(house),
  ...rulesHandlers(),
  ...staffRequestHandlers(house),
]
