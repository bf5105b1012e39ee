import { describe, expect, test } from 'vitest'
import { REFORM_2017 } from '../../server/seed/reference-data.ts'
import { FEEDBACK_WORDS } from '../../server/seed/retreat/feedback-texts.ts'
import { FINDING_TEXTS, FINDING_UNDER_WRITING } from '../../server/seed/retreat/finding-texts.ts'
import { MEASURES, OFFICES } from '../../server/seed/retreat/result-texts.ts'
import * as retreat from '../../server/seed/retreat/retreat-texts.ts'
import { LANGUAGES } from '../../shared/languages.ts'

const paragraphs = (text: string) => text.split('\n').map((line) => line.trim())

describe('The findings of the demonstration', () => {
  test('are those of the data, with as many paragraphs in each language', () => {
    expect(FINDING_TEXTS.map(({ id }) => id)).toEqual(REFORM_2017.findings.map(({ id }) => id))
    for (const { id, texts } of FINDING_TEXTS)
      expect(new Set(LANGUAGES.map((language) => paragraphs(texts[language]).length)).size, id).toBe(1)
  })

  test('are revised in a paragraph there is, in every language', () => {
    for (const { id, texts, revisions } of FINDING_TEXTS) {
      const under = FINDING_UNDER_WRITING.id === id ? [FINDING_UNDER_WRITING] : []
      for (const language of LANGUAGES) {
        const said = new Set(paragraphs(texts[language]))
        for (const { paragraph, texts: after } of [...revisions, ...under]) {
          expect(paragraphs(texts[language])[paragraph], id).toBeDefined()
          expect(said.has(after[language]), id).toBe(false)
          said.add(after[language])
        }
      }
    }
  })

  test.each(LANGUAGES)('in %s are met by reasons, questions, and proposals that fit their words', (language) => {
    const { concern, asks, edits } = FEEDBACK_WORDS[language]
    expect([concern.length, asks.length]).toEqual([FINDING_TEXTS.length, FINDING_TEXTS.length])
    for (const [at, { paragraph, from, to }] of edits.entries()) {
      expect(paragraphs(FINDING_TEXTS[at % FINDING_TEXTS.length]!.texts[language])[paragraph]).toContain(from)
      expect(to).not.toBe(from)
    }
  })

  test('are answered by measures of the data, in six languages, each with its office', () => {
    expect(MEASURES.map(({ number, title }) => [number, title.en])).toEqual(
      REFORM_2017.measures.map(({ number, what }) => [number, what]),
    )
    for (const { owner } of REFORM_2017.measures) expect(OFFICES[owner]?.en).toBe(owner)
  })
})

test('nothing composed for the retreat bears a mark of the Organization, and its note says that it is sample text', () => {
  const written = JSON.stringify([retreat, FINDING_TEXTS, FEEDBACK_WORDS])
  expect(written).not.toMatch(/emblem|logo|Distr\.|A\/\d|ST\/|emblema|emblème|эмблема|徽/iu)
  for (const language of LANGUAGES) expect(retreat.RETREAT.note[language]).toBeTruthy()
  expect(retreat.RETREAT.note.en).toContain('not the position of any State')
})
