export { backoff, type Pause, realPause } from '../operations/pause.ts';
