import { spawn } from 'node:child_process';

/** Until the first sign of life, and then between two of them, in milliseconds. */
const FIRST_SIGN = 2_000;
const NEXT_SIGN = 10_000;

/** @type {Readonly<Record<string, string>>} */
const WHY = {
  ENOENT: '找不到这个程序',
  EACCES: '没有运行它的权限',
  EAGAIN: '内存或者进程数不够',
  ENOMEM: '内存不够',
  EMFILE: '同时打开的文件太多',
};

/**
 * Runs a command whose output the reader sees, and says every few seconds that it is still going on, so that nothing
 * that takes longer than two seconds looks dead. Signals that stop us stop the command too.
 * @param {string} label Chinese name of the step, for the signs of life; '' for a command that shows progress itself.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 127 where it could not be started.
 */
export function runVisibly(label, command, args, options = {}) {
  return new Promise((resolve) => {
    const began = Date.now();
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const sign = () => {
      console.log(`  …${label}，已用 ${Math.round((Date.now() - began) / 1000)} 秒`);
      timer = setTimeout(sign, NEXT_SIGN);
    };
    if (label) timer = setTimeout(sign, FIRST_SIGN);
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`  ${command} 没能启动：${WHY[String(Reflect.get(error, 'code'))] ?? '系统不让'}。`);
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
