import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What each person has used of the chat on each day. */
export class DailyUsage extends Model<InferAttributes<DailyUsage>, InferCreationAttributes<DailyUsage>> {
  /** In Korea, as YYYY-MM-DD. */
  declare day: string;
  declare employeeId: number;
  declare turns: CreationOptional<number>;
  declare inputTokens: CreationOptional<number>;
  declare outputTokens: CreationOptional<number>;
  declare costKrw: CreationOptional<number>;
}

/** `usage_by_day` on this connection. */
export function defineDailyUsage(sequelize: Sequelize) {
  const counted = { allowNull: false, defaultValue: sequelize.literal('DEFAULT') };
  return class extends DailyUsage {}.init(
    {
      day: { type: DataTypes.DATEONLY, primaryKey: true },
      employeeId: { type: DataTypes.INTEGER, primaryKey: true },
      turns: { type: DataTypes.INTEGER, ...counted },
      inputTokens: { type: DataTypes.BIGINT, ...counted },
      outputTokens: { type: DataTypes.BIGINT, ...counted },
      costKrw: { type: DataTypes.DECIMAL(14, 4), ...counted },
    },
    { sequelize, modelName: 'DailyUsage', tableName: 'usage_by_day', underscored: true, timestamps: false },
  ) as typeof DailyUsage;
}
