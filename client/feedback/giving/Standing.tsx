import {
  associate,
  type DeskView,
  type FeedbackView,
  listFeedback,
  NOTE_MAX,
  readDesk,
  withdrawAssociation,
} from '@consultation/shared/feedback.ts'
import { directionOf, type Language } from '@consultation/shared/languages.ts'
import type { TranslatedBlocks } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Checkbox, TextArea } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { FeedbackShown } from '../FeedbackShown.tsx'
import { paragraphTexts } from './draft.ts'
import { givenBy } from './ours.ts'

type Text = {
  texts: TranslatedBlocks
  /** The language the text is read in. */
  language: Language
}
type Props = { desk: DeskView; said: FeedbackView[] } & Text

/** What stands said for the State: its own words beside those of the groups that spoke in its name. */
export function Standing({ desk, said, ...text }: Props) {
  const t = useWords('feedback')
  const own = givenBy(said, null)
  const shown = [...(own ? [own] : []), ...said.filter((one) => one !== own)]
  if (shown.length === 0) return null
  return (
    <section className="stack" aria-labelledby="standing">
      <h2 id="standing">{t('standing_title')}</h2>
      {!own && <p className="quiet">{t('only_groups_spoke')}</p>}
      <div className="sides">
        {shown.map((one) =>
          one.concerns === 'in_our_name' ? (
            <InOurName key={one.id} desk={desk} feedback={one} {...text} />
          ) : (
            <FeedbackShown key={one.id} feedback={one} />
          ),
        )}
      </div>
    </section>
  )
}

/** Who is shown why a member differs: whoever is shown by name what it differs from, and who speaks for the group. */
const seenBy = ({ attribution, open }: FeedbackView) =>
  attribution !== 'attributed' ? 'speakers' : open ? 'participants' : 'team'

/** A group’s words, with what the State itself says to them: it goes along, or it differs and says why. */
function InOurName({ desk, feedback, texts, language }: { desk: DeskView; feedback: FeedbackView } & Text) {
  const t = useWords('feedback')
  const saying = useCall(associate)
  const taking = useCall(withdrawAssociation)
  const [note, setNote] = useState<string | null>(null)
  const [paragraphs, setParagraphs] = useState<number[]>([])
  const own = feedback.associations.find(({ delegationId, lapsed }) => delegationId === desk.delegationId && !lapsed)
  const params = { feedbackId: feedback.id }
  const again = () => {
    void refresh(listFeedback)
    void refresh(readDesk, { retreatId: desk.retreatId })
  }
  async function say(association: 'associates' | 'differs', words: string) {
    const reply = await saying.send({
      params,
      body: { association, note: words, paragraphs: association === 'differs' ? paragraphs : [] },
    })
    again()
    if (!reply) return
    setNote(null)
    setParagraphs([])
    tell(t(association === 'associates' ? 'you_associated' : 'you_differed'))
  }
  async function takeBack() {
    if (await taking.send({ params })) tell(t('association_taken_back'))
    again()
  }
  const busy = saying.status === 'sending' || taking.status === 'sending'
  return (
    <FeedbackShown feedback={feedback}>
      <div className="stack no-print">
        <p className="small">
          {t(own ? (own.association === 'associates' ? 'we_associate' : 'we_differ') : 'we_said_nothing')}
        </p>
        {note === null && <RefusalNotice refusal={saying.refusal ?? taking.refusal} />}
        {desk.may.associate && (
          <Actions>
            {own?.association !== 'associates' && (
              <Button busy={busy} onClick={() => void say('associates', '')}>
                {t('associate')}
              </Button>
            )}
            {own?.association !== 'differs' && (
              <Button busy={busy} onClick={() => setNote('')}>
                {t('differ')}
              </Button>
            )}
            {own && (
              <Button kind="quiet" busy={busy} onClick={() => void takeBack()}>
                {t('take_association_back')}
              </Button>
            )}
          </Actions>
        )}
        {!desk.may.associate && desk.window === 'open' && <p className="small quiet">{t('head_associates')}</p>}
      </div>
      <Dialog open={note !== null} title={t('differ_title')} onClose={() => setNote(null)}>
        <p>{t('differ_text', { seen: seenBy(feedback) })}</p>
        <RefusalNotice refusal={saying.refusal} />
        <TextArea
          label={t('differ_reason')}
          maxLength={NOTE_MAX}
          value={note ?? ''}
          onChange={setNote}
          error={saying.refusal?.field === 'note' ? t(saying.refusal.code) : undefined}
        />
        <fieldset className="field">
          <legend>{t('differ_paragraphs')}</legend>
          <p className="field-help">{t('differ_paragraphs_help')}</p>
          {paragraphTexts(texts, language).map((text, at) => (
            <Checkbox
              // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph of a version is its place
              key={at}
              label={t('paragraph_n', { number: at + 1 })}
              help={
                <span lang={language} dir={directionOf(language)}>
                  {text}
                </span>
              }
              checked={paragraphs.includes(at)}
              onChange={(on) => setParagraphs((now) => (on ? [...now, at] : now.filter((one) => one !== at)))}
            />
          ))}
        </fieldset>
        <Actions>
          <Button kind="filled" busy={busy} onClick={() => void say('differs', (note ?? '').trim())}>
            {t('say_differ')}
          </Button>
          <Button onClick={() => setNote(null)}>{t('close')}</Button>
        </Actions>
      </Dialog>
    </FeedbackShown>
  )
}
