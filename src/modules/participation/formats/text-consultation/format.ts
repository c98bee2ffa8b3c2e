import { defineFormat } from '../../format.ts'
import { phaseFor } from '../../model/procedure.ts'
import { themeOf } from './contribution.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { textPaper } from './pages/paper.tsx'
import { paragraphHandlers } from './pages/paragraph/handler.tsx'
import { staffTextHandlers } from './pages/staff/handler.tsx'
import { synopsisHandlers } from './pages/synopsis/handler.tsx'
import { textHandlers } from './pages/text/handler.tsx'
import { toldContribution } from './pages/told.tsx'
import { versionsHandlers } from './pages/versions/handler.tsx'
import { textSections } from './sections.tsx'
import { textRoutes } from './text-routes.ts'
import { readTextSettings, type TextSettings, textSettings, textSettingsForm, textSettingsOf } from './text-settings.tsx'
import { loadGuidelines, plantVersion } from './use-cases/load-guidelines.ts'
import { textNews } from './use-cases/tell-followers.ts'

/** Consultation of a text: comments and other wordings for each paragraph, with an answer beside it. */
export default defineFormat<TextSettings>({
  id: 'text-consultation',
  name: { de: 'Text mitschreiben', en: 'Text consultation' },
  use: {
    de: 'Wenn ein Entwurf vorliegt, etwa eine Leitlinie oder eine Satzung: Menschen kommentieren jeden Absatz und schlagen andere Wörter vor.',
    en: 'When there is a draft, say a guideline or a by-law: people comment on each paragraph and propose other words.',
  },
  words: {
    news: {
      de: 'neue Fassungen des Textes, neue Beiträge, Antworten, Beschlüsse, neue Schritte',
      en: 'new versions of the text, new contributions, answers, resolutions, new steps',
    },
  },
  actions: ['read', 'submit', 'comment', 'rate'],
  settings: textSettings,
  settingsForm: textSettingsForm,
  readSettings: readTextSettings,
  asked: ({ paragraphs }) => ({ categories: ['', ...paragraphs].map(themeOf), place: 'no' }),
  dialogue: ({ rating }) => ({ rating, sides: false }),
  told: toldContribution,
  sections: textSections,
  paper: textPaper,
  action: ({ phases, procedure }, now) =>
    phaseFor(phases, 'submit', now) && textSettingsOf(procedure).version > 0
      ? { label: 'participation.text.action', route: textRoutes.text }
      : undefined,
  async furnish({ database }, tenant, procedure) {
    await plantVersion(database.system, { tenant, procedure }, { source: '# Probe\n\nEin Absatz zur Probe.', note: '' })
  },
  exports: [textRoutes.synopsisCsv, textRoutes.synopsisJson],
  staff: [
    { label: 'participation.text.staff.title', route: textRoutes.staffText },
    { label: 'participation.text.synopsis.title', route: textRoutes.synopsis },
  ],
  news: textNews,
  demonstration: loadGuidelines,
  routes: textRoutes,
  locales: { de, en },
  handlers: (house) => [
    ...textHandlers(house),
    ...paragraphHandlers(house),
    ...versionsHandlers(house),
    ...staffTextHandlers(house),
    ...synopsisHandlers(house),
  ],
})
