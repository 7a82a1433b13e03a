import { createModels } from '../models/models';
