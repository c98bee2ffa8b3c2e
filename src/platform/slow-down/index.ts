export { forgetLimits } from './counts.ts'
export { lineOf } from './line.ts'
export { newPuzzle, type Purpose } from './puzzle.ts'
export { type Limit, mayWriteTo, type SlowDown, type SlowDownHouse, slowDown } from './slow-down.ts'
