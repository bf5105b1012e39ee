import { z } from 'zod'
import { Track } from './consultations.ts'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { CITATIONS_MAX, Citation, CitationView } from './links.ts'
import { FINDING_STATES, mayFindingRestOn } from './rules/findings.ts'
import { StoredTranslatedBlocks, Translated, TranslatedBlocks, TranslatedLine, TranslatedProse } from './text.ts'
import { Rest } from './things.ts'
import { CommandId, Digest, Id, Instant } from './wire.ts'

/** Findings of one consultation; more is a paste gone wrong. */
export const FINDINGS_MAX = 200
export const THEMES_MAX = 60

const ofConsultation = z.strictObject({ consultationId: Id })
const ofTheme = z.strictObject({ themeId: Id })
const ofFinding = z.strictObject({ findingId: Id })
const ofVersion = z.strictObject({ versionId: Id })

export const ThemeView = z.object({
  id: Id,
  consultationId: Id,
  number: z.number().int(),
  title: Translated,
  /** Passages under it, for who codes them; null for a delegation. */
  passages: z.number().int().nullable(),
})
export type ThemeView = z.infer<typeof ThemeView>

export const listThemes = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/themes',
  permission: 'finding.read',
  summary: 'The themes of a consultation.',
  params: ofConsultation,
  reply: z.object({ themes: z.array(ThemeView), may: z.object({ write: z.boolean() }) }),
})

export const readTheme = endpoint({
  method: 'GET',
  path: '/api/themes/:themeId',
  permission: 'finding.read',
  summary: 'One theme with the passages under it that the caller may read.',
  params: ofTheme,
  reply: ThemeView.extend({ citations: z.array(CitationView), may: z.object({ write: z.boolean() }) }),
})

export const addTheme = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/themes',
  permission: 'finding.write',
  summary: 'Adds a theme.',
  params: ofConsultation,
  body: z.strictObject({ commandId: CommandId, title: TranslatedLine }),
  reply: ThemeView,
})

export const changeTheme = endpoint({
  method: 'PUT',
  path: '/api/themes/:themeId',
  permission: 'finding.write',
  summary: 'Names a theme anew.',
  params: ofTheme,
  body: z.strictObject({ commandId: CommandId, title: TranslatedLine }),
  reply: ThemeView,
})

/** A published version by its place in the row of versions. */
export const VersionLine = z.object({
  id: Id,
  version: z.number().int(),
  title: Translated,
  change: Translated,
  publishedAt: Instant,
  /** Of the version’s text and what it rests on. */
  digest: Digest,
})
export type VersionLine = z.infer<typeof VersionLine>

/** In a list: for a delegation the newest published version, for who writes what is being written. */
export const FindingLine = z.object({
  id: Id,
  number: z.number().int(),
  title: Translated,
  track: Track,
  themeId: Id.nullable(),
  state: z.enum(FINDING_STATES),
  /** The newest published; 0 before the first. */
  version: z.number().int(),
  versionId: Id.nullable(),
  publishedAt: Instant.nullable(),
  languages: z.array(Language),
  /** What the newest version changed, and for who writes the one to come. */
  change: Translated,
})
export type FindingLine = z.infer<typeof FindingLine>

export const listFindings = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/findings',
  permission: 'finding.read',
  summary: 'The findings of a consultation: all for who writes them, published ones for delegations.',
  params: ofConsultation,
  reply: z.object({ findings: z.array(FindingLine), may: z.object({ write: z.boolean(), publish: z.boolean() }) }),
})

/** One finding: as it is being written, and as it was published. */
export const FindingView = z.object({
  id: Id,
  consultationId: Id,
  consultationTitle: Translated,
  number: z.number().int(),
  state: z.enum(FINDING_STATES),
  version: z.number().int(),
  withdrawnAt: Instant.nullable(),
  revision: z.number().int(),
  /** Null for a delegation: it reads versions. */
  draft: z
    .object({
      title: Translated,
      track: Track,
      themeId: Id.nullable(),
      texts: StoredTranslatedBlocks,
      change: Translated,
      rests: z.array(Rest),
    })
    .nullable(),
  /** The newest first. */
  versions: z.array(VersionLine),
  may: z.object({ write: z.boolean(), publish: z.boolean(), withdraw: z.boolean() }),
})
export type FindingView = z.infer<typeof FindingView>

export const readFinding = endpoint({
  method: 'GET',
  path: '/api/findings/:findingId',
  permission: 'finding.read',
  summary: 'One finding with its versions.',
  params: ofFinding,
  reply: FindingView,
})

const mayRestOn = ({ source }: Citation) => mayFindingRestOn(source.kind)

const FindingBody = z.strictObject({
  title: TranslatedLine,
  track: Track,
  themeId: Id.nullable(),
  texts: TranslatedBlocks,
  /** What the next version changes; required from the second on, when it is published. */
  change: TranslatedProse.default({}),
  /** Measures and paragraphs of the report rest on findings too. */
  citations: z.array(Citation.refine(mayRestOn, 'invalid')).max(CITATIONS_MAX).default([]),
})
export type FindingBody = z.infer<typeof FindingBody>

export const addFinding = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/findings',
  permission: 'finding.write',
  summary: 'Begins a finding; it takes the next number.',
  params: ofConsultation,
  body: FindingBody.extend({ commandId: CommandId }),
  bodyLimit: 2_000_000,
  reply: FindingView,
})

export const changeFinding = endpoint({
  method: 'PUT',
  path: '/api/findings/:findingId',
  permission: 'finding.write',
  summary: 'Changes a finding under writing: its title, texts, theme, track and what it rests on.',
  params: ofFinding,
  body: FindingBody,
  bodyLimit: 2_000_000,
  precondition: true,
  reply: FindingView,
})

export const publishFinding = endpoint({
  method: 'POST',
  path: '/api/findings/:findingId/publish',
  permission: 'finding.publish',
  summary: 'Freezes what is being written as the next version and opens it to every delegation.',
  params: ofFinding,
  body: z.strictObject({ commandId: CommandId, revision: z.int().min(1) }),
  reply: FindingView,
})

export const withdrawFinding = endpoint({
  method: 'POST',
  path: '/api/findings/:findingId/withdraw',
  permission: 'finding.publish',
  summary: 'Withdraws a published finding: its versions stay readable and say so.',
  params: ofFinding,
  body: z.strictObject({ commandId: CommandId }),
  reply: FindingView,
})

/** A version as it was published; two of them are compared on the page. */
export const FindingVersionView = z.object({
  id: Id,
  findingId: Id,
  consultationId: Id,
  consultationTitle: Translated,
  /** `MR-2017/F3/v2`: the platform’s own, never a document symbol. */
  reference: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  title: Translated,
  track: Track,
  theme: z.object({ id: Id, number: z.number().int(), title: Translated }).nullable(),
  texts: StoredTranslatedBlocks,
  change: Translated,
  digest: Digest,
  publishedAt: Instant,
  withdrawnAt: Instant.nullable(),
  /** As far as the caller may read it; how much else there is, nothing says. */
  rests: z.array(Rest),
  /** The newest first; this one is among them. */
  versions: z.array(VersionLine),
})
export type FindingVersionView = z.infer<typeof FindingVersionView>

export const readFindingVersion = endpoint({
  method: 'GET',
  path: '/api/finding-versions/:versionId',
  permission: 'finding.read',
  summary: 'A published version with what it rests on.',
  params: ofVersion,
  reply: FindingVersionView,
})
