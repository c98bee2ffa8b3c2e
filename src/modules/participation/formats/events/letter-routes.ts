import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')

/** Pages that letters lead to. */
export const letterRoutes = {
  event: route('event', '/mitmachen/:slug/termine/:event', {
    page: true,
    example: { slug: 'bahnhofsviertel-termine', event: '1' },
  }),
  ownRegistration: route('own-registration', '/anmeldung/:token'),
  ownPollAnswer: route('own-poll-answer', '/terminfindung/:token'),
} as const
