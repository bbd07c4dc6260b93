/**
 * The tests that mutation testing runs: those which say the rules of one folder. Fuzzing and the
 * oracle stay out; they would take most of the time to find what the rules must find.
 */
import { defineConfig } from 'vitest/config';

const folder = process.env['MUTATION_FOLDER'];

export default defineConfig({
  test: {
    include: [`tests/${folder}/**/*.test.ts`],
    exclude: ['tests/verdict/sweep.test.ts'],
    testTimeout: 30_000,
  },
});
