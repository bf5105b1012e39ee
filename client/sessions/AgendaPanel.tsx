import type { ItemView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/index.ts'
import type { Room } from './use-room.ts'

type Props = { room: Room; items: readonly ItemView[]; item: ItemView; onChoose: (id: string) => void }

const SessionControls = lazy(async () => ({ default: (await import('./podium/SessionControls.tsx')).SessionControls }))

/** The item looked at, and the way to the others. One is always led back to where the meeting is. */
export function AgendaPanel({ room, items, item, onChoose }: Props) {
  const t = useWords('rooms')
  const session = room.view.sessions[0]!
  const titleOf = (one: ItemView) => inLanguage(one.title, t.language).text
  const note = inLanguage(item.note, t.language)
  return (
    <section className="room-agenda" aria-label={t('agenda')}>
      <h2>
        <span className="quiet">{t('item_number', { number: item.number })}</span> {titleOf(item)}
      </h2>
      {note.text && (
        <p lang={note.language} dir="auto" className="said">
          {note.text}
        </p>
      )}
      {session.currentItemId && session.currentItemId !== item.id && (
        <p>
          {t('meeting_is_elsewhere')}{' '}
          <Button kind="quiet" onClick={() => onChoose(session.currentItemId!)}>
            {t('go_to_current_item')}
          </Button>
        </p>
      )}
      {items.length > 1 && (
        <details className="agenda-list">
          <summary>{t('all_items', { count: items.length })}</summary>
          <ol>
            {items.map((one) => (
              <li key={one.id}>
                <Button
                  kind="quiet"
                  aria-current={one.id === item.id ? 'true' : undefined}
                  onClick={() => onChoose(one.id)}
                >
                  {one.number}. {titleOf(one)}
                </Button>{' '}
                {one.id === session.currentItemId && <span className="small">{t('taken_up_now')}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {room.view.roles.length > 0 && (
        <Suspense>
          <SessionControls room={room} item={item} />
        </Suspense>
      )}
    </section>
  )
}
