import { linesOf } from './passage';

/** Where a craving came, with whom, what set it off, and what was said about it. */
export type CravingScene = {
  readonly place: string;
  readonly company: string;
  readonly trigger: string;
  readonly note: string;
};

const sceneOf = (line: string): CravingScene => {
  const [place = '', company = '', trigger = '', note = ''] = line.split(' | ');
  return { place, company, trigger, note };
};

/** Cravings about which something was written down: place, company, trigger, note. Each is used once in a year. */
export const notedScenes: readonly CravingScene[] = linesOf(`
bus station | alone | waiting | Out of nowhere, between two buses.
home | alone | alone in the evening | Walked to the weir. Gone by the steps, nearly.
market | strangers | a smell | It was the tune from the café. Of all things.
home | alone | alone in the evening | Rang Dana. She told me about her knee.
the bridge | alone | tired | Held on to the railing and counted the lamps.
bus | strangers | someone from before | Somebody laughed the way he used to laugh.
home | alone | hungry | Hungry, mostly. Ate. Two points off for a sandwich.
home | alone | boredom | Wrote it down instead of doing it.
home | alone | alone in the evening | It asks for a walk. I know where it walks to.
home | alone | bad sleep | Cold water on the wrists. Helped, a bit.
work | people at work | good news | Too many people being pleased with me.
depot car park | alone | payday | Pay went in at noon.
home | alone | alone in the evening | Worse for being on my own with it.
home | alone | tired | I did the breathing and felt silly, and it went.
the bridge | alone | argument | Argument on the step, the shakes, this.
market | strangers | a smell | The smell of that washing powder again.
clinic | Ruth | argument | Told Ruth. Saying the number aloud took it down by one.
home | alone | bad sleep | It was there when I woke, and left during the porridge.
chemist | strangers | argument | Row in the queue at the chemist.
home | alone | bad sleep | Dream, then an hour of wanting.
home | alone | boredom | Boredom with a coat on.
bus | alone | late shift | Eleven at night and nothing open but the one thing.
market | alone | someone from before | Saw Col across the road. He did not see me.
home | alone | bad sleep | Played the sea areas until it passed.
outside the meeting | Frank | tired | Frank talked about gutters until there was no room for it.
stairwell at work | alone | tired | Could not say what it was. Just wanted to be elsewhere.
stairwell at work | alone | argument | Sat with my forehead on the wall.
home | alone | tired | It is always tired underneath.
home | alone | someone from before | Cleared out the drawer and found an old number. Tore it up, small.
bus station | someone from before | someone from before | Somebody offered. I said no thanks, as if it was a crisp.
bus station | strangers | waiting | Twenty minutes by the clock over the ticket office.
market | strangers | payday | Left the shop, left the basket. Went back later for the basket.
work | Wendell | boredom | Did all the verses with Wendell.
home | alone | alone in the evening | Nothing worked, and then it stopped.
home | alone | good news | It was a good day, that was the trouble. Nobody to tell.
home | alone | tired | Read my own list. It was two of them.
home | Mrs. Okafor | alone in the evening | She let me sit in her kitchen and shell peas.
the river | alone | the old street | Took the other bridge.
bus station | Dana | payday | Walked to the kiosk and just stood there with the keys.
`).map(sceneOf);

/** Cravings about which nothing was written; used again and again. */
export const plainScenes: readonly CravingScene[] = linesOf(`
home | alone | alone in the evening
home | alone | alone in the evening
home | alone | tired
home | alone | bad sleep
home | alone | boredom
home | alone | hungry
work | people at work | tired
work | people at work | late shift
stairwell at work | alone | late shift
depot car park | alone | payday
bus | strangers | the old street
bus | alone | tired
bus station | alone | waiting
bus station | strangers | someone from before
market | strangers | a smell
the bridge | alone | argument
the river | alone | boredom
clinic | strangers | waiting
`).map(sceneOf);
