/**
 * Simulates the event loop of one server process: turns begin at random (Poisson), each brings its work in `slices` equal
 * pieces spread over the seconds its answer streams, and one core does piece after piece in the order they come.
 * @returns the delay in milliseconds that 99 of 100 pieces do not exceed.
 */
export function delayOfPieces({
  turnsPerSecond,
  cpuMsPerTurn,
  slices,
  answerSeconds,
  seconds = 900,
  seed = 1,
}) {
  const random = seededRandom(seed);
  const arrivals = [];
  for (let at = 0; at < seconds;) {
    at += -Math.log(1 - random()) / turnsPerSecond;
    for (let slice = 0; slice < slices; slice += 1) {
      // Models do not write to a beat: a piece comes anywhere in its part of the answer.
      arrivals.push(at + ((slice + random()) / slices) * answerSeconds);
    }
  }
  arrivals.sort((left, right) => left - right);
  const workSeconds = cpuMsPerTurn / 1_000 / slices;
  let freeAt = 0;
  const delays = arrivals.map((at) => {
    const begun = Math.max(at, freeAt);
    freeAt = begun + workSeconds;
    return begun - at;
  });
  delays.sort((left, right) => left - right);
  return delays[Math.ceil(delays.length * 0.99) - 1] * 1_000;
}

/** The fewest processes over which turns are dealt out so that the delay stays tolerable, and the core is not planned full. */
export function processesFor({ turnsPerSecond, tolerableDelayMs, plannedShare, ...turn }) {
  const load = (turnsPerSecond * turn.cpuMsPerTurn) / 1_000;
  for (let processes = Math.max(1, Math.ceil(load / plannedShare)); ; processes += 1) {
    const delayMs = delayOfPieces({ turnsPerSecond: turnsPerSecond / processes, ...turn });
    if (delayMs <= tolerableDelayMs) return { processes, delayMs, load: load / processes };
  }
}

/** mulberry32: the same numbers at every run. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
