/**
 * The oldest Node that can start us. Written in the plainest JavaScript, because it must still parse on a Node
 * that is too old, and say so in words instead of a syntax error.
 */
var OLDEST = 20;

/** True, or false after having told the reader (in Chinese) which Node is needed. */
export function nodeIsNewEnough() {
  var version = process.versions.node;
  if (Number(version.split('.')[0]) >= OLDEST) return true;
  console.error('');
  console.error(`这台电脑上的 Node.js 是 ${version}，太旧了：需要 ${OLDEST} 或更新的版本。`);
  console.error('请到 https://nodejs.org 下载标着 LTS 的版本装好，关掉这个窗口重新打开，再运行一次刚才的命令。');
  return false;
}
