import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { liveTitles } from '#site/pages/live-titles.ts';

const cut = (title: string) => (title === '样例标题很长' ? ['样例', '标题', '很长'] : [title]);

/** What a reader gets from a server that answers so, behind the cutting of titles. */
async function answered(answer: (response: ServerResponse) => void, asked = () => cut): Promise<string> {
  const server = createServer((request, response) => liveTitles(asked)(request, response, () => answer(response)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await response.text();
  } finally {
    server.close();
  }
}

const PAGE = '<h1>样例标题很长</h1><p>样例标题很长</p>';
const CUT = '<h1>样例<wbr>标题<wbr>很长</h1><p>样例标题很长</p>';

describe('the titles of the live preview', () => {
  it('are cut between words in a page, however it comes', async () => {
    expect(
      await answered((response) => {
        response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': Buffer.byteLength(PAGE) });
        const bytes = Buffer.from(PAGE);
        // In the middle of a character.
        response.write(bytes.subarray(0, 5));
        response.write(bytes.subarray(5));
        response.end();
      }),
    ).toBe(CUT);
    expect(
      await answered((response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(PAGE);
      }),
    ).toBe(CUT);
  });

  it('are left as they are while the content cannot be read: the page that says so still comes', async () => {
    const page = (response: ServerResponse) => {
      response.setHeader('content-type', 'text/html');
      response.end(PAGE);
    };
    const unreadable = () => {
      throw new Error('内容有1处错误');
    };
    expect(await answered(page, unreadable)).toBe(PAGE);
  });

  it('leave everything else as it comes', async () => {
    expect(
      await answered((response) => {
        response.writeHead(200, { 'content-type': 'text/css' });
        response.write(PAGE);
        response.end('/**/');
      }),
    ).toBe(`${PAGE}/**/`);
  });
});
