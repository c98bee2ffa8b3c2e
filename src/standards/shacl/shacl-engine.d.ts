// shacl-engine 1.1.2 comes without types; only what we use is declared.
declare module 'shacl-engine/Validator.js' {
  import type { Quad, Term } from '@rdfjs/types'
  import type { Shape } from 'shacl-engine/lib/Shape.js'
  export interface Pointer {
    readonly term: Term | undefined
    readonly terms: Term[]
    readonly ptrs: Pointer[]
    hasOut(predicates: Term[], objects?: Term[]): Pointer
    out(predicates: Term[]): Pointer
    node(terms: Term[]): Pointer
  }
  export default class Validator {
    constructor(dataset: Iterable<Quad>, options: { factory: unknown })
    readonly options: object
    shape(pointer: Pointer): Shape | null
    readonly shapes: { values(): Iterable<Shape> }
  }
}
declare module 'shacl-engine/lib/Shape.js' {
  import type { Term } from '@rdfjs/types'
  import type Context from 'shacl-engine/lib/Context.js'
  export interface PathStep {
    readonly quantifier: string
    readonly start: 'subject' | 'object'
    readonly predicates: Term[]
  }
  export interface Shape {
    readonly ptr: import('shacl-engine/Validator.js').Pointer
    readonly deactivated: boolean | null | undefined
    readonly path: PathStep[] | null
    readonly message: Term[]
    readonly targetResolver: {
      readonly targetClass: Iterable<Term>
      readonly targetNode: Term[]
      readonly targetObjectsOf: Term[]
      readonly targetSubjectsOf: Term[]
    }
    validate(context: Context): Promise<unknown>
  }
}
declare module 'shacl-engine/lib/Context.js' {
  import type { Term } from '@rdfjs/types'
  import type { PathStep, Shape } from 'shacl-engine/lib/Shape.js'
  export interface EngineResult {
    readonly focusNode: { readonly term: Term }
    readonly path: PathStep[] | null
    readonly severity: Term
    readonly message: Term[]
    readonly shape: Shape
    readonly constraintComponent: Term
    readonly value: { readonly term: Term | undefined } | undefined
  }
  export default class Context {
    constructor(options: object)
    readonly report: { readonly results: EngineResult[] }
  }
}
declare module 'grapoi' {
  export class PathList {
    constructor(options: object)
  }
}
