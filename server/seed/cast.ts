import type { Language } from '@consultation/shared/languages.ts'
import type { MemberRole, OfficeRole } from '@consultation/shared/rules/access.ts'
import { STATES } from './reference-data.ts'

/**
 * The one cast of delegations and people: for the demo, the tests and the README. Nobody here is a person; each is named by
 * role, in the language they work in. The passwords open demonstration data only and are printed on purpose.
 */

export type CastMembership = {
  iso3: string
  role: MemberRole
  /** As it stands on a submission. */
  title?: string
  /** A stand-in head (chargé d’affaires) acts only for a period, in days from the day of seeding. */
  standIn?: { fromDay: number; untilDay: number }
}

export type CastPerson = {
  /** How tests and seed call them. */
  key: string
  name: string
  email: string
  password: string
  language: Language
  timeZone: string
  officeRoles: OfficeRole[]
  memberships: CastMembership[]
  /** Groups (ids) for which the person’s delegation may speak. */
  speaksFor?: string[]
}

const cast = <const People extends readonly CastPerson[]>(people: People): People => people

/** Printed by the demo as ready sign-ins, in this order. */
export const DEMO_CAST = cast([
  {
    key: 'staff',
    name: 'Consultation officer, Office of the Chef de Cabinet',
    email: 'officer@secretariat.example.org',
    password: 'patient lamp over a long table',
    language: 'en',
    timeZone: 'America/New_York',
    officeRoles: ['staff'],
    memberships: [],
  },
  {
    key: 'administrator',
    name: 'Administrator',
    email: 'administrator@secretariat.example.org',
    password: 'seven keys on a plain ring',
    language: 'en',
    timeZone: 'America/New_York',
    officeRoles: ['administrator'],
    memberships: [],
  },
  {
    key: 'irt',
    name: 'Member, Internal Review Team',
    email: 'member.irt@secretariat.example.org',
    password: 'three drafts and a clear margin',
    language: 'en',
    timeZone: 'America/New_York',
    officeRoles: ['irt'],
    memberships: [],
  },
  {
    key: 'headGhana',
    name: 'Head of delegation, Mission of Ghana',
    email: 'head.ghana@mission.example.org',
    password: 'cocoa harvest before the rain',
    language: 'en',
    timeZone: 'Africa/Accra',
    officeRoles: [],
    memberships: [{ iso3: 'GHA', role: 'head', title: 'Permanent Representative' }],
  },
  {
    key: 'drafterGhana',
    name: 'Drafter, Mission of Ghana',
    email: 'drafter.ghana@mission.example.org',
    password: 'early ferry across the lagoon',
    language: 'en',
    timeZone: 'Africa/Accra',
    officeRoles: [],
    memberships: [{ iso3: 'GHA', role: 'drafter' }],
  },
  {
    key: 'headEgypt',
    name: 'رئيس الوفد، بعثة مصر',
    email: 'head.egypt@mission.example.org',
    password: 'papyrus boat in the morning',
    language: 'ar',
    timeZone: 'Africa/Cairo',
    officeRoles: [],
    memberships: [{ iso3: 'EGY', role: 'head', title: 'المندوب الدائم' }],
  },
  {
    key: 'drafterEgypt',
    name: 'مسؤول الصياغة، بعثة مصر',
    email: 'drafter.egypt@mission.example.org',
    password: 'four palms beside the canal',
    language: 'ar',
    timeZone: 'Africa/Cairo',
    officeRoles: [],
    memberships: [{ iso3: 'EGY', role: 'drafter' }],
  },
  {
    key: 'headSenegal',
    name: 'Chef de délégation, Mission du Sénégal',
    email: 'head.senegal@mission.example.org',
    password: 'baobab shade at the crossroads',
    language: 'fr',
    timeZone: 'Africa/Dakar',
    officeRoles: [],
    memberships: [{ iso3: 'SEN', role: 'head', title: 'Représentant permanent' }],
  },
  {
    key: 'drafterSenegal',
    name: 'Rédaction, Mission du Sénégal',
    email: 'drafter.senegal@mission.example.org',
    password: 'painted pirogue on the sand',
    language: 'fr',
    timeZone: 'Africa/Dakar',
    officeRoles: [],
    memberships: [{ iso3: 'SEN', role: 'drafter' }],
  },
  {
    key: 'headNorway',
    name: 'Head of delegation, Mission of Norway',
    email: 'head.norway@mission.example.org',
    password: 'snow lantern by the boathouse',
    language: 'en',
    timeZone: 'Europe/Oslo',
    officeRoles: [],
    memberships: [{ iso3: 'NOR', role: 'head', title: 'Permanent Representative' }],
  },
  {
    key: 'drafterNorway',
    name: 'Drafter, Mission of Norway',
    email: 'drafter.norway@mission.example.org',
    password: 'wool mittens on the night train',
    language: 'en',
    timeZone: 'Europe/Oslo',
    officeRoles: [],
    memberships: [{ iso3: 'NOR', role: 'drafter' }],
  },
])

