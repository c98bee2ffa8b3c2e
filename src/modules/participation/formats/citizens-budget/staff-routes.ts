import type { Route } from '#kernel/route.ts'

const route = (id: string, path: string, more: Partial<Route> = {}): Route => ({
  id: `participation/${id}`,
  method: 'GET',
  path: `/intern/haushalt/:id${path}`,
  permission: 'participation/edit',
  module: 'participation',
  page: true,
  thing: 'participation/budget',
  ...more,
})
const post = { method: 'POST', page: false } as const
const publish = { permission: 'participation/publish' } as const

/** Where staff prepares, runs and counts a budget; `:id` is that of the procedure. */
export const budgetStaffRoutes = {
  staffBudget: route('staff-budget', '', { permission: 'participation/read' }),
  budgetBox: route('budget-box', '/topf'),
  keepBudgetBox: route('keep-budget-box', '/topf', post),
  budgetProject: route('budget-project', '/vorschlag'),
  keepBudgetProject: route('keep-budget-project', '/vorschlag', post),
  budgetCodes: route('budget-codes', '/codes', publish),
  makeBudgetCodes: route('make-budget-codes', '/codes', { ...publish, ...post }),
  budgetPapers: route('budget-papers', '/papier'),
  enterBudgetPaper: route('enter-budget-paper', '/papier', post),
  countBudget: route('count-budget', '/auszaehlen', { ...publish, ...post }),
} as const
