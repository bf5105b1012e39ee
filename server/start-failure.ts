/** The platform cannot start, for a reason that one plain sentence tells whoever runs it. Shown without a stack trace. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}
