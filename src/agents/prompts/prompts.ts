import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import type { Logger } from '../../logging/logger';
import type { Actor } from '../../policies/actor';
import type { PromptInForce, PromptVersionRecord } from '../../repositories/promptVersions';
import type { Repositories } from '../../repositories/repositories';
import { rememberBriefly } from '../../retrieval/rememberBriefly';
import {
  placeholderPattern,
  promptNames,
  promptTrouble,
  tidyPrompt,
  type PromptName,
  type PromptTrouble,
  type PromptValues,
  type PromptVersionKey,
} from '../../shared/prompts';
import type { Database } from '../../storage/database/database';
import { releasePrompt, sha256Of, shortHash, type ReleasePrompt } from './releasePrompt';

/** A prompt to ask with, and what a trace says of it. */
export interface Prompt<Name extends PromptName> {
  name: Name;
  /** That of the release as its file says it; a saved one as `saved-3`. */
  version: string;
  hash: string;
  render(values: PromptValues<Name>): string;
}

/** A prompt, what of it was chosen and what is asked with. */
export interface PromptState {
  name: PromptName;
  release: ReleasePrompt;
  chosen: PromptInForce | null;
  /** Why the chosen one is not asked with. */
  trouble: PromptTrouble | null;
}

interface Dependencies {
  database: Pick<Database, 'sequelize'>;
  repositories: Pick<Repositories, 'promptVersions'>;
  audit: AuditLog;
  logger: Logger;
}

/** Milliseconds for which they are not read again: each question asks for them, and they change a few times a month. */
const rememberedMs = 1_000;

export type Prompts = ReturnType<typeof createPrompts>;

/** The prompts of the program: those of the release, those that admins have saved, and which of them is in force. */
export function createPrompts({ database, repositories: { promptVersions }, audit, logger }: Dependencies) {
  const { sequelize } = database;
  const releases = new Map(promptNames.map((name) => [name, releasePrompt(name)]));
  const chosen = rememberBriefly(rememberedMs, () => promptVersions.inForce());
  /** Versions of which the log says already that they do not fit. */
  const complainedOf = new Set<string>();

  const stateOf = (name: PromptName, choices: PromptInForce[]): PromptState => {
    const choice = choices.find((each) => each.name === name) ?? null;
    const trouble = choice?.body == null ? null : promptTrouble(name, choice.body);
    return { name, release: releases.get(name)!, chosen: choice, trouble };
  };

  /** Once a process: it stays so until somebody saves another. */
  const complain = ({ name, chosen, trouble }: PromptState): void => {
    const key = `${name} ${chosen?.number}`;
    if (complainedOf.has(key)) return;
    complainedOf.add(key);
    logger.warn(
      { prompt: name, version: chosen?.number, trouble },
      'a saved prompt does not fit this release, which is asked with its own',
    );
  };

  const existing = async (name: PromptName, number: number): Promise<PromptVersionRecord> => {
    const version = await promptVersions.find(name, number);
    if (!version) throw new AppError('not_found');
    return version;
  };

  const state = async (name: PromptName): Promise<PromptState> =>
    stateOf(name, await promptVersions.inForce());

  return {
    /** What a turn is asked with. A change made by another process is seen within a second. */
    async inForce<Name extends PromptName>(name: Name): Promise<Prompt<Name>> {
      const found = stateOf(name, await chosen());
      if (found.trouble) complain(found);
      const { release, trouble } = found;
      if (found.chosen?.body == null || trouble) return { name, ...release, render: rendering(release.text) };
      const { number, sha256, body } = found.chosen;
      return { name, version: `saved-${number}`, hash: shortHash(sha256), render: rendering(body) };
    },

    /** Every prompt, read anew. */
    async states(): Promise<PromptState[]> {
      const choices = await promptVersions.inForce();
      return promptNames.map((name) => stateOf(name, choices));
    },

    /** The text of a version. @throws AppError `not_found` */
    async text(name: PromptName, version: PromptVersionKey): Promise<{ hash: string; body: string }> {
      const release = releases.get(name)!;
      if (version === 'release') return { hash: release.hash, body: release.text };
      const { sha256, body } = await existing(name, version);
      return { hash: shortHash(sha256), body };
    },

    /**
     * Keeps a text as the next version; what is in force stays so.
     * @throws AppError `validation_failed` where its placeholders are not those that are filled, `already_exists` where the release
     *   has the same text; sequelize's UniqueConstraintError, told as `already_exists`, where a version has.
     */
    async save(
      name: PromptName,
      { body, reason }: { body: string; reason: string },
      actor: Actor,
    ): Promise<PromptVersionRecord> {
      const trouble = promptTrouble(name, body);
      if (trouble) throw refused(trouble);
      const release = releases.get(name)!;
      if (body === tidyPrompt(release.text)) throw new AppError('already_exists');
      const sha256 = sha256Of(body);
      const number = await sequelize.transaction(async (transaction) => {
        const row = { name, body, sha256, reason, releaseVersion: release.version, createdBy: actor.id };
        const added = await promptVersions.create(row, transaction);
        const input = { name, version: added, sha256, reason };
        await audit.record({ name: 'prompt.save', employeeId: actor.id, input }, transaction);
        return added;
      });
      return existing(name, number);
    },

    /**
     * Puts a version in force, or that of the release: from the next turn on, here at once and elsewhere within a second.
     * @throws AppError `not_found`; `prompt_does_not_fit`
     */
    async activate(name: PromptName, version: PromptVersionKey, actor: Actor): Promise<PromptState> {
      const saved = version === 'release' ? null : await existing(name, version);
      if (saved && promptTrouble(name, saved.body)) throw new AppError('prompt_does_not_fit');
      await sequelize.transaction(async (transaction) => {
        const activation = { name, versionId: saved?.id ?? null, activatedBy: actor.id };
        await promptVersions.activate(activation, transaction);
        const hash = saved ? shortHash(saved.sha256) : releases.get(name)!.hash;
        const input = { name, version, hash };
        await audit.record({ name: 'prompt.activate', employeeId: actor.id, input }, transaction);
      });
      chosen.forget();
      return state(name);
    },
  };
}

/** Fills the placeholders, of which it has no others. */
function rendering(text: string) {
  return (values: Record<string, string>) =>
    text.replace(placeholderPattern, (_whole, key: string) => values[key]!);
}

function refused({ missing, unknown, strayBraces }: PromptTrouble): AppError {
  const shown = (keys: string[]) => keys.map((key) => `{{${key}}}`).join(', ');
  const messages = [
    ...(missing.length > 0 ? [`빠진 자리표시 / Missing: ${shown(missing)}`] : []),
    ...(unknown.length > 0 ? [`채울 수 없는 자리표시 / Unknown: ${shown(unknown)}`] : []),
    ...(strayBraces ? ['짝이 맞지 않는 중괄호 / Stray double braces: {{ }}'] : []),
  ];
  return new AppError('validation_failed', {
    errors: messages.map((message) => ({ path: 'body', message })),
  });
}
