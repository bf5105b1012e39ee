import type { Proposal } from '@consultation/shared/feedback.ts'
import { blocksOf, type TranslatedBlocks } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { Difference } from '../../Difference.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useWords } from '../../words/index.ts'
import { type Draft, paragraphTexts, proposing } from './draft.ts'

type Props = {
  id: string
  draft: Draft
  texts: TranslatedBlocks
  error: string | undefined
  onChange: (draft: Draft) => void
}

/** Proposals whose paragraph reads otherwise in this version: each is placed anew or left out by whoever wrote it. */
export function Unplaced({ id, draft, texts, error, onChange }: Props) {
  const t = useWords('feedback')
  const without = (proposal: Proposal) => draft.unplaced.filter((one) => one !== proposal)
  return (
    <div id={id} tabIndex={-1}>
      <Notice kind="warning" title={t('unplaced_title', { count: draft.unplaced.length })}>
        {error && <p className="field-error">{error}</p>}
        {draft.unplaced.map((proposal) => (
          <OneUnplaced
            key={`${proposal.language} ${proposal.paragraph} ${proposal.was}`}
            proposal={proposal}
            texts={texts}
            onPlace={(paragraph, was) =>
              onChange(
                proposing(
                  { ...draft, unplaced: without(proposal) },
                  { paragraph, language: proposal.language, was, text: proposal.text },
                ),
              )
            }
            onDrop={() => {
              onChange({ ...draft, unplaced: without(proposal) })
              tell(t('proposal_taken_out'), () => onChange(draft))
            }}
          />
        ))}
      </Notice>
    </div>
  )
}

type OneProps = {
  proposal: Proposal
  texts: TranslatedBlocks
  onPlace: (paragraph: number, was: string) => void
  onDrop: () => void
}

function OneUnplaced({ proposal, texts, onPlace, onDrop }: OneProps) {
  const t = useWords('feedback')
  const paragraphs = paragraphTexts(texts, proposal.language)
  const [chosen, setChosen] = useState(String(Math.min(proposal.paragraph, Math.max(0, paragraphs.length - 1))))
  const now = paragraphs[Number(chosen)]
  return (
    <div className="stack">
      <div>
        <p className="small quiet">{t('proposed_to_old', { number: proposal.paragraph + 1 })}</p>
        <Difference before={blocksOf(proposal.was)} after={blocksOf(proposal.text)} language={proposal.language} />
      </div>
      {now !== undefined && (
        <>
          <Select
            label={t('place_at')}
            value={chosen}
            onChange={setChosen}
            options={paragraphs.map((_, at) => ({ value: String(at), label: t('paragraph_n', { number: at + 1 }) }))}
          />
          <div>
            <p className="small quiet">{t('would_read')}</p>
            <Difference before={blocksOf(now)} after={blocksOf(proposal.text)} language={proposal.language} />
          </div>
        </>
      )}
      <Actions>
        {now !== undefined && <Button onClick={() => onPlace(Number(chosen), now)}>{t('place_here')}</Button>}
        <Button kind="quiet" onClick={onDrop}>
          {t('leave_out')}
        </Button>
      </Actions>
    </div>
  )
}
