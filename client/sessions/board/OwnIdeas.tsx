import { changeIdea, withdrawIdea } from '@consultation/shared/board.ts'
import type { ItemView, OwnIdeaView } from '@consultation/shared/room-view.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'

type Own = z.infer<typeof OwnIdeaView>

/** What one's own delegation wrote and the room does not see: still silent, before a moderator, or come back with a reason. */
export function OwnIdeas({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('board')
  const mine = room.view.ownIdeas.filter(
    (one) => one.itemId === item.id && one.state !== 'open' && one.state !== 'withdrawn',
  )
  if (mine.length === 0) return null
  return (
    <section aria-labelledby="own-ideas">
      <h4 id="own-ideas">{t('your_ideas', { count: mine.length })}</h4>
      <ul className="cards">
        {mine.map((one) => (
          <OwnIdea key={one.id} room={room} idea={one} />
        ))}
      </ul>
    </section>
  )
}

function OwnIdea({ room, idea }: { room: Room; idea: Own }) {
  const t = useWords('board')
  const changing = useCall(changeIdea)
  const withdrawing = useCall(withdrawIdea)
  const [text, setText] = useState<string | null>(null)
  const params = { ideaId: idea.id }

  async function change() {
    if (text === null || text.trim() === '') return
    const reply = await changing.send({ params, body: { text: text.trim(), language: idea.language } })
    if (!reply) return
    room.own([{ set: 'ownIdeas', value: reply }])
    setText(null)
  }
  async function withdraw() {
    const reply = await withdrawing.send({ params })
    if (!reply) return
    room.own([{ drop: 'ownIdeas', id: idea.id }])
    tell(t('idea_withdrawn'))
  }

  return (
    <li className="card own">
      <p className="small card-mark">{t('own_state', { state: idea.state })}</p>
      {idea.reason && <p className="small">{t('reason_given', { reason: idea.reason })}</p>}
      <RefusalNotice refusal={changing.refusal ?? withdrawing.refusal} />
      {text === null ? (
        <p className="said" lang={idea.language} dir="auto">
          {idea.text}
        </p>
      ) : (
        <TextArea label={t('your_idea')} rows={3} lang={idea.language} value={text} onChange={setText} />
      )}
      {idea.state !== 'hidden' && (
        <div className="row">
          {text === null ? (
            <>
              <Button kind="quiet" onClick={() => setText(idea.text)}>
                {t('change_idea')}
              </Button>
              <Button kind="quiet" busy={withdrawing.status === 'sending'} onClick={() => void withdraw()}>
                {t('withdraw_idea')}
              </Button>
            </>
          ) : (
            <>
              <Button busy={changing.status === 'sending'} onClick={() => void change()}>
                {t('save_idea')}
              </Button>
              <Button kind="quiet" onClick={() => setText(null)}>
                {t('leave_idea')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
