/*
 * Every page and its address. To add a page: write client/<domain>/<Name>Page.tsx with one exported component whose name
 * ends in Page, and add one line here. Its address is then a type: <Link to="/lists/:listId" params={{ listId }}>.
 *
 *   words   the area of words the page speaks, fetched together with it
 *   needs   the permission (shared/rules/access.ts) without which there is no such page; `anyone` before sign-in too
 *
 * Pages of one address for two publics: the first whose permission fits is shown. A page that stands in the navigation
 * has a line in `places` too.
 */
import type { Permission } from '@consultation/shared/rules/access.ts'
import type { PlainPath } from './navigation.tsx'
import type { Area, CommonKey } from './words/index.ts'

export type Page = {
  load: () => Promise<object>
  words: Area
  needs: Permission | 'anyone'
  /** Nothing of the frame stands around it. */
  bare?: true
}

export const routes = {
  '/': [
    { load: () => import('./home/HomePage.tsx'), words: 'home', needs: 'response.read' },
    { load: () => import('./consultations/ConsultationsPage.tsx'), words: 'staff', needs: 'source.read' },
    { load: () => import('./people/PeoplePage.tsx'), words: 'people', needs: 'people.read_all' },
  ],
  '/sign-in': [{ load: () => import('./sign-in/SignInPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/invitations/:token': [{ load: () => import('./sign-in/InvitationPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/forgotten-password': [{ load: () => import('./sign-in/ForgottenPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/password-resets/:token': [{ load: () => import('./sign-in/ResetPage.tsx'), words: 'sign-in', needs: 'anyone' }],
  '/account': [{ load: () => import('./account/AccountPage.tsx'), words: 'account', needs: 'me.read' }],
  '/lists/:listId': [
    { load: () => import('./question-lists/delegate/ListPage.tsx'), words: 'answering', needs: 'response.read' },
    { load: () => import('./question-lists/staff/MonitorPage.tsx'), words: 'staff', needs: 'list.monitor' },
  ],
  '/lists/:listId/answers': [
    {
      load: () => import('./question-lists/delegate/OthersAnswersPage.tsx'),
      words: 'answering',
      needs: 'response.read',
    },
    { load: () => import('./reading/ReadingPage.tsx'), words: 'reading', needs: 'source.read' },
  ],
  '/lists/:listId/response/:responseId': [
    { load: () => import('./responses/AnswerPage.tsx'), words: 'answering', needs: 'response.read' },
  ],
  '/lists/:listId/response/:responseId/submission': [
    { load: () => import('./responses/SubmissionPage.tsx'), words: 'answering', needs: 'response.read' },
  ],
  '/lists/:listId/response/:responseId/receipts/:version': [
    { load: () => import('./responses/ReceiptPage.tsx'), words: 'answering', needs: 'response.read' },
  ],
  '/lists/:listId/response/:responseId/versions': [
    { load: () => import('./responses/VersionsPage.tsx'), words: 'answering', needs: 'response.read' },
  ],
  '/receipt-check': [
    { load: () => import('./responses/ReceiptCheckPage.tsx'), words: 'answering', needs: 'receipt.check' },
  ],
  '/mission': [{ load: () => import('./mission/MissionPage.tsx'), words: 'mission', needs: 'mission.read' }],
  '/help': [
    { load: () => import('./help/delegate/HelpPage.tsx'), words: 'help-delegate', needs: 'mission.read' },
    { load: () => import('./help/staff/StaffHelpPage.tsx'), words: 'staff-help', needs: 'people.read_all' },
    { load: () => import('./help/staff/StaffHelpPage.tsx'), words: 'staff-help', needs: 'source.read' },
  ],
  '/consultations': [
    { load: () => import('./consultations/ConsultationsPage.tsx'), words: 'staff', needs: 'source.read' },
    { load: () => import('./consultations/delegate/TheirsPage.tsx'), words: 'findings', needs: 'mission.read' },
  ],
  '/consultations/new': [
    { load: () => import('./consultations/OpenConsultationPage.tsx'), words: 'staff', needs: 'consultation.manage' },
  ],
  '/consultations/:consultationId': [
    { load: () => import('./consultations/ConsultationPage.tsx'), words: 'staff', needs: 'source.read' },
    {
      load: () => import('./consultations/delegate/TheirConsultationPage.tsx'),
      words: 'findings',
      needs: 'mission.read',
    },
  ],
  '/consultations/:consultationId/edit': [
    { load: () => import('./consultations/EditConsultationPage.tsx'), words: 'staff', needs: 'consultation.manage' },
  ],
  '/lists/:listId/edit': [
    { load: () => import('./question-lists/staff/EditPage.tsx'), words: 'staff', needs: 'list.edit' },
  ],
  '/lists/:listId/preview': [
    { load: () => import('./question-lists/staff/PreviewPage.tsx'), words: 'staff', needs: 'list.edit' },
  ],
  '/lists/:listId/submissions/:submissionId': [
    { load: () => import('./reading/SubmissionPage.tsx'), words: 'reading', needs: 'submission.read' },
  ],
  '/lists/:listId/exports': [
    { load: () => import('./exports/ExportsPage.tsx'), words: 'reading', needs: 'export.make' },
  ],
  '/consultations/:consultationId/findings': [
    { load: () => import('./findings/FindingsPage.tsx'), words: 'findings', needs: 'finding.read' },
  ],
  '/finding-versions/:versionId': [
    { load: () => import('./findings/VersionPage.tsx'), words: 'findings', needs: 'finding.read' },
  ],
  '/findings/:findingId': [
    { load: () => import('./findings/writing/FindingPage.tsx'), words: 'findings-writing', needs: 'finding.write' },
  ],
  '/consultations/:consultationId/themes': [
    { load: () => import('./findings/writing/ThemesPage.tsx'), words: 'findings-writing', needs: 'finding.write' },
  ],
  '/consultations/:consultationId/measures': [
    { load: () => import('./measures/ManagePlanPage.tsx'), words: 'results-staff', needs: 'measure.manage' },
    { load: () => import('./measures/PlanPage.tsx'), words: 'traces', needs: 'measure.read' },
  ],
  '/consultations/:consultationId/papers': [
    { load: () => import('./exports/ResultPapersPage.tsx'), words: 'papers', needs: 'export.make' },
  ],
  '/retreats/:retreatId/papers': [
    { load: () => import('./exports/RetreatPapersPage.tsx'), words: 'papers', needs: 'export.make' },
  ],
  '/tracks': [{ load: () => import('./measures/TracksPage.tsx'), words: 'traces', needs: 'measure.read' }],
  '/consultations/:consultationId/report': [
    { load: () => import('./reports/WriteReportPage.tsx'), words: 'results-staff', needs: 'report.write' },
    { load: () => import('./reports/ReportPage.tsx'), words: 'traces', needs: 'report.read' },
  ],
  '/consultations/:consultationId/undecided': [
    { load: () => import('./traces/UndecidedPage.tsx'), words: 'results-staff', needs: 'trace.set_aside' },
  ],
  '/traces/own': [{ load: () => import('./traces/OwnTracesPage.tsx'), words: 'traces', needs: 'trace.own' }],
  '/traces/:kind/:id': [{ load: () => import('./traces/TracePage.tsx'), words: 'traces', needs: 'trace.read' }],
  '/consultations/:consultationId/retreats/new': [
    { load: () => import('./retreats/staff/AddRetreatPage.tsx'), words: 'retreat', needs: 'retreat.manage' },
  ],
  '/retreats/:retreatId': [
    { load: () => import('./retreats/staff/RetreatPlanPage.tsx'), words: 'retreat', needs: 'retreat.manage' },
    { load: () => import('./retreats/delegate/RetreatPage.tsx'), words: 'retreat-delegate', needs: 'retreat.read' },
  ],
  '/retreats/:retreatId/feedback': [
    { load: () => import('./feedback/staff/FeedbackDeskPage.tsx'), words: 'convergence', needs: 'finding.write' },
    { load: () => import('./feedback/DeskPage.tsx'), words: 'feedback', needs: 'feedback.read' },
  ],
  '/retreats/:retreatId/feedback/:findingId': [
    { load: () => import('./feedback/staff/FindingFeedbackPage.tsx'), words: 'convergence', needs: 'finding.write' },
    { load: () => import('./feedback/giving/GivePage.tsx'), words: 'feedback', needs: 'feedback.read' },
  ],
  '/retreats/:retreatId/convergence': [
    {
      load: () => import('./feedback/convergence/ConvergencePage.tsx'),
      words: 'convergence',
      needs: 'convergence.read',
    },
  ],
  '/retreats/:retreatId/convergence/release': [
    {
      load: () => import('./feedback/convergence/ReleasePage.tsx'),
      words: 'convergence',
      needs: 'convergence.release',
    },
  ],
  '/retreats/:retreatId/convergence/:findingId': [
    {
      load: () => import('./feedback/convergence/FindingConvergencePage.tsx'),
      words: 'convergence',
      needs: 'convergence.read',
    },
  ],
  '/retreats/:retreatId/edit': [
    { load: () => import('./retreats/staff/EditRetreatPage.tsx'), words: 'retreat', needs: 'retreat.manage' },
  ],
  '/retreats/:retreatId/slots/:slotId': [
    { load: () => import('./retreats/staff/SlotPage.tsx'), words: 'retreat', needs: 'retreat.manage' },
  ],
  '/retreats/:retreatId/slots/:slotId/running': [
    { load: () => import('./retreats/staff/RunningPage.tsx'), words: 'retreat', needs: 'retreat.manage' },
  ],
  '/consultations/:consultationId/sessions/new': [
    { load: () => import('./sessions/planning/ScheduleSessionPage.tsx'), words: 'planning', needs: 'session.manage' },
  ],
  '/sessions/:sessionId': [
    { load: () => import('./sessions/SessionPage.tsx'), words: 'sessions', needs: 'session.read' },
  ],
  '/sessions/:sessionId/edit': [
    { load: () => import('./sessions/planning/EditSessionPage.tsx'), words: 'planning', needs: 'session.manage' },
  ],
  '/sessions/:sessionId/record': [
    { load: () => import('./sessions/record/RecordPage.tsx'), words: 'record', needs: 'room.run' },
  ],
  '/sessions/:sessionId/own-record': [
    { load: () => import('./sessions/record/OwnRecordPage.tsx'), words: 'sessions', needs: 'room.write' },
  ],
  '/sessions/:sessionId/room': [
    { load: () => import('./sessions/RoomPage.tsx'), words: 'rooms', needs: 'room.follow' },
  ],
  '/sessions/:sessionId/screen': [
    { load: () => import('./sessions/ScreenPage.tsx'), words: 'rooms', needs: 'anyone', bare: true },
  ],
  '/people': [{ load: () => import('./people/PeoplePage.tsx'), words: 'people', needs: 'people.read_all' }],
  '/groups': [{ load: () => import('./people/GroupsPage.tsx'), words: 'people', needs: 'people.read_all' }],
  '/outbox': [{ load: () => import('./notices/OutboxPage.tsx'), words: 'people', needs: 'outbox.read' }],
} as const satisfies Record<`/${string}`, readonly Page[]>

export type Path = keyof typeof routes

export type Place = {
  to: PlainPath
  word: CommonKey
  needs: readonly Permission[]
  at: 'top' | 'foot'
  /** Addresses that begin like this are pages of it. */
  holds?: readonly string[]
}

/** The navigation, in its order: a place is shown to whom one of its permissions fits. */
export const places: readonly Place[] = [
  { to: '/', word: 'nav_home', needs: ['response.read'], at: 'top', holds: ['/lists/', '/retreats/', '/sessions/'] },
  { to: '/mission', word: 'nav_mission', needs: ['mission.read'], at: 'top' },
  {
    to: '/consultations',
    word: 'nav_consultations',
    needs: ['source.read', 'mission.read'],
    at: 'top',
    holds: [
      '/consultations/',
      '/findings/',
      '/finding-versions/',
      '/lists/',
      '/retreats/',
      '/sessions/',
      '/tracks',
      '/traces/',
    ],
  },
  { to: '/people', word: 'nav_people', needs: ['people.read_all'], at: 'top' },
  { to: '/groups', word: 'nav_groups', needs: ['people.read_all'], at: 'top' },
  { to: '/outbox', word: 'nav_outbox', needs: ['outbox.read'], at: 'top' },
  { to: '/help', word: 'nav_help', needs: ['mission.read', 'people.read_all', 'source.read'], at: 'top' },
]

/** The place a page is of, among those one has: itself, or the first that holds its address. */
export function placeOf(path: string, mine: readonly Place[]): { to: PlainPath; itself: boolean } | null {
  // The first page shows what stands first in one's navigation, whatever its own address is.
  const itself = path === '/' ? mine[0] : mine.find(({ to }) => to === path)
  if (itself) return { to: itself.to, itself: true }
  const section = mine.find(({ holds = [] }) => holds.some((beginning) => path.startsWith(beginning)))
  return section ? { to: section.to, itself: false } : null
}
