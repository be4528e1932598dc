// Every other npm command: node scripts/run.mjs <file of the command> [its arguments]. Plain JavaScript for any Node.
import { nodeIsNewEnough } from './setup/old-node.mjs';

if (nodeIsNewEnough()) {
  // Imported only now: the modules behind it use syntax that an older Node cannot even read.
  import('./setup/hand-over.mjs').then((handOver) => handOver.runCommand(process.argv[2], process.argv.slice(3)));
} else {
  process.exitCode = 1;
}
