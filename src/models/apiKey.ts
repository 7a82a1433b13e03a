import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { ApiKeyScope } from '../shared/apiKeys';

/** Keys by which programs act for a person. */
export class ApiKey extends Model<InferAttributes<ApiKey>, InferCreationAttributes<ApiKey>> {
  declare id: CreationOptional<string>;
  declare employeeId: number;
  declare name: string;
  declare keyHash: string;
  declare scopes: ApiKeyScope[];
  declare createdAt: CreationOptional<Date>;
  declare expiresAt: Date;
  declare lastUsedAt: CreationOptional<Date | null>;
}

/** `api_keys` on this connection. */
export function defineApiKey(sequelize: Sequelize) {
  return class extends ApiKey {}.init(
    {
      id: { type: DataTypes.UUID, primaryKey: true, defaultValue: sequelize.literal('DEFAULT') },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      keyHash: { type: DataTypes.TEXT, allowNull: false },
      scopes: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      expiresAt: { type: DataTypes.DATE, allowNull: false },
      lastUsedAt: DataTypes.DATE,
    },
    { sequelize, modelName: 'ApiKey', tableName: 'api_keys', underscored: true, timestamps: false },
  ) as typeof ApiKey;
}
