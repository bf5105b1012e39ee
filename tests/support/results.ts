import { randomUUID } from 'node:crypto'
import type { BodyOf } from '../../shared/contract.ts'
import { addFinding, type FindingVersionView, publishFinding, readFindingVersion } from '../../shared/findings.ts'
import type { Citation } from '../../shared/links.ts'
import { addMeasure, type MeasureBody, type MeasureView } from '../../shared/measures.ts'
import { addParagraph, beginReport, beginSummary, type ParagraphBody, type ReportView } from '../../shared/reports.ts'
import { blocksOf } from '../../shared/text.ts'
import type { Person } from './app.ts'

export const citing = (kind: Citation['source']['kind'], id: string, passage: Citation['passage'] = null) => ({
  source: { kind, id },
  passage,
})

/** A finding that is published at once, with what it rests on. */
export async function publishedFinding(
  staff: Person,
  consultationId: string,
  citations: Citation[] = [],
  title = 'Trust is lacking',
): Promise<FindingVersionView> {
  const finding = await staff.does(addFinding, {
    params: { consultationId },
    body: {
      commandId: randomUUID(),
      title: { en: title },
      track: 'management',
      themeId: null,
      texts: { en: blocksOf('More control of detail leaves less room to manage.') },
      citations,
    },
  })
  const { versions } = await staff.does(publishFinding, {
    params: { findingId: finding.id },
    body: { commandId: randomUUID(), revision: finding.revision },
  })
  return staff.does(readFindingVersion, { params: { versionId: versions[0]!.id } })
}

export const measureBody = (more: Partial<MeasureBody> = {}): MeasureBody => ({
  title: { en: 'Set out in one public table who may decide what' },
  text: {},
  owner: { en: 'Department of Management' },
  track: 'management',
  due: '2017-10-31',
  needs: [],
  citations: [],
  ...more,
})

export const addedMeasure = (
  staff: Person,
  consultationId: string,
  more: Partial<MeasureBody> = {},
): Promise<MeasureView> =>
  staff.does(addMeasure, { params: { consultationId }, body: { commandId: randomUUID(), ...measureBody(more) } })

export const begunReport = (staff: Person, consultationId: string): Promise<ReportView> =>
  staff.does(beginReport, {
    params: { consultationId },
    body: { commandId: randomUUID(), title: { en: 'Shifting the management paradigm' } },
  })

export const begunSummary = (
  staff: Person,
  consultationId: string,
  more: Partial<BodyOf<typeof beginSummary>> = {},
): Promise<ReportView> =>
  staff.does(beginSummary, {
    params: { consultationId },
    body: {
      commandId: randomUUID(),
      title: { en: 'What delegations said' },
      of: { kind: 'consultation' },
      pointsIn: null,
      ...more,
    },
  })

export const paragraphBody = (text: string, more: Partial<ParagraphBody> = {}): ParagraphBody => ({
  texts: { en: blocksOf(text) },
  editorial: '',
  citations: [],
  ...more,
})

export const addedParagraph = (
  staff: Person,
  reportId: string,
  text: string,
  more: Partial<ParagraphBody> & { kind?: 'heading' | 'paragraph'; before?: string | null } = {},
): Promise<ReportView> => {
  const { kind = 'paragraph', before = null, ...body } = more
  return staff.does(addParagraph, {
    params: { reportId },
    body: { commandId: randomUUID(), kind, before, ...paragraphBody(text, body) },
  })
}
