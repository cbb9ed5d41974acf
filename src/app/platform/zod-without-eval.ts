import * as z from 'zod/mini';

// zod probes for eval unless told not to, which a strict content security policy reports. Has to run before any schema.
z.config({ jitless: true });
