import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Chats of employees. */
export class Conversation extends Model<
  InferAttributes<Conversation>,
  InferCreationAttributes<Conversation>
> {
  declare id: string;
  declare employeeId: number;
  declare title: string;
  declare lastSeq: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare deletedAt: CreationOptional<Date | null>;
}

/** `conversations` on this connection. */
export function defineConversation(sequelize: Sequelize) {
  return class extends Conversation {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      title: { type: DataTypes.TEXT, allowNull: false },
      lastSeq: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      deletedAt: DataTypes.DATE,
    },
    { sequelize, modelName: 'Conversation', tableName: 'conversations', underscored: true, timestamps: true },
  ) as typeof Conversation;
}
