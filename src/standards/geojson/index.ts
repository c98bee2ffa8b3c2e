export { type Geometry, geometryOf } from './wkt.ts'
