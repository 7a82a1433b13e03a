import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What an employee is to sell in a month, as a whole, of one product or to one customer. */
export class SalesTarget extends Model<InferAttributes<SalesTarget>, InferCreationAttributes<SalesTarget>> {
  declare id: CreationOptional<number>;
  declare month: string;
  declare employeeId: number;
  declare productId: CreationOptional<number | null>;
  declare customerId: CreationOptional<number | null>;
  declare amount: number;
  declare importBatchId: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
}

/** `sales_targets` on this connection. */
export function defineSalesTarget(sequelize: Sequelize) {
  return class extends SalesTarget {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      month: { type: DataTypes.DATEONLY, allowNull: false },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      productId: DataTypes.INTEGER,
      customerId: DataTypes.INTEGER,
      amount: { type: DataTypes.BIGINT, allowNull: false },
      importBatchId: DataTypes.UUID,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    { sequelize, modelName: 'SalesTarget', tableName: 'sales_targets', underscored: true, timestamps: false },
  ) as typeof SalesTarget;
}
