import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { Citation, TurnStatus } from '../shared/chat';
import type { ResultTable } from '../shared/resultTable';

/** A tool the model called in a turn. */
export interface ToolCallRecord {
  name: string;
  /** Null: not known, since another process ended the turn. */
  arguments: unknown;
}

/** What was said: one row a message, written once. */
export class ChatMessage extends Model<InferAttributes<ChatMessage>, InferCreationAttributes<ChatMessage>> {
  declare id: CreationOptional<number>;
  declare turnId: string;
  declare conversationId: string;
  declare role: 'user' | 'assistant';
  declare content: string;
  declare citations: CreationOptional<Citation[]>;
  declare tables: CreationOptional<ResultTable[]>;
  declare toolCalls: CreationOptional<ToolCallRecord[]>;
  declare model: CreationOptional<string | null>;
  declare inputTokens: CreationOptional<number>;
  declare outputTokens: CreationOptional<number>;
  declare costKrw: CreationOptional<number | null>;
  declare status: Exclude<TurnStatus, 'running'>;
  declare errorCode: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare followUps: CreationOptional<string[]>;
  declare proof: CreationOptional<string | null>;
}

/** `chat_history` on this connection. */
export function defineChatMessage(sequelize: Sequelize) {
  return class extends ChatMessage {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      turnId: { type: DataTypes.UUID, allowNull: false },
      conversationId: { type: DataTypes.UUID, allowNull: false },
      role: { type: DataTypes.TEXT, allowNull: false },
      content: { type: DataTypes.TEXT, allowNull: false },
      citations: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      tables: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      toolCalls: { type: DataTypes.JSONB, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      model: DataTypes.TEXT,
      inputTokens: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      outputTokens: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      costKrw: DataTypes.DECIMAL(14, 4),
      status: { type: DataTypes.TEXT, allowNull: false },
      errorCode: DataTypes.TEXT,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      followUps: {
        type: DataTypes.ARRAY(DataTypes.TEXT),
        allowNull: false,
        defaultValue: sequelize.literal('DEFAULT'),
      },
      proof: DataTypes.TEXT,
    },
    { sequelize, modelName: 'ChatMessage', tableName: 'chat_history', underscored: true, timestamps: false },
  ) as typeof ChatMessage;
}
