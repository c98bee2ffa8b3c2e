import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation', { permission: 'participation/edit', page: true, thing: 'participation/budget' })
const post = { method: 'POST', page: false } as const
const publish = { permission: 'participation/publish' } as const

/** Where staff prepares, runs and counts a budget; `:id` is that of the procedure. */
export const budgetStaffRoutes = {
  staffBudget: route('staff-budget', '/intern/haushalt/:id', { permission: 'participation/read' }),
  budgetBox: route('budget-box', '/intern/haushalt/:id/topf'),
  keepBudgetBox: route('keep-budget-box', '/intern/haushalt/:id/topf', post),
  budgetProject: route('budget-project', '/intern/haushalt/:id/vorschlag'),
  keepBudgetProject: route('keep-budget-project', '/intern/haushalt/:id/vorschlag', post),
  budgetCodes: route('budget-codes', '/intern/haushalt/:id/codes', publish),
  makeBudgetCodes: route('make-budget-codes', '/intern/haushalt/:id/codes', { ...publish, ...post }),
  budgetPapers: route('budget-papers', '/intern/haushalt/:id/papier'),
  enterBudgetPaper: route('enter-budget-paper', '/intern/haushalt/:id/papier', post),
  countBudget: route('count-budget', '/intern/haushalt/:id/auszaehlen', { ...publish, ...post }),
} as const
