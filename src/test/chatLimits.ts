import { readEnv, type Env } from '../env';

type Limits = Env['chatLimits'];

/** The limits of this run with some of them changed. */
export function chatLimits(changes: { [Part in keyof Limits]?: Partial<Limits[Part]> }): Limits {
  const { person, everybody, process } = readEnv().chatLimits;
  return {
    person: { ...person, ...changes.person },
    everybody: { ...everybody, ...changes.everybody },
    process: { ...process, ...changes.process },
  };
}

/** For whoever asks much on behalf of a few people, and is to see something else than the limits. */
export const tireless: Limits = chatLimits({
  person: { running: 1_000, perMinute: 1_000_000, dailyTokens: null },
  everybody: { dailyTokens: null },
  process: { running: 1_000, waiting: 1_000 },
});
