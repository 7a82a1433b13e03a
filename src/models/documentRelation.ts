import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** How documents belong together. */
export class DocumentRelation extends Model<
  InferAttributes<DocumentRelation>,
  InferCreationAttributes<DocumentRelation>
> {
  declare id: CreationOptional<number>;
  declare fromDocumentId: string;
  declare toDocumentId: string;
  declare kind: string;
  declare createdAt: CreationOptional<Date>;
}

/** `document_relations` on this connection. */
export function defineDocumentRelation(sequelize: Sequelize) {
  return class extends DocumentRelation {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      fromDocumentId: { type: DataTypes.UUID, allowNull: false },
      toDocumentId: { type: DataTypes.UUID, allowNull: false },
      kind: { type: DataTypes.TEXT, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'DocumentRelation',
      tableName: 'document_relations',
      underscored: true,
      timestamps: false,
    },
  ) as typeof DocumentRelation;
}
