import { defineFormat } from '../../format.ts'
import { phaseFor } from '../../model/procedure.ts'
import { eventRoutes, eventStaffRoutes } from './event-routes.ts'
import { formatId } from './format-id.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { eventDates } from './pages/calendar.ts'
import { ownRegistrationHandlers } from './pages/own/handler.tsx'
import { pollHandlers } from './pages/poll/handler.tsx'
import { publicEventHandlers } from './pages/public/handler.tsx'
import { staffEventHandlers } from './pages/staff/event-handler.tsx'
import { staffPollHandlers } from './pages/staff/poll-handler.tsx'
import { staffRegistrationHandlers } from './pages/staff/registration-handler.tsx'
import { plantEvents } from './plant-events.ts'
import { eventSections } from './sections.tsx'
import { type EventSettings, eventSettings } from './settings.ts'
import { eventSettingsForm, readEventSettings } from './settings-form.tsx'
import { datesOfPerson, forgetPersonsDates } from './store/event-personal.ts'
import { forgetPollAnswers } from './store/poll-store.ts'
import { forgetRegistrations } from './store/registration-store.ts'
import { loadStationQuarter } from './use-cases/load-station-quarter.ts'
import { defineEventJobs } from './use-cases/remind.ts'
import { eventNews } from './use-cases/tell-followers.ts'

/** Events and appointments: dates with registration, office hours by slots, and finding a date together. */
export default defineFormat<EventSettings>({
  id: formatId,
  name: { de: 'Veranstaltungen und Termine', en: 'Events and appointments' },
  use: {
    de: 'Wenn Sie Menschen einladen: Veranstaltungen mit Anmeldung und Warteliste, Sprechstunden zum Buchen, gemeinsam einen Termin finden.',
    en: 'When you invite people: events with registration and a waiting list, office hours to book, finding a date together.',
  },
  words: {
    acts: { submit: { de: 'Anmelden', en: 'Registering' } },
    one: { de: 'Anmeldung', en: 'registration' },
    many: { de: 'Anmeldungen', en: 'registrations' },
    after: { de: 'Was mit Ihrer Anmeldung geschieht', en: 'What becomes of your registration' },
    news: {
      de: 'neue und verlegte Termine, Beschlüsse, neue Schritte',
      en: 'new dates, dates that move, resolutions, new steps',
    },
  },
  ownTables: true,
  actions: ['read', 'submit'],
  proves: ['submit'],
  settings: eventSettings,
  settingsForm: eventSettingsForm,
  readSettings: readEventSettings,
  action: ({ phases }, now) =>
    phaseFor(phases, 'submit', now) && { label: 'participation.events.to-register', route: eventRoutes.chooseEvent },
  sections: eventSections,
  after: (_, { t }) =>
    ['number', 'waiting', 'changes', 'deleted'].map((name) => ({
      title: t(`participation.events.after.${name}`),
      text: t(`participation.events.after.${name}.text`),
    })),
  staff: [{ label: 'participation.events.staff.link', route: eventStaffRoutes.staffEventDesk }],
  exports: [eventStaffRoutes.allRegistrationsCsv],
  dates: eventDates,
  personal: { read: datesOfPerson, erase: forgetPersonsDates },
  news: eventNews,
  furnish: plantEvents,
  jobs: defineEventJobs,
  async tidy({ database, now }) {
    await forgetRegistrations(database.system, now())
    await forgetPollAnswers(database.system, now())
  },
  demonstration: loadStationQuarter,
  navigation: [
    {
      id: 'participation-events',
      label: 'participation.events.staff.list',
      route: eventStaffRoutes.staffEvents,
      order: 16,
      place: 'staff-participation',
    },
  ],
  routes: { ...eventRoutes, ...eventStaffRoutes },
  locales: { de, en },
  handlers: (house) => [
    ...publicEventHandlers(house),
    ...ownRegistrationHandlers(house),
    ...pollHandlers(house),
    ...staffEventHandlers(house),
    ...staffRegistrationHandlers(house),
    ...staffPollHandlers(house),
  ],
})
