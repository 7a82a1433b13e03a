import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Sales, one row a line of a delivery. The natural key makes an import repeatable. */
export class SalesRecord extends Model<InferAttributes<SalesRecord>, InferCreationAttributes<SalesRecord>> {
  declare id: CreationOptional<number>;
  declare soldOn: string;
  declare employeeId: number;
  declare customerId: number;
  declare productId: number;
  declare lineNo: CreationOptional<number>;
  declare quantity: number;
  declare amount: number;
  declare source: CreationOptional<string>;
  declare importBatchId: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
}

/** `sales_records` on this connection. */
export function defineSalesRecord(sequelize: Sequelize) {
  return class extends SalesRecord {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      soldOn: { type: DataTypes.DATEONLY, allowNull: false },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      customerId: { type: DataTypes.INTEGER, allowNull: false },
      productId: { type: DataTypes.INTEGER, allowNull: false },
      lineNo: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      quantity: { type: DataTypes.INTEGER, allowNull: false },
      amount: { type: DataTypes.BIGINT, allowNull: false },
      source: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      importBatchId: DataTypes.UUID,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    { sequelize, modelName: 'SalesRecord', tableName: 'sales_records', underscored: true, timestamps: false },
  ) as typeof SalesRecord;
}
