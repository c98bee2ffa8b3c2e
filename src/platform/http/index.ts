export {
  type Alternate,
  type Answer,
  body,
  type Crumb,
  type HomeContent,
  type HomePart,
  type HomeSearch,
  json,
  notFound,
  type Problem,
  page,
  problem,
  redirect,
  type StaffContent,
  type StaffTask,
  stream,
  type View,
  withCookies,
} from './answer.ts'
export { readCookie, sessionCookieName, writeCookie } from './cookie.ts'
export { type Handler, handler } from './handler.ts'
export { de as httpGerman } from './locales/de.ts'
export { en as httpEnglish } from './locales/en.ts'
export { assetTable, createServer, type ServerParts } from './server.ts'
export type { Upload, UploadLimits } from './upload.ts'
export { makeVisit, type Place, placeOf, type Visit } from './visit.ts'
