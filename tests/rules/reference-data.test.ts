import { CAST, DEMO_CAST, DEMO_DELEGATIONS, RESPONDENTS, respondentHead } from '@consultation/server/seed/cast.ts'
import * as listTexts from '@consultation/server/seed/data/list-texts.ts'
import { GROUPS, membersOn, REFORM_2017, STATES } from '@consultation/server/seed/reference-data.ts'
import { SAMPLES } from '@consultation/server/seed/sample-answers/all.ts'
import { GROUP_STATEMENTS } from '@consultation/server/seed/sample-answers/group-statements.ts'
import {
  SAMPLE_CLEARANCE_NOTES,
  SAMPLE_COMMENTS,
  SAMPLE_THREADS,
} from '@consultation/server/seed/sample-conversations.ts'
import { SAMPLE_RESPONSES } from '@consultation/server/seed/sample-responses.ts'
import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import {
  floatingHolidays,
  HOLIDAY_NAMES,
  HOLIDAYS,
  headquartersHolidays,
  isGeneralDebate,
} from '@consultation/shared/rules/holidays.ts'
import { SAMPLE_MARK } from '@consultation/shared/sample-mark.ts'
import { Blocks, plainText } from '@consultation/shared/text.ts'
import { describe, expect, test } from 'vitest'
import { sampleText, wordCount } from '../support/sample-texts.ts'

const LETTER_OF_2017 = '2017-05-31'
const state = (iso3: string) => STATES.find((candidate) => candidate.iso3 === iso3)!
const group = (id: string) => GROUPS.find((candidate) => candidate.id === id)!
const numbers = REFORM_2017.questionList.sections.flatMap(({ questions }) => questions.map(({ number }) => number))

const SCRIPTS: Record<Language, RegExp> = {
  ar: /\p{scx=Arabic}/u,
  zh: /\p{scx=Han}/u,
  en: /\p{scx=Latin}/u,
  fr: /\p{scx=Latin}/u,
  ru: /\p{scx=Cyrillic}/u,
  es: /\p{scx=Latin}/u,
}

/** Whether a text is written in the script of its language; references, addresses and abbreviations apart. */
function inScript(text: string, language: Language): boolean {
  const letters = [...text.replaceAll(/\S+@\S+|A\/\d\S*|\b[A-Z]+\b/g, '')].filter((letter) => /\p{L}/u.test(letter))
  return text.trim() !== '' && letters.every((letter) => SCRIPTS[language].test(letter))
}

/** Every text in six languages found anywhere inside a value. */
function translatedIn(value: unknown): Record<Language, string>[] {
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  if (LANGUAGES.every((language) => typeof record[language] === 'string')) return [record as Record<Language, string>]
  return Object.values(record).flatMap(translatedIn)
}

describe('States', () => {
  test('are 193 Members in protocol order and then 2 observers', () => {
    expect(STATES).toHaveLength(195)
    expect(STATES.slice(0, 193).map((s) => s.protocolOrder)).toEqual(Array.from({ length: 193 }, (_, at) => at + 1))
    expect(STATES.slice(193).map((s) => [s.iso3, s.status, s.regionalGroup])).toEqual([
      ['VAT', 'observer-state', null],
      ['PSE', 'observer-state', null],
    ])
    for (const code of ['iso2', 'iso3', 'm49'] as const) expect(new Set(STATES.map((s) => s[code])).size).toBe(195)
  })

  test.each(LANGUAGES)('have a short and a formal name of their own in %s, in its script', (language) => {
    for (const { names } of STATES) {
      expect(inScript(names[language].short, language), names[language].short).toBe(true)
      expect(inScript(names[language].formal, language), names[language].formal).toBe(true)
    }
    expect(new Set(STATES.map(({ names }) => names[language].short)).size).toBe(195)
    expect(new Set(STATES.map(({ names }) => names[language].formal)).size).toBe(195)
  })

  test('that look alike are told apart', () => {
    const alike = [
      { COG: 'Congo', COD: 'Democratic Republic of the Congo' },
      { GIN: 'Guinea', GNB: 'Guinea-Bissau', GNQ: 'Equatorial Guinea', PNG: 'Papua New Guinea' },
      { NER: 'Niger', NGA: 'Nigeria' },
      { DMA: 'Dominica', DOM: 'Dominican Republic' },
      { KOR: 'Republic of Korea', PRK: 'Democratic People’s Republic of Korea' },
      { SVK: 'Slovakia', SVN: 'Slovenia' },
      { MRT: 'Mauritania', MUS: 'Mauritius' },
      { AUT: 'Austria', AUS: 'Australia' },
    ]
    for (const [iso3, name] of alike.flatMap((names) => Object.entries(names)))
      expect(state(iso3).names.en.short).toBe(name)
  })

  test('whose names have changed keep the name of the day of the letter', () => {
    const former = STATES.filter(({ formerNames }) => formerNames).map(({ iso3, formerNames }) => [
      iso3,
      formerNames![0]!.names.en.short,
    ])
    expect(Object.fromEntries(former)).toEqual({
      SWZ: 'Swaziland',
      MKD: 'The former Yugoslav Republic of Macedonia',
      NLD: 'Netherlands',
      TUR: 'Turkey',
    })
  })

  test('only two have a shorter form', () => {
    expect(STATES.filter(({ names }) => names.en.compact).map(({ iso3 }) => iso3)).toEqual(['GBR', 'USA'])
  })
})

