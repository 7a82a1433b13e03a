import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Prompts as admins have written them. */
export class PromptVersion extends Model<
  InferAttributes<PromptVersion>,
  InferCreationAttributes<PromptVersion>
> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare number: number;
  declare body: string;
  declare sha256: string;
  declare reason: string;
  declare releaseVersion: string;
  declare createdBy: number;
  declare createdAt: CreationOptional<Date>;
}

/** `prompt_versions` on this connection. */
export function definePromptVersion(sequelize: Sequelize) {
  return class extends PromptVersion {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      name: { type: DataTypes.TEXT, allowNull: false },
      number: { type: DataTypes.INTEGER, allowNull: false },
      body: { type: DataTypes.TEXT, allowNull: false },
      sha256: { type: DataTypes.TEXT, allowNull: false },
      reason: { type: DataTypes.TEXT, allowNull: false },
      releaseVersion: { type: DataTypes.TEXT, allowNull: false },
      createdBy: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'PromptVersion',
      tableName: 'prompt_versions',
      underscored: true,
      timestamps: false,
    },
  ) as typeof PromptVersion;
}
