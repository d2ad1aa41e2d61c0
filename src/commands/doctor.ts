import { readConfig } from '../config/read.ts';
import { secretsOf } from '../config/secrets-of.ts';
import { root } from '../core.ts';
import { examineDatabase } from '../doctor/database.ts';
import { type Finding, fault, ok } from '../doctor/finding.ts';
import { examineContent, examineDisk } from '../doctor/machine.ts';
import { examineTelegram } from '../doctor/telegram.ts';
import { systemClock } from '../operations/clock.ts';
import { scrubSecrets } from '../privacy/secrets.ts';

/** `npm run doctor`: looks at everything a running bot needs and says what is wrong and how to mend it. Exit code 1 on any fault. */
const read = readConfig(process.env);
const findings: Finding[] = read.ok
  ? [ok('the configuration is sound')]
  : read.faults.map((what) => fault(what, 'set the variable as the line says; the README lists them all'));
findings.push(...examineContent(root));
if (read.ok) {
  const { config } = read;
  findings.push(
    ...examineDisk(config.database),
    ...(await examineDatabase(config.database, systemClock)),
    ...(await examineTelegram(config.telegram, config.staffChatId, systemClock.now())),
  );
}

const signs = { ok: 'ok   ', note: 'note ', fault: 'FAULT' } as const;
const secrets = read.ok ? secretsOf(read.config) : [];
for (const { level, what, mend } of findings) {
  const lines =
    mend === undefined ? [`${signs[level]} ${what}`] : [`${signs[level]} ${what}`, `      → ${mend}`];
  for (const line of lines) process.stdout.write(`${scrubSecrets(line, secrets)}\n`);
}
const faults = findings.filter(({ level }) => level === 'fault').length;
process.stdout.write(faults === 0 ? 'nothing to mend\n' : `${faults} to mend\n`);
process.exitCode = faults === 0 ? 0 : 1;
