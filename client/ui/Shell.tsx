import { readHealth } from '@consultation/shared/health.ts'
import { SAMPLE_MARK } from '@consultation/shared/sample-mark.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { type ReactNode, useState } from 'react'
import { RefusalError } from '../api.ts'
import { leave, type Me, switchTo } from '../me.tsx'
import { Link } from '../navigation.tsx'
import { type Place, placeOf, places } from '../routes.ts'
import { useRead } from '../use-call.ts'
import { type CommonKey, useWords, type Words } from '../words/index.ts'
import { Announcer } from './Announcer.tsx'
import { ConnectionLine } from './ConnectionLine.tsx'
import { LanguageBar } from './LanguageBar.tsx'
import { Menu } from './Menu.tsx'
import { Name } from './Name.tsx'
import { Toast, tell } from './Toast.tsx'

type Props = {
  me: Me | null
  /** The pattern of the page's address, to mark where one is. */
  path: string | null
  /** The next page is being fetched. */
  leaving?: boolean
  children: ReactNode
}

/** What stands around every page. */
export function Shell({ me, path, leaving = false, children }: Props) {
  const t = useWords()
  const sample = useSample(me, path)
  const mine = places.filter(({ needs }) => needs.some((one) => me?.may(one) ?? false))
  const at = path === null ? null : placeOf(path, mine)
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a link to a place on the page; only the focus needs a hand */}
      <a className="skip" href="#main" onClick={skip}>
        {t('skip_to_content')}
      </a>
      <header className={leaving ? 'top leaving' : 'top'}>
        <div className="top-line">
          <Link to="/" className="wordmark">
            {t('platform')}
          </Link>
          <LanguageBar />
          {me && <PersonMenu me={me} />}
        </div>
        <Places label={t('navigation')} places={mine.filter((place) => place.at === 'top')} at={at} />
      </header>
      {me && <ConnectionLine />}
      <main className="page" id="main" tabIndex={-1} aria-busy={leaving || undefined}>
        {children}
      </main>
      <footer className="bottom">
        <div className="bottom-line">
          {sample && <p className="sample">{SAMPLE_MARK[t.language]}</p>}
          <p>{t('handling')}</p>
          <Places label={t('further_pages')} places={mine.filter((place) => place.at === 'foot')} at={at} />
        </div>
      </footer>
      <Announcer />
      <Toast />
    </>
  )
}

/** Whether this installation holds sample texts; before sign-in its health says so. */
function useSample(me: Me | null, path: string | null): boolean {
  const health = useRead(readHealth, {}, { enabled: me === null && path !== null })
  return me ? me.sample : health.status === 'ready' && health.view.sample
}

function skip(event: { preventDefault: () => void }) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

type PlacesProps = { label: string; places: readonly Place[]; at: ReturnType<typeof placeOf> }

function Places({ label, places, at }: PlacesProps) {
  const t = useWords()
  if (places.length === 0) return null
  return (
    <nav className="places" aria-label={label}>
      <ul>
        {places.map(({ to, word }) => (
          <li key={to}>
            <Link to={to} aria-current={to === at?.to ? (at.itself ? 'page' : 'true') : undefined}>
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function officeName({ office }: Me, t: Words<CommonKey>): string {
  if (office.includes('staff')) return t('secretariat')
  return t(office.includes('irt') ? 'review_team' : 'administrator')
}

function PersonMenu({ me }: { me: Me }) {
  const t = useWords()
  const [leaving, setLeaving] = useState(false)
  const acting = me.acting && inLanguage(me.acting.delegation, t.language).text
  // One may hold two accreditations in one delegation.
  const others = me.memberships.filter(
    ({ delegationId }, at, all) =>
      delegationId !== me.acting?.delegationId && all.findIndex((one) => one.delegationId === delegationId) === at,
  )
  const whole = acting ?? officeName(me, t)

  async function signOut() {
    setLeaving(true)
    try {
      await leave()
    } catch (error) {
      tell(t(error instanceof RefusalError ? error.code : 'unexpected'))
    } finally {
      setLeaving(false)
    }
  }

  return (
    <Menu label={<bdi>{whole}</bdi>} name={`${whole}, ${me.person.name}`} note={<bdi>{me.person.name}</bdi>}>
      {others.map(({ delegationId, delegation }) => (
        <li key={delegationId}>
          <button type="button" onClick={() => switchTo(delegationId)}>
            <span>{t.rich('act_for', { delegation: <Name of={delegation} /> })}</span>
          </button>
        </li>
      ))}
      <li>
        <Link to="/account">{t('account_settings')}</Link>
      </li>
      <li>
        <button type="button" aria-disabled={leaving || undefined} onClick={() => void signOut()}>
          {t('sign_out')}
        </button>
      </li>
    </Menu>
  )
}
