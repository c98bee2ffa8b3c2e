import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { freshBudget } from './budget-things.ts'
import { freshBulk, freshDistribution, freshDraft, freshResource, freshSheet, freshStep } from './draft-things.ts'
import { freshEvent, freshEvents, freshPoll, freshRegistration } from './event-things.ts'
import { freshRun, freshSource } from './harvest-things.ts'
import { freshIssue } from './issue-things.ts'
import { freshComment, freshNotice, freshObjection } from './moderation-things.ts'
import { freshOpinionMap } from './opinion-things.ts'
import { freshProcedure, freshSubmission } from './participation-things.ts'
import { freshInvitation, freshMandate, freshPerson, freshRedirect, freshSitePage, freshTenant } from './people-things.ts'
import { freshProject } from './project-things.ts'
import { freshLink, freshOrigin } from './quality-things.ts'
import { freshRequest } from './request-things.ts'
import { freshSurvey, freshSurveyFile, freshSurveyQuestion } from './survey-things.ts'
import { freshText } from './text-things.ts'
import { freshDelivery, freshReceiver } from './webhook-things.ts'

/** Makes a fresh thing of a kind for a tenant and gives the parameters that name it in an address. */
export type MakeThing = (town: Town, slug: string) => Promise<Params>

/** Every kind of thing that a route's `thing` may name. A route that names another fails the matrix. */
export const things: Readonly<Record<string, MakeThing>> = {
  'catalogue/draft': freshDraft,
  'catalogue/draft-step': freshStep,
  'catalogue/draft-distribution': freshDistribution,
  'catalogue/resource': freshResource,
  'catalogue/bulk': freshBulk,
  'catalogue/sheet': freshSheet,
  'catalogue/request': freshRequest,
  'harvest/source': freshSource,
  'harvest/run': freshRun,
  'webhooks/receiver': freshReceiver,
  'webhooks/delivery': freshDelivery,
  'quality/link': freshLink,
  'quality/source': freshOrigin,
  'participation/comment': freshComment,
  'participation/notice': freshNotice,
  'participation/objection': freshObjection,
  'identity/person': freshPerson,
  'identity/invitation': freshInvitation,
  'identity/tenant': freshTenant,
  'identity/mandate': freshMandate,
  'identity/redirect': freshRedirect,
  'identity/site-page': freshSitePage,
  'participation/budget': freshBudget,
  'participation/issue': freshIssue,
  'participation/event': freshEvent,
  'participation/events': freshEvents,
  'participation/poll': freshPoll,
  'participation/registration': freshRegistration,
  'participation/opinion-map': freshOpinionMap,
  'participation/procedure': freshProcedure,
  'participation/project': freshProject,
  'participation/submission': freshSubmission,
  'participation/survey': freshSurvey,
  'participation/survey-file': freshSurveyFile,
  'participation/survey-question': freshSurveyQuestion,
  'participation/text': freshText,
}
