import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What was said up to and with a turn on its branch, in short: what a model is told of the older part of a long chat. */
export class TurnSummary extends Model<InferAttributes<TurnSummary>, InferCreationAttributes<TurnSummary>> {
  declare turnId: string;
  declare kind: 'model' | 'mechanical';
  declare text: string;
  declare tokens: number;
  declare turns: number;
  declare documentIds: string[];
  declare rights: CreationOptional<string | null>;
  declare model: CreationOptional<string | null>;
  declare prompt: CreationOptional<string | null>;
  declare failure: CreationOptional<string | null>;
  declare inputTokens: CreationOptional<number>;
  declare outputTokens: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
}

/** `turn_summaries` on this connection. */
export function defineTurnSummary(sequelize: Sequelize) {
  return class extends TurnSummary {}.init(
    {
      turnId: { type: DataTypes.UUID, primaryKey: true },
      kind: { type: DataTypes.TEXT, allowNull: false },
      text: { type: DataTypes.TEXT, allowNull: false },
      tokens: { type: DataTypes.INTEGER, allowNull: false },
      turns: { type: DataTypes.INTEGER, allowNull: false },
      documentIds: { type: DataTypes.ARRAY(DataTypes.UUID), allowNull: false },
      rights: DataTypes.TEXT,
      model: DataTypes.TEXT,
      prompt: DataTypes.TEXT,
      failure: DataTypes.TEXT,
      inputTokens: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      outputTokens: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    {
      sequelize,
      modelName: 'TurnSummary',
      tableName: 'turn_summaries',
      underscored: true,
      timestamps: false,
    },
  ) as typeof TurnSummary;
}
