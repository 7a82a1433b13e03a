import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What people think of an answer. */
export class Feedback extends Model<InferAttributes<Feedback>, InferCreationAttributes<Feedback>> {
  declare id: CreationOptional<number>;
  declare turnId: string;
  declare employeeId: number;
  declare rating: 'up' | 'down';
  declare reason: CreationOptional<string | null>;
  declare comment: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

/** `feedback` on this connection. */
export function defineFeedback(sequelize: Sequelize) {
  return class extends Feedback {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      turnId: { type: DataTypes.UUID, allowNull: false },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      rating: { type: DataTypes.TEXT, allowNull: false },
      reason: DataTypes.TEXT,
      comment: DataTypes.TEXT,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    { sequelize, modelName: 'Feedback', tableName: 'feedback', underscored: true, timestamps: true },
  ) as typeof Feedback;
}
