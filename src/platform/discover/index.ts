export { type BrokenSlot, type Discovered, discover, type ShapeCheck } from './discover.ts'
