export { openLocalStorage, type Storage } from './storage.ts'
