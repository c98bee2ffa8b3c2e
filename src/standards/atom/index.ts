export { type AtomFeed, writeAtom, xmlText } from './write-atom.ts'
