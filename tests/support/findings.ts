import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { addFinding, type FindingView, publishFinding } from '../../shared/findings.ts'
import { blocksOf } from '../../shared/text.ts'
import type { Person } from './app.ts'

type Body = z.input<NonNullable<typeof addFinding.body>>

/** A finding as a member of the Review Team would write it down. */
export const findingBody = (wishes: Partial<Body> = {}) => ({
  title: { en: 'Services are slow and do not respond to need' },
  track: 'management' as const,
  themeId: null,
  texts: { en: blocksOf('Support reaches missions late.\nThe rules were made for Headquarters.') },
  ...wishes,
})

export const begun = (who: Person, consultationId: string, wishes: Partial<Body> = {}): Promise<FindingView> =>
  who.does(addFinding, { params: { consultationId }, body: { commandId: randomUUID(), ...findingBody(wishes) } })

export const published = (
  staff: Person,
  { id, revision }: Pick<FindingView, 'id' | 'revision'>,
): Promise<FindingView> =>
  staff.does(publishFinding, { params: { findingId: id }, body: { commandId: randomUUID(), revision } })
