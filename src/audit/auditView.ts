import { may } from '../policies/permissions';
import type { Actor } from '../policies/actor';
import { maskDeep } from '../privacy/maskDeep';
import { maskText } from '../privacy/maskText';
import type { PeopleRepository } from '../repositories/people';
import type { IdentifiedEmployeeDto } from '../shared/auditIdentities';
import { personalDataKinds } from '../shared/personalData';
import { requestContext } from '../logging/requestContext';
import { wordsOf } from '../shared/turnWords';
import { hiddenFrom, hidePeople, type HiddenPerson } from './hidePeople';
import type { Pseudonyms } from './pseudonyms';

/** Every kind, whatever the policy of storing is, and what was stored before it. */
const everyKind = { kinds: new Set(personalDataKinds) };

export type AuditView = ReturnType<typeof createAuditView>;

/**
 * What an analyst gets to see of people. With `anonymised`, who may not identify (`audit.identify`) sees a pseudonym in place of
 * every employee but the reader, and every text masked. Whatever an audit route answers goes through `forViewer`.
 */
export function createAuditView({
  anonymised,
  people,
  pseudonyms,
}: {
  anonymised: boolean;
  people: PeopleRepository;
  pseudonyms: Pseudonyms;
}) {
  const seesPeople = (actor: Actor) => !anonymised || may(actor, 'audit.identify');
  const everybody = async (): Promise<HiddenPerson[]> =>
    (await people.names()).map((person) => ({ ...person, pseudonym: pseudonyms.of(person.id) }));

  const othersThan = async (actor: Actor) => (await everybody()).filter(({ id }) => id !== actor.id);

  return {
    /** The same value as this person may see it: as it is, or anonymised in all its texts. */
    async forViewer<T>(actor: Actor, dto: T): Promise<T> {
      if (seesPeople(actor)) return dto;
      const hidden = await othersThan(actor);
      const hide = hidePeople(hidden, requestContext()?.language ?? 'ko');
      const byNumber = new Map(hidden.map(({ employeeNo, pseudonym }) => [employeeNo, pseudonym]));
      const texts = maskDeep(dto, (text) => maskText(hide(text), everyKind));
      return withoutNumbers(texts, byNumber) as T;
    },

    /**
     * A query or body as it is meant: who sees pseudonyms gives them in place of employee numbers, and finds nobody by anything
     * else. What may not be seen is not found by looking for it either.
     */
    async meantBy<T>(actor: Actor, given: T): Promise<T> {
      if (given === undefined || seesPeople(actor)) return given;
      const hidden = await othersThan(actor);
      const numbers = new Map(hidden.map(({ pseudonym, employeeNo }) => [pseudonym, employeeNo]));
      const hide = hidePeople(hidden, requestContext()?.language ?? 'ko');
      const shown = (text: string) => maskText(hide(text), everyKind);
      const meant = (value: object): object =>
        Object.fromEntries(
          Object.entries(value).map(([key, item]: [string, unknown]) => {
            if (nestedNames.has(key) && typeof item === 'object' && item !== null) return [key, meant(item)];
            if (key === 'words' && Array.isArray(item)) return [key, item.map((word) => shown(String(word)))];
            if (typeof item !== 'string') return [key, item];
            if (numberNames.has(key) && item !== 'none')
              return [key, numbers.get(item.toUpperCase()) ?? (item === actor.employeeNo ? item : nobody)];
            return [key, key === 'q' ? shown(item) : item];
          }),
        );
      return meant(given as object) as T;
    },

    /** What of turns this person does not see and might find by these words all the same. @param q words as they were typed */
    async unseenBy(actor: Actor, q: string | undefined): Promise<string[]> {
      if (q === undefined || seesPeople(actor)) return [];
      return hiddenFrom(wordsOf(q), await othersThan(actor));
    },

    /**
     * Texts as a rule may look through them: what a rule finds is shown to every analyst.
     * @returns a function that takes people out of a text
     */
    async textsForRules(): Promise<(text: string) => string> {
      return anonymised ? hidePeople(await everybody(), 'ko') : (text) => text;
    },

    /** Who is behind a pseudonym; null: nobody. */
    async identify(pseudonym: string): Promise<IdentifiedEmployeeDto | null> {
      const meant = (await everybody()).find((person) => person.pseudonym === pseudonym.toUpperCase());
      if (!meant) return null;
      const { employeeNo, name, team } = meant;
      return { pseudonym: meant.pseudonym, employeeNo, name, team };
    },
  };
}

/** Names of fields that hold what is looked for. */
const nestedNames = new Set(['filter', 'condition']);

/** Names of fields that hold an employee's number, or `none`. */
const numberNames = new Set(['employeeNo', 'assigneeNo', 'assignee']);

/** Is no employee's number: each has a character at least. */
const nobody = '';

/** Employee numbers that are figures too are told by the name of their field. */
function withoutNumbers(value: unknown, pseudonyms: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutNumbers(item, pseudonyms));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      numberNames.has(key) && typeof item === 'string'
        ? (pseudonyms.get(item) ?? item)
        : withoutNumbers(item, pseudonyms),
    ]),
  );
}
