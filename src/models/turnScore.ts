import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { ScoreScale } from '../shared/review';

/** What analysts think of an answer: one score a person and scale. */
export class TurnScore extends Model<InferAttributes<TurnScore>, InferCreationAttributes<TurnScore>> {
  declare id: CreationOptional<number>;
  declare turnId: string;
  declare employeeId: number;
  declare scale: ScoreScale;
  declare value: number;
  declare comment: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

/** `turn_scores` on this connection. */
export function defineTurnScore(sequelize: Sequelize) {
  return class extends TurnScore {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      turnId: { type: DataTypes.UUID, allowNull: false },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      scale: { type: DataTypes.TEXT, allowNull: false },
      value: { type: DataTypes.SMALLINT, allowNull: false },
      comment: DataTypes.TEXT,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    { sequelize, modelName: 'TurnScore', tableName: 'turn_scores', underscored: true, timestamps: false },
  ) as typeof TurnScore;
}
