export { type Band, bandOf } from './band.ts'
export { knownLicence, machineReadable, nonProprietary } from './lists.ts'
export {
  bestOf,
  type Dimension,
  dimensions,
  needs,
  type Point,
  pointsOf,
  type Scored,
  scoreOf,
  type Tried,
  total,
  weightOf,
  weights,
  worthOf,
} from './points.ts'
