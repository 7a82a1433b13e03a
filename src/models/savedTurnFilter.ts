import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { TurnFilter } from '../shared/audit';

/** Filters of turns that analysts keep by a name. */
export class SavedTurnFilter extends Model<
  InferAttributes<SavedTurnFilter>,
  InferCreationAttributes<SavedTurnFilter>
> {
  declare id: CreationOptional<string>;
  declare employeeId: number;
  declare name: string;
  declare filter: TurnFilter;
  declare shared: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
}

/** `saved_turn_filters` on this connection. */
export function defineSavedTurnFilter(sequelize: Sequelize) {
  return class extends SavedTurnFilter {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true, defaultValue: sequelize.literal('DEFAULT') },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      filter: { type: DataTypes.JSONB, allowNull: false },
      shared: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'SavedTurnFilter',
      tableName: 'saved_turn_filters',
      underscored: true,
      timestamps: false,
    },
  ) as typeof SavedTurnFilter;
}
