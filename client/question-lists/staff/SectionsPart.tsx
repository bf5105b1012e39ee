import {
  type ListBody,
  QUESTION_KINDS,
  QUESTIONS_MAX,
  type Question,
  SECTIONS_MAX,
  type Section,
} from '@consultation/shared/question-lists.ts'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Select } from '../../ui/Field.tsx'
import { tell } from '../../ui/Toast.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { useWords } from '../../words/index.ts'
import { guidanceId, textId } from './field-place.ts'
import { moved, movedAcross } from './order.ts'
import type { Editing } from './TextsPart.tsx'
import type { Writing } from './writing.ts'

const KIND = { text: 'kind_text', 'choice-and-text': 'kind_choice' } as const satisfies Record<
  (typeof QUESTION_KINDS)[number],
  string
>

/** Sections and questions: written, added, removed with a way back, and put in order by buttons. */
export function SectionsPart({ body, change, writing }: Editing & { writing: Writing }) {
  const t = useWords('staff')
  const { sections } = body
  const count = sections.flatMap((section) => section.questions).length
  const setSections = (how: (sections: Section[]) => Section[]) =>
    change((now) => ({ ...now, sections: how(now.sections) }))
  const setSection = (id: string, how: (section: Section) => Section) =>
    setSections((now) => now.map((section) => (section.id === id ? how(section) : section)))

  function removeSection(id: string, at: number) {
    const gone = sections[at]
    if (!gone) return
    setSections((now) => now.filter((section) => section.id !== id))
    tell(t('section_removed', { count: gone.questions.length }), () =>
      setSections((now) => [...now.slice(0, at), gone, ...now.slice(at)]),
    )
  }

  return (
    <section className="part" aria-labelledby="questions">
      <h2 id="questions" tabIndex={-1}>
        {t('part_questions')} <span className="quiet">{t('questions_count', { count })}</span>
      </h2>
      {sections.length === 0 && (
        <Empty>
          <p>{t('no_questions_yet')}</p>
        </Empty>
      )}
      {sections.map((section, at) => (
        <section key={section.id} className="list-section" aria-labelledby={`section-${section.id}`}>
          <header>
            <h3 id={`section-${section.id}`} tabIndex={-1}>
              {t('section_n', { number: at + 1 })}
            </h3>
            <Moves
              name={t('section_n', { number: at + 1 })}
              up={at > 0 ? () => setSections((now) => moved(now, at, at - 1)) : null}
              down={at < sections.length - 1 ? () => setSections((now) => moved(now, at, at + 1)) : null}
            />
            <Button kind="quiet" onClick={() => removeSection(section.id, at)}>
              {t('remove_section')}
            </Button>
          </header>
          <TranslatedField
            id={textId(section.id)}
            label={t('section_title')}
            value={section.title}
            onChange={(title) => setSection(section.id, (now) => ({ ...now, title }))}
            {...writing}
          />
          {section.questions.map((question) => (
            <QuestionEdit key={question.id} {...{ question, body, setSections, setSection, section, writing }} />
          ))}
          {count < QUESTIONS_MAX && (
            <div>
              <Button
                onClick={() =>
                  setSection(section.id, (now) => ({ ...now, questions: [...now.questions, newQuestion()] }))
                }
              >
                {t('add_question')}
              </Button>
            </div>
          )}
        </section>
      ))}
      {sections.length < SECTIONS_MAX && (
        <div>
          <Button
            onClick={() =>
              setSections((now) => [...now, { id: crypto.randomUUID(), title: {}, questions: [newQuestion()] }])
            }
          >
            {t('add_section')}
          </Button>
        </div>
      )}
    </section>
  )
}

const newQuestion = (): Question => ({ id: crypto.randomUUID(), kind: 'text', text: {}, guidance: {}, choices: [] })

type QuestionProps = {
  question: Question
  section: Section
  body: ListBody
  setSections: (how: (sections: Section[]) => Section[]) => void
  setSection: (id: string, how: (section: Section) => Section) => void
  writing: Writing
}

