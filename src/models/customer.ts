import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Hospitals, clinics and pharmacies that are visited and sold to. */
export class Customer extends Model<InferAttributes<Customer>, InferCreationAttributes<Customer>> {
  declare id: CreationOptional<number>;
  declare code: string;
  declare name: string;
  declare type: string;
  declare region: CreationOptional<string | null>;
  declare address: CreationOptional<string | null>;
  declare grade: CreationOptional<string | null>;
  declare aliases: CreationOptional<string[]>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare importBatchId: CreationOptional<string | null>;
}

/** `customers` on this connection. */
export function defineCustomer(sequelize: Sequelize) {
  return class extends Customer {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      code: { type: DataTypes.TEXT, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      type: { type: DataTypes.TEXT, allowNull: false },
      region: DataTypes.TEXT,
      address: DataTypes.TEXT,
      grade: DataTypes.TEXT,
      aliases: {
        type: DataTypes.ARRAY(DataTypes.TEXT),
        allowNull: false,
        defaultValue: sequelize.literal('DEFAULT'),
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      importBatchId: DataTypes.UUID,
    },
    { sequelize, modelName: 'Customer', tableName: 'customers', underscored: true, timestamps: true },
  ) as typeof Customer;
}
