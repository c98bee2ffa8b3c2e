import { defineFormat } from '../../format.ts'
import { staffDb } from '../../house.ts'
import { phaseFor } from '../../model/procedure.ts'
import { issueParts } from './issue-parts.tsx'
import { issueRoutes } from './issue-routes.ts'
import { expected, type IssueSettings, issueSettings, settingsOf } from './issue-settings.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { open311Handlers } from './open311/handler.ts'
import { listHandlers } from './pages/list/handler.tsx'
import { reportHandlers } from './pages/report/handler.tsx'
import { clientHandlers } from './pages/staff/clients.tsx'
import { staffIssueHandlers } from './pages/staff/handler.tsx'
import { webAppHandlers } from './pages/web-app.ts'
import { issueSections } from './sections.tsx'
import { issueSettingsForm, readIssueSettings } from './settings-form.tsx'
import { countWaiting } from './store/issue-store.ts'
import { tidyIssues } from './store/issue-tidy.ts'
import { namedPhotos } from './store/photo-store.ts'
import { loadIssues } from './use-cases/load-issues.ts'

/** Issue reporting (Mängelmelder): defects with photo and place, offices that deal with them, Open311 for programs. */
export default defineFormat<IssueSettings>({
  id: 'issue-report',
  name: { de: 'Mängelmelder', en: 'Issue reporting' },
  use: {
    de: 'Wenn Menschen jederzeit melden sollen, was kaputt oder schmutzig ist: mit Foto und Ort, und mit öffentlichem Stand.',
    en: 'When people should be able to report at any time what is broken or dirty: with photo and place, and a status for all to see.',
  },
  words: {
    one: { de: 'Meldung', en: 'report' },
    many: { de: 'Meldungen', en: 'reports' },
    after: { de: 'Was mit Ihrer Meldung geschieht', en: 'What becomes of your report' },
    news: { de: 'neue Meldungen, Antworten, neue Schritte', en: 'new reports, answers, new steps' },
  },
  actions: ['read', 'submit', 'comment', 'rate'],
  // Whoever sees a pothole shall not have to say who it is.
  proves: ['comment', 'rate'],
  settings: issueSettings,
  settingsForm: issueSettingsForm,
  readSettings: readIssueSettings,
  asked: ({ categories, outside }) => ({ categories: categories.map(({ name }) => name), place: 'must', outside }),
  expects: expected,
  dialogue: () => ({ rating: 'agree', sides: false, agree: 'participation.issue.me-too' }),
  action: ({ phases }, now) =>
    phaseFor(phases, 'submit', now) && { label: 'participation.issue.report', route: issueRoutes.reportIssue },
  sections: issueSections,
  submissionParts: issueParts,
  list: issueRoutes.issues,
  contents: { tables: ['participation_issue_photo'], named: namedPhotos },
  after: ({ procedure }, { t }) =>
    ['number', settingsOf(procedure.settings).photos === 'before' ? 'look-photo' : 'look', 'office', 'told'].map((name) => ({
      title: t(`participation.issue.after.${name}`),
      text: t(`participation.issue.after.${name}.text`, { office: procedure.office }),
    })),
  async tidy({ database }) {
    await tidyIssues(database.system)
  },
  demonstration: loadIssues,
  counts: async ({ database }, visit): Promise<Record<string, number>> =>
    visit.may('participation/read')
      ? { 'participation.issues': await countWaiting(staffDb({ database }, visit.site), visit.site.id) }
      : {},
  navigation: [
    {
      id: 'participation-issues',
      label: 'participation.issue.staff.list',
      route: issueRoutes.staffIssues,
      order: 17,
      place: 'staff-participation',
      count: 'participation.issues',
    },
  ],
  routes: issueRoutes,
  locales: { de, en },
  handlers: (house) => [
    ...reportHandlers(house),
    ...listHandlers(house),
    ...webAppHandlers(house),
    ...staffIssueHandlers(house),
    ...clientHandlers(house),
    ...open311Handlers(house),
  ],
})
