import type { TRACKS } from '@consultation/shared/consultations.ts'
import type { CONTRIBUTION_KINDS } from '@consultation/shared/links.ts'
import type { MeasureState } from '@consultation/shared/rules/measures.ts'
import type { Outcome, Way } from '@consultation/shared/rules/traces.ts'
import type { MarkShape } from './ui/StateMark.tsx'

/** What was said, by its kind. */
export const KIND_WORD = {
  answer: 'said_answer',
  letter: 'said_letter',
  statement: 'said_statement',
  speaker: 'said_speaker',
  idea: 'said_idea',
  cluster: 'said_cluster',
  remark: 'said_remark',
  point: 'said_point',
  feedback: 'said_feedback',
} as const satisfies Record<(typeof CONTRIBUTION_KINDS)[number], string>

export const WAY_WORD = {
  coded: 'way_coded',
  clustered: 'way_clustered',
  merged: 'way_merged',
  cited: 'way_cited',
} as const satisfies Record<Way, string>

export const OUTCOME = {
  taken_up: { word: 'outcome_taken_up', shape: 'done' },
  cited: { word: 'outcome_cited', shape: 'full' },
  merged: { word: 'outcome_merged', shape: 'covered' },
  coded: { word: 'outcome_coded', shape: 'part' },
  set_aside: { word: 'outcome_set_aside', shape: 'none' },
  undecided: { word: 'outcome_undecided', shape: 'empty' },
} as const satisfies Record<Outcome, { word: string; shape: MarkShape }>

export const STATE = {
  proposed: { word: 'measure_proposed', shape: 'empty' },
  decided: { word: 'measure_decided', shape: 'full' },
  under_way: { word: 'measure_under_way', shape: 'part' },
  done: { word: 'measure_done', shape: 'done' },
  dropped: { word: 'measure_dropped', shape: 'none' },
} as const satisfies Record<MeasureState, { word: string; shape: MarkShape }>

/** Apart from the words of the staff's pages: delegates read these too. */
export const TRACK = {
  'peace-security': 'on_track_peace_security',
  development: 'on_track_development',
  management: 'on_track_management',
  prevention: 'on_track_prevention',
  'gender-parity': 'on_track_gender_parity',
  'whistle-blowers': 'on_track_whistle_blowers',
  'sexual-exploitation-abuse': 'on_track_sexual_exploitation_abuse',
  'counter-terrorism': 'on_track_counter_terrorism',
  integration: 'on_track_integration',
} as const satisfies Record<(typeof TRACKS)[number], string>
