import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Words admins want kept whole by the search. */
export class SearchWord extends Model<InferAttributes<SearchWord>, InferCreationAttributes<SearchWord>> {
  declare id: CreationOptional<number>;
  declare word: string;
  declare createdBy: CreationOptional<number | null>;
  declare createdAt: CreationOptional<Date>;
}

/** `search_words` on this connection. */
export function defineSearchWord(sequelize: Sequelize) {
  return class extends SearchWord {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      word: { type: DataTypes.TEXT, allowNull: false },
      createdBy: DataTypes.INTEGER,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
    },
    { sequelize, modelName: 'SearchWord', tableName: 'search_words', underscored: true, timestamps: false },
  ) as typeof SearchWord;
}
