import { z } from 'zod'
import { outsides } from '../../model/inside.ts'

/** What a town sets for the whole budget. Amount, ballot and rule belong to each box: a district may differ. */
export const budgetSettings = z.object({
  /** What proposals are about: the words as people read them. */
  categories: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  /** Whether a proposal has a place. */
  place: z.enum(['no', 'maybe', 'must']).default('maybe'),
  /** A point outside of the area of the procedure. */
  outside: z.enum(outsides).default('mark'),
  /** With several budgets: one vote in each, or one in a single one. */
  votes: z.enum(['each', 'one']).default('each'),
})

export type BudgetSettings = z.infer<typeof budgetSettings>
