// npm start: install what is missing, build with samples, serve on this machine. Plain JavaScript for any Node.
import { nodeIsNewEnough } from './setup/old-node.mjs';

if (nodeIsNewEnough()) {
  // Imported only now: the modules behind it use syntax that an older Node cannot even read.
  import('./setup/hand-over.mjs').then((handOver) =>
    handOver.handOver('scripts/preview/start-preview.ts', process.argv.slice(2)),
  );
} else {
  process.exitCode = 1;
}
