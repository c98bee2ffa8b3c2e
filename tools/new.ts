// Begins a component or a slot with the files it needs, and with a test that fails until it is filled.
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const usage = `npm run new component NAME     a part of pages, in src/ui/components/NAME
npm run new harvester NAME     a kind of source, in the slot harvesters/ of its room
npm run new check NAME         a quality check, in the slot checks/ of its room
npm run new format NAME        a participation format, in the slot formats/ of its room
npm run new decoder NAME       a device family, in the slot decoders/ of its room

NAME is written in small letters and hyphens: contact-given. --root DIR names another project folder.`

const slots: Readonly<Record<string, string>> = {
  harvester: 'harvesters',
  check: 'checks',
  format: 'formats',
  decoder: 'decoders',
}

/** What could not be begun, as a sentence for the person who asked. */
export class CannotBegin extends Error {
  override name = 'CannotBegin'
}

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

function component(name: string): Record<string, string> {
  const tag = pascal(name)
  return {
    [`${name}.tsx`]: `export interface ${tag}Props {
  readonly text: string
}

/** What it shows, and when a page uses it. */
export const ${tag} = ({ text }: ${tag}Props) => <p class="alm-${name}">{text}</p>
`,
    [`${name}.css`]: `.alm-${name}{margin-block:var(--alm-2)}\n`,
    [`${name}.examples.tsx`]: `import type { Examples } from '../../examples.ts'
import { ${tag} } from './${name}.tsx'

export const examples: Examples = () => ({
  title: '${tag}',
  states: [{ name: 'normal', show: <${tag} text="Ein Beispiel" /> }],
})
`,
    [`${name}.test.tsx`]: `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from '../../jsx/html.ts'
import { ${tag} } from './${name}.tsx'

test('${name} shows its text', () => {
  assert.match(renderToString(<${tag} text="Baumkataster" />), /Baumkataster/)
  assert.fail('Say here what ${name} promises: its states, its names for screen readers, what happens to long words.')
})
`,
  }
}

function slot(kind: string, name: string): Record<string, string> {
  return {
    [`${kind}.ts`]: `/** What this ${kind} does, in one sentence, with the source of its rule. */
export default {
  id: '${name}',
}
`,
    [`${kind}.test.ts`]: `import assert from 'node:assert/strict'
import { test } from 'node:test'
import slot from './${kind}.ts'

test('${name} is found under its name', () => {
  assert.equal(slot.id, '${name}')
})

test('${name} does its work', () => {
  assert.fail('Give it an example that must pass and one that must fail, and say what comes out.')
})
`,
  }
}

/** The folder of a new thing; a slot needs a room that has opened it, because otherwise nobody would ever read it. */
function folderFor(root: string, kind: string, name: string): string {
  if (kind === 'component') return `src/ui/components/${name}`
  const slotName = slots[kind]
  if (!slotName) throw new CannotBegin(`"${kind}" is nothing that can be begun.\n\n${usage}`)
  const open = globSync(`src/modules/*/${slotName}`, { cwd: root }).map((dir) => dir.split(path.sep).join('/'))
  const [only, second] = open
  if (!only)
    throw new CannotBegin(
      `No room has opened the slot ${slotName}/ yet, so nobody would read a ${kind}. A room opens it by calling discover() from #platform/discover on its folder ${slotName}/.`,
    )
  if (second) throw new CannotBegin(`More than one room has a slot ${slotName}/: ${open.join(', ')}. Begin the folder by hand.`)
  return `${only}/${name}`
}

/** Writes the files of a new thing and gives their paths. Throws CannotBegin for a bad name, an unopened slot, a folder that is there. */
export function begin(root: string, kind: string, name: string): string[] {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new CannotBegin(`"${name}" is no name: small letters, digits and single hyphens, such as contact-given.`)
  const folder = folderFor(root, kind, name)
  if (existsSync(path.join(root, folder))) throw new CannotBegin(`${folder} is there already.`)
  const files = kind === 'component' ? component(name) : slot(kind, name)
  mkdirSync(path.join(root, folder), { recursive: true })
  return Object.entries(files).map(([file, text]) => {
    writeFileSync(path.join(root, folder, file), text)
    return `${folder}/${file}`
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2)
  const at = args.indexOf('--root')
  const root = at >= 0 ? path.resolve(args.splice(at, 2)[1] ?? '.') : process.cwd()
  const [kind, name] = args
  if (!kind || !name) {
    console.log(usage)
    process.exit(args.includes('--help') ? 0 : 2)
  }
  try {
    for (const file of begin(root, kind, name)) console.log(file)
    console.log('\nIts test fails until you say what it promises. Then: npm test')
  } catch (error) {
    if (!(error instanceof CannotBegin)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
