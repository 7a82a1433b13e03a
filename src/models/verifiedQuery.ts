import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A text in both languages, as it is kept. */
export interface StoredTexts {
  ko: string;
  en: string;
}

/** Questions with a query that a person approved. */
export class VerifiedQuery extends Model<
  InferAttributes<VerifiedQuery>,
  InferCreationAttributes<VerifiedQuery>
> {
  declare id: CreationOptional<number>;
  declare question: string;
  declare query: unknown;
  declare approvedBy: number;
  declare createdAt: CreationOptional<Date>;
  declare kind: 'figures';
  declare reading: unknown;
  declare turnId: CreationOptional<string | null>;
  declare brokenReason: CreationOptional<StoredTexts | null>;
  declare checkedAt: CreationOptional<Date>;
}

/** `verified_queries` on this connection. */
export function defineVerifiedQuery(sequelize: Sequelize) {
  return class extends VerifiedQuery {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      question: { type: DataTypes.TEXT, allowNull: false },
      query: { type: DataTypes.JSONB, allowNull: false },
      approvedBy: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      kind: { type: DataTypes.TEXT, allowNull: false },
      reading: { type: DataTypes.JSONB, allowNull: false },
      turnId: DataTypes.UUID,
      brokenReason: DataTypes.JSONB,
      checkedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
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
