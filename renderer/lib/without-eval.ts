import { z } from 'zod';

// zod compiles its parsers with `new Function` where it may; the Content-Security-Policy forbids that and would report
// the attempt. Imported by main.tsx before any schema is made.
z.config({ jitless: true });
