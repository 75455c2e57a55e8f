import { expect, test } from 'vitest';
import { htmlText } from './html-text.ts';

test.each([
  ['<p>One</p><p>Two<br>Three</p>', 'One\n\nTwo\nThree'],
  ['<div>One</div><div>Two</div>', 'One\n\nTwo'],
  ['a\r\n  b&nbsp;c &#8211; &euro;5 &unknown; &amp;lt;', 'a b c – €5 &unknown; &lt;'],
  ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n\n3'],
  ['<ul><li>One<li>Two</ul>', '- One\n- Two'],
  ['See <a href="https://x.example">the page</a> <img alt="logo" src=x>', 'See the page logo'],
  ['<style>p{}</style>A<script>if (a<b) c()</script>B<!-- <p>no</p> -->C', 'A BC'],
  ['3 < 4 and 5 > 4 <3', '3 < 4 and 5 > 4 <3'],
  ['<a title="5 > 4">x</a>', 'x'],
  ['A<script>B', 'A B'],
  ['<p>unclosed <b', 'unclosed'],
  ['', ''],
])('%j reads %j', (html, text) => expect(htmlText(html)).toBe(text));

test.each([['<'], ['<a ">'], ['<style>'], ['<!--'], ['&#x26;'], ['<div>'], ['<svg></svg'], ['"<a>']])(
  'A megabyte of %s is read before anybody waits for it',
  (piece) => {
    const before = process.cpuUsage().user;
    htmlText(piece.repeat(1_000_000 / piece.length));
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(3000);
  },
);
