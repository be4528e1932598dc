import { spawnSync } from 'node:child_process';
import { canUseApt, installPackages } from './debian-packages.mjs';
import { findProgram, isProgram } from './find-program.mjs';

/** Chromium without a window: the same pages, drawn the same way, opened in half the time. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where the browser stands on systems that do not put it on PATH. */
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium or Chrome to test with: CHROME_PATH where it is set (and nothing else then), else the first on PATH.
 * @returns {string | undefined}
 */
export function findChromium() {
  const wished = process.env.CHROME_PATH;
  if (wished) return isProgram(wished) ? wished : undefined;
  return findProgram(NAMES, USUAL_PLACES);
}

/**
 * The browser's path, installing one first where that is possible.
 * @returns {Promise<string | undefined>} undefined: none to be had; the reader has been told how to get one.
 */
export async function ensureChromium() {
  if (process.env.CHROME_PATH) {
    const wished = findChromium();
    if (!wished)
      console.error(
        `CHROME_PATH 指向 ${process.env.CHROME_PATH}，那里没有可以运行的浏览器。请改正它，或者去掉它再试。`,
      );
    return wished;
  }
  if (canUseApt() && !findProgram([SHELL])) {
    console.log('■ 正在用 apt 安装测试用的 Chromium（只有这一次，大约一分钟）');
    // Older releases of Debian have only the whole browser.
    (await installPackages('安装 Chromium', [SHELL])) ||
      findChromium() ||
      (await installPackages('安装 Chromium', ['chromium']));
  }
  const found = findChromium();
  if (found) return found;
  console.error(`
没有找到 Chromium 或 Chrome，网页测试要用它。请装一个，再运行一次 npm test：
  Debian、Ubuntu：sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk
  Fedora：        sudo dnf install chromium
  macOS、Windows：安装 Google Chrome
已经装了但没找到的，用 CHROME_PATH 说明它在哪里：
  CHROME_PATH=/路径/chromium npm test
`);
  return undefined;
}

/** True where the system has a font for Chinese; without fontconfig (macOS, Windows) it always has. */
function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  return listed.error ? process.platform !== 'linux' : listed.stdout.trim() !== '';
}

/** Layout and screenshots mean nothing with boxes for characters: installs a Chinese font, or warns. */
export async function ensureChineseFont() {
  if (hasChineseFont()) return;
  if (canUseApt()) {
    console.log('■ 没有中文字体，正在用 apt 安装 fonts-noto-cjk（只有这一次）');
    await installPackages('安装中文字体', ['fontconfig', 'fonts-noto-cjk']);
  }
  if (!hasChineseFont())
    console.warn('注意：这台电脑没有中文字体，网页测试和截图里的汉字会是方框。请安装 fonts-noto-cjk。');
}
