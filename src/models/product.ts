import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What the company sells. */
export class Product extends Model<InferAttributes<Product>, InferCreationAttributes<Product>> {
  declare id: CreationOptional<number>;
  declare code: string;
  declare brand: string;
  declare ingredient: string;
  declare reimbursed: boolean;
  declare therapeuticClass: string;
  declare unitPrice: number;
  declare active: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare importBatchId: CreationOptional<string | null>;
}

/** `products` on this connection. */
export function defineProduct(sequelize: Sequelize) {
  return class extends Product {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      code: { type: DataTypes.TEXT, allowNull: false },
      brand: { type: DataTypes.TEXT, allowNull: false },
      ingredient: { type: DataTypes.TEXT, allowNull: false },
      reimbursed: { type: DataTypes.BOOLEAN, allowNull: false },
      therapeuticClass: { type: DataTypes.TEXT, allowNull: false },
      unitPrice: { type: DataTypes.BIGINT, allowNull: false },
      active: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      importBatchId: DataTypes.UUID,
    },
    { sequelize, modelName: 'Product', tableName: 'products', underscored: true, timestamps: true },
  ) as typeof Product;
}
