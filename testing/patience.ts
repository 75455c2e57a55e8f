import { vi } from 'vitest';

/** How long a test waits for a state that does come: it costs a slow machine nothing but the wait, and a quick one nothing. */
const PATIENCE = { timeout: 15_000 };

// Without a word of its own it gives up after a second, and there is no setting for that as there is for `expect.poll`.
const { waitFor } = vi;
vi.waitFor = (look, options = {}) => waitFor(look, typeof options === 'number' ? options : { ...PATIENCE, ...options });
