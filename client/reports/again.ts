import { type ReportView, readReport, readSummary } from '@consultation/shared/reports.ts'
import { refresh } from '../use-call.ts'

/** Fetches the text anew, as others have left it. */
export const again = ({ kind }: Pick<ReportView, 'kind'>): void =>
  void (kind === 'summary' ? refresh(readSummary) : refresh(readReport))
