import type { Random } from './random';
import { nameParts, slots } from './words';

type Slot = keyof typeof slots | 'name';

const templates = `
{weather}, and I went {place} all the same.
{weather}. I did not mind it as much as I had thought.
{person} asked how I was and I said {state}, which was nearly true.
I {habit} {time}, and it took the edge off.
Craving {degree}, no, less than that; it came with {trigger} and went {time}.
There was a {creature} {place}, and we looked at each other.
{person} has bought {thing} and will talk of nothing else.
We talked about {topic} for {number} minutes and I forgot to look at the clock.
Supper was {food}, and it was better than it looked.
I had meant to make {food} and it turned into {food}.
Found {thing} {place}, with a label tied to it that said {name}.
A letter came for somebody called {name}, and I took it down to Mr. Petrov.
The bus went by way of {name}, because of the road works.
{person} once lived in {name} and says that it is all {quality} people and no trees.
I dreamt of {thing}, {number} of them, in a row.
Slept {degree} hours in two halves, with {topic} in between.
I felt {state} {time} and {state} by the evening, and nothing had happened to account for it.
{person} said that it was a {quality} thing to say, and I think that was meant well.
What I noticed today: a {quality} light {place}.
It was {trigger} again, and this time I knew it by its hat.
I {habit}, then I {habit}, and then it was late enough for bed.
Nobody tells you that {topic} can be so {quality}.
The {creature} has not been seen {place} for {number} days and there is talk.
I wrote "{topic}" on my hand so as to ask {person} about it, and then washed up.
{person} gave me {thing} for nothing, on the grounds that it was {quality}.
Somebody {place} was playing a bassoon, very badly, with {quality} pauses.
At the meeting a woman from {name} spoke about {topic} and everyone sat up.
I rang {person}, engaged, and rang {person} instead, and was glad.
My mother wants {thing} for her birthday and says I am not to.
Maya has drawn {thing} and a {creature}, and says that they are married.
Maya asked if a {creature} can be {state}. I said I did not see why not.
Maya wanted to know who lives in {name}, and I made up {number} of them.
We had {food} on the wall {place}, out of the paper.
It is {number} weeks since the business with {thing}, and nobody mentions it.
I was early, and sat {place}, and it did me good.
I was late, and {person} was later.
Work was all {topic} today, as {person} had been reading.
{number} pallets for {name}, and not one of them straight.
Read {number} pages about {topic} and understood the last one.
There is a word for it, and {person} knew the word, and would not say.
It has a {quality} sound, {name}, like something being put down.
I have been thinking about {topic}, and about what {person} said {time}.
The plan for {trigger} is short: {place}, then {food}, then bed.
Today it was {trigger}, and I {habit}, and it passed like a lorry.
I kept still until it was over, {number} minutes by the clock {place}.
I said no {time}, out loud, to nobody, and a {creature} took off.
The whole street smelled of {food}.
{person} is learning about {topic} and needs a person to practise on.
Somebody has left {thing} {place}, and everyone steps round it.
I do not know what I think about {topic}. I used to know.
Paid {number} of them back today, and ruled the line through the name of {name}.
I looked up {name} in the atlas, and it is real, and it is by the sea.
The {creature} came as far as the sill, very {state}, and was given {food}.
There were {number} of us {place}, all {state}, all pretending to read.
{weather}; {person} said so, {time}, with real feeling.
I am {state}. I am putting it down as it is.
If I had to say what changed I would say {topic}, and {food}, and going to bed.
In the window of the shop in {name} there is {thing}, not for sale.
My hands were {state} {time}. I do not know how else to say it.
It turned out to be a {quality} day after all, in the middle.
`
  .trim()
  .split('\n');

type Part = string | { readonly slot: Slot };

const isSlot = (name: string): name is Slot => name === 'name' || Object.hasOwn(slots, name);

const compiled: readonly (readonly Part[])[] = templates.map((template) =>
  template.split(/[{}]/).map((part, index) => (index % 2 === 1 && isSlot(part) ? { slot: part } : part)),
);

const nameOf = (random: Random): string => random.pick(nameParts.beginnings) + random.pick(nameParts.endings);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const fill = (parts: readonly Part[], random: Random): string => {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else text += part.slot === 'name' ? nameOf(random) : random.pick<string>(slots[part.slot]);
  }
  return capital(text);
};

/** A sentence of the larger journals; some hundred million different ones. */
export const sentenceOf = (random: Random): string => fill(random.pick(compiled), random);

const titles: readonly ((random: Random) => string)[] = [
  (random) => capital(random.pick(slots.topic)),
  (random) => capital(random.pick(slots.thing)),
  (random) => capital(random.pick(slots.food)),
  (random) => capital(random.pick(slots.place)),
  (random) => `${capital(random.pick(slots.state))}, and ${random.pick(slots.state)}`,
  (random) => `A ${random.pick(slots.creature)} ${random.pick(slots.place)}`,
  (random) => `The road to ${nameOf(random)}`,
  (random) => `What ${random.pick(slots.person)} said about ${random.pick(slots.topic)}`,
  (random) => capital(random.pick(slots.trigger)),
  (random) => random.pick(slots.weather),
];

/** A title of the larger journals. */
export const titleOf = (random: Random): string => random.pick(titles)(random);

/** One item of a list of the larger journals. */
export const itemOf = (random: Random): string =>
  random.chance(0.5) ? `${random.pick(slots.thing)} for ${random.pick(slots.person)}` : random.pick(slots.habit);
