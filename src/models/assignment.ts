import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Which employee looks after which customer, and when. Today decides what a rep may see. */
export class Assignment extends Model<InferAttributes<Assignment>, InferCreationAttributes<Assignment>> {
  declare id: CreationOptional<number>;
  declare employeeId: number;
  declare customerId: number;
  declare validFrom: string;
  declare validTo: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare importBatchId: CreationOptional<string | null>;
}

/** `assignment_map` on this connection. */
export function defineAssignment(sequelize: Sequelize) {
  return class extends Assignment {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      employeeId: { type: DataTypes.INTEGER, allowNull: false },
      customerId: { type: DataTypes.INTEGER, allowNull: false },
      validFrom: { type: DataTypes.DATEONLY, allowNull: false },
      validTo: DataTypes.DATEONLY,
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      importBatchId: DataTypes.UUID,
    },
    { sequelize, modelName: 'Assignment', tableName: 'assignment_map', underscored: true, timestamps: false },
  ) as typeof Assignment;
}
