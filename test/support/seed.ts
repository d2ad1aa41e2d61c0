import fc from 'fast-check';

// Property tests draw the same cases on every run: a red build must mean a change, not the luck of the draw.
// To look for new counterexamples, run with another FC_SEED.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261121) });
