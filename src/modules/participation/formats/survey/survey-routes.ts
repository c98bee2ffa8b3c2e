import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const example = { page: true, example: { slug: 'busverkehr-lindenrode' } }
const read = { permission: 'participation/read' }
const edit = { permission: 'participation/edit' }
const survey = { thing: 'participation/survey' }
const question = { thing: 'participation/survey-question' }

/** What everybody may reach of a survey, and what staff does with it. */
export const surveyRoutes = {
  survey: route('survey', '/mitmachen/:slug/umfrage', example),
  beginSurvey: route('begin-survey', '/mitmachen/:slug/umfrage', post),
  ownSurvey: route('own-survey', '/umfrage/:token'),
  answerSurvey: route('answer-survey', '/umfrage/:token', post),
  ownSurveyFile: route('own-survey-file', '/umfrage/:token/dateien/:file'),
  surveyResults: route('survey-results', '/mitmachen/:slug/umfrage/ergebnis', example),
  surveyResultsCsv: route('survey-results-csv', '/mitmachen/:slug/umfrage/ergebnis.csv'),
  surveyResultsJson: route('survey-results-json', '/mitmachen/:slug/umfrage/ergebnis.json'),
  staffSurveys: route('staff-surveys', '/intern/umfragen', { ...read, page: true }),
  staffSurvey: route('staff-survey', '/intern/umfragen/:id', { ...edit, ...survey, page: true }),
  changeSurvey: route('change-survey', '/intern/umfragen/:id', { ...edit, ...survey, ...post }),
  staffQuestion: route('staff-survey-question', '/intern/umfragen/:id/fragen/:question', { ...edit, ...question, page: true }),
  changeQuestion: route('change-survey-question', '/intern/umfragen/:id/fragen/:question', { ...edit, ...question, ...post }),
  surveyPreview: route('survey-preview', '/intern/umfragen/:id/vorschau', { ...read, ...survey, page: true }),
  surveyCodes: route('survey-codes', '/intern/umfragen/:id/codes', { permission: 'participation/publish', ...survey, ...post }),
  surveyPaper: route('survey-paper', '/intern/umfragen/:id/papier', { ...edit, ...survey, page: true }),
  sendSurveyPaper: route('send-survey-paper', '/intern/umfragen/:id/papier', { ...edit, ...survey, ...post }),
  staffResults: route('staff-survey-results', '/intern/umfragen/:id/ergebnis', { ...read, ...survey, page: true }),
  surveyFile: route('survey-file', '/intern/umfragen/:id/dateien/:file', {
    ...read,
    thing: 'participation/survey-file',
  }),
  answersCsv: route('survey-answers-csv', '/intern/umfragen/:id/antworten.csv', { ...read, ...survey }),
  answersJson: route('survey-answers-json', '/intern/umfragen/:id/antworten.json', { ...read, ...survey }),
} as const
