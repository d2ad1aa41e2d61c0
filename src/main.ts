import { startApp } from './app.ts';
import { readConfig } from './config/read.ts';

/** Starts the product from the environment. What is wrong is said in plain lines, never as a stack trace. */
const read = readConfig(process.env);
if (!read.ok) {
  for (const fault of read.faults) process.stderr.write(`${fault}\n`);
  process.exit(2);
}

try {
  const { address, channels } = await startApp(read.config);
  process.stdout.write(`Bağdar: ${address}\nchannels: ${channels.join(', ')}\n`);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'PORT: the port is taken by another program; set PORT to a free one';
  if (code === 'EACCES') return 'PORT: this port needs administrator rights; set PORT to one above 1023';
  return error.message;
}
