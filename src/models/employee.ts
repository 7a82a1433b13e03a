import {
  DataTypes,
  Model,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import type { Permission, Role } from '../shared/people';

/** People who use the product. Never deleted, only deactivated: records point to them. */
export class Employee extends Model<InferAttributes<Employee>, InferCreationAttributes<Employee>> {
  declare id: CreationOptional<number>;
  declare employeeNo: string;
  declare name: string;
  declare email: string;
  declare passwordHash: CreationOptional<string | null>;
  declare role: Role;
  declare team: CreationOptional<string | null>;
  declare extraPermissions: CreationOptional<Permission[]>;
  declare active: CreationOptional<boolean>;
  declare tokenVersion: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
  declare importBatchId: CreationOptional<string | null>;
}

/** `employees` on this connection. */
export function defineEmployee(sequelize: Sequelize) {
  return class extends Employee {}.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      employeeNo: { type: DataTypes.TEXT, allowNull: false },
      name: { type: DataTypes.TEXT, allowNull: false },
      email: { type: DataTypes.TEXT, allowNull: false },
      passwordHash: DataTypes.TEXT,
      role: { type: DataTypes.TEXT, allowNull: false },
      team: DataTypes.TEXT,
      extraPermissions: {
        type: DataTypes.ARRAY(DataTypes.TEXT),
        allowNull: false,
        defaultValue: sequelize.literal('DEFAULT'),
      },
      active: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      tokenVersion: { type: DataTypes.INTEGER, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      updatedAt: { type: DataTypes.DATE, allowNull: false, defaultValue: sequelize.literal('DEFAULT') },
      importBatchId: DataTypes.UUID,
    },
    { sequelize, modelName: 'Employee', tableName: 'employees', underscored: true, timestamps: true },
  ) as typeof Employee;
}
