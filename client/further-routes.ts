import type { Page } from './routes.ts'

/** The pages that are not opened first. */
export const furtherRoutes = {
  '/account': [{ load: () => import('./account/AccountPage.tsx'), words: 'account', needs: 'me.read' }],
  '/lists/:listId/answers': [
    {
      load: () => import('./question-lists/delegate/OthersAnswersPage.tsx'),
      words: 'answering',
      needs: 'response.read',
    },
    { load: () => import('./reading/ReadingPage.tsx'), words: 'reading', needs: 'source.read' },
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
  '/retreats/:retreatId/own-paper': [
    { load: () => import('./exports/OwnPaperPage.tsx'), words: 'papers', needs: 'trace.own' },
  ],
  '/retreats/:retreatId/papers': [
    { load: () => import('./exports/RetreatPapersPage.tsx'), words: 'papers', needs: 'export.make' },
  ],
  '/tracks': [{ load: () => import('./measures/TracksPage.tsx'), words: 'traces', needs: 'measure.read' }],
  '/consultations/:consultationId/report': [
    { load: () => import('./reports/WriteReportPage.tsx'), words: 'results-staff', needs: 'report.write' },
    { load: () => import('./reports/ReportPage.tsx'), words: 'traces', needs: 'report.read' },
  ],
  '/consultations/:consultationId/summaries/new': [
    { load: () => import('./reports/BeginSummaryPage.tsx'), words: 'results-staff', needs: 'report.write' },
  ],
  '/summaries/:summaryId': [
    { load: () => import('./reports/WriteSummaryPage.tsx'), words: 'results-staff', needs: 'report.write' },
    { load: () => import('./reports/SummaryPage.tsx'), words: 'traces', needs: 'report.read' },
  ],
  '/summaries/:summaryId/papers': [
    { load: () => import('./exports/SummaryPapersPage.tsx'), words: 'papers', needs: 'export.make' },
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
