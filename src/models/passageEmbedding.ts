import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Vectors by model and text: an unchanged passage is never embedded twice by one model. */
export class PassageEmbedding extends Model<
  InferAttributes<PassageEmbedding>,
  InferCreationAttributes<PassageEmbedding>
> {
  declare model: string;
  declare textSha256: string;
  declare embedding: number[];
  declare createdAt: CreationOptional<Date>;
}

/** `passage_embeddings` on this connection. */
export function definePassageEmbedding(sequelize: Sequelize) {
  return class extends PassageEmbedding {}.init(
    {
      model: { type: DataTypes.TEXT, primaryKey: true },
      textSha256: { type: DataTypes.TEXT, primaryKey: true },
      embedding: { type: DataTypes.ARRAY(DataTypes.REAL), allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'PassageEmbedding',
      tableName: 'passage_embeddings',
      underscored: true,
      timestamps: false,
    },
  ) as typeof PassageEmbedding;
}
