// Lets Node run the sources as they are: TypeScript and JSX are transpiled in memory, file by file. For development and single tests.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

registerHooks({
  load(url, context, next) {
    if (!/\.tsx?$/.test(url) || url.includes('/node_modules/')) return next(url, context)
    const file = fileURLToPath(url)
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      sourcefile: file,
      sourcemap: 'inline',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: '#ui/jsx',
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
