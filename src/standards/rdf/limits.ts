/** What a document may ask of us. Sizes count bytes of the source or characters of a text. */
export interface RdfLimits {
  /** Whole document. */
  bytes: number
  /** One literal, IRI, comment or tag. */
  text: number
  /** Nesting of elements, objects or brackets. */
  depth: number
  /** JSON-LD has to be held as a whole, therefore less. */
  jsonBytes: number
}

export const defaultLimits: RdfLimits = { bytes: 128 * 1024 * 1024, text: 1024 * 1024, depth: 100, jsonBytes: 64 * 1024 * 1024 }
