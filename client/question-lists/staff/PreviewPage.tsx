import { directionOf } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { type ListView, readList } from '@consultation/shared/question-lists.ts'
import { missingTexts } from '@consultation/shared/rules/wording.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useStream } from '../../live.ts'
import { useParams, useSearch } from '../../navigation.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { LanguageTabs } from '../../ui/LanguageTabs.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, useView } from '../../use-call.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { CirculateDialog } from './CirculateDialog.tsx'
import { withinOf } from './within.tsx'
import { isLanguage } from './writing.ts'
import './edit.css'
import { ListShown } from './ListShown.tsx'

/** The list as a delegate will read it, in any of the six languages; from here it is circulated. */
export function PreviewPage() {
  const t = useWords('staff')
  const own = useLanguage()
  const { listId } = useParams('/lists/:listId/preview')
  const list = useView(readList, { params: { listId } })
  const [search, setSearch] = useSearch('in')
  const [circulating, setCirculating] = useState(false)
  useStream(streams.listStaff(listId), () => void refresh(readList, { listId }))
  const language = isLanguage(search.in) ? search.in : own
  const missing = (one: typeof language) => missingTexts(list, [one]).length

  return (
    <>
      <PageHead
        title={list.may.circulate ? t('check_title') : t('as_circulated')}
        within={withinOf(list, t.language)}
        lead={list.may.circulate ? t('check_lead') : list.circulatedAt && <Circulated list={list} />}
      />
      <div className="stack">
        <div className="edit-bar">
          <LanguageTabs
            label={t('read_in')}
            value={language}
            onChange={(chosen) => setSearch({ in: chosen })}
            note={(one) => (missing(one) === 0 ? t('texts_complete') : t('texts_missing', { count: missing(one) }))}
          />
        </div>
        <div className="preview" lang={language} dir={directionOf(language)}>
          <ListShown list={list} language={language} />
        </div>
        <Actions>
          {list.may.circulate && (
            <Button kind="filled" onClick={() => setCirculating(true)}>
              {t('circulate')}
            </Button>
          )}
          {list.may.edit ? (
            <LinkButton to="/lists/:listId/edit" params={{ listId }} search={{ in: language }}>
              {t('back_to_editing')}
            </LinkButton>
          ) : (
            <LinkButton to="/lists/:listId" params={{ listId }}>
              {t('follow_list')}
            </LinkButton>
          )}
        </Actions>
      </div>
      <CirculateDialog list={list} open={circulating} onClose={() => setCirculating(false)} />
    </>
  )
}

function Circulated({ list }: { list: ListView }) {
  const t = useWords('staff')
  return t.rich('circulated_to', {
    count: list.addresseeIds?.length ?? 0,
    when: <When at={list.circulatedAt ?? ''} weekday />,
    list: inLanguage(list.title, t.language).text,
  })
}
