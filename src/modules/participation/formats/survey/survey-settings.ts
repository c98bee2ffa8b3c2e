import { type ZodType, z } from 'zod'
import { outsides } from '../../model/inside.ts'
import { fileTypes, kinds, mostFileQuestions, type Question, type SurveySettings } from './model/questionnaire.ts'

const id = z.string().regex(/^[a-z][a-z0-9]{0,19}$/)
const choice = z.object({ id, text: z.string().trim().min(1).max(200) })
const choices = z.array(choice).max(50).default([])

const question = z.object({
  id,
  kind: z.enum(kinds),
  title: z.string().trim().min(1).max(300),
  help: z.string().max(500).default(''),
  required: z.boolean().default(false),
  page: z.boolean().default(false),
  options: choices,
  rows: choices,
  other: z.boolean().default(false),
  most: z.number().int().min(1).max(50).nullable().default(null),
  types: z
    .array(z.enum(fileTypes))
    .max(fileTypes.length)
    .default([...fileTypes]),
  min: z.number().nullable().default(null),
  max: z.number().nullable().default(null),
  steps: z.number().int().min(2).max(10).default(5),
  low: z.string().max(60).default(''),
  high: z.string().max(60).default(''),
  condition: z
    .object({ question: id, options: z.array(z.string().max(20)).min(1).max(50) })
    .nullable()
    .default(null),
  quotas: z
    .array(z.object({ option: z.string().max(20), most: z.number().int().min(1).max(1_000_000) }))
    .max(50)
    .default([]),
})

/** Reads the settings of a survey; `{}` is a survey without questions. */
export const surveySettings: ZodType<SurveySettings> = z.object({
  version: z.number().int().min(1).default(1),
  questions: z
    .array(question)
    .max(200)
    .refine((all) => all.filter(({ kind }) => kind === 'file').length <= mostFileQuestions)
    .default([]),
  results: z.enum(['live', 'after', 'staff']).default('after'),
  texts: z.boolean().default(false),
  codes: z.boolean().default(false),
  outside: z.enum(outsides).default('mark'),
})

const questionList = z.array(question)
/** Questions as a version of the questionnaire holds them, with usual values for what an older program did not know. */
export function readQuestions(kept: unknown): readonly Question[] {
  const read = questionList.safeParse(kept)
  return read.success ? read.data : []
}

/** One question with usual values for what is left out. */
export const completeQuestion = (given: z.input<typeof question>) => question.parse(given)
