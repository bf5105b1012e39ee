import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Draft, isDraft, movedTo, placed, proposing } from '../../client/feedback/giving/draft.ts'
import { blocksOf } from '../../shared/text.ts'

const texts = (...paragraphs: string[]) => ({ en: blocksOf(paragraphs.join('\n')) })
const proposal = (paragraph: number, was: string, text = 'Other words.') => ({
  paragraph,
  language: 'en' as const,
  was,
  text,
})
const draft = (...proposals: Draft['proposals']): Draft => ({
  versionId: 'v1',
  revision: 3,
  stance: 'support_with_change',
  channel: 'writing',
  language: 'en',
  attribution: 'attributed',
  excepted: [],
  joined: [],
  reason: blocksOf('Because of the field.'),
  proposals,
  unplaced: [],
})

test('a proposal goes with its paragraph, wherever it stands now; one whose paragraph changed waits with its words', () => {
  const { found, unplaced } = placed([proposal(0, 'One.'), proposal(1, 'Two.')], texts('New.', 'One.', 'Two, changed.'))
  expect(found).toEqual([proposal(1, 'One.')])
  expect(unplaced).toEqual([proposal(1, 'Two.')])
})

test('taken to another version nothing that was typed is lost, and what may be given rests on words that are there', () => {
  const paragraph = fc.constantFrom('One.', 'Two.', 'Three.', 'Four.')
  fc.assert(
    fc.property(
      fc.uniqueArray(paragraph, { minLength: 1 }),
      fc.array(paragraph, { minLength: 1, maxLength: 5 }),
      fc.array(fc.string({ minLength: 1 }), { minLength: 4, maxLength: 4 }),
      (before, after, words) => {
        const typed = before.map((was, at) => proposal(at, was, words[at]!))
        const moved = movedTo(draft(...typed), 'v2', 0, texts(...after))
        const kept = [...moved.proposals, ...moved.unplaced].map(({ text }) => text)
        expect(kept.toSorted()).toEqual(typed.map(({ text }) => text).toSorted())
        for (const { paragraph: at, was } of moved.proposals) expect(after[at]).toBe(was)
        expect(new Set(moved.proposals.map((one) => one.paragraph)).size).toBe(moved.proposals.length)
        expect(moved).toMatchObject({ versionId: 'v2', revision: 0, stance: 'support_with_change' })
        expect(moved.reason).toEqual(draft().reason)
        // And back: whatever stood there finds its place again.
        const back = movedTo(moved, 'v1', 0, texts(...before))
        expect(back.unplaced).toEqual([])
      },
    ),
  )
})

test('other words for a paragraph take the place of those before, and what lies here in another form is left alone', () => {
  const once = proposing(draft(proposal(0, 'One.')), proposal(0, 'One.', 'Again.'))
  expect(once.proposals).toEqual([proposal(0, 'One.', 'Again.')])
  expect(isDraft(JSON.parse(JSON.stringify(once)))).toBe(true)
  expect(isDraft({ versionId: 'v1', reason: 'text' })).toBe(false)
  expect(isDraft(null)).toBe(false)
})
