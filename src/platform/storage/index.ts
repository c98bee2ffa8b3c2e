export { openLocalStorage, type Storage } from './storage.ts'
export type { Swept } from './sweep.ts'
export { type NamedContents, type SweepHouse, sweepStorage, sweepStorageNightly } from './sweep-nightly.ts'
