/**
 * What `npm start` runs. The only file that is not TypeScript: to read a TypeScript file Node loads a compiler of
 * 15 MB, unless it has the file compiled from an earlier start, and that memory of starts must be on before the first
 * such file is read.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';

// In the system's folder for temporary files, or where NODE_COMPILE_CACHE says; without a place to write it is off.
enableCompileCache();
await import('./main.ts');
// Otherwise written at the end only, and a killed process writes nothing.
flushCompileCache();
