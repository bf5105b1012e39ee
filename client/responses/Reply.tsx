import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { STANCES } from '@consultation/shared/responses.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useState } from 'react'
import type { NumberedQuestion } from '../numbered.ts'
import { useGroups } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup, Select } from '../ui/Field.tsx'
import { RichText } from '../ui/RichText.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/index.ts'
import { AttributionLine } from './AttributionLine.tsx'
import type { DraftKeeper } from './draft-keeper.ts'

// The editor weighs as much as the rest of the page: it comes once the page is there.
const Editor = lazy(async () => ({ default: (await import('../editor/Editor.tsx')).Editor }))

const STANCE_WORDS = {
  answered: 'stance_answered',
  no_position: 'stance_no_position',
  see_group: 'stance_see_group',
} as const

type Props = { list: ListView; question: NumberedQuestion; keeper: DraftKeeper }

export function Reply({ list, question, keeper }: Props) {
  const t = useWords('answering')
  const { draft, arrival } = keeper.desktop()
  const label = t('answer_to', { number: question.number })
  // A pointer to a group's statement is none before it says which: until then nothing is said, and nothing saved.
  const [choosing, setChoosing] = useState(false)
  const stance = choosing ? 'see_group' : draft.stance
  return (
    <>
      <div className="stances">
        <RadioGroup
          label={t('stance')}
          value={stance}
          onChange={(next) => {
            setChoosing(next === 'see_group' && draft.groupId === null)
            if (next !== 'see_group') keeper.type({ stance: next, groupId: null })
          }}
          options={STANCES.map((value) => ({ value, label: t(STANCE_WORDS[value]) }))}
        />
      </div>
      {stance === 'see_group' && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <GroupSelect
            value={draft.groupId}
            onChange={(groupId) => {
              setChoosing(groupId === null)
              keeper.type(groupId === null ? { stance: 'answered', groupId } : { stance: 'see_group', groupId })
            }}
          />
        </Suspense>
      )}
      {question.kind === 'choice-and-text' && stance === 'answered' && (
        <div className="stack choices">
          <RadioGroup
            label={t('choice')}
            value={draft.choice}
            onChange={(choice) => keeper.type({ choice })}
            options={question.choices.map(({ id, text }) => ({ value: id, label: inLanguage(text, t.language).text }))}
          />
          {draft.choice !== null && (
            <Button kind="quiet" onClick={() => keeper.type({ choice: null })}>
              {t('no_choice')}
            </Button>
          )}
        </div>
      )}
      <div className="stack editor-block">
        <div className="editor-head">
          <p className="field-label" id="answer-label">
            {stance === 'answered' ? label : t('explanation')}
          </p>
          <Select<Language>
            label={t('answer_language')}
            value={draft.language}
            onChange={(language) => keeper.type({ language })}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
        </div>
        <Suspense
          fallback={
            <div className="editor-still" lang={draft.language} dir={directionOf(draft.language)}>
              <RichText blocks={draft.blocks} language={draft.language} />
            </div>
          }
        >
          <Editor
            id={`answer-${question.id}`}
            label={stance === 'answered' ? label : t('explanation')}
            blocks={draft.blocks}
            arrival={arrival}
            language={draft.language}
            onChange={(blocks) => keeper.type({ blocks })}
          />
        </Suspense>
      </div>
      <AttributionLine
        offered={list.attributionOffered}
        audience={list.audience}
        value={draft.attribution}
        onChange={(attribution) => keeper.type({ attribution })}
      />
    </>
  )
}

function GroupSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useWords('answering')
  const { groups } = useGroups()
  const { compare } = new Intl.Collator(t.language)
  const options = groups
    .map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text }))
    .sort((a, b) => compare(a.label, b.label))
  return (
    <Select
      label={t('which_group')}
      value={value ?? ''}
      onChange={(id) => onChange(id === '' ? null : id)}
      options={[{ value: '', label: t('choose_group') }, ...options]}
      help={value === null ? t('group_needed') : undefined}
    />
  )
}
