import { existsSync } from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '..', '..', '.env');

// Adds what stands in .env to the environment. What is set already stays: a shell's word counts more than a file's.
if (existsSync(file)) process.loadEnvFile(file);
