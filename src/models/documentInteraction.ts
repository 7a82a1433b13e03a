import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Which document was used in which contact with a customer. */
export class DocumentInteraction extends Model<
  InferAttributes<DocumentInteraction>,
  InferCreationAttributes<DocumentInteraction>
> {
  declare documentId: string;
  declare interactionId: number;
  declare createdBy: CreationOptional<number | null>;
  declare createdAt: CreationOptional<Date>;
}

/** `document_interaction_map` on this connection. */
export function defineDocumentInteraction(sequelize: Sequelize) {
  return class extends DocumentInteraction {}.init(
    {
      documentId: { type: DataTypes.UUID, primaryKey: true },
      interactionId: { type: DataTypes.BIGINT, primaryKey: true },
      createdBy: DataTypes.INTEGER,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'DocumentInteraction',
      tableName: 'document_interaction_map',
      underscored: true,
      timestamps: false,
    },
  ) as typeof DocumentInteraction;
}
