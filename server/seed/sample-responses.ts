import type { Language } from '@consultation/shared/languages.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import type { Block } from '@consultation/shared/text.ts'
import { RESPONDENTS } from './cast.ts'
import { SAMPLES } from './sample-answers/all.ts'

export type SampleResponseAnswer = {
  question: number
  language: Language
  /** Empty when the delegation says that it has no position. */
  blocks: Block[]
  noPosition: boolean
  choice: string | null
  attribution: Attribution
}

export type SampleResponse = {
  iso3: string
  language: Language
  stands: 'draft' | 'for_clearance' | 'submitted'
  answers: SampleResponseAnswer[]
}

/**
 * What each delegation answers, as number and variants: "3ab" is question 3 with the first variant followed by the second, "3b-"
 * the second without its end, "3x" no position, and "~" not for attribution. No two delegations give the same words.
 */
const WRITTEN: Record<string, string> = {
  // of the four of the demo; the fourth, Norway, has only opened the list
  GHA: '1bc 2ab 3ab 4a 5ab- 6ab 8ab 9ab 10x',
  EGY: '1ab- 2ab 3ab 4a 5ab 7ab 9ab',
  SEN: '1bc 2ab 3ab 4a 5ab 6ab 7ab 8ab 9ab 10ab 11ab 12x 13ab',
  // African
  CMR: '1a 3b- 6a- 9b 13a',
  CIV: '2b 4b 5a- 7a 8b 11b 12a-',
  ETH: '1a 2a 6b 8a 9b- 13a',
  KEN: '2b 3a 5a 7b 8b- 10x 11a 12a',
  MAR: '1a 3b 4b 6a 8a 11b 13a',
  TUN: '2b 5a 7b 9a 10b 12b~',
  ZAF: '3b 4c 6a 7a 9a 12b 13c',
  // Asia-Pacific
  CHN: '1a 3a 4b 5a 6a 8a 10a 13a',
  FJI: '2c 8c 9b 11b 13b',
  IDN: '1b 3c 5b 6a- 8a- 12a-',
  JOR: '1b 2a 4a- 8b 9b 11a 13b',
  KAZ: '1a 2b 4a 6b 8b 9a 11a 13b',
  KGZ: '2a 3a 5b 7a 10a 12b',
  TJK: '1b 4b 6a 7b 8a 9b 11b- 13a~',
  // Eastern European
  BLR: '2b- 3b 5a 8a- 10b 12a 13b-',
  EST: '3a- 4b 5c 9c 10a 11c 12c',
  POL: '1c 6c 7c 9a- 10c~ 13a-',
  ROU: '1c 4a- 6b 9a 10b 12b',
  SVN: '2a- 5c- 7b- 11b- 12c- 13c-',
  // Latin American and Caribbean
  BRB: '1b- 5b- 6b- 7a- 12b-',
  CRI: '1a 3a 5b 7a 9a 10b 13a',
  DOM: '2a 4a 6a 8a 11a 12b',
  HTI: '2a 3a 6a 8a 11a- 13b',
  MEX: '1b 3b 4b 6b 9b 10a 12a 13b',
  URY: '2b 5a 7b 8b 11b 13b-',
  // Western European and other
  BEL: '3b 5b 9b- 10a 11a 13a-',
  CAN: '1c- 3c- 4b- 6c- 10b 11c-~',
  IRL: '2c- 3ac 5bc 8c- 9c- 13ab',
  NZL: '2b- 4c- 7c- 10b- 11a- 13b-',
  ESP: '1a- 3a- 4a- 7a- 9a- 12a-~ 13a-',
}

const DEMO: { iso3: string; language: Language; stands: SampleResponse['stands'] }[] = [
  { iso3: 'GHA', language: 'en', stands: 'for_clearance' },
  { iso3: 'EGY', language: 'ar', stands: 'submitted' },
  { iso3: 'SEN', language: 'fr', stands: 'draft' },
]

/** The answers of the demonstration: three of the four delegations, then the respondents that have submitted. */
export const SAMPLE_RESPONSES: readonly SampleResponse[] = [
  ...DEMO,
  ...RESPONDENTS.flatMap(({ iso3, language, stands }) => (stands === 'submitted' ? [{ iso3, language, stands }] : [])),
].map(({ iso3, language, stands }) => ({ iso3, language, stands, answers: answersOf(iso3, language) }))

function answersOf(iso3: string, language: Language): SampleResponseAnswer[] {
  const written = WRITTEN[iso3]
  if (!written) throw new Error(`No answers are written for ${iso3}.`)
  return written.split(' ').map((code) => {
    const question = Number.parseInt(code, 10)
    const ofQuestion = SAMPLES[language].filter((variant) => variant.question === question)
    const chosen = [...code].flatMap((mark) => ofQuestion['abc'.indexOf(mark)] ?? [])
    const blocks = chosen.flatMap((variant) => variant.blocks)
    return {
      question,
      language,
      blocks: code.includes('-') ? withoutEnd(blocks) : blocks,
      noPosition: code.includes('x'),
      choice: chosen.at(-1)?.choice ?? null,
      attribution: code.includes('~') ? 'not_for_attribution' : 'attributed',
    }
  })
}

/** Leaves out the last paragraph, or the last list with the line that announces it. */
function withoutEnd(blocks: Block[]): Block[] {
  return blocks.slice(0, blocks.at(-1)?.kind === 'list' ? -2 : -1)
}
