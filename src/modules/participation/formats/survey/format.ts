import { defineFormat } from '../../format.ts'
import { phaseFor } from '../../model/procedure.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import type { SurveySettings } from './model/questionnaire.ts'
import { takePartHandlers } from './pages/take-part/handler.tsx'
import { surveySections } from './sections.tsx'
import { surveyRoutes } from './survey-routes.ts'
import { surveySettings } from './survey-settings.ts'
import { settingsOf } from './use-cases/open-survey.ts'

/** Survey: questions on pages, counted as they come. */
export default defineFormat<SurveySettings>({
  id: 'survey',
  name: { de: 'Umfrage', en: 'Survey' },
  use: {
    de: 'Wenn Sie viele Menschen dasselbe fragen und Zahlen vergleichen wollen: feste Fragen, auf Wunsch mit Einladungscode.',
    en: 'When you want to ask many people the same and compare figures: fixed questions, with invitation codes if wanted.',
  },
  actions: ['read', 'submit'],
  settings: surveySettings,
  action: ({ phases, procedure }, now) =>
    phaseFor(phases, 'submit', now) && settingsOf(procedure).questions.length > 0
      ? { label: 'participation.survey.begin', route: surveyRoutes.survey }
      : undefined,
  sections: surveySections,
  routes: surveyRoutes,
  locales: { de, en },
  handlers: (house) => [...takePartHandlers(house)],
})
