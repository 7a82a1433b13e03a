import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Questions with a query that a person approved. */
export class VerifiedQuery extends Model<
  InferAttributes<VerifiedQuery>,
  InferCreationAttributes<VerifiedQuery>
> {
  declare id: CreationOptional<number>;
  declare question: string;
  declare tool: string;
  declare query: unknown;
  declare approvedBy: number;
  declare active: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
}

/** `verified_queries` on this connection. */
export function defineVerifiedQuery(sequelize: Sequelize) {
  return class extends VerifiedQuery {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      question: { type: DataTypes.TEXT, allowNull: false },
      tool: { type: DataTypes.TEXT, allowNull: false },
      query: { type: DataTypes.JSONB, allowNull: false },
      approvedBy: { type: DataTypes.INTEGER, allowNull: false },
      active: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'VerifiedQuery',
      tableName: 'verified_queries',
      underscored: true,
      timestamps: false,
    },
  ) as typeof VerifiedQuery;
}
