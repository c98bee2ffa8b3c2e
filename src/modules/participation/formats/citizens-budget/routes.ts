import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const running = { page: true, example: { slug: 'buergerhaushalt-2027', box: 'gesamt' } }
const counted = { page: true, example: { slug: 'buergerhaushalt-2026', box: 'gesamt' } }

/** Voting on a budget, and its result. */
export const budgetRoutes = {
  /** The boxes of a budget; with one box straight to its ballot. */
  ballots: route('ballots', '/mitmachen/:slug/stimmzettel'),
  ballot: route('ballot', '/mitmachen/:slug/stimmzettel/:box', running),
  sendBallot: route('send-ballot', '/mitmachen/:slug/stimmzettel/:box', post),
  changeVote: route('change-vote', '/mitmachen/:slug/stimmzettel/:box/aendern', running),
  result: route('result', '/mitmachen/:slug/ergebnis/:box', counted),
  recount: route('recount', '/mitmachen/:slug/ergebnis/:box/nachzaehlen', counted),
  findBallot: route('find-ballot', '/mitmachen/:slug/ergebnis/:box/stimmzettel', counted),
  foundBallot: route('found-ballot', '/mitmachen/:slug/ergebnis/:box/stimmzettel', post),
  ballotsPb: route('ballots-pb', '/mitmachen/:slug/ergebnis/:box/stimmzettel.pb'),
  ballotsCsv: route('ballots-csv', '/mitmachen/:slug/ergebnis/:box/stimmzettel.csv'),
} as const
