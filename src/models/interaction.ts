import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Visits, calls and other contacts with customers. */
export class Interaction extends Model<InferAttributes<Interaction>, InferCreationAttributes<Interaction>> {
  declare id: CreationOptional<number>;
  declare employeeId: number;
  declare customerId: number;
  declare type: string;
  declare occurredAt: Date;
  declare summary: string;
  declare nextAction: CreationOptional<string | null>;
  declare importBatchId: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
}

/** `interaction_logs` on this connection. */
export function defineInteraction(sequelize: Sequelize) {
  return class extends Interaction {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      customerId: { type: DataTypes.INTEGER, allowNull: false },
      type: { type: DataTypes.TEXT, allowNull: false },
      occurredAt: { type: DataTypes.DATE, allowNull: false },
      summary: { type: DataTypes.TEXT, allowNull: false },
      nextAction: DataTypes.TEXT,
      importBatchId: DataTypes.UUID,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'Interaction',
      tableName: 'interaction_logs',
      underscored: true,
      timestamps: false,
    },
  ) as typeof Interaction;
}
