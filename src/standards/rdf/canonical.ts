import { hash } from 'node:crypto'
import type { Quad, Term } from '@rdfjs/types'
import { termKey } from './terms.ts'

const digest = (text: string) => hash('sha256', text, 'hex').slice(0, 32)
const key = (term: Term, colours: ReadonlyMap<string, string>) =>
  term.termType === 'BlankNode' ? `_:${colours.get(term.value) ?? ''}` : termKey(term)

/** How many triples may be looked at in telling look-alike nodes apart; beyond it their order in the input decides. */
const maxWork = 300_000
interface Budget {
  left: number
}

type Edges = ReadonlyMap<string, readonly Quad[]>

function edgesOf(quads: readonly Quad[]): Edges {
  const edges = new Map<string, Quad[]>()
  const add = (term: Term, quad: Quad) => {
    if (term.termType !== 'BlankNode') return
    const list = edges.get(term.value)
    if (list) list.push(quad)
    else edges.set(term.value, [quad])
  }
  for (const quad of quads) {
    add(quad.subject, quad)
    if (!quad.object.equals(quad.subject)) add(quad.object, quad)
  }
  return edges
}

/** One round: every node's colour becomes the hash of its own and of everything around it. */
function refineOnce(edges: Edges, colours: ReadonlyMap<string, string>): Map<string, string> {
  const next = new Map<string, string>()
  for (const [node, quads] of edges) {
    const lines = quads.map((quad) => {
      const from = quad.subject.value === node && quad.subject.termType === 'BlankNode' ? '*' : key(quad.subject, colours)
      const to = quad.object.value === node && quad.object.termType === 'BlankNode' ? '*' : key(quad.object, colours)
      return `${from} ${quad.predicate.value} ${to}`
    })
    next.set(node, digest([colours.get(node) ?? '', ...lines.sort()].join('\n')))
  }
  return next
}

const kinds = (colours: ReadonlyMap<string, string>) => new Set(colours.values()).size

function refine(edges: Edges, start: ReadonlyMap<string, string>, budget: Budget): ReadonlyMap<string, string> {
  let colours = start
  let seen = -1
  // Each round tells at least one more node apart, or ends.
  while (budget.left > 0 && kinds(colours) > seen) {
    seen = kinds(colours)
    for (const quads of edges.values()) budget.left -= quads.length
    colours = refineOnce(edges, colours)
  }
  return colours
}

/** Nodes whose neighbours are no blank nodes: those of one colour are the same in every respect. */
const isLeaf = (quads: readonly Quad[], node: string) =>
  quads.every(
    ({ subject, object }) =>
      (subject.termType !== 'BlankNode' || subject.value === node) && (object.termType !== 'BlankNode' || object.value === node),
  )

function groupsOf(colours: ReadonlyMap<string, string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [node, colour] of colours) {
    const group = groups.get(colour)
    if (group) group.push(node)
    else groups.set(colour, [node])
  }
  return groups
}

function tellApart(edges: Edges, coloured: ReadonlyMap<string, string>, budget: Budget): ReadonlyMap<string, string> {
  let colours = coloured
  for (;;) {
    const tied = [...groupsOf(colours)].filter(([, nodes]) => nodes.length > 1).sort(([a], [b]) => (a < b ? -1 : 1))
    const open = tied.find(([, nodes]) => nodes.some((node) => !isLeaf(edges.get(node) ?? [], node)))
    if (!open || budget.left <= 0) {
      const numbered = new Map(colours)
      for (const [colour, nodes] of tied) for (const [at, node] of nodes.entries()) numbered.set(node, `${colour}n${at}`)
      return numbered
    }
    const [colour, [first]] = open
    colours = refine(edges, new Map([...colours, [first ?? '', digest(`${colour} first`)]]), budget)
  }
}

/**
 * Names for the blank nodes of a small graph that depend on its content only. Trees and almost all real graphs get the same
 * names whatever labels and order they came with; a large web of look-alike nodes may not, it then only seems changed.
 */
export function canonicalLabels(quads: readonly Quad[]): Map<string, string> {
  const edges = edgesOf(quads)
  if (edges.size === 0) return new Map()
  const budget = { left: maxWork }
  const colours = tellApart(edges, refine(edges, new Map([...edges.keys()].map((node) => [node, ''])), budget), budget)
  const order = [...colours].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  return new Map(order.map(([node], at) => [node, `c${at}`]))
}

/** One quad as an N-Triples line without its end of line; `labels` renames blank nodes. */
export function tripleLine(quad: Quad, labels?: ReadonlyMap<string, string>): string {
  const write = (term: Term) => (term.termType === 'BlankNode' ? `_:${labels?.get(term.value) ?? term.value}` : termKey(term))
  return `${write(quad.subject)} <${quad.predicate.value}> ${write(quad.object)} .`
}

/** Sorted N-Triples with blank nodes named by content, to be hashed or compared. The graph's name is ignored. */
export function canonicalNTriples(quads: Iterable<Quad>): string {
  const all = [...quads]
  const labels = canonicalLabels(all)
  const lines = new Set(all.map((quad) => tripleLine(quad, labels)))
  return [...lines]
    .sort()
    .map((line) => `${line}\n`)
    .join('')
}

/** SHA-256 of the canonical N-Triples, in hex: equal graphs, equal hash. */
export function contentHash(quads: Iterable<Quad>): string {
  return hash('sha256', canonicalNTriples(quads), 'hex')
}
