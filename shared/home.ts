import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Capacity } from './responses.ts'
import { RetreatSummary } from './retreats.ts'
import { RESPONSE_STATES } from './rules/clearance.ts'
import { SessionSummary } from './sessions.ts'
import { Translated } from './text.ts'
import { Id, Instant } from './wire.ts'

/** What awaits a delegation: each list with whose turn it is. */
export const HomeView = z.object({
  delegationId: Id,
  lists: z.array(
    z.object({
      listId: Id,
      consultationTitle: Translated,
      title: Translated,
      questions: z.number().int(),
      closesAt: Instant,
      open: z.enum(['open', 'late', 'closed']),
      acknowledgedAt: Instant.nullable(),
      responses: z.array(
        z.object({
          responseId: Id,
          capacity: Capacity,
          groupName: Translated.nullable(),
          state: z.enum(RESPONSE_STATES),
          version: z.number().int(),
          filled: z.number().int(),
          submittedAt: Instant.nullable(),
          reference: z.string().nullable(),
          returned: z.boolean(),
        }),
      ),
      /** Threads of the Secretariat that wait for this delegation. */
      openThreads: z.number().int(),
    }),
  ),
  /** Announced or open, to which the delegation is invited. */
  sessions: z.array(SessionSummary.extend({ consultationTitle: Translated })),
  /** Announced, in which the delegation takes part, as long as something of it is ahead. */
  retreats: z.array(
    RetreatSummary.extend({
      consultationTitle: Translated,
      /** Findings to be read beforehand: none once the delegation has spoken to all of them. */
      toRead: z.number().int(),
      /** Where it can still choose its group and has not. */
      toChoose: z.array(z.object({ slotId: Id, title: Translated, until: Instant })),
      /** Its sessions: until they meet, they stand in its programme. */
      sessionIds: z.array(Id),
    }),
  ),
  coming: z.array(z.object({ label: Translated, on: z.string(), consultationTitle: Translated })),
})
export type HomeView = z.infer<typeof HomeView>

export const readHome = endpoint({
  method: 'GET',
  path: '/api/home',
  permission: 'response.read',
  summary: 'What awaits the delegation, what is coming, what has been done.',
  reply: HomeView,
})
