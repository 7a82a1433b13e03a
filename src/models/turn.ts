import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { TurnStatus } from '../shared/chat';

/** Questions being answered or answered: what is true of a turn now. What was said is in chat_history. */
export class Turn extends Model<InferAttributes<Turn>, InferCreationAttributes<Turn>> {
  declare id: string;
  declare conversationId: string;
  declare employeeId: number;
  declare clientMessageId: string;
  declare regeneratesTurnId: CreationOptional<string | null>;
  declare status: CreationOptional<TurnStatus>;
  declare ownerProcess: string;
  declare startedAt: CreationOptional<Date>;
  declare finishedAt: CreationOptional<Date | null>;
  declare leaseUntil: CreationOptional<Date>;
  declare parentTurnId: CreationOptional<string | null>;
  /** Kept by a trigger. */
  declare askedRights: CreationOptional<string | null>;
  declare number: CreationOptional<number | null>;
  declare firstSeq: CreationOptional<number | null>;
  declare eventHashes: CreationOptional<string[] | null>;
  declare proof: CreationOptional<string | null>;
}

/** `turns` on this connection. */
export function defineTurn(sequelize: Sequelize) {
  return class extends Turn {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true },
      conversationId: { type: DataTypes.UUID, allowNull: false },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      clientMessageId: { type: DataTypes.TEXT, allowNull: false },
      regeneratesTurnId: DataTypes.UUID,
      status: { type: DataTypes.TEXT, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      ownerProcess: { type: DataTypes.UUID, allowNull: false },
      startedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      finishedAt: DataTypes.DATE,
      leaseUntil: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      parentTurnId: DataTypes.UUID,
      askedRights: DataTypes.TEXT,
      number: DataTypes.BIGINT,
      firstSeq: DataTypes.INTEGER,
      eventHashes: DataTypes.ARRAY(DataTypes.TEXT),
      proof: DataTypes.TEXT,
    },
    { sequelize, modelName: 'Turn', tableName: 'turns', underscored: true, timestamps: false },
  ) as typeof Turn;
}
