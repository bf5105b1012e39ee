// How a server of ours is run. V8 trades memory for speed by default as if it had the machine for itself: with a young
// generation of 8 MB and a bound on the rest it holds about 150 MB instead of 400 after the same work.
export const SERVER_FLAGS = [
  '--max-semi-space-size=8',
  '--max-old-space-size=512',
  '--disable-warning=ExperimentalWarning',
]
