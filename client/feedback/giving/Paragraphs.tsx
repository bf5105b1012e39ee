import { PROPOSAL_MAX, PROPOSALS_MAX, type Proposal } from '@consultation/shared/feedback.ts'
import { directionOf, type Language } from '@consultation/shared/languages.ts'
import { blocksOf, type TranslatedBlocks } from '@consultation/shared/text.ts'
import { Difference } from '../../Difference.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { useWords } from '../../words/index.ts'
import { type Draft, paragraphTexts } from './draft.ts'

type Props = {
  texts: TranslatedBlocks
  language: Language
  /** What is being written; null where nothing can be. */
  draft: Draft | null
  onPropose: (proposal: Proposal) => void
  onDrop: (proposal: Proposal) => void
}

/** The finding paragraph by paragraph, each with its number, and other words for it proposed right where it stands. */
export function Paragraphs({ texts, language, draft, onPropose, onDrop }: Props) {
  const t = useWords('feedback')
  const proposals = draft?.proposals ?? []
  return (
    <ol className="paragraphs">
      {paragraphTexts(texts, language).map((was, paragraph) => {
        const number = paragraph + 1
        const proposal = proposals.find((one) => one.paragraph === paragraph && one.language === language)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph of a version is its place
          <li key={paragraph}>
            <div className="paragraph">
              <span className="paragraph-number quiet small">{number}</span>
              <p className="said" lang={language} dir={directionOf(language)}>
                {was}
              </p>
            </div>
            {draft && !proposal && proposals.length < PROPOSALS_MAX && (
              <Button
                kind="quiet"
                className="small no-print"
                aria-label={t('propose_words_on', { number })}
                onClick={() => {
                  onPropose({ paragraph, language, was, text: was })
                  requestAnimationFrame(() => document.getElementById(`proposal-${language}-${paragraph}`)?.focus())
                }}
              >
                {t('propose_words')}
              </Button>
            )}
            {proposal && (
              <div className="proposal stack">
                <TextArea
                  id={`proposal-${language}-${paragraph}`}
                  label={t('other_words_for', { number })}
                  help={t('other_words_help')}
                  lang={language}
                  dir={directionOf(language)}
                  maxLength={PROPOSAL_MAX}
                  rows={Math.min(12, Math.max(3, Math.ceil(proposal.text.length / 60)))}
                  value={proposal.text}
                  onChange={(text) => onPropose({ ...proposal, text })}
                />
                <div>
                  <p className="small quiet">{t('as_difference')}</p>
                  <Difference before={blocksOf(was)} after={blocksOf(proposal.text)} language={language} />
                </div>
                <Button kind="quiet" aria-label={t('take_words_back_on', { number })} onClick={() => onDrop(proposal)}>
                  {t('take_words_back')}
                </Button>
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
