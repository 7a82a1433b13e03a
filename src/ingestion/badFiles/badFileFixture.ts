import type { ErrorCode } from '../../errors';

/** How reading a bad file may end: with a reason a person understands, or well where what is bad about it harms nobody. */
export type Outcome = Extract<ErrorCode, `file_${string}`> | 'read';

/** Where bad files try to get: made by the test, which looks afterwards whether they have been there. */
export interface Surroundings {
  /** A web server that nobody may ask anything. */
  url: string;
  /** A file whose content no document may show. */
  secretFile: string;
  /** The last part of the paths to which bad files want to be unpacked. */
  escapeName: string;
}

export interface BadFile {
  /** Says what is wrong with it, and is what it is called when it is uploaded. */
  name: string;
  /** All outcomes that are right. There is more than one where the damage decides how far a reader gets. */
  outcomes: readonly Outcome[];
  /** Large ones come in pieces, so that they are never in memory as a whole. */
  content(surroundings: Surroundings): Content | Promise<Content>;
}

export type Content = Buffer | Iterable<Buffer>;

/** The damage is certain, what remains readable is not. */
export const unreadableOrRead: readonly Outcome[] = ['file_unreadable', 'read'];

/** A short way to write one down. */
export function badFile(
  name: string,
  outcomes: Outcome | readonly Outcome[],
  content: BadFile['content'] | Content | string,
): BadFile {
  return {
    name,
    outcomes: typeof outcomes === 'string' ? [outcomes] : outcomes,
    content:
      typeof content === 'function'
        ? content
        : () => (typeof content === 'string' ? Buffer.from(content) : content),
  };
}
