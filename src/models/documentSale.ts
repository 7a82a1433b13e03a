import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Which document belongs to which sale or customer, such as a price notice. */
export class DocumentSale extends Model<
  InferAttributes<DocumentSale>,
  InferCreationAttributes<DocumentSale>
> {
  declare id: CreationOptional<number>;
  declare documentId: string;
  declare salesRecordId: CreationOptional<number | null>;
  declare customerId: CreationOptional<number | null>;
  declare createdBy: CreationOptional<number | null>;
  declare createdAt: CreationOptional<Date>;
}

/** `document_sales_map` on this connection. */
export function defineDocumentSale(sequelize: Sequelize) {
  return class extends DocumentSale {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      documentId: { type: DataTypes.UUID, allowNull: false },
      salesRecordId: DataTypes.BIGINT,
      customerId: DataTypes.INTEGER,
      createdBy: DataTypes.INTEGER,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'DocumentSale',
      tableName: 'document_sales_map',
      underscored: true,
      timestamps: false,
    },
  ) as typeof DocumentSale;
}
