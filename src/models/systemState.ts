import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Facts about the installation that happen once, such as the first admin. */
export class SystemState extends Model<InferAttributes<SystemState>, InferCreationAttributes<SystemState>> {
  declare key: string;
  declare value: unknown;
  declare createdAt: CreationOptional<Date>;
}

/** `system_state` on this connection. */
export function defineSystemState(sequelize: Sequelize) {
  return class extends SystemState {}.init(
    {
      key: { type: DataTypes.TEXT, primaryKey: true },
      value: { type: DataTypes.JSONB, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    { sequelize, modelName: 'SystemState', tableName: 'system_state', underscored: true, timestamps: false },
  ) as typeof SystemState;
}
