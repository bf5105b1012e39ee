/*
 * Drafts kept on this device until the server has them: one entry per person, response and question. They are taken away as
 * soon as the server acknowledges, and all of them when the person signs out.
 */
const PREFIX = 'draft '
/** This device is used by several people: nothing typed stays on it. */
const SHARED_DEVICE = 'shared-device'

export type Kept = { read(): unknown; write(value: unknown): boolean; remove(): void }

/** A place for one draft. `write` says whether it is kept: storage may be full, forbidden or not wanted. */
export function keptAt(personId: string, responseId: string, questionId: string): Kept {
  const name = `${PREFIX}${personId} ${responseId} ${questionId}`
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(name) ?? 'null')
      } catch {
        return null
      }
    },
    write(value) {
      if (isSharedDevice()) return false
      try {
        localStorage.setItem(name, JSON.stringify(value))
        return true
      } catch {
        return false
      }
    },
    remove() {
      localStorage.removeItem(name)
    },
  }
}

export const isSharedDevice = () => localStorage.getItem(SHARED_DEVICE) !== null

export function shareDevice(shared: boolean) {
  if (shared) {
    localStorage.setItem(SHARED_DEVICE, 'yes')
    removeAll()
  } else localStorage.removeItem(SHARED_DEVICE)
}

function removeAll() {
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name)
}

type Desk = { flush(): Promise<void>; forget(): void }
const desks = new Set<Desk>()

/** What is to be finished before a sign-out and forgotten after it; the answer takes it off again. */
export function watchSignOut(desk: Desk): () => void {
  desks.add(desk)
  return () => void desks.delete(desk)
}

/** Sends what is still to be sent. What cannot be sent must not hold anybody in. */
export const finishDrafts = () => Promise.all([...desks].map((desk) => desk.flush()))

export function forgetDrafts() {
  for (const desk of desks) desk.forget()
  desks.clear()
  removeAll()
}
