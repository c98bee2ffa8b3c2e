import { z } from 'zod'
import { defineFormat } from '../../format.ts'
import { outsides } from '../../model/inside.ts'
import { phaseFor } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { ideaSections } from './sections.tsx'
import { ideaSettingsForm, readIdeaSettings } from './settings-form.tsx'

const settings = z.object({
  /** What an idea is about: the words as people read them. */
  categories: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  /** Whether an idea has a place. */
  place: z.enum(['no', 'maybe', 'must']).default('maybe'),
  /** A point outside of the area of the procedure. */
  outside: z.enum(outsides).default('mark'),
  /** Agree only, or agree, neutral, disagree. */
  rating: z.enum(['agree', 'three']).default('agree'),
  /** Comments for and against stand in two columns. */
  sides: z.boolean().default(false),
})

export type IdeaSettings = z.infer<typeof settings>

/** Dialogue with ideas, on a map where wanted. */
export default defineFormat<IdeaSettings>({
  id: 'idea-map',
  name: { de: 'Ideen sammeln', en: 'Collect ideas' },
  use: {
    de: 'Wenn Sie wissen wollen, was fehlt und was bleiben soll: Menschen schreiben Ideen, auf Wunsch mit Ort, und sprechen darüber.',
    en: 'When you want to know what is missing and what should stay: people write ideas, with a place if wanted, and talk about them.',
  },
  actions: ['read', 'submit', 'comment', 'rate'],
  settings,
  settingsForm: ideaSettingsForm,
  readSettings: readIdeaSettings,
  asked: ({ categories, place, outside }) => ({ categories, place, outside }),
  dialogue: ({ rating, sides }) => ({ rating, sides }),
  action: ({ phases }, now) =>
    phaseFor(phases, 'submit', now) && { label: 'participation.idea.new', route: routes.newSubmission },
  sections: ideaSections,
  locales: { de, en },
})
