import {
  DataTypes,
  Model,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Products a contact was about. */
export class InteractionProduct extends Model<
  InferAttributes<InteractionProduct>,
  InferCreationAttributes<InteractionProduct>
> {
  declare interactionId: number;
  declare productId: number;
}

/** `interaction_products` on this connection. */
export function defineInteractionProduct(sequelize: Sequelize) {
  return class extends InteractionProduct {}.init(
    {
      interactionId: { type: DataTypes.BIGINT, primaryKey: true },
      productId: { type: DataTypes.INTEGER, primaryKey: true },
    },
    {
      sequelize,
      modelName: 'InteractionProduct',
      tableName: 'interaction_products',
      underscored: true,
      timestamps: false,
    },
  ) as typeof InteractionProduct;
}
