import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ItemView, TemperatureView } from '@consultation/shared/room-view.ts'
import type { TemperatureState } from '@consultation/shared/rules/temperature.ts'
import {
  againTemperature,
  askTemperature,
  moveTemperature,
  resetTemperature,
} from '@consultation/shared/temperatures.ts'
import { useState } from 'react'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Select, TextInput } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'
import './podium.css'

const NEXT = {
  prepared: { to: 'open', word: 'open_temperature' },
  open: { to: 'closed', word: 'close_temperature' },
  closed: { to: 'released', word: 'release_figures' },
  released: null,
  kept_back: null,
} as const satisfies Record<TemperatureState, { to: TemperatureState; word: string } | null>

/** What cannot be taken back. */
const DECIDED = {
  released: { verb: 'release_figures', means: 'releasing_explained' },
  kept_back: { verb: 'keep_figures_back', means: 'keeping_back_explained' },
} as const

export function TemperatureControls({ room, question }: { room: Room; question: TemperatureView }) {
  const t = useWords('podium')
  const moving = useCall(moveTemperature)
  const again = useCall(againTemperature)
  const resetting = useCall(resetTemperature)
  const [asking, setAsking] = useState(false)
  const [deciding, setDeciding] = useState<keyof typeof DECIDED | null>(null)
  const params = { temperatureId: question.id }
  const next = NEXT[question.state]
  const last = !room.view.temperatures.some(({ earlierId }) => earlierId === question.id)
  if (!room.view.may['temperature.run'] || room.view.sessions[0]?.state !== 'open') return null
  async function move(to: TemperatureState) {
    if (await moving.send({ params, body: { from: question.state, to } })) setDeciding(null)
  }
  return (
    <fieldset className="controls no-print" aria-label={t('run_the_question')}>
      <RefusalNotice
        refusal={(deciding ? null : moving.refusal) ?? again.refusal ?? (asking ? null : resetting.refusal)}
      />
      <div className="row">
        {next && (
          <Button
            busy={moving.status === 'sending'}
            onClick={() => (next.to === 'released' ? setDeciding(next.to) : void move(next.to))}
          >
            {t(next.word)}
          </Button>
        )}
        {question.state === 'closed' && (
          <Button kind="quiet" onClick={() => setDeciding('kept_back')}>
            {t('keep_figures_back')}
          </Button>
        )}
        {!next && last && <Button onClick={() => void again.send({ params, body: {} })}>{t('ask_once_more')}</Button>}
        {question.state === 'open' && (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t('begin_question_anew')}
          </Button>
        )}
      </div>
      {deciding && (
        <AskOnceMore
          kind={deciding === 'kept_back' ? 'warning' : 'filled'}
          verb={t(DECIDED[deciding].verb)}
          onSure={() => move(deciding)}
          leave={t('leave_undone')}
          onLeave={() => setDeciding(null)}
          call={moving}
        >
          <p>{t(DECIDED[deciding].means)}</p>
        </AskOnceMore>
      )}
      <AskOnceMore
        open={asking}
        verb={t('begin_question_anew')}
        onSure={async () => {
          if (await resetting.send({ params, body: {} })) setAsking(false)
        }}
        leave={t('leave_undone')}
        onLeave={() => setAsking(false)}
        call={resetting}
      >
        <p>{t('begin_anew_explained')}</p>
      </AskOnceMore>
    </fieldset>
  )
}

/** A question can be put in the moderator's language at once; the interface around it is in each reader's own. */
export function AskTemperature({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('podium')
  const asking = useCall(askTemperature)
  const [open, setOpen] = useState(false)
  const [texts, setTexts] = useState<Partial<Record<Language, string>>>({})
  const [language, setLanguage] = useState<Language>(t.language)
  const typed = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
  if (!room.view.may['temperature.run'] || room.view.sessions[0]?.state !== 'open') return null

  async function ask() {
    if (!(await asking.send({ params: { itemId: item.id }, body: { question: typed } }))) return
    setTexts({})
    setOpen(false)
  }
  return (
    <>
      <Button className="no-print" onClick={() => setOpen(true)}>
        {t('take_temperature')}
      </Button>
      <Dialog open={open} title={t('take_temperature')} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <RefusalNotice refusal={asking.refusal} />
          <Select
            label={t('language_of_question')}
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
          <TextInput
            label={t('question_to_room')}
            dir="auto"
            lang={language}
            value={texts[language] ?? ''}
            onChange={(text) => setTexts({ ...texts, [language]: text })}
          />
          <Actions>
            <Button onClick={() => setOpen(false)}>{t('leave_undone')}</Button>
            <Button type="submit" kind="filled" busy={asking.status === 'sending'}>
              {t('prepare_question')}
            </Button>
          </Actions>
        </form>
      </Dialog>
    </>
  )
}
