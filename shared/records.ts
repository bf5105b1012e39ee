import { z } from 'zod'
import { endpoint } from './contract.ts'
import { ExportFormat, ExportView } from './exports.ts'
import { Language } from './languages.ts'
import {
  ClusterView,
  IdeaView,
  ItemView,
  NoteView,
  OwnIdeaView,
  RemarkView,
  SessionHead,
  SpeakerView,
  StatementView,
  TemperatureView,
  TopicView,
} from './room-view.ts'
import { prose } from './text.ts'
import { CommandId, Done, Id, Instant } from './wire.ts'

export const NOTE_TEXT_MAX = 4_000
const ofSession = z.strictObject({ sessionId: Id })
const Source = z.strictObject({ kind: z.enum(['idea', 'cluster', 'statement', 'speaker', 'remark', 'answer']), id: Id })
const text = prose(NOTE_TEXT_MAX).refine((t) => t !== '', 'required')

export const addNote = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/notes',
  permission: 'room.run',
  summary: 'Adds a point to the record, with what it rests on.',
  params: z.strictObject({ itemId: Id }),
  body: z.strictObject({ commandId: CommandId, text, sources: z.array(Source).max(200).default([]) }),
  reply: NoteView,
})

export const changeNote = endpoint({
  method: 'PUT',
  path: '/api/notes/:noteId',
  permission: 'room.run',
  summary: 'Changes a point, its sources or its place.',
  params: z.strictObject({ noteId: Id }),
  body: z.strictObject({ text, sources: z.array(Source).max(200), before: Id.nullable().optional() }),
  precondition: true,
  reply: NoteView,
})

export const removeNote = endpoint({
  method: 'DELETE',
  path: '/api/notes/:noteId',
  permission: 'room.run',
  summary: 'Removes a point from the record.',
  params: z.strictObject({ noteId: Id }),
  reply: Done,
})

/** The record as it stands: per item what was said, by whom as far as the mode allows, and the points with their sources. */
export const RecordView = z.object({
  session: SessionHead,
  /** Until the session is closed. */
  provisional: z.boolean(),
  handedOverAt: Instant.nullable(),
  /** Delegations present; null under the Chatham House Rule. */
  attended: z.array(Id).nullable(),
  items: z.array(
    z.object({
      item: ItemView,
      /** Who spoke, in order; empty where nobody is named. */
      speakers: z.array(SpeakerView),
      /** How many delegations spoke; null where names are sealed and it would be fewer than the threshold. */
      spoke: z.number().int().nullable(),
      statements: z.array(StatementView),
      clusters: z.array(ClusterView),
      ideas: z.array(IdeaView),
      temperatures: z.array(TemperatureView),
      topics: z.array(TopicView),
      remarks: z.array(RemarkView),
      notes: z.array(NoteView),
    }),
  ),
  /** Statements by way they came: neither is below the other. Null where names are sealed, for absence is known in the room. */
  channels: z.object({ room: z.number().int(), writing: z.number().int() }).nullable(),
  may: z.object({ handOver: z.boolean(), export: z.boolean() }),
})
export type RecordView = z.infer<typeof RecordView>

export const readRecord = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/record',
  permission: 'room.run',
  summary: 'The record while it grows, for the podium.',
  params: ofSession,
  reply: RecordView,
})

/** What one delegation said here, for its own file: also where the record names nobody, for it is shown to itself alone. */
export const OwnRecordView = z.object({
  session: SessionHead,
  provisional: z.boolean(),
  delegationId: Id,
  items: z.array(
    z.object({
      item: ItemView,
      places: z.array(SpeakerView),
      statements: z.array(StatementView),
      /** None in an anonymous session: nothing there links an idea to a delegation. */
      ideas: z.array(OwnIdeaView),
      topics: z.array(TopicView),
      remarks: z.array(RemarkView),
    }),
  ),
})
export type OwnRecordView = z.infer<typeof OwnRecordView>

export const readOwnRecord = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/own-record',
  permission: 'room.speak',
  summary: 'What the caller’s delegation said in this session.',
  params: ofSession,
  reply: OwnRecordView,
})

export const handOverRecord = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/record/hand-over',
  permission: 'room.run',
  summary: 'Hands the record’s points to the synthesis.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId }),
  reply: RecordView,
})

export const listRecordExports = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/record/exports',
  permission: 'room.run',
  summary: 'The files of the record that the caller asked for.',
  params: ofSession,
  reply: z.object({ exports: z.array(ExportView) }),
})

export const exportRecord = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/record/exports',
  permission: 'room.run',
  summary: 'Asks for the record as a file, at any moment; marked provisional until the session is closed.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, format: ExportFormat, language: Language }),
  reply: ExportView,
})

export const exportOwnRecord = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/own-record/:format',
  permission: 'room.speak',
  summary: 'The delegation’s own record as a file.',
  params: z.strictObject({ sessionId: Id, format: z.enum(['docx', 'pdf']) }),
  query: z.strictObject({ language: Language.default('en') }),
  file: true,
  reply: z.unknown(),
})
