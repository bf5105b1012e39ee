import type { Endpoint, ReplyOf } from '@consultation/shared/contract.ts'
import { isRefusal } from '@consultation/shared/refusals.ts'
import { actingFor, addressOf, type Parts, RefusalError, signInAgain } from '../api.ts'
import { currentLanguage } from '../words/index.ts'

type Upload = Parts & { file: File; onProgress: (part: number) => void; signal: AbortSignal }

/** Sends a file and says how far it is, from 0 to 1: `fetch` cannot. Refuses with RefusalError, like every call. */
export async function upload<E extends Endpoint>(endpoint: E, sent: Upload): Promise<ReplyOf<E>> {
  const first = await sendOnce(endpoint, sent)
  const { status, reply } = first.status === 401 && (await signInAgain()) ? await sendOnce(endpoint, sent) : first
  if (status >= 200 && status < 300) return reply as ReplyOf<E>
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? String(reply.code) : ''
  // A proxy in front may have a limit of its own, and words it its own way.
  throw new RefusalError({
    code: isRefusal(code)
      ? code
      : status === 413
        ? 'too_large'
        : status === 0 || status >= 502
          ? 'unavailable'
          : 'unexpected',
  })
}

function sendOnce(endpoint: Endpoint, { file, onProgress, signal, ...parts }: Upload) {
  return new Promise<{ status: number; reply: unknown }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, parts))
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', currentLanguage())
    request.setRequestHeader('content-type', file.type)
    const delegationId = actingFor()
    if (delegationId) request.setRequestHeader('x-acting-for', delegationId)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / (total || 1)))
    request.addEventListener('load', () => resolve({ status: request.status, reply: request.response }))
    request.addEventListener('error', () => resolve({ status: 0, reply: null }))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
