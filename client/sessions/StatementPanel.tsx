import { giveStatement, readStatementVersions } from '@consultation/shared/floor.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ItemView, StatementView } from '@consultation/shared/room-view.ts'
import { type Block, inLanguage, isBlank } from '@consultation/shared/text.ts'
import { lazy, Suspense, useState } from 'react'
import { useGroups } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { Actions } from '../ui/Dialog.tsx'
import { RadioGroup, Select } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { RichText } from '../ui/RichText.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { tell } from '../ui/Toast.tsx'
import { useCall, useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { useSeatName } from './Seat.tsx'
import { useKept } from './use-kept.ts'
import type { Room } from './use-room.ts'

const Editor = lazy(async () => ({ default: (await import('../editor/Editor.tsx')).Editor }))

type Typed = { blocks: Block[]; language: Language }
const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' && value !== null && 'blocks' in value && 'language' in value && Array.isArray(value.blocks)

/** What was said on the item in full: delivered in the room or put in writing, on the same footing. */
export function StatementPanel({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('rooms')
  const { view } = room
  const seatName = useSeatName()
  const given = view.statements.filter(({ itemId }) => itemId === item.id)
  const [writing, setWriting] = useState(false)
  const mayGive = view.may['statement.give'] && view.sessions[0]?.mode !== 'anonymous'
  // Still to be delivered: the podium reads them already, and whose it is sees that it is there.
  const pending = [...view.attached, ...view.ownStatements].filter(
    (one, at, all) =>
      one.itemId === item.id &&
      !given.some(({ id }) => id === one.id) &&
      all.findIndex(({ id }) => id === one.id) === at,
  )
  if (given.length === 0 && pending.length === 0 && !mayGive) return null
  return (
    <section aria-labelledby="statements-title">
      <h3 id="statements-title">{t('statements')}</h3>
      {given.length + pending.length === 0 && <p className="quiet">{t('no_statements')}</p>}
      {given.map((one) => (
        <Statement key={one.id} statement={one} by={seatName(one.seat)} />
      ))}
      {pending.length > 0 && (
        <details open={view.roles.length > 0}>
          <summary>{t('to_be_delivered', { count: pending.length })}</summary>
          {pending.map((one) => (
            <Statement key={one.id} statement={one} by={seatName(one.seat)} />
          ))}
        </details>
      )}
      {mayGive &&
        (writing ? (
          <Compose room={room} item={item} onDone={() => setWriting(false)} />
        ) : (
          <Button onClick={() => setWriting(true)}>{t('give_statement')}</Button>
        ))}
    </section>
  )
}

function Statement({ statement, by }: { statement: StatementView; by: string }) {
  const t = useWords('rooms')
  return (
    <article className="statement">
      <h4>
        {by}{' '}
        <span className="small quiet">
          {t('channel', { channel: statement.channel })}
          {statement.version > 1 && <> · {t('statement_version', { number: statement.version })}</>}
        </span>
      </h4>
      <RichText blocks={statement.blocks as Block[]} language={statement.language} />
      {statement.version > 1 && <EarlierVersions of={statement} />}
    </article>
  )
}

/** What the room has read before: kept, for it may be cited. Fetched when somebody asks. */
function EarlierVersions({ of: { id } }: { of: StatementView }) {
  const t = useWords('rooms')
  const [open, setOpen] = useState(false)
  const read = useRead(readStatementVersions, { params: { statementId: id } }, { enabled: open })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('earlier_versions')}</summary>
      {read.status === 'refused' && <RefusalNotice refusal={read.refusal} />}
      {read.status === 'loading' && <Skeleton lines={2} />}
      {read.status === 'ready' &&
        read.view.versions
          .filter((one) => one.id !== id)
          .map((one) => (
            <div key={one.id}>
              <p className="small quiet">{t('statement_version', { number: one.version })}</p>
              <RichText blocks={one.blocks as Block[]} language={one.language} />
            </div>
          ))}
    </details>
  )
}

function Compose({ room, item, onDone }: { room: Room; item: ItemView; onDone: () => void }) {
  const t = useWords('rooms')
  const { groupOf } = useGroups()
  const { view } = room
  const kept = useKept<Typed>(view.sessionId, `statement ${item.id}`, { blocks: [], language: t.language }, isTyped)
  const giving = useCall(giveStatement)
  const [channel, setChannel] = useState<'room' | 'writing'>(view.sessions[0]?.state === 'open' ? 'room' : 'writing')
  const [groupId, setGroupId] = useState<string>('')
  const typed = kept.value

  async function give() {
    const reply = await giving.send({
      params: { itemId: item.id },
      body: { groupId: groupId || null, language: typed.language, blocks: typed.blocks, channel },
    })
    if (!reply) return
    kept.forget()
    tell(channel === 'room' ? t('statement_attached') : t('statement_in_writing'))
    onDone()
  }

  return (
    <div className="stack compose">
      <p className="small quiet">{t('mode_sentence', { mode: view.sessions[0]?.mode ?? '' })}</p>
      <RefusalNotice refusal={giving.refusal} />
      <RadioGroup
        label={t('how_given')}
        value={channel}
        onChange={setChannel}
        options={[
          { value: 'room', label: t('given_in_room'), help: t('given_in_room_help') },
          { value: 'writing', label: t('given_in_writing'), help: t('given_in_writing_help') },
        ]}
      />
      {view.speaksFor.length > 0 && (
        <Select
          label={t('in_which_capacity')}
          value={groupId}
          onChange={setGroupId}
          options={[
            { value: '', label: t('national') },
            ...view.speaksFor.map((id) => ({
              value: id,
              label: t('speaking_for_group', { group: inLanguage(groupOf(id)?.names ?? {}, t.language).text }),
            })),
          ]}
        />
      )}
      <Select
        label={t('language_of_text')}
        value={typed.language}
        onChange={(language) => kept.change({ ...typed, language })}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Suspense fallback={<Skeleton lines={4} />}>
        <Editor
          id={`statement-${item.id}`}
          label={t('your_statement')}
          blocks={typed.blocks}
          arrival={0}
          language={typed.language}
          onChange={(blocks) => kept.change({ ...typed, blocks })}
        />
      </Suspense>
      <Actions>
        <Button onClick={onDone}>{t('later')}</Button>
        <Button kind="filled" busy={giving.status === 'sending'} onClick={() => !isBlank(typed.blocks) && void give()}>
          {channel === 'room' ? t('attach_statement') : t('give_in_writing')}
        </Button>
      </Actions>
    </div>
  )
}
