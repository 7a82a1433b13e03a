import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { RuleCondition } from '../shared/review';

/** What analysts want to look at. */
export class FlagRule extends Model<InferAttributes<FlagRule>, InferCreationAttributes<FlagRule>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare condition: RuleCondition;
  declare active: CreationOptional<boolean>;
  declare version: CreationOptional<number>;
  declare changedBy: number;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare removedAt: CreationOptional<Date | null>;
}

/** `flag_rules` on this connection. */
export function defineFlagRule(sequelize: Sequelize) {
  return class extends FlagRule {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      name: { type: DataTypes.TEXT, allowNull: false },
      condition: { type: DataTypes.JSONB, allowNull: false },
      active: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      changedBy: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      removedAt: DataTypes.DATE,
    },
    { sequelize, modelName: 'FlagRule', tableName: 'flag_rules', underscored: true, timestamps: false },
  ) as typeof FlagRule;
}