describe('Groups', () => {
  test.each([
    ['african', 54, 54],
    ['asia-pacific', 54, 54],
    ['eastern-european', 23, 23],
    ['grulac', 33, 33],
    ['weog', 29, 29],
    ['g77', 134, 134],
    ['eu', 27, 28],
    ['nam', 121, 120],
    ['ldc', 44, 48],
    ['asean', 11, 10],
  ])('%s counts %i now and %i on the day of the letter', (id, now, then) => {
    expect(group(id).members).toHaveLength(now)
    expect(membersOn(group(id), LETTER_OF_2017)).toHaveLength(then)
    expect(membersOn(group(id), '2026-05-17')).toHaveLength(now)
  })

  test('the United Kingdom belongs to the European Union until the day it left', () => {
    expect(membersOn(group('eu'), '2020-01-30')).toContain('GBR')
    expect(membersOn(group('eu'), '2020-01-31')).not.toContain('GBR')
  })

  test('members exist, once each, and the regional groups make up the membership', () => {
    for (const { id, members } of GROUPS) {
      expect(new Set(members).size, id).toBe(members.length)
      for (const iso3 of members) expect(state(iso3), `${id} ${iso3}`).toBeDefined()
    }
    const regional = GROUPS.filter(({ kind }) => kind === 'regional')
    expect(regional.flatMap(({ members }) => members).sort()).toEqual(
      STATES.filter(({ status }) => status === 'member')
        .map(({ iso3 }) => iso3)
        .sort(),
    )
    for (const { iso3, regionalGroup } of STATES)
      expect(regional.find(({ members }) => members.includes(iso3))?.id ?? null, iso3).toBe(regionalGroup)
  })
})

describe('The consultation of 2017', () => {
  test('has thirteen questions in six sections, one with a choice', () => {
    const { sections } = REFORM_2017.questionList
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(sections.map(({ theme }) => theme)).toEqual(REFORM_2017.themes.map(({ id }) => id))
    expect(sections.flatMap((s) => s.questions).filter((q) => q.kind === 'choice-and-text')).toHaveLength(1)
  })

  test('every question has guidance and every milestone a label', () => {
    expect(Object.keys(listTexts.QUESTION_GUIDANCE).map(Number)).toEqual(numbers)
    expect(Object.keys(listTexts.MILESTONE_LABELS)).toEqual(REFORM_2017.milestones.map(({ id }) => id))
  })

  test.each(LANGUAGES)('is written in %s throughout', (language) => {
    const texts = translatedIn([REFORM_2017, listTexts, SAMPLE_MARK, HOLIDAY_NAMES, GROUPS.map((g) => g.names)])
    expect(texts.length).toBeGreaterThan(120)
    for (const text of texts) expect(inScript(text[language], language), text[language]).toBe(true)
  })
})

