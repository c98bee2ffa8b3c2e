import { defineFormat } from '../../format.ts'
import { phaseFor } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { ballotHandlers } from './ballot/handler.tsx'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { resultHandlers } from './result/handler.tsx'
import { budgetRoutes } from './routes.ts'
import { budgetSections } from './sections.tsx'
import { type BudgetSettings, budgetSettings } from './settings.ts'
import { budgetSettingsForm, readBudgetSettings } from './settings-form.tsx'
import { budgetStaffHandlers } from './staff/handler.ts'
import { budgetStaffRoutes } from './staff-routes.ts'

/** Citizens' budget: proposals, check by the offices, vote, result. */
export default defineFormat<BudgetSettings>({
  id: 'citizens-budget',
  name: { de: 'Bürgerhaushalt', en: 'Citizens’ budget' },
  use: {
    de: 'Wenn die Menschen über Geld entscheiden: Sie machen Vorschläge, Ämter prüfen sie, alle stimmen ab, und jede Person kann nachzählen.',
    en: 'When people decide on money: they make proposals, offices check them, everybody votes, and everybody can count again.',
  },
  words: {
    one: { de: 'Vorschlag', en: 'proposal' },
    many: { de: 'Vorschläge', en: 'proposals' },
    after: { de: 'Was mit Ihrem Vorschlag geschieht', en: 'What becomes of your proposal' },
    news: { de: 'neue Vorschläge, Antworten, Beschlüsse, neue Schritte', en: 'new proposals, answers, resolutions, new steps' },
  },
  actions: ['read', 'submit', 'comment', 'rate', 'vote'],
  proves: ['submit', 'vote'],
  settings: budgetSettings,
  settingsForm: budgetSettingsForm,
  readSettings: readBudgetSettings,
  asked: ({ categories, place, outside }) => ({ categories, place, outside }),
  // Where both are open at once, proposals come first: a vote can still follow.
  action: ({ phases }, now) => {
    if (phaseFor(phases, 'submit', now)) return { label: 'participation.budget.propose', route: routes.newSubmission }
    return phaseFor(phases, 'vote', now) && { label: 'participation.budget.vote-now', route: budgetRoutes.ballots }
  },
  sections: budgetSections,
  staff: [{ label: 'participation.budget-staff.link', route: budgetStaffRoutes.staffBudget }],
  routes: { ...budgetRoutes, ...budgetStaffRoutes },
  locales: { de, en },
  handlers: (house) => [...ballotHandlers(house), ...resultHandlers(house), ...budgetStaffHandlers(house)],
})
