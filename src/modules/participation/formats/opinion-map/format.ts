import { defineFormat } from '../../format.ts'
import { phaseFor } from '../../model/procedure.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { opinionRoutes } from './opinion-routes.ts'
import { opinionHandlers } from './pages/handler.tsx'
import { resultHandlers } from './pages/result/handler.tsx'
import { opinionSections } from './sections.tsx'
import { type OpinionSettings, opinionSettings, opinionSettingsOf } from './settings.ts'
import { opinionSettingsForm, readOpinionSettings } from './settings-form.tsx'
import { staffOpinionHandlers } from './staff/handler.tsx'
import { forgetAnswers } from './store/vote-store.ts'
import { defineOpinionJobs } from './use-cases/compute-map.ts'
import { loadTraffic } from './use-cases/load-traffic.ts'

/** Opinion map: statements, three answers, groups of opinion and what unites them. */
export default defineFormat<OpinionSettings>({
  id: 'opinion-map',
  name: { de: 'Meinungsbild', en: 'Opinion map' },
  use: {
    de: 'Wenn Sie wissen wollen, worin sich Menschen einig sind und wo sie sich unterscheiden: kurze Aussagen, drei Antworten, auf Wunsch eigene Aussagen.',
    en: 'When you want to know on what people agree and where they differ: short statements, three answers, statements of their own if wanted.',
  },
  words: {
    acts: {
      submit: { de: 'Eigene Aussagen', en: 'Statements of your own' },
      rate: { de: 'Antworten', en: 'Answering' },
    },
    one: { de: 'Aussage', en: 'statement' },
    many: { de: 'Aussagen', en: 'statements' },
    after: { de: 'Was mit Ihren Antworten geschieht', en: 'What becomes of your answers' },
    news: { de: 'neue Aussagen, Beschlüsse, neue Schritte', en: 'new statements, resolutions, new steps' },
  },
  actions: ['read', 'submit', 'rate'],
  proves: ['submit', 'rate'],
  looksFirst: true,
  settings: opinionSettings,
  settingsForm: opinionSettingsForm,
  readSettings: readOpinionSettings,
  action: ({ phases }, now) =>
    phaseFor(phases, 'rate', now) && { label: 'participation.opinion.begin', route: opinionRoutes.opinions },
  sections: opinionSections,
  after: ({ procedure }, { t }) => {
    const { own, results } = opinionSettingsOf(procedure.settings)
    return ['counted', ...(results === 'staff' ? [] : ['result']), ...(own ? ['statement'] : []), 'deleted'].map((name) => ({
      title: t(`participation.opinion.after.${name}`),
      text: t(`participation.opinion.after.${name}.text`, { office: procedure.office }),
    }))
  },
  // Words to which others have answered are not changed any more, only withdrawn.
  final: true,
  exports: [opinionRoutes.opinionCommentsCsv, opinionRoutes.opinionStatistics],
  async tidy({ database, now }) {
    await forgetAnswers(database.system, now())
  },
  demonstration: loadTraffic,
  jobs: defineOpinionJobs,
  staff: [{ label: 'participation.opinion.staff.to-statements', route: opinionRoutes.staffStatements }],
  navigation: [
    {
      id: 'participation-opinions',
      label: 'participation.opinion.staff.list',
      route: opinionRoutes.staffOpinions,
      order: 16,
      place: 'staff-participation',
    },
  ],
  routes: opinionRoutes,
  locales: { de, en },
  handlers: (house) => [...opinionHandlers(house), ...resultHandlers(house), ...staffOpinionHandlers(house)],
})