describe('Sample texts', () => {
  test.each(LANGUAGES)(
    'in %s answer every question at least twice, in that script and in the form of all texts',
    (language) => {
      for (const number of numbers)
        expect(SAMPLES[language].filter(({ question }) => question === number).length, `${number}`).toBeGreaterThan(1)
      for (const { question, blocks } of SAMPLES[language]) {
        expect(Blocks.parse(blocks)).toEqual(blocks)
        expect(inScript(plainText(blocks), language), plainText(blocks)).toBe(true)
        expect(wordCount(blocks, language), `${question}`).toBeGreaterThan(60)
        expect(wordCount(blocks, language), `${question}`).toBeLessThan(181)
      }
    },
  )

  test.each(LANGUAGES)('in %s use every form a text can have', (language) => {
    const written = JSON.stringify(SAMPLES[language])
    for (const form of ['"ordered":true', '"ordered":false', '"bold":true', '"link":']) expect(written).toContain(form)
    expect(written).not.toMatch(/\*\*|\]\(|"text":"[_>-]/)
  })

  test('choose only what the question offers', () => {
    const offered = REFORM_2017.questionList.sections.flatMap((s) => s.questions).find((q) => q.number === 4)!.choices!
    for (const language of LANGUAGES)
      for (const { question, choice } of SAMPLES[language]) {
        expect(choice === undefined).toBe(question !== 4)
        if (choice) expect(offered.map(({ id }) => id)).toContain(choice)
      }
  })

  test('name no State and bear no mark of the Organization', () => {
    const texts = [
      ...Object.values(SAMPLES)
        .flat()
        .map(({ blocks }) => plainText(blocks)),
      ...GROUP_STATEMENTS.flatMap(({ answers }) => answers.map(({ blocks }) => plainText(blocks))),
    ]
    const names = STATES.flatMap((s) => LANGUAGES.map((language) => s.names[language].short))
      // Short words that are also parts of others: 马里 in 马里亚纳, Oman in Romania, عمان in عمانويل.
      .filter((name) => name.length > 4)
    for (const text of texts) {
      expect(text).not.toMatch(/emblem|logo|Distr\.|A\/\d|ST\/|emblema|emblème|эмблема|徽|(?<!\p{L})شعار/iu)
      for (const name of names) expect(text.includes(name), `${name}: ${text}`).toBe(false)
    }
  })
})

describe('Responses of the demonstration', () => {
  test('come from three of the four delegations and the respondents, each question once', () => {
    expect(SAMPLE_RESPONSES.slice(0, 3).map(({ iso3 }) => iso3)).toEqual(DEMO_DELEGATIONS.slice(0, 3))
    expect(new Set(SAMPLE_RESPONSES.map(({ iso3 }) => iso3)).size).toBe(SAMPLE_RESPONSES.length)
    for (const { iso3, answers } of SAMPLE_RESPONSES) {
      expect(new Set(answers.map(({ question }) => question)).size, iso3).toBe(answers.length)
      for (const { question, blocks, noPosition } of answers) {
        expect(numbers).toContain(question)
        expect(plainText(blocks) === '', `${iso3} ${question}`).toBe(noPosition)
      }
    }
  })

  test('never say the same in the same words', () => {
    const texts = SAMPLE_RESPONSES.flatMap(({ answers }) => answers.map(({ blocks }) => plainText(blocks))).filter(
      Boolean,
    )
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('come from at least five delegations of each regional group and in all six languages', () => {
    const submitted = SAMPLE_RESPONSES.filter(({ stands }) => stands === 'submitted')
    for (const region of ['african', 'asia-pacific', 'eastern-european', 'grulac', 'weog'])
      expect(submitted.filter(({ iso3 }) => state(iso3).regionalGroup === region).length, region).toBeGreaterThan(4)
    expect(new Set(submitted.map(({ language }) => language)).size).toBe(6)
  })

  test('are joined by statements of groups, from delegations that belong to them', () => {
    for (const { group: id, iso3, language, answers } of GROUP_STATEMENTS) {
      expect(membersOn(group(id), LETTER_OF_2017)).toContain(iso3)
      for (const { blocks } of answers) {
        expect(Blocks.parse(blocks)).toEqual(blocks)
        expect(inScript(plainText(blocks), language)).toBe(true)
      }
    }
  })

  test('carry threads and comments only where there is an answer', () => {
    const answered = (iso3: string, question: number) =>
      SAMPLE_RESPONSES.some((r) => r.iso3 === iso3 && r.answers.some((answer) => answer.question === question))
    for (const { iso3, question, messages } of SAMPLE_THREADS) {
      expect(answered(iso3, question), `${iso3} ${question}`).toBe(true)
      for (const { language, text, replyTo = -1 } of messages) {
        expect(inScript(text, language), text).toBe(true)
        expect(replyTo).toBeLessThan(messages.length - 1)
      }
    }
    for (const { by, text, language } of [...SAMPLE_COMMENTS, ...SAMPLE_CLEARANCE_NOTES]) {
      expect(CAST.map(({ key }) => key)).toContain(by)
      expect(inScript(text, language), text).toBe(true)
    }
  })
})

describe('The cast', () => {
  const everyone = [...CAST, ...RESPONDENTS.map(respondentHead).filter((head) => !CAST.includes(head))]

  test('has one sign-in each, at example.org, with a passphrase of 15 characters or more', () => {
    expect(new Set(everyone.map(({ email }) => email)).size).toBe(everyone.length)
    expect(new Set(everyone.map(({ key }) => key)).size).toBe(everyone.length)
    for (const { email, password } of everyone) {
      expect(email).toMatch(/^[a-z0-9.]+@(secretariat|mission|capital)\.example\.org$/)
      expect(password.length).toBeGreaterThan(14)
    }
    expect(new Set(CAST.map(({ password }) => password)).size).toBe(CAST.length)
  })

  test('the demo signs in staff, an administrator, a member of the Review Team, and a head and a drafter of four delegations', () => {
    expect(DEMO_CAST.flatMap(({ officeRoles }) => officeRoles).sort()).toEqual(['administrator', 'irt', 'staff'])
    for (const iso3 of DEMO_DELEGATIONS)
      expect(
        DEMO_CAST.flatMap(({ memberships }) => memberships.filter((m) => m.iso3 === iso3).map((m) => m.role)).sort(),
      ).toEqual(['drafter', 'head'])
  })

  test('members belong to States there are and live in time zones there are', () => {
    for (const { memberships, timeZone } of everyone) {
      for (const { iso3 } of memberships) expect(state(iso3)).toBeDefined()
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
    }
  })

  test('everybody is called by a role, in the script of their language', () => {
    for (const { name, language } of everyone) expect(inScript(name, language), name).toBe(true)
  })
})

describe('Holidays at Headquarters', () => {
  // As the circulars have them: ST/IC/2016/25 (2017), ST/IC/2019/23 (2020), and the list for 2024.
  test.each([
    [2017, '01-02 04-14 05-29 06-26 07-04 09-01 09-04 11-23 12-25'],
    [2020, '01-01 04-10 05-25 05-26 07-03 07-31 09-07 11-26 12-25'],
    [2024, '01-01 03-29 04-10 05-27 06-17 07-04 09-02 11-28 12-25'],
  ])('[HO1] of %i are those of the circular', (year, days) => {
    expect(headquartersHolidays(year).map(({ date }) => date)).toEqual(days.split(' ').map((day) => `${year}-${day}`))
  })

  test('[HO1] New Year’s Day on a Saturday is kept on the day before, in the old year', () => {
    expect(headquartersHolidays(2021)).toContainEqual({ date: '2021-12-31', name: 'new_year' })
    expect(headquartersHolidays(2022).map(({ name }) => name)).not.toContain('new_year')
  })

  test('[HO1] fall on working days, in order, from 2017 to 2030', () => {
    for (let year = 2017; year <= 2030; year++) {
      const dates = headquartersHolidays(year).map(({ date }) => date)
      expect(dates).toEqual([...new Set(dates)].sort())
      for (const date of dates) expect([0, 6]).not.toContain(new Date(`${date}T00:00:00Z`).getUTCDay())
    }
  })

  test('[HO1] a year without a known calendar has the seven fixed by rule', () => {
    expect(headquartersHolidays(2040)).toHaveLength(7)
  })

  test('[HO2] the floating ones of 2017 are those of the circular, those that vary apart', () => {
    expect(floatingHolidays(2017).map(({ date }) => date)).toEqual([
      '2017-01-06',
      '2017-02-20',
      '2017-04-14',
      '2017-09-29',
    ])
  })

  test.each([
    ['2016-09-19', '2016-09-20'],
    ['2017-09-18', '2017-09-19'],
    ['2018-09-24', '2018-09-25'],
    ['2021-09-20', '2021-09-21'],
    ['2025-09-22', '2025-09-23'],
  ])('[HO3] the general debate has not begun on %s and has on %s', (before, opening) => {
    expect(isGeneralDebate(before)).toBe(false)
    expect(isGeneralDebate(opening)).toBe(true)
  })

  test('[HO3] it lasts nine working days and the Saturday between', () => {
    const days = Array.from({ length: 30 }, (_, at) => `2017-09-${String(at + 1).padStart(2, '0')}`).filter(
      isGeneralDebate,
    )
    expect(days).toHaveLength(10)
    expect(days.at(-1)).toBe('2017-09-29')
    expect(isGeneralDebate('2017-05-31')).toBe(false)
  })

  test('every holiday has a name in six languages', () => {
    expect(Object.keys(HOLIDAY_NAMES).sort()).toEqual([...HOLIDAYS].sort())
  })
})

describe('Generated sample texts', () => {
  test.each(LANGUAGES)('in %s come near the length asked for, always the same for a seed', (language) => {
    for (const words of [150, 250, 400])
      for (const seed of [1, 2, 3, 77, 2535]) {
        const blocks = sampleText(language, words, seed)
        expect(sampleText(language, words, seed)).toEqual(blocks)
        expect(Blocks.parse(blocks)).toEqual(blocks)
        expect(Math.abs(wordCount(blocks, language) - words), `${words} ${seed}`).toBeLessThan(60)
      }
  })

  test('differ from seed to seed', () => {
    const texts = Array.from({ length: 500 }, (_, seed) => plainText(sampleText('fr', 250, seed)))
    expect(new Set(texts).size).toBe(500)
  })
})
