import type { TRACKS } from '@consultation/shared/consultations.ts'

/** The word for each track of the reform. */
export const TRACK_WORD = {
  'peace-security': 'track_peace_security',
  development: 'track_development',
  management: 'track_management',
  prevention: 'track_prevention',
  'gender-parity': 'track_gender_parity',
  'whistle-blowers': 'track_whistle_blowers',
  'sexual-exploitation-abuse': 'track_sexual_exploitation_abuse',
  'counter-terrorism': 'track_counter_terrorism',
  integration: 'track_integration',
} as const satisfies Record<(typeof TRACKS)[number], string>
