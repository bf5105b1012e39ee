import type { ListView } from '@consultation/shared/question-lists.ts'
import { expect, test } from 'vitest'
import { fieldPlace } from '../../client/question-lists/staff/field-place.ts'

const choices = [{ id: 'a', text: {} }]
const question = { id: 'q', kind: 'choice-and-text' as const, text: {}, guidance: {}, choices }
const list: Pick<ListView, 'sections'> = { sections: [{ id: 's', title: {}, questions: [question] }] }

test.each([
  ['title.ar', 'text-of-title', 'ar'],
  ['outcome.fr', 'text-of-outcome', 'fr'],
  ['deadline', 'list-deadline', null],
  ['addresseeIds', 'addressees', null],
  ['sections', 'questions', null],
  ['sections.0.title.zh', 'text-of-s', 'zh'],
  ['sections.0.questions', 'section-s', null],
  ['sections.0.questions.0.text.ru', 'text-of-q', 'ru'],
  ['sections.0.questions.0.guidance.es', 'guidance-of-q', 'es'],
  ['sections.0.questions.0.choices', 'question-q', null],
  ['sections.0.questions.0.choices.0.text.en', 'text-of-q-a', 'en'],
  ['sections.7.title.en', 'questions', 'en'],
])('a list refused for %s leads to the element %s', (field, id, language) => {
  expect(fieldPlace(list, field)).toEqual({ id, language })
})
