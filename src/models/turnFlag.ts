import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { FlagDecision, FlagKind, FlagReason, FlagStatus } from '../shared/review';

/** Turns that somebody should look at, and what became of that. */
export class TurnFlag extends Model<InferAttributes<TurnFlag>, InferCreationAttributes<TurnFlag>> {
  declare id: CreationOptional<number>;
  declare turnId: string;
  declare kind: FlagKind;
  declare ruleId: CreationOptional<number | null>;
  declare reason: CreationOptional<FlagReason>;
  declare raisedBy: CreationOptional<number | null>;
  declare raisedAt: CreationOptional<Date>;
  declare status: CreationOptional<FlagStatus>;
  declare assigneeId: CreationOptional<number | null>;
  declare decision: CreationOptional<FlagDecision | null>;
  declare comment: CreationOptional<string | null>;
  declare version: CreationOptional<number>;
  declare updatedAt: CreationOptional<Date>;
}

/** `turn_flags` on this connection. */
export function defineTurnFlag(sequelize: Sequelize) {
  return class extends TurnFlag {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      turnId: { type: DataTypes.UUID, allowNull: false },
      kind: { type: DataTypes.TEXT, allowNull: false },
      ruleId: DataTypes.INTEGER,
      reason: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      raisedBy: DataTypes.INTEGER,
      raisedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      status: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      assigneeId: DataTypes.INTEGER,
      decision: DataTypes.TEXT,
      comment: DataTypes.TEXT,
      version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    { sequelize, modelName: 'TurnFlag', tableName: 'turn_flags', underscored: true, timestamps: false },
  ) as typeof TurnFlag;
}
