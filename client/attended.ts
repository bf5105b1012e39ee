/** A page that nobody has touched for so long asks by itself; what it asks does not keep a sign-in alive. */
const ATTENDED_MS = 60_000
const TOUCHES = ['pointerdown', 'pointermove', 'click', 'keydown', 'wheel', 'touchstart'] as const
// Opened by somebody.
let touchedAt = Date.now()

/** Notices whoever is at the page, wherever it is touched. */
export function noticeTouches(page: Pick<EventTarget, 'addEventListener'>, now = Date.now) {
  touchedAt = now()
  const touched = () => {
    touchedAt = now()
  }
  for (const kind of TOUCHES) page.addEventListener(kind, touched, { passive: true, capture: true })
}
export const isAttended = (now = Date.now()) => now - touchedAt < ATTENDED_MS
