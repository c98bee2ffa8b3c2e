export {
  type Alternate,
  type Answer,
  body,
  type Crumb,
  type HomeContent,
  type HomePart,
  type HomeSearch,
  json,
  type Problem,
  page,
  problem,
  redirect,
  stream,
  type View,
} from './answer.ts'
export { type Handler, handler } from './handler.ts'
export { de as httpGerman } from './locales/de.ts'
export { en as httpEnglish } from './locales/en.ts'
export { assetTable, createServer, type ServerParts } from './server.ts'
export { makeVisit, type Place, placeOf, type Visit } from './visit.ts'
