/** What real pages carry besides their words: icon sprites, region lists, state blobs and style leftovers, drawn by a seed. */

type Roll = (below: number) => number;

const places =
  `东川,西渡,南浔口,北埠,云桥,石湾,柳林,白塔,青山,沙洲,龙泉口,五里,三合,大坪,新集,老街,竹园,梅岭,双河,平安里,桃源,金坪,花桥,长滩`.split(
    ',',
  );
const words = `col,row,card,btn,nav,item,list,swiper,badge,icon,modal,title,more,grid,tabs,panel,banner,thumb,aside,meta`.split(',');

function seedRoll(seed: string): Roll {
  let state = 40503;
  for (const char of seed) state = (Math.imul(state, 33) + (char.codePointAt(0) ?? 0)) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function drawSprite(roll: Roll): string {
  const icons = Array.from({ length: 9 + roll(8) }, (_, at) => {
    const path = Array.from({ length: 14 + roll(14) }, () => `${'lqhvc'[roll(2)] === 'l' ? 'l' : 'L'}${roll(48)}.${roll(9)} ${roll(48)}`);
    return `<symbol id="i-${words[at % words.length]}${at}" viewBox="0 0 48 48"><path d="M${roll(48)} ${roll(48)}${path.join('')}z"/></symbol>`;
  });
  return `<svg style="position:absolute;width:0;height:0" aria-hidden="true">${icons.join('\n')}</svg>`;
}

function listRegions(roll: Roll): string {
  const regions = Array.from({ length: 30 + roll(30) }, (_, at) => {
    const name = `${places[roll(places.length)]}${'市区县镇'[roll(4)]}`;
    return `{"c":"${90 + (at % 9)}${1000 + roll(8999)}","n":"${name}","p":${roll(30)}}`;
  });
  return `<script type="application/json" id="regions">[${regions.join(',')}]</script>`;
}

function leaveStyles(roll: Roll): string {
  const rules = Array.from({ length: 40 + roll(50) }, () => {
    const name = `${words[roll(words.length)]}-${words[roll(words.length)]}${roll(9)}`;
    return `.${name}{margin:${roll(30)}px ${roll(30)}px;line-height:1.${roll(9)};opacity:.${1 + roll(8)}}`;
  });
  return `<style data-chunk="${roll(9999)}">${rules.join('')}</style>`;
}

function listNeighbours(roll: Roll): string {
  const links = Array.from({ length: 24 + roll(36) }, (_, at) => `<a href="/area/${at}/">${places[roll(places.length)]}站</a>`);
  return `<div class="area-links" style="font-size:12px;line-height:2"><span>地区:</span>${links.join(' | ')}</div>`;
}

function keepState(roll: Roll): string {
  const parts = Array.from(
    { length: 24 + roll(40) },
    (_, at) => `"${words[roll(words.length)]}_${at}":{"v":${roll(99999)},"h":"${roll(1e9).toString(36)}","on":${roll(2) === 1}}`,
  );
  return `<script>window.__ST=${`{${parts.join(',')}}`};</script>`;
}

/** Two or three kinds of leftovers for one page; the same seed always carries the same. */
export function packBaggage(seed: string, chinese: boolean): string {
  const roll = seedRoll(seed);
  const kinds = [drawSprite, leaveStyles, keepState, ...(chinese ? [listRegions, listNeighbours] : [])];
  const first = roll(kinds.length);
  const count = 2 + roll(2);
  const chosen = Array.from({ length: count }, (_, at) => kinds[(first + at) % kinds.length]);
  return chosen.map((make) => make?.(roll) ?? '').join('\n');
}
