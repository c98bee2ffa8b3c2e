// Cuts KERN's stylesheet down to what our pages use: rules whose class names occur in the sources, and the variables those rules read.
import postcss from 'postcss'

/** A selector without what stands in `:not(...)` and `:is(...)`: such classes narrow a rule or are one choice of many. */
function outside(selector) {
  let text = ''
  let depth = 0
  for (let i = 0; i < selector.length; i++) {
    const opens = depth === 0 ? /^:(not|is|where)\(/.exec(selector.slice(i, i + 7)) : null
    if (opens) {
      depth = 1
      i += opens[0].length - 1
    } else if (depth === 0) text += selector[i]
    else if (selector[i] === '(') depth++
    else if (selector[i] === ')') depth--
  }
  return text
}

const classesOf = (selector) => [...outside(selector).matchAll(/\.(kern-[\w-]+)/g)].map((m) => m[1])

const variablesIn = (value) => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1])

/**
 * Takes KERN's css, the text of all sources that may name its classes, and our own css; gives the part of KERN that is needed.
 * Our own css counts for variables, not for class names: a rule that tidies a KERN class does not bring the class in.
 */
export function trimKern(kernCss, sources, ownCss) {
  const named = new Set([...sources.matchAll(/kern-[\w-]+/g)].map((m) => m[0]))
  const tree = postcss.parse(kernCss.replace(/@charset[^;]+;/g, ''))
  tree.walkComments((comment) => comment.remove())
  tree.walkAtRules(/^(font-face|charset)$/, (rule) => rule.remove())
  tree.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return
    const kept = rule.selectors.filter((selector) => classesOf(selector).every((name) => named.has(name)))
    if (kept.length === 0) rule.remove()
    else rule.selectors = kept
  })
  dropUnusedAnimations(tree)
  dropUnusedVariables(tree, ownCss)
  dropEmpty(tree)
  return tree.toString()
}

function dropUnusedAnimations(tree) {
  let used = ''
  tree.walkDecls(/^animation/, (decl) => {
    used += ` ${decl.value}`
  })
  tree.walkAtRules(/keyframes$/, (rule) => {
    if (!used.includes(rule.params)) rule.remove()
  })
}

function dropUnusedVariables(tree, ownCss) {
  const needed = new Set(variablesIn(ownCss))
  const definitions = new Map()
  tree.walkDecls((decl) => {
    if (!decl.prop.startsWith('--')) for (const name of variablesIn(decl.value)) needed.add(name)
    else definitions.set(decl.prop, [...(definitions.get(decl.prop) ?? []), ...variablesIn(decl.value)])
  })
  const waiting = [...needed]
  for (let name = waiting.pop(); name; name = waiting.pop())
    for (const next of definitions.get(name) ?? [])
      if (!needed.has(next)) {
        needed.add(next)
        waiting.push(next)
      }
  tree.walkDecls(/^--/, (decl) => {
    if (!needed.has(decl.prop)) decl.remove()
  })
}

function dropEmpty(tree) {
  tree.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove()
  })
  for (let again = true; again; ) {
    again = false
    tree.walkAtRules((rule) => {
      if (rule.nodes?.length === 0) {
        rule.remove()
        again = true
      }
    })
  }
}
