// What JSX is compiled to: every element becomes HTML text while it is made, from the inside out. No tree is built and walked afterwards.
import type { ComponentChildren, JSX as Known } from 'preact'
import { contentOf, escaped, Html } from './html.ts'

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren }
type Component = (props: Props) => ComponentChildren

/** Elements and attributes are checked by Preact's types; what comes out is ours. */
export declare namespace JSX {
  type Element = Html
  type ElementType = keyof IntrinsicElements | ((props: never) => ComponentChildren)
  type IntrinsicElements = Known.IntrinsicElements
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicAttributes {
    key?: string | number
  }
}

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Properties of the DOM that HTML writes in small letters. */
const small = new Set(
  'autoComplete autoFocus colSpan crossOrigin dateTime encType formAction formMethod formNoValidate inputMode maxLength minLength noValidate readOnly rowSpan srcSet tabIndex'.split(
    ' ',
  ),
)

interface Attribute {
  /** ` name`, or '' where nothing may be written. */
  readonly text: string
  /** `aria-...`, `data-...` and their like say true and false in words. */
  readonly worded: boolean
}
const attributes = new Map<string, Attribute>()

function attributeOf(name: string): Attribute {
  const known = attributes.get(name)
  if (known) return known
  const unfit = name === 'key' || name === 'ref' || name === 'dangerouslySetInnerHTML' || /[\s\\/='"\0<>]/.test(name)
  const made = {
    text: unfit ? '' : ` ${small.has(name) ? name.toLowerCase() : name}`,
    worded: name[4] === '-' || name === 'spellcheck' || name === 'draggable',
  }
  if (attributes.size < 2000) attributes.set(name, made)
  return made
}

function attribute(name: string, value: unknown): string {
  // Half of all attributes are these two.
  if (typeof value === 'string' && value !== '') {
    if (name === 'class') return ` class="${escaped(value)}"`
    if (name === 'href') return ` href="${escaped(value)}"`
  }
  if (value === undefined || value === null || typeof value === 'function') return ''
  const { text, worded } = attributeOf(name)
  if (text === '' || (value === false && !worded)) return ''
  if (value === '' || (value === true && !worded)) return text
  return `${text}="${typeof value === 'string' ? escaped(value) : escaped(String(value))}"`
}

/** The HTML that an author takes responsibility for (see what sanitises it there). */
function given(value: unknown): string {
  const html = value && typeof value === 'object' && '__html' in value ? value.__html : ''
  return typeof html === 'string' ? html : ''
}

function element(tag: string, props: Props): string {
  let out = `<${tag}`
  for (const name in props) if (name !== 'children') out += attribute(name, props[name])
  const raw = props.dangerouslySetInnerHTML
  const content = raw === undefined ? contentOf(props.children) : given(raw)
  if (content === '' && empty.has(tag)) return `${out}/>`
  return `${out}>${content}</${tag}>`
}

/** Makes an element or calls a component. */
export function jsx(type: string | Component, props: Props): Html {
  if (typeof type === 'string') return new Html(element(type, props))
  const made = type(props)
  return made instanceof Html ? made : new Html(contentOf(made))
}
export const jsxs = jsx

/** Several things without an element around them. */
export const Fragment = ({ children }: { readonly children?: ComponentChildren }): ComponentChildren => children
