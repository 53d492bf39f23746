import { defineConfig } from 'vitest/config';

// A document that is no browser's: what needs a layout or paint is tried in Chromium, by tests/EndToEnd.Tests.
export default defineConfig({ test: { environment: 'happy-dom', include: ['tests/*.test.ts'] } });
