import { routesOf } from '#kernel/route.ts'
import { letterRoutes } from './letter-routes.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const example = (more: Readonly<Record<string, string>> = {}) => ({
  page: true,
  example: { slug: 'bahnhofsviertel-termine', ...more },
})

/** What everybody may reach of events, office hours and searches for a date. */
export const eventRoutes = {
  ...letterRoutes,
  chooseEvent: route('choose-event', '/mitmachen/:slug/anmelden', example()),
  chosenEvent: route('chosen-event', '/mitmachen/:slug/anmelden', post),
  events: route('events', '/mitmachen/:slug/termine', example()),
  register: route('register', '/mitmachen/:slug/termine/:event', post),
  eventPlace: route('event-place', '/mitmachen/:slug/termine/:event/ort.geojson'),
  eventCalendar: route('event-calendar', '/mitmachen/:slug/termine/:event/termin.ics'),
  changeRegistration: route('change-registration', '/anmeldung/:token', post),
  ownCalendar: route('own-calendar', '/anmeldung/:token/termin.ics'),
  poll: route('poll', '/mitmachen/:slug/terminfindung/:poll', example({ poll: '1' })),
  answerPoll: route('answer-poll', '/mitmachen/:slug/terminfindung/:poll', post),
  changePollAnswer: route('change-poll-answer', '/terminfindung/:token', post),
} as const

const edit = { permission: 'participation/edit' }
const publish = { permission: 'participation/publish' }
const procedure = { thing: 'participation/events' }
const event = { thing: 'participation/event' }
const registration = { thing: 'participation/registration' }
const poll = { thing: 'participation/poll' }

/** What staff does with them. Lists of persons are read by those who may edit: they hold what people need. */
export const eventStaffRoutes = {
  staffEvents: route('staff-events', '/intern/termine', { ...edit, page: true }),
  staffEventDesk: route('staff-event-desk', '/intern/termine/:id', { ...edit, ...procedure, page: true }),
  beginDate: route('begin-date', '/intern/termine/:id', { ...edit, ...procedure, ...post }),
  allRegistrationsCsv: route('all-registrations-csv', '/intern/termine/:id/anmeldungen.csv', { ...edit, ...procedure }),
  staffEvent: route('staff-event', '/intern/termine/termin/:event', { ...edit, ...event, page: true }),
  saveEvent: route('save-event', '/intern/termine/termin/:event', { ...edit, ...event, ...post }),
  slots: route('event-slots', '/intern/termine/termin/:event/zeiten', { ...edit, ...event, page: true }),
  changeSlots: route('change-event-slots', '/intern/termine/termin/:event/zeiten', { ...edit, ...event, ...post }),
  publishEvent: route('publish-event', '/intern/termine/termin/:event/veroeffentlichen', { ...publish, ...event, ...post }),
  callOff: route('call-off', '/intern/termine/termin/:event/absagen', { ...publish, ...event, page: true }),
  callOffNow: route('call-off-now', '/intern/termine/termin/:event/absagen', { ...publish, ...event, ...post }),
  registrations: route('registrations', '/intern/termine/termin/:event/anmeldungen', { ...edit, ...event, page: true }),
  actOnRegistrations: route('act-on-registrations', '/intern/termine/termin/:event/anmeldungen', { ...edit, ...event, ...post }),
  enterRegistration: route('enter-registration', '/intern/termine/termin/:event/anmelden', { ...edit, ...event, page: true }),
  enteredRegistration: route('entered-registration', '/intern/termine/termin/:event/anmelden', { ...edit, ...event, ...post }),
  removeRegistration: route('remove-registration', '/intern/termine/anmeldung/:registration', {
    ...edit,
    ...registration,
    page: true,
  }),
  removeRegistrationNow: route('remove-registration-now', '/intern/termine/anmeldung/:registration', {
    ...edit,
    ...registration,
    ...post,
  }),
  registrationsCsv: route('registrations-csv', '/intern/termine/termin/:event/anmeldungen.csv', { ...edit, ...event }),
  registrationsXlsx: route('registrations-xlsx', '/intern/termine/termin/:event/anmeldungen.xlsx', { ...edit, ...event }),
  registrationsPrint: route('registrations-print', '/intern/termine/termin/:event/liste', { ...edit, ...event, page: true }),
  staffPoll: route('staff-poll', '/intern/termine/terminfindung/:poll', { ...edit, ...poll, page: true }),
  changePoll: route('change-poll', '/intern/termine/terminfindung/:poll', { ...edit, ...poll, ...post }),
  fixPoll: route('fix-poll', '/intern/termine/terminfindung/:poll/festlegen', { ...publish, ...poll, ...post }),
} as const
