import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

export interface PromptVersionRecord {
  id: number;
  name: string;
  number: number;
  body: string;
  sha256: string;
  reason: string;
  releaseVersion: string;
  createdBy: string;
  createdAt: Date;
}

/** What was put in force, with its text; without a number: that of the release. */
export interface PromptActivationRecord {
  id: number;
  name: string;
  number: number | null;
  activatedBy: string;
  activatedAt: Date;
}

/** A version that is in force, as a turn needs it. */
export type PromptInForce = PromptActivationRecord &
  ({ number: number; body: string; sha256: string } | { number: null; body: null; sha256: null });

export type NewPromptVersion = Pick<
  PromptVersionRecord,
  'name' | 'body' | 'sha256' | 'reason' | 'releaseVersion'
> & { createdBy: number };

/** Versions of prompts and which are in force: `prompt_versions`, `prompt_activations`. */
export function createPromptVersionRepository(
  sequelize: Sequelize,
  { PromptVersion, PromptActivation }: Models,
) {
  const select = <Row extends object>(statement: string, bind: Record<string, unknown> = {}) =>
    sequelize.query<Row>(statement, { bind, type: QueryTypes.SELECT });
  return {
    /** The latest first, before number `before`. */
    async list(name: string, page: { before: number; limit: number }): Promise<PromptVersionRecord[]> {
      return select(
        `${versions} WHERE v.name = $name AND v.number < $before ORDER BY v.number DESC LIMIT $limit`,
        { name, ...page },
      );
    },
    async find(name: string, number: number): Promise<PromptVersionRecord | null> {
      const [row] = await select<PromptVersionRecord>(
        `${versions} WHERE v.name = $name AND v.number = $number`,
        { name, number },
      );
      return row ?? null;
    },
    /** Keeps a text as the next version. @throws sequelize's UniqueConstraintError when it is kept already. @returns its number. */
    async create(row: NewPromptVersion, transaction: Transaction): Promise<number> {
      // Two at once would count the same: one waits.
      await sequelize.query('LOCK TABLE prompt_versions IN SHARE ROW EXCLUSIVE MODE', { transaction });
      const last = await PromptVersion.max<number | null, InstanceType<typeof PromptVersion>>('number', {
        where: { name: row.name },
        transaction,
      });
      const number = (last ?? 0) + 1;
      await PromptVersion.create({ ...row, number }, { transaction });
      return number;
    },
    /** @param versionId null: that of the release. */
    async activate(
      activation: { name: string; versionId: number | null; activatedBy: number },
      transaction: Transaction,
    ): Promise<void> {
      await PromptActivation.create(activation, { transaction });
    },
    /** What was put in force last, of each prompt of which anything was. */
    async inForce(): Promise<PromptInForce[]> {
      return select(
        `SELECT DISTINCT ON (a.name) a.id, a.name, v.number, v.body, v.sha256, e.name AS "activatedBy",
                a.activated_at AS "activatedAt"
         ${activations} ORDER BY a.name, a.id DESC`,
      );
    },
    /** What was put in force, the latest first, before `before`. */
    async activations(
      name: string,
      page: { before: number; limit: number },
    ): Promise<PromptActivationRecord[]> {
      return select(
        `SELECT a.id, a.name, v.number, e.name AS "activatedBy", a.activated_at AS "activatedAt"
         ${activations} WHERE a.name = $name AND a.id < $before ORDER BY a.id DESC LIMIT $limit`,
        { name, ...page },
      );
    },
  };
}

const versions = `
  SELECT v.id, v.name, v.number, v.body, v.sha256, v.reason, v.release_version AS "releaseVersion",
         e.name AS "createdBy", v.created_at AS "createdAt"
  FROM prompt_versions v JOIN employees e ON e.id = v.created_by`;
const activations = `
  FROM prompt_activations a LEFT JOIN prompt_versions v ON v.id = a.version_id
  JOIN employees e ON e.id = a.activated_by`;
