import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { ReviewState } from '../shared/review';

/** Who changed which flag or score when: written once. */
export class ReviewChange extends Model<
  InferAttributes<ReviewChange>,
  InferCreationAttributes<ReviewChange>
> {
  declare id: CreationOptional<number>;
  declare turnId: string;
  declare flagId: CreationOptional<number | null>;
  declare scoreId: CreationOptional<number | null>;
  declare changedBy: CreationOptional<number | null>;
  declare changedAt: CreationOptional<Date>;
  declare before: CreationOptional<ReviewState | null>;
  declare after: ReviewState;
}

/** `review_changes` on this connection. */
export function defineReviewChange(sequelize: Sequelize) {
  return class extends ReviewChange {}.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      turnId: { type: DataTypes.UUID, allowNull: false },
      flagId: DataTypes.INTEGER,
      scoreId: DataTypes.INTEGER,
      changedBy: DataTypes.INTEGER,
      changedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      before: DataTypes.JSONB,
      after: { type: DataTypes.JSONB, allowNull: false },
    },
    {
      sequelize,
      modelName: 'ReviewChange',
      tableName: 'review_changes',
      underscored: true,
      timestamps: false,
    },
  ) as typeof ReviewChange;
}
