import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Which version of a prompt was put in force when. */
export class PromptActivation extends Model<
  InferAttributes<PromptActivation>,
  InferCreationAttributes<PromptActivation>
> {
  declare id: CreationOptional<number>;
  declare name: string;
  /** Null: that of the release. */
  declare versionId: CreationOptional<number | null>;
  declare activatedBy: number;
  declare activatedAt: CreationOptional<Date>;
}

/** `prompt_activations` on this connection. */
export function definePromptActivation(sequelize: Sequelize) {
  return class extends PromptActivation {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      name: { type: DataTypes.TEXT, allowNull: false },
      versionId: DataTypes.INTEGER,
      activatedBy: { type: DataTypes.INTEGER, allowNull: false },
      activatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'PromptActivation',
      tableName: 'prompt_activations',
      underscored: true,
      timestamps: false,
    },
  ) as typeof PromptActivation;
}
