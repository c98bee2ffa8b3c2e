import { defineFormat } from '../../format.ts'
import { phaseFor } from '../../model/procedure.ts'
import { busQuestions } from './demo/bus.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import type { SurveySettings } from './model/questionnaire.ts'
import { surveyPaper } from './pages/paper.tsx'
import { resultsHandlers } from './pages/results/handler.tsx'
import { enterSurveyHandlers } from './pages/staff/enter-handler.tsx'
import { staffSurveyHandlers } from './pages/staff/handler.tsx'
import { lookAtSurveyHandlers } from './pages/staff/look-handler.tsx'
import { takePartHandlers } from './pages/take-part/handler.tsx'
import { surveySections } from './sections.tsx'
import { surveySettingsLink } from './settings-link.tsx'
import { forgetLooseFiles, namedFiles } from './store/file-store.ts'
import { forgetResponses } from './store/response-store.ts'
import { surveyRoutes } from './survey-routes.ts'
import { surveySettings } from './survey-settings.ts'
import { loadBus } from './use-cases/load-bus.ts'
import { settingsOf } from './use-cases/open-survey.ts'

/** Survey: questions on pages, counted as they come. */
export default defineFormat<SurveySettings>({
  id: 'survey',
  name: { de: 'Umfrage', en: 'Survey' },
  use: {
    de: 'Wenn Sie viele Menschen dasselbe fragen und Zahlen vergleichen wollen: feste Fragen, auf Wunsch mit Einladungscode.',
    en: 'When you want to ask many people the same and compare figures: fixed questions, with invitation codes if wanted.',
  },
  words: {
    acts: { submit: { de: 'Teilnehmen', en: 'Taking part' } },
    one: { de: 'Teilnahme', en: 'response' },
    many: { de: 'Teilnahmen', en: 'responses' },
    after: { de: 'Was mit Ihren Antworten geschieht', en: 'What becomes of your answers' },
    news: { de: 'Beschlüsse, neue Schritte', en: 'resolutions, new steps' },
  },
  ownTables: true,
  actions: ['read', 'submit'],
  proves: ['submit'],
  settings: surveySettings,
  settingsForm: surveySettingsLink,
  action: ({ phases, procedure }, now) =>
    phaseFor(phases, 'submit', now) && settingsOf(procedure).questions.length > 0
      ? { label: 'participation.survey.begin', route: surveyRoutes.survey }
      : undefined,
  paper: surveyPaper,
  sections: surveySections,
  after: ({ procedure }, { t }) =>
    ['number', 'counted', ...(settingsOf(procedure).results === 'staff' ? [] : ['results']), 'deleted'].map((name) => ({
      title: t(`participation.survey.after.${name}`),
      text: t(`participation.survey.after.${name}.text`),
    })),
  example: { questions: busQuestions },
  exports: [surveyRoutes.answersCsv, surveyRoutes.answersJson],
  contents: { tables: ['participation_survey_file'], named: namedFiles },
  async tidy({ database, now }) {
    await forgetResponses(database.system, now())
    await forgetLooseFiles(database.system, now())
  },
  demonstration: loadBus,
  navigation: [
    {
      id: 'participation-surveys',
      label: 'participation.survey.staff.list',
      route: surveyRoutes.staffSurveys,
      order: 15,
      place: 'staff-participation',
    },
  ],
  routes: surveyRoutes,
  locales: { de, en },
  handlers: (house) => [
    ...takePartHandlers(house),
    ...resultsHandlers(house),
    ...staffSurveyHandlers(house),
    ...lookAtSurveyHandlers(house),
    ...enterSurveyHandlers(house),
  ],
})