/** Also seeded, but not printed: what the tests need beyond the demo’s sign-ins. */
export const FURTHER_CAST = cast([
  {
    key: 'secondDrafterGhana',
    name: 'Second drafter, Mission of Ghana',
    email: 'drafter2.ghana@mission.example.org',
    password: 'drum lesson after the market',
    language: 'en',
    timeZone: 'America/New_York',
    officeRoles: [],
    memberships: [{ iso3: 'GHA', role: 'drafter' }],
  },
  {
    key: 'readerGhana',
    name: 'Reader, Ministry in Accra',
    email: 'reader.ghana@capital.example.org',
    password: 'reading room with blue shutters',
    language: 'en',
    timeZone: 'Africa/Accra',
    officeRoles: [],
    memberships: [{ iso3: 'GHA', role: 'reader' }],
  },
  {
    key: 'standInGhana',
    name: 'Chargé d’affaires, Mission of Ghana',
    email: 'charge.ghana@mission.example.org',
    password: 'borrowed umbrella for two weeks',
    language: 'en',
    timeZone: 'America/New_York',
    officeRoles: [],
    memberships: [
      { iso3: 'GHA', role: 'head', title: 'Chargé d’affaires a.i.', standIn: { fromDay: -1, untilDay: 14 } },
    ],
  },
  {
    key: 'readerNorway',
    name: 'Reader, Ministry in Oslo',
    email: 'reader.norway@capital.example.org',
    password: 'birch firewood under the eaves',
    language: 'en',
    timeZone: 'Europe/Oslo',
    officeRoles: [],
    memberships: [{ iso3: 'NOR', role: 'reader' }],
  },
  {
    key: 'adviserOfTwo',
    name: 'Adviser accredited for Fiji and Tuvalu',
    email: 'adviser.fiji.tuvalu@mission.example.org',
    password: 'two canoes and a single paddle',
    language: 'en',
    timeZone: 'Pacific/Fiji',
    officeRoles: [],
    memberships: [
      { iso3: 'FJI', role: 'drafter' },
      { iso3: 'TUV', role: 'drafter' },
    ],
  },
  {
    key: 'headEcuador',
    name: 'Jefatura de la delegación, Misión del Ecuador',
    email: 'head.ecuador@mission.example.org',
    password: 'volcano mist over the terraces',
    language: 'es',
    timeZone: 'America/Guayaquil',
    officeRoles: [],
    memberships: [{ iso3: 'ECU', role: 'head', title: 'Representante Permanente' }],
    speaksFor: ['g77'],
  },
  {
    key: 'drafterEcuador',
    name: 'Redacción, Misión del Ecuador',
    email: 'drafter.ecuador@mission.example.org',
    password: 'straw hat on the balcony rail',
    language: 'es',
    timeZone: 'America/Guayaquil',
    officeRoles: [],
    memberships: [{ iso3: 'ECU', role: 'drafter' }],
  },
  {
    key: 'headChina',
    name: '中国代表团团长',
    email: 'head.china@mission.example.org',
    password: 'jasmine tea by the window',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
    officeRoles: [],
    memberships: [{ iso3: 'CHN', role: 'head', title: '常驻代表' }],
  },
  {
    key: 'headKazakhstan',
    name: 'Глава делегации, Миссия Казахстана',
    email: 'head.kazakhstan@mission.example.org',
    password: 'apple orchard below the pass',
    language: 'ru',
    timeZone: 'Asia/Almaty',
    officeRoles: [],
    memberships: [{ iso3: 'KAZ', role: 'head', title: 'Постоянный представитель' }],
  },
  {
    key: 'secondStaff',
    name: 'Second consultation officer, Office of the Chef de Cabinet',
    email: 'officer2@secretariat.example.org',
    password: 'spare chair at the corner desk',
    language: 'fr',
    timeZone: 'America/New_York',
    officeRoles: ['staff'],
    memberships: [],
  },
])

export const CAST: readonly CastPerson[] = [...DEMO_CAST, ...FURTHER_CAST]
export type CastKey = (typeof DEMO_CAST | typeof FURTHER_CAST)[number]['key']

export function castPerson(key: CastKey): CastPerson {
  const person = CAST.find((candidate) => candidate.key === key)
  if (!person) throw new Error(`Nobody in the cast is called ${key}.`)
  return person
}

