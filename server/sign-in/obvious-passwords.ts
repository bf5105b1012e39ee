/** What must be left of a password once everything obvious is taken out of it. */
const REMAINDER_MIN = 8
const DIFFERENT_MIN = 5

// Long passwords that stand in every list of stolen ones, or in every article about good ones; letters and digits alone.
const KNOWN = new Set([
  'correcthorsebatterystaple',
  'correctbatteryhorsestaple',
  'thequickbrownfox',
  'thequickbrownfoxjumpsoverthelazydog',
  'tobeornottobethatisthequestion',
  'maytheforcebewithyou',
  'iloveyousomuch',
  'iloveyouforever',
  'letmeinpleasenow',
  'openthedoorplease',
  'thisismypassword',
  'thisisapassword',
  'thisisaverylongpassword',
  'thisismysecretpassword',
  'mypasswordissecret',
  'mypasswordispassword',
  'idontknowmypassword',
  'iforgotmypassword',
  'nevergonnagiveyouup',
  'onceuponatime',
  'loremipsumdolorsitamet',
  'hellohowareyoutoday',
  'wethepeoplesoftheunitednations',
  'peaceandsecurity',
  'internationalpeaceandsecurity',
  'sustainabledevelopmentgoals',
  'charteroftheunitednations',
  'q1w2e3r4t5y6u7i8',
  '1q2w3e4r5t6y7u8i',
  '1qaz2wsx3edc4rfv',
  'zaq12wsxcde34rfv',
  'qazwsxedcrfvtgb',
])

// Words an attacker who looks at this platform tries first, longest first.
const EXPECTED = [
  ...['administrator', 'unitednations', 'nationsunies', 'naciones', 'unidas', 'consultations', 'consultation'],
  ...['secretariat', 'delegation', 'delegate', 'ambassador', 'permanent', 'management', 'password', 'passwort'],
  ...['motdepasse', 'contrasena', 'contraseña', 'пароль', 'changeme', 'welcome', 'iloveyou', 'mission', 'newyork'],
  ...['reform', 'letmein', 'secret', 'qwerty', 'azerty', 'qwertz', 'admin', 'login', 'hello', 'monkey', 'dragon'],
]

// Rows of keyboards and the plain orders; forwards, backwards and round the end.
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
].flatMap((row) => [row.repeat(4), [...row.repeat(4)].reverse().join('')])

/** Whether somebody who knows the address, the name or the platform would guess it, or who tries the usual lists. */
export function isObvious(password: string, { email, name }: { email: string; name: string }): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  if (new Set(plain).size < DIFFERENT_MIN || repeats(plain)) return true
  if (KNOWN.has(letters) || KNOWN.has(letters.replace(/\d+$/, '')) || inARow(letters)) return true
  // Signs are counted as they stand: a password need not have letters.
  return [...withoutExpected(plain, partsOf(email, name))].length < REMAINDER_MIN
}

/** `lagoonlagoonlag`: one piece, again and again. */
function repeats(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period++) {
    if (text.slice(period) === text.slice(0, -period)) return true
  }
  return false
}

function inARow(letters: string): boolean {
  const known = ROWS.find((row) => row.includes(letters.slice(0, 4)))
  return letters.length >= 4 && known !== undefined && ROWS.some((row) => row.includes(letters))
}

/** The address before and after its sign, the name; pieces of at least four letters. */
function partsOf(email: string, name: string): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  return [
    local,
    ...local.split(/[^\p{L}\p{N}]+/u),
    ...domain.split('.'),
    ...name.toLowerCase().split(/[^\p{L}\p{N}]+/u),
  ]
    .filter((part) => part.length >= 4)
    .sort((a, b) => b.length - a.length)
}

function withoutExpected(plain: string, parts: string[]): string {
  let rest = plain.replaceAll(/\s+/g, '')
  for (const word of [...parts, ...EXPECTED]) rest = rest.replaceAll(word, '')
  return rest.replace(/(19|20)\d\d/g, '')
}
