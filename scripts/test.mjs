// npm test: install what is missing, then lint, types and all tests. Plain JavaScript for any Node.
import { nodeIsNewEnough } from './setup/old-node.mjs';

if (nodeIsNewEnough()) {
  // Imported only now: the modules behind it use syntax that an older Node cannot even read.
  import('./setup/hand-over.mjs').then((handOver) =>
    handOver.handOver('scripts/testing/run-tests.ts', process.argv.slice(2)),
  );
} else {
  process.exitCode = 1;
}