/** The four delegations that sign in to the demo; they answer at length, each in its language. */
export const DEMO_DELEGATIONS = ['GHA', 'EGY', 'SEN', 'NOR'] as const

export type Respondent = {
  iso3: string
  language: Language
  timeZone: string
  /** How far the delegation has come when the demo opens. */
  stands: 'submitted' | 'in_preparation' | 'acknowledged'
}

/** Delegations beside the four, so that staff have something to read: at least five per regional group have submitted. */
export const RESPONDENTS: readonly Respondent[] = [
  // African
  { iso3: 'CMR', language: 'fr', timeZone: 'Africa/Douala', stands: 'submitted' },
  { iso3: 'CIV', language: 'fr', timeZone: 'Africa/Abidjan', stands: 'submitted' },
  { iso3: 'ETH', language: 'en', timeZone: 'Africa/Addis_Ababa', stands: 'submitted' },
  { iso3: 'KEN', language: 'en', timeZone: 'Africa/Nairobi', stands: 'submitted' },
  { iso3: 'MAR', language: 'ar', timeZone: 'Africa/Casablanca', stands: 'submitted' },
  { iso3: 'TUN', language: 'ar', timeZone: 'Africa/Tunis', stands: 'submitted' },
  { iso3: 'ZAF', language: 'en', timeZone: 'Africa/Johannesburg', stands: 'submitted' },
  { iso3: 'BWA', language: 'en', timeZone: 'Africa/Gaborone', stands: 'in_preparation' },
  { iso3: 'MOZ', language: 'en', timeZone: 'Africa/Maputo', stands: 'acknowledged' },
  // Asia-Pacific
  { iso3: 'CHN', language: 'zh', timeZone: 'Asia/Shanghai', stands: 'submitted' },
  { iso3: 'FJI', language: 'en', timeZone: 'Pacific/Fiji', stands: 'submitted' },
  { iso3: 'IDN', language: 'en', timeZone: 'Asia/Jakarta', stands: 'submitted' },
  { iso3: 'JOR', language: 'ar', timeZone: 'Asia/Amman', stands: 'submitted' },
  { iso3: 'KAZ', language: 'ru', timeZone: 'Asia/Almaty', stands: 'submitted' },
  { iso3: 'KGZ', language: 'ru', timeZone: 'Asia/Bishkek', stands: 'submitted' },
  { iso3: 'TJK', language: 'ru', timeZone: 'Asia/Dushanbe', stands: 'submitted' },
  { iso3: 'NPL', language: 'en', timeZone: 'Asia/Kathmandu', stands: 'in_preparation' },
  { iso3: 'VNM', language: 'en', timeZone: 'Asia/Ho_Chi_Minh', stands: 'acknowledged' },
  // Eastern European
  { iso3: 'BLR', language: 'ru', timeZone: 'Europe/Minsk', stands: 'submitted' },
  { iso3: 'EST', language: 'en', timeZone: 'Europe/Tallinn', stands: 'submitted' },
  { iso3: 'POL', language: 'en', timeZone: 'Europe/Warsaw', stands: 'submitted' },
  { iso3: 'ROU', language: 'fr', timeZone: 'Europe/Bucharest', stands: 'submitted' },
  { iso3: 'SVN', language: 'en', timeZone: 'Europe/Ljubljana', stands: 'submitted' },
  { iso3: 'SVK', language: 'en', timeZone: 'Europe/Bratislava', stands: 'acknowledged' },
  // Latin American and Caribbean
  { iso3: 'BRB', language: 'en', timeZone: 'America/Barbados', stands: 'submitted' },
  { iso3: 'CRI', language: 'es', timeZone: 'America/Costa_Rica', stands: 'submitted' },
  { iso3: 'DOM', language: 'es', timeZone: 'America/Santo_Domingo', stands: 'submitted' },
  { iso3: 'HTI', language: 'fr', timeZone: 'America/Port-au-Prince', stands: 'submitted' },
  { iso3: 'MEX', language: 'es', timeZone: 'America/Mexico_City', stands: 'submitted' },
  { iso3: 'URY', language: 'es', timeZone: 'America/Montevideo', stands: 'submitted' },
  { iso3: 'PER', language: 'es', timeZone: 'America/Lima', stands: 'in_preparation' },
  { iso3: 'DMA', language: 'en', timeZone: 'America/Dominica', stands: 'acknowledged' },
  // Western European and other
  { iso3: 'BEL', language: 'fr', timeZone: 'Europe/Brussels', stands: 'submitted' },
  { iso3: 'CAN', language: 'en', timeZone: 'America/Toronto', stands: 'submitted' },
  { iso3: 'IRL', language: 'en', timeZone: 'Europe/Dublin', stands: 'submitted' },
  { iso3: 'NZL', language: 'en', timeZone: 'Pacific/Auckland', stands: 'submitted' },
  { iso3: 'ESP', language: 'es', timeZone: 'Europe/Madrid', stands: 'submitted' },
  { iso3: 'AUT', language: 'en', timeZone: 'Europe/Vienna', stands: 'in_preparation' },
  { iso3: 'AUS', language: 'en', timeZone: 'Australia/Sydney', stands: 'acknowledged' },
]

