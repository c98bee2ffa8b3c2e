/** What one says to a statement, as forms send it, and as it is kept: 1 is "agree". */
export const answers = { zu: 1, nicht: -1, weiter: 0 } as const
export type AnswerWord = keyof typeof answers
export type AnswerValue = (typeof answers)[AnswerWord]

export const answerWords = Object.keys(answers) as readonly AnswerWord[]

/** The word of a form; undefined for what is none. */
export const readAnswer = (word: string | null): AnswerWord | undefined => answerWords.find((one) => one === word)

/** The word for what is kept. */
export const wordOf = (value: number): AnswerWord => answerWords.find((one) => answers[one] === value) ?? 'weiter'
