/** What is asked before data may go out. Open-Data-Verordnung NRW § 3 (3): personal data, rights of others, secrets. */
export const lawQuestions = ['personal-data', 'third-party-rights', 'trade-secrets'] as const
export type LawQuestion = (typeof lawQuestions)[number]

/** `none`: there is nothing of the kind; `allowed`: there is, and it may go out, with the reason; `unclear`: somebody else must say. */
export const lawAnswers = ['none', 'allowed', 'unclear'] as const
export type LawAnswer = (typeof lawAnswers)[number]

/** An answer, who gave it (id of a person) and when (ISO 8601). */
export interface GivenAnswer {
  readonly answer: LawAnswer
  readonly reason?: string
  readonly by: string
  readonly at: string
}

/** Somebody looked at what seems to name a person, and says why it does not, or why it may. `trace` is the value as it stands. */
export interface Clearance {
  readonly trace: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** The lawfulness gate of a draft as far as it was answered. */
export interface Lawfulness {
  readonly answers: Partial<Readonly<Record<LawQuestion, GivenAnswer>>>
  readonly cleared: readonly Clearance[]
}

/** The questions that still stand in the way: not answered, unclear, or allowed without a reason. */
export const openQuestions = (lawfulness: Lawfulness): LawQuestion[] =>
  lawQuestions.filter((question) => {
    const given = lawfulness.answers[question]
    if (!given || given.answer === 'unclear') return true
    return given.answer === 'allowed' && !given.reason?.trim()
  })
