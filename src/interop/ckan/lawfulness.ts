import { invalid } from './answers.ts'
import type { ActionData } from './request.ts'

const questions = ['personal-data', 'third-party-rights', 'trade-secrets'] as const
const answers = ['none', 'allowed', 'unclear'] as const

export type LawAnswers = Partial<
  Record<(typeof questions)[number], { readonly answer: (typeof answers)[number]; readonly reason?: string }>
>

/**
 * Answers of the person behind the key to what is asked before data may go out: `{"personal-data": "none", ...}`, or
 * `{"answer": "allowed", "reason": "..."}`. CKAN knows nothing of the kind; who leaves it out gets a draft.
 */
export function lawfulnessIn(data: ActionData): LawAnswers {
  const given = data.lawfulness
  if (given === undefined || given === null || given === '') return {}
  if (typeof given !== 'object' || Array.isArray(given)) throw invalid('lawfulness', `an object with ${questions.join(', ')}`)
  const result: LawAnswers = {}
  for (const [name, value] of Object.entries(given)) {
    const question = questions.find((one) => one === name)
    if (!question) throw invalid('lawfulness', `known are ${questions.join(', ')}`)
    const whole = typeof value === 'string' ? { answer: value } : (value as Record<string, unknown> | null)
    const answer = answers.find((one) => one === whole?.answer)
    const reason = typeof whole?.reason === 'string' ? whole.reason : undefined
    if (!answer) throw invalid('lawfulness', `${name}: ${answers.join(', ')}`)
    if (answer === 'allowed' && !reason?.trim()) throw invalid('lawfulness', `${name}: allowed wants a reason`)
    result[question] = { answer, ...(reason ? { reason } : {}) }
  }
  return result
}
