import { HELD_CLUSTERS, HELD_IDEAS, HELD_NOTES, HELD_TOPIC } from '../sample-session-texts.ts'
import type { Said } from './sources.ts'

export const answer = (iso3: string, question: number, sentence?: number): Said => ({
  kind: 'answer',
  iso3,
  question,
  ...(sentence !== undefined && { sentence }),
})
export const ideaOf = (iso3: string, nth = 0): Said => {
  const words = HELD_IDEAS.filter((idea) => idea.iso3 === iso3)[nth]?.text
  if (words === undefined) throw new Error(`${iso3} wrote no such idea.`)
  return { kind: 'idea', words }
}
export const statement = (iso3: string, item: number): Said => ({ kind: 'statement', iso3, item, sentence: 0 })
export const cluster = (at: 0 | 1 | 2): Said => ({ kind: 'cluster', words: HELD_CLUSTERS[at] })
export const point = (at: 0 | 1 | 2): Said => ({ kind: 'point', words: HELD_NOTES[at] })
export const remark = (at: number): Said => ({ kind: 'remark', words: HELD_TOPIC.remarks[at]?.text ?? '' })

/** What was put under each theme of the data. */
export const CODED: Record<string, readonly Said[]> = {
  procedures: [answer('EGY', 1, 0), answer('CMR', 1, 0), answer('ETH', 2), answer('CIV', 2, 0), answer('MEX', 1)],
  'budget-finance': [answer('EGY', 3, 0), answer('KEN', 3, 0), answer('BEL', 5), answer('IDN', 5, 0), answer('BLR', 3)],
  'human-resources': [answer('EGY', 7, 0), answer('MAR', 6, 0), answer('CIV', 7, 0), answer('ROU', 6)],
  'supply-chain': [answer('FJI', 8, 0), answer('ETH', 8), answer('KAZ', 8, 0)],
  'delegation-structures': [
    answer('EGY', 9, 0),
    answer('MEX', 9),
    answer('EST', 9, 0),
    statement('GHA', 1),
    ideaOf('NOR'),
    ideaOf('CHN', 1),
    remark(0),
  ],
  'transparency-accountability': [answer('KAZ', 11, 0), answer('URY', 11), statement('SEN', 2), ideaOf('EGY', 1)],
}

/** On what each finding rests, by its id in the data. */
export const RESTS: Record<string, readonly Said[]> = {
  'service-delivery': [
    answer('EGY', 1, 0),
    answer('CMR', 1, 0),
    answer('ETH', 2, 0),
    answer('KAZ', 8, 0),
    ideaOf('FJI'),
    ideaOf('SEN'),
  ],
  fragmentation: [
    answer('KAZ', 9, 0),
    answer('MEX', 10, 0),
    statement('NOR', 1),
    statement('GHA', 1),
    cluster(0),
    ideaOf('NOR'),
    ideaOf('GHA'),
  ],
  performance: [ideaOf('SEN', 1), answer('EGY', 7, 0), answer('CIV', 7, 0), answer('KGZ', 7, 0), answer('ROU', 6, 0)],
  trust: [answer('KAZ', 11, 0), answer('BEL', 11, 0), statement('SEN', 2), statement('CHN', 2), point(2)],
  'resources-mandates': [
    statement('SEN', 2),
    answer('EGY', 3, 0),
    answer('EGY', 5, 0),
    answer('KEN', 3, 0),
    answer('MEX', 4, 0),
    answer('IRL', 5),
  ],
  transparency: [
    answer('EGY', 9, 0),
    answer('HTI', 11, 0),
    cluster(2),
    ideaOf('CHN'),
    ideaOf('ECU'),
    remark(2),
    point(0),
  ],
}
