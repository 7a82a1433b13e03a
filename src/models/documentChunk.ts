import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Passages of the documents. The search index can always be rebuilt from here. */
export class DocumentChunk extends Model<
  InferAttributes<DocumentChunk>,
  InferCreationAttributes<DocumentChunk>
> {
  declare id: string;
  declare documentId: string;
  declare ordinal: number;
  declare parentId: CreationOptional<string | null>;
  declare heading: CreationOptional<string>;
  declare text: string;
  declare textSha256: string;
  declare page: CreationOptional<number | null>;
  declare charStart: number;
  declare charEnd: number;
  declare createdAt: CreationOptional<Date>;
}

/** `document_chunks` on this connection. */
export function defineDocumentChunk(sequelize: Sequelize) {
  return class extends DocumentChunk {}.init(
    {
      id: { type: DataTypes.TEXT, primaryKey: true },
      documentId: { type: DataTypes.UUID, allowNull: false },
      ordinal: { type: DataTypes.INTEGER, allowNull: false },
      parentId: DataTypes.TEXT,
      heading: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      text: { type: DataTypes.TEXT, allowNull: false },
      textSha256: { type: DataTypes.TEXT, allowNull: false },
      page: DataTypes.INTEGER,
      charStart: { type: DataTypes.INTEGER, allowNull: false },
      charEnd: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'DocumentChunk',
      tableName: 'document_chunks',
      underscored: true,
      timestamps: false,
    },
  ) as typeof DocumentChunk;
}