function QuestionEdit({ question, section, body, setSections, setSection, writing }: QuestionProps) {
  const t = useWords('staff')
  const all = body.sections.flatMap(({ questions }) => questions)
  const number = all.findIndex(({ id }) => id === question.id) + 1
  const set = (changed: Partial<Question>) =>
    setSection(section.id, (now) => ({
      ...now,
      questions: now.questions.map((one) => (one.id === question.id ? { ...one, ...changed } : one)),
    }))

  function remove() {
    const at = section.questions.findIndex(({ id }) => id === question.id)
    setSection(section.id, (now) => ({ ...now, questions: now.questions.filter(({ id }) => id !== question.id) }))
    tell(t('question_removed', { number }), () =>
      setSection(section.id, (now) => ({
        ...now,
        questions: [...now.questions.slice(0, at), question, ...now.questions.slice(at)],
      })),
    )
  }

  return (
    <article className="list-question" aria-labelledby={`question-${question.id}`}>
      <header>
        <h4 id={`question-${question.id}`} tabIndex={-1}>
          {t('question_n', { number })}
        </h4>
        <Moves
          name={t('question_n', { number })}
          up={number > 1 ? () => setSections((now) => movedAcross(now, question.id, -1)) : null}
          down={number < all.length ? () => setSections((now) => movedAcross(now, question.id, 1)) : null}
        />
        <Button kind="quiet" onClick={remove}>
          {t('remove_question')}
        </Button>
      </header>
      <TranslatedField
        id={textId(question.id)}
        label={t('question_text')}
        lines
        value={question.text}
        onChange={(text) => set({ text })}
        {...writing}
      />
      <TranslatedField
        id={guidanceId(question.id)}
        label={t('question_guidance')}
        optional
        lines
        value={question.guidance}
        onChange={(guidance) => set({ guidance })}
        {...writing}
      />
      <Select
        label={t('question_kind')}
        value={question.kind}
        onChange={(kind) =>
          set({
            kind,
            ...(kind === 'choice-and-text' &&
              question.choices.length === 0 && { choices: [newChoice([]), newChoice([{ id: 'a' }])] }),
            ...(kind === 'text' && { choices: [] }),
          })
        }
        options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(KIND[kind]) }))}
      />
      {question.kind === 'choice-and-text' && (
        <fieldset className="stack">
          <legend className="field-label">{t('question_choices')}</legend>
          {question.choices.map((choice, at) => (
            <div key={choice.id} className="list-choice">
              <TranslatedField
                id={textId(`${question.id}-${choice.id}`)}
                label={t('choice_n', { number: at + 1 })}
                value={choice.text}
                onChange={(text) =>
                  set({ choices: question.choices.map((one) => (one.id === choice.id ? { ...one, text } : one)) })
                }
                {...writing}
              />
              <Button
                kind="quiet"
                aria-label={t('remove_choice', { number: at + 1 })}
                onClick={() => {
                  const before = question.choices
                  set({ choices: before.filter(({ id }) => id !== choice.id) })
                  tell(t('choice_removed', { number: at + 1 }), () => set({ choices: before }))
                }}
              >
                {t('remove_it')}
              </Button>
            </div>
          ))}
          {question.choices.length < 12 && (
            <div>
              <Button onClick={() => set({ choices: [...question.choices, newChoice(question.choices)] })}>
                {t('add_choice')}
              </Button>
            </div>
          )}
        </fieldset>
      )}
    </article>
  )
}

/** The first free letter: ids of choices stand in files and stay short. */
function newChoice(taken: readonly { id: string }[]): Question['choices'][number] {
  const letter = [...'abcdefghijklmnop'].find((one) => !taken.some(({ id }) => id === one))
  return { id: letter ?? crypto.randomUUID().slice(0, 8), text: {} }
}

/** Up and down, by pointer or key; the button keeps the focus, because its item keeps its identity. */
function Moves({ name, up, down }: { name: string; up: (() => void) | null; down: (() => void) | null }): ReactNode {
  const t = useWords('staff')
  return (
    <>
      <Button kind="quiet" aria-label={t('move_up', { name })} busy={!up} onClick={() => up?.()}>
        <span aria-hidden="true">↑</span>
      </Button>
      <Button kind="quiet" aria-label={t('move_down', { name })} busy={!down} onClick={() => down?.()}>
        <span aria-hidden="true">↓</span>
      </Button>
    </>
  )
}
