import type { Language } from '@consultation/shared/languages.ts'
import { SAMPLE_MARK } from '@consultation/shared/sample-mark.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import ical, { ICalAttendeeType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Config } from '../config.ts'
import type { Calendar } from '../notices/tables.ts'
import type { SessionRow } from './room.ts'

type Reader = { language: Language; email?: string }
type Place = Pick<Config, 'publicUrl' | 'MAIL_FROM' | 'SAMPLE'>

/**
 * The session as a calendar knows it: the same UID for ever, a SEQUENCE that grows as it moves, times in UTC, which no change of a
 * zone's rules on some device can shift. An invitation names its one reader: who else is invited is nobody's to read in a file.
 */
export function calendarFile(
  session: SessionRow,
  method: Calendar['method'] | 'PUBLISH',
  { language, email }: Reader,
  { publicUrl, MAIL_FROM, SAMPLE }: Place,
): string {
  const page = new URL(`/sessions/${session.id}`, publicUrl).href
  const note = inLanguage(session.note, language).text
  const invitation = method !== 'PUBLISH' && email !== undefined
  return ical({
    prodId: { company: 'United Nations', product: 'Consultation of Member States', language: language.toUpperCase() },
    method: ICalCalendarMethod[method],
    events: [
      {
        id: session.id,
        sequence: session.calendarSequence,
        start: session.startsAt,
        end: session.endsAt,
        summary: inLanguage(session.title, language).text,
        status:
          session.state === 'cancelled' || method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        description: [SAMPLE && SAMPLE_MARK[language], session.reference, note, session.link, page]
          .filter(Boolean)
          .join('\n\n'),
        url: page,
        ...(session.place ? { location: session.place } : {}),
        ...(invitation
          ? {
              organizer: senderIn(MAIL_FROM),
              attendees: [{ email, rsvp: false, type: ICalAttendeeType.INDIVIDUAL }],
            }
          : {}),
      },
    ],
  }).toString()
}

/** `Name <address>`, as mails carry it. */
function senderIn(from: string): { name: string; email: string } {
  const [, name = '', email = from] = from.match(/^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/) ?? []
  return { name: name || email, email }
}
