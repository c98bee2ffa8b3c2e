import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const example = { page: true, example: { slug: 'innenstadt-ohne-durchgangsverkehr' } }
const read = { permission: 'participation/read' }
const edit = { permission: 'participation/edit' }
const map = { thing: 'participation/opinion-map' }

/** What everybody may reach of an opinion map, and what staff does with it. */
export const opinionRoutes = {
  opinions: route('opinions', '/mitmachen/:slug/meinungsbild', example),
  answerOpinion: route('answer-opinion', '/mitmachen/:slug/meinungsbild', post),
  ownOpinions: route('own-opinions', '/mitmachen/:slug/meinungsbild/meine-antworten', example),
  withdrawOpinions: route('withdraw-opinions', '/mitmachen/:slug/meinungsbild/meine-antworten', post),
  newStatement: route('new-statement', '/mitmachen/:slug/meinungsbild/neue-aussage', example),
  sendStatement: route('send-statement', '/mitmachen/:slug/meinungsbild/neue-aussage', post),
  opinionResult: route('opinion-result', '/mitmachen/:slug/meinungsbild/ergebnis', example),
  opinionResultCsv: route('opinion-result-csv', '/mitmachen/:slug/meinungsbild/ergebnis.csv'),
  opinionResultJson: route('opinion-result-json', '/mitmachen/:slug/meinungsbild/ergebnis.json'),
  staffOpinions: route('staff-opinions', '/intern/meinungsbilder', { ...read, page: true }),
  staffStatements: route('staff-statements', '/intern/meinungsbilder/:id', { ...read, ...map, page: true }),
  changeStatements: route('change-statements', '/intern/meinungsbilder/:id', { ...edit, ...map, ...post }),
  staffOpinionResult: route('staff-opinion-result', '/intern/meinungsbilder/:id/ergebnis', { ...read, ...map, page: true }),
  opinionVotesCsv: route('opinion-votes-csv', '/intern/meinungsbilder/:id/votes.csv', { ...read, ...map }),
  opinionCommentsCsv: route('opinion-comments-csv', '/intern/meinungsbilder/:id/comments.csv', { ...read, ...map }),
  opinionPeopleCsv: route('opinion-people-csv', '/intern/meinungsbilder/:id/participants-votes.csv', { ...read, ...map }),
  opinionStatistics: route('opinion-statistics', '/intern/meinungsbilder/:id/ergebnis.json', { ...read, ...map }),
} as const
