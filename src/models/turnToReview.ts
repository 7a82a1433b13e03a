import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Turns whose flags have not been looked for yet. */
export class TurnToReview extends Model<
  InferAttributes<TurnToReview>,
  InferCreationAttributes<TurnToReview>
> {
  declare turnId: string;
  declare dueAt: CreationOptional<Date>;
  declare tries: CreationOptional<number>;
}

/** `turns_to_review` on this connection. */
export function defineTurnToReview(sequelize: Sequelize) {
  return class extends TurnToReview {}.init(
    {
      turnId: { type: DataTypes.UUID, primaryKey: true },
      dueAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      tries: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'TurnToReview',
      tableName: 'turns_to_review',
      underscored: true,
      timestamps: false,
    },
  ) as typeof TurnToReview;
}
