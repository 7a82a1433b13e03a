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
  content(surroundings: Surroundings): Promise<Content>;
}

export type Content = Buffer | Iterable<Buffer>;

/** The damage is certain, what remains readable is not. */
export const unreadableOrRead: readonly Outcome[] = ['file_unreadable', 'read'];

/** What a parser may do with bad XML: refuse it, find nothing in it, read around it, or need too much for it. */
export const outcomesOfXml: readonly Outcome[] = [...unreadableOrRead, 'file_empty', 'file_too_complex'];

type Given = Content | string;

/** A short way to write one down. */
export function badFile(
  name: string,
  outcomes: Outcome | readonly Outcome[],
  given: Given | ((surroundings: Surroundings) => Given | Promise<Given>),
): BadFile {
  return {
    name,
    outcomes: typeof outcomes === 'string' ? [outcomes] : outcomes,
    async content(surroundings) {
      const content = typeof given === 'function' ? await given(surroundings) : given;
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
  };
}
