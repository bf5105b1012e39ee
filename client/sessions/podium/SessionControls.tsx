import { type ItemView, SCREEN_SHOWS } from '@consultation/shared/room-view.ts'
import { directScreen, keepRecord, moveSession, takeUpItem } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Select, TextInput } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'
import { endingOf } from './closing.ts'
import { podiumStepOf } from './next-step.ts'
import { RollCall } from './RollCall.tsx'
import './podium.css'

const SHOWS = {
  item: 'screen_item',
  speakers: 'screen_speakers',
  board: 'screen_board',
  temperature: 'screen_temperature',
  report: 'screen_report',
  message: 'screen_message',
} as const satisfies Record<(typeof SCREEN_SHOWS)[number], string>

/** The course of the meeting: open and close, the item taken up, what the screen shows, whether notes are taken. */
export function SessionControls({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('podium')
  const { view } = room
  const session = view.sessions[0]!
  const params = { sessionId: view.sessionId }
  const moving = useCall(moveSession)
  const taking = useCall(takeUpItem)
  const directing = useCall(directScreen)
  const keeping = useCall(keepRecord)
  const [closing, setClosing] = useState(false)
  // On a phone whoever has the floor comes before what is set once in a while.
  const [wide] = useState(() => matchMedia('(min-width: 60rem)').matches)
  const [message, setMessage] = useState(session.screen.message)

  async function takeUp(to: string | null) {
    const from = session.currentItemId
    if (!(await taking.send({ params, body: { from, to } }))) return
    tell(t('item_is_taken_up'), () => void taking.send({ params, body: { from: to, to: from } }))
  }

  async function move(to: 'open' | 'closed') {
    if (await moving.send({ params, body: { from: session.state, to } })) setClosing(false)
  }

  return (
    <fieldset className="controls no-print" aria-label={t('course_of_meeting')}>
      <RefusalNotice
        refusal={(closing ? null : moving.refusal) ?? taking.refusal ?? directing.refusal ?? keeping.refusal}
      />
      <div className="row">
        {view.may['session.open'] && session.state === 'announced' && (
          <Button kind="filled" busy={moving.status === 'sending'} onClick={() => void move('open')}>
            {t('open_room')}
          </Button>
        )}
        {session.state === 'open' && session.currentItemId !== item.id && view.may['item.take_up'] && (
          <Button
            kind={podiumStepOf(view, item) === 'take_up' ? 'filled' : 'plain'}
            onClick={() => void takeUp(item.id)}
          >
            {t('take_up_item', { number: item.number })}
          </Button>
        )}
      </div>
      {session.state === 'open' && (
        <details open={wide}>
          <summary>{t('course_of_meeting')}</summary>
          <div className="course">
            {session.state === 'open' && view.may['screen.direct'] && (
              <div className="controls-fields">
                <Select
                  label={t('screen_shows')}
                  value={session.screen.show}
                  onChange={(show) => void directing.send({ params, body: { show, message } })}
                  options={SCREEN_SHOWS.map((value) => ({ value, label: t(SHOWS[value]) }))}
                />
                {session.screen.show === 'message' && (
                  <form
                    className="with-action"
                    onSubmit={(event) => {
                      event.preventDefault()
                      void directing.send({ params, body: { show: 'message', message } })
                    }}
                  >
                    <TextInput
                      label={t('screen_text')}
                      dir="auto"
                      maxLength={300}
                      value={message}
                      onChange={setMessage}
                    />
                    <Button type="submit">{t('show_text')}</Button>
                  </form>
                )}
              </div>
            )}
            <details>
              <summary>{t('see_first')}</summary>
              <ul className="plain-list">
                {SCREEN_SHOWS.map((show) => (
                  <li key={show}>
                    <a href={`/sessions/${view.sessionId}/screen?show=${show}`} target="_blank" rel="noreferrer">
                      {t('see_screen', { shown: t(SHOWS[show]) })}
                    </a>
                  </li>
                ))}
                <li>
                  <a href={`/sessions/${view.sessionId}/room?as=delegate`} target="_blank" rel="noreferrer">
                    {t('see_as_delegate')}
                  </a>
                </li>
              </ul>
            </details>
            <RollCall room={room} />
            {view.may['record.keep'] && session.state === 'open' && (
              <Checkbox
                label={t('take_notes')}
                help={t('take_notes_help')}
                checked={session.recordKept}
                onChange={(kept) => void keeping.send({ params, body: { kept } })}
              />
            )}
            {session.state === 'open' && view.may['session.close'] && (
              <Button kind="quiet" className="close-room" onClick={() => setClosing(true)}>
                {t('close_room')}
              </Button>
            )}
          </div>
        </details>
      )}
      <AskOnceMore
        open={closing}
        verb={t('close_room')}
        onSure={() => move('closed')}
        leave={t('keep_room_open')}
        onLeave={() => setClosing(false)}
        call={moving}
      >
        <p>{session.mode === 'anonymous' ? t('close_room_anonymous') : t('close_room_explained')}</p>
        <WhatEnds room={room} />
      </AskOnceMore>
    </fieldset>
  )
}

const ENDS = {
  waiting: 'closing_waiting',
  silent: 'closing_silent',
  unseen: 'closing_unseen',
  undelivered: 'closing_undelivered',
} as const

/** What is still under way, and what becomes of it: said before, for a closed session is not opened again. */
function WhatEnds({ room: { view } }: { room: Room }) {
  const t = useWords('podium')
  const { questions, ...counts } = endingOf(view)
  const told = (Object.keys(ENDS) as (keyof typeof ENDS)[]).filter((what) => counts[what] > 0)
  if (told.length === 0 && questions.length === 0) return null
  return (
    <>
      <p>{t('closing_means')}</p>
      <ul className="ending">
        {told.map((what) => (
          <li key={what}>{t(ENDS[what], { count: counts[what] })}</li>
        ))}
        {questions.length > 0 && (
          <li>
            {t('closing_questions', { count: questions.length })}
            <ul>
              {questions.map(({ id, question }) => {
                const { text, language } = inLanguage(question, t.language)
                return (
                  <li key={id} lang={language} dir="auto">
                    {text}
                  </li>
                )
              })}
            </ul>
            {t('closing_settles')}
            {view.sessions[0]?.mode !== 'attributed' && <> {t('closing_destroys')}</>}
          </li>
        )}
      </ul>
    </>
  )
}