/** Delegations that answer no list and come to the retreat. */
export const GUESTS: readonly Omit<Respondent, 'stands'>[] = [
  // African
  { iso3: 'DZA', language: 'ar', timeZone: 'Africa/Algiers' },
  { iso3: 'BFA', language: 'fr', timeZone: 'Africa/Ouagadougou' },
  { iso3: 'NGA', language: 'en', timeZone: 'Africa/Lagos' },
  { iso3: 'RWA', language: 'en', timeZone: 'Africa/Kigali' },
  { iso3: 'ZMB', language: 'en', timeZone: 'Africa/Lusaka' },
  // Asia-Pacific
  { iso3: 'BHR', language: 'ar', timeZone: 'Asia/Bahrain' },
  { iso3: 'LKA', language: 'en', timeZone: 'Asia/Colombo' },
  { iso3: 'MNG', language: 'en', timeZone: 'Asia/Ulaanbaatar' },
  { iso3: 'OMN', language: 'ar', timeZone: 'Asia/Muscat' },
  { iso3: 'PHL', language: 'en', timeZone: 'Asia/Manila' },
  // Eastern European
  { iso3: 'ARM', language: 'ru', timeZone: 'Asia/Yerevan' },
  { iso3: 'GEO', language: 'en', timeZone: 'Asia/Tbilisi' },
  { iso3: 'BGR', language: 'fr', timeZone: 'Europe/Sofia' },
  { iso3: 'HRV', language: 'en', timeZone: 'Europe/Zagreb' },
  { iso3: 'LVA', language: 'en', timeZone: 'Europe/Riga' },
  { iso3: 'MDA', language: 'fr', timeZone: 'Europe/Chisinau' },
  // Latin American and Caribbean
  { iso3: 'GTM', language: 'es', timeZone: 'America/Guatemala' },
  { iso3: 'JAM', language: 'en', timeZone: 'America/Jamaica' },
  { iso3: 'PAN', language: 'es', timeZone: 'America/Panama' },
  { iso3: 'PRY', language: 'es', timeZone: 'America/Asuncion' },
  { iso3: 'SUR', language: 'en', timeZone: 'America/Paramaribo' },
  // Western European and other
  { iso3: 'ISL', language: 'en', timeZone: 'Atlantic/Reykjavik' },
  { iso3: 'LUX', language: 'fr', timeZone: 'Europe/Luxembourg' },
  { iso3: 'MLT', language: 'en', timeZone: 'Europe/Malta' },
  { iso3: 'SMR', language: 'fr', timeZone: 'Europe/San_Marino' },
  { iso3: 'CHE', language: 'fr', timeZone: 'Europe/Zurich' },
]

// A State’s name stands in brackets, never in a sentence: Russian and Arabic would have to inflect it.
const HEAD_OF_DELEGATION: Record<Language, string> = {
  ar: 'رئيس الوفد',
  zh: '代表团团长',
  en: 'Head of delegation',
  fr: 'Chef de délégation',
  ru: 'Глава делегации',
  es: 'Jefatura de la delegación',
}

/** Who signs for a delegation: its head in the cast, else one made up of the role and the State’s name. */
export function respondentHead({ iso3, language, timeZone }: Omit<Respondent, 'stands'>): CastPerson {
  const inCast = CAST.find(({ memberships }) =>
    memberships.some((m) => m.iso3 === iso3 && m.role === 'head' && !m.standIn),
  )
  if (inCast) return inCast
  const state = STATES.find((candidate) => candidate.iso3 === iso3)
  if (!state) throw new Error(`No State has the code ${iso3}.`)
  return {
    key: `head${iso3}`,
    name: `${HEAD_OF_DELEGATION[language]} (${state.names[language].short})`,
    email: `head.${iso3.toLowerCase()}@mission.example.org`,
    password: 'one of many seats in the hall',
    language,
    timeZone,
    officeRoles: [],
    memberships: [{ iso3, role: 'head', title: HEAD_OF_DELEGATION[language] }],
  }
}
