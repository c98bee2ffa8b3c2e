import type { Quad } from '@rdfjs/types'
import type { RdfFaultError } from './fault.ts'

/** What one piece of text gave: quads, and a fault after which nothing more comes. */
export interface Parsed {
  quads: Quad[]
  error?: RdfFaultError
}

/** A parser that is handed text and hands back quads. */
export interface PushParser {
  write(text: string): Promise<Parsed>
  end(): Promise<Parsed>
}
