import { lineAt, type SourceFile } from './tree.ts'
import { views } from './views.ts'

/** One import of a file. `specifier` is undefined when it is worked out while the program runs. */
export interface Import {
  readonly specifier: string | undefined
  readonly line: number
}

const forms = [
  // import x from, import { a } from, import type { a } from, import * as x from, export { a } from, export * from
  /^[ \t]*(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,?\s*)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})?\s*from\s*['"]([^'"\n]+)['"]/gm,
  // import 'x', for its side effect
  /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm,
  // import('x'), as a value or as a type
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
  // new URL('./x.ts', import.meta.url): how workers are opened
  /\bnew URL\(\s*['"](\.{1,2}\/[^'"\n]+\.(?:ts|tsx|js|mjs))['"]/g,
]
const computed = /\bimport\(\s*(?!['"\s])/g

/** Every import of a source, also those for side effects and the dynamic ones. */
export function importsOf(file: SourceFile): Import[] {
  const { bare } = views(file.text)
  const found: Import[] = []
  for (const form of forms)
    for (const match of bare.matchAll(form)) {
      const specifier = match[1] ?? ''
      found.push({ specifier, line: lineAt(bare, match.index + match[0].lastIndexOf(specifier)) })
    }
  for (const match of bare.matchAll(computed)) found.push({ specifier: undefined, line: lineAt(bare, match.index) })
  return found
}
