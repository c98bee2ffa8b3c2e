import { z } from 'zod'

/** A column explained by its publisher. */
export interface ExplainedColumn {
  name: string
  type?: string
  title?: string
  description?: string
  unit?: string
}

const schema = z.object({
  fields: z
    .array(
      z.object({
        name: z.string(),
        type: z.string().optional(),
        title: z.string().optional(),
        description: z.string().optional(),
        unit: z.string().optional(),
      }),
    )
    .max(2000),
})

/** Reads a Frictionless Table Schema (https://datapackage.org/standard/table-schema/); undefined for what is none. */
export function readTableSchema(text: string): readonly ExplainedColumn[] | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? (read.data.fields as ExplainedColumn[]) : undefined
  } catch {
    return undefined
  }
}
