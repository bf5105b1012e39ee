import { addNote, changeNote, type RecordView, removeNote } from '@consultation/shared/records.ts'
import type { NoteView } from '@consultation/shared/room-view.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { useSeatName } from '../Seat.tsx'
import { PointForm } from './PointForm.tsx'
import { type Named, type Source, sameSource, sourcesOf } from './sources.ts'

export const KIND = {
  speaker: 'source_speaker',
  statement: 'source_statement',
  cluster: 'source_cluster',
  idea: 'source_idea',
  remark: 'source_remark',
  answer: 'source_answer',
} as const satisfies Record<Source['kind'], string>

type Props = {
  of: RecordView['items'][number]
  /** Where the page stands with its headings. */
  heading?: 'h3' | 'h4' | 'h5'
  writable: boolean
  /** There are as many as there may be: those can be changed. */
  full?: boolean
  onChanged: () => void
}

/** The points of an item in their order, each edited in place; moved by button. */
export function ItemPoints({ of: one, heading: Heading = 'h3', writable, full = false, onChanged }: Props) {
  const t = useWords('record')
  const seatName = useSeatName()
  const [at, setAt] = useState<'new' | NoteView['id'] | null>(null)
  /** Where somebody was writing last: the focus goes back to the button that began it. */
  const [left, setLeft] = useState<typeof at>(null)
  const leave = () => {
    setLeft(at)
    setAt(null)
  }
  const adding = useCall(addNote)
  const changing = useCall(changeNote)
  const removing = useCall(removeNote)
  const points = one.notes.toSorted((a, b) => a.place - b.place)
  const offered = sourcesOf(one, seatName)
  const itemId = one.item.id

  async function move(note: NoteView, before: string | null) {
    const { text, sources, revision } = note
    if (await changing.send({ params: { noteId: note.id }, body: { text, sources, before }, revision })) onChanged()
  }

  /** Removed by mistake, it is added again with what it rested on. */
  async function remove({ id, text, sources }: NoteView) {
    if (!(await removing.send({ params: { noteId: id } }))) return
    onChanged()
    tell(t('point_removed'), () => {
      void adding.send({ params: { itemId }, body: { text, sources } }).then(onChanged)
    })
  }

  return (
    <>
      <Heading>{t('points_of_record')}</Heading>
      {points.length === 0 && <p className="quiet">{t('no_points_yet')}</p>}
      <ol className="record-points">
        {points.map((note, index) =>
          at === note.id ? (
            <li key={note.id}>
              <PointForm
                note={note}
                offered={offered}
                refusal={changing.refusal}
                busy={changing.status === 'sending'}
                onClose={() => {
                  changing.forget()
                  leave()
                }}
                onSave={async (typed, revision) => {
                  if (!(await changing.send({ params: { noteId: note.id }, body: typed, revision }))) return
                  leave()
                  onChanged()
                }}
              />
            </li>
          ) : (
            <li key={note.id} className="record-point">
              <p className="record-text" dir="auto">
                {note.text}
              </p>
              <RestsOn sources={note.sources} offered={offered} />
              {writable && (
                <div className="row no-print">
                  <Button
                    autoFocus={left === note.id}
                    aria-label={t('edit_point_no', { number: index + 1 })}
                    onClick={() => setAt(note.id)}
                  >
                    {t('edit_point')}
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={t('point_up', { number: index + 1 })}
                    busy={index === 0 || changing.status === 'sending'}
                    onClick={() => void move(note, points[index - 1]!.id)}
                  >
                    ↑
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={t('point_down', { number: index + 1 })}
                    busy={index === points.length - 1 || changing.status === 'sending'}
                    onClick={() => void move(note, points[index + 2]?.id ?? null)}
                  >
                    ↓
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={t('remove_point_no', { number: index + 1 })}
                    busy={removing.status === 'sending'}
                    onClick={() => void remove(note)}
                  >
                    {t('remove_point')}
                  </Button>
                </div>
              )}
            </li>
          ),
        )}
      </ol>
      {at === null && <RefusalNotice refusal={changing.refusal ?? removing.refusal ?? adding.refusal} />}
      {writable &&
        (at === 'new' || !full) &&
        (at === 'new' ? (
          <PointForm
            note={null}
            offered={offered}
            refusal={adding.refusal}
            busy={adding.status === 'sending'}
            onClose={() => {
              adding.forget()
              leave()
            }}
            onSave={async (typed) => {
              if (!(await adding.send({ params: { itemId }, body: typed }))) return
              leave()
              onChanged()
            }}
          />
        ) : (
          <Actions>
            <Button
              className="no-print"
              autoFocus={left === 'new'}
              aria-label={t('add_point_to', { number: one.item.number })}
              onClick={() => setAt('new')}
            >
              {t('add_point')}
            </Button>
          </Actions>
        ))}
    </>
  )
}

/** What a point rests on, each by what it is and by whom, as far as that may be said. */
function RestsOn({ sources, offered }: { sources: readonly Source[]; offered: readonly Named[] }) {
  const t = useWords('record')
  if (sources.length === 0) return <p className="small quiet">{t('rests_on_nothing')}</p>
  return (
    <details className="small">
      <summary>{t('rests_on', { count: sources.length })}</summary>
      <ul className="record-list">
        {sources.map((source) => {
          const found = offered.find((one) => sameSource(one, source))
          return (
            <li key={`${source.kind} ${source.id}`}>
              {t(KIND[source.kind])}
              {found && (
                <>
                  : {found.by && <bdi>{found.by}</bdi>} <bdi>{found.label}</bdi>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
