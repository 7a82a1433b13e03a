import { QueryTypes, type Sequelize } from 'sequelize';
import type { Models } from '../models/models';
import type { TurnFilter } from '../shared/audit';

/** A filter as somebody finds it. */
export interface SavedTurnFilterRecord {
  id: string;
  name: string;
  filter: TurnFilter;
  shared: boolean;
  employeeId: number;
  owner: string;
}

interface Values {
  name: string;
  filter: TurnFilter;
  shared: boolean;
}

/** Filters of turns that analysts keep by a name. */
export function createSavedTurnFilterRepository(sequelize: Sequelize, { SavedTurnFilter: Saved }: Models) {
  return {
    /** A person's own and those of others that are shared, by their names. */
    async visibleTo(employeeId: number): Promise<SavedTurnFilterRecord[]> {
      return sequelize.query<SavedTurnFilterRecord>(
        `SELECT s.id, s.name, s.filter, s.shared, s.employee_id AS "employeeId", e.name AS owner
         FROM saved_turn_filters s JOIN employees e ON e.id = s.employee_id
         WHERE s.employee_id = $employeeId OR s.shared ORDER BY s.name, s.id`,
        { bind: { employeeId }, type: QueryTypes.SELECT },
      );
    },
    /** @throws sequelize's UniqueConstraintError when the person has one of this name. @returns the key. */
    async create(employeeId: number, values: Values): Promise<string> {
      return (await Saved.create({ employeeId, ...values })).id;
    },
    /** @throws UniqueConstraintError as `create` does. @returns whether the person has such a filter. */
    async change(id: string, employeeId: number, values: Partial<Values>): Promise<boolean> {
      const [changed] = await Saved.update(values, { where: { id, employeeId } });
      return changed > 0;
    },
    /** @returns whether the person had such a filter. */
    async remove(id: string, employeeId: number): Promise<boolean> {
      return (await Saved.destroy({ where: { id, employeeId } })) > 0;
    },
  };
}
