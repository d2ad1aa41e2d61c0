import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import { quiet } from '../support/quiet.ts';
import { policy, startSender } from './given.ts';

/** Run as a child by the kill and replica tests: a sender over a database, until it is killed. */
const [url = '', root = '', token = '', rate = '200', leaseMs = '1500'] = process.argv.slice(2);
const store = await openStore(url, { clock: systemClock, logger: quiet });
// Random faults come three in a row now and then; waiting a second for each would only make the test long.
const sending = { ...policy().sending, trouble_after: 50 };
startSender(
  store,
  { root, token },
  { rate: Number(rate), leaseMs: Number(leaseMs), policy: policy({ sending }) },
);
// A bot has a web server that keeps it alive between two looks at the ledger; this one has not.
setInterval(() => undefined, 60_000);
