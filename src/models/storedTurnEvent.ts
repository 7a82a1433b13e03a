import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { TurnEvent } from '../shared/chat';

/** Events of a chat in order, without a gap: what a client that was away is sent again. */
export class StoredTurnEvent extends Model<
  InferAttributes<StoredTurnEvent>,
  InferCreationAttributes<StoredTurnEvent>
> {
  declare conversationId: string;
  declare seq: number;
  declare turnId: string;
  declare type: TurnEvent['type'];
  declare payload: TurnEvent;
  declare createdAt: CreationOptional<Date>;
}

/** `turn_events` on this connection. */
export function defineStoredTurnEvent(sequelize: Sequelize) {
  return class extends StoredTurnEvent {}.init(
    {
      conversationId: { type: DataTypes.UUID, primaryKey: true },
      seq: { type: DataTypes.INTEGER, primaryKey: true },
      turnId: { type: DataTypes.UUID, allowNull: false },
      type: { type: DataTypes.TEXT, allowNull: false },
      payload: { type: DataTypes.JSONB, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'StoredTurnEvent',
      tableName: 'turn_events',
      underscored: true,
      timestamps: false,
    },
  ) as typeof StoredTurnEvent;
}
