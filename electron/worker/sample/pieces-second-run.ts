import type { Piece } from './passage';

/** The rest of the second run. */
export const piecesSecondRun: readonly Piece[] = [
  {
    on: 105,
    weekday: 6,
    mood: 4,
    tags: ['maya'],
    feelings: ['grateful', 'calm'],
    title: 'Place cards',
    text: `
Kit's kitchen table, as agreed. Maya had made place cards. Mine said WALRUS.

She did not ask about being poorly. She told me about a girl in her class whose rabbit died and came back as a different
rabbit. She told it in front of both of us with great tact, watching our faces.

I had brought satsumas. We ate all of them, and she built the peel back into an orange with nothing in it, and said that
is how you would fool a giant.`,
  },
  {
    on: 110,
    mood: 4,
    tags: ['meeting'],
    feelings: ['connected'],
    title: 'Gutters',
    text: `
Frank has had the gutters done. He stood up to tell us. He said that for a year he has been frightened of water coming in,
and that last night it rained and he lay there listening to it go where it was meant to go. Then he cried, and so did Ines,
and Dana looked at the ceiling, which leaks.

I washed up after. Lou dried. He had his coat undone.`,
  },
  {
    on: 113,
    time: '17:50',
    mood: 4,
    tags: ['river'],
    feelings: ['calm', 'content'],
    title: 'Harold, who liked it here',
    text: `
Off today. Twenty minutes outside turned into two hours. I sat on Harold's bench (the plaque says _Harold, who liked it
here_) and watched the heron fish under the weir. It stands there so long that you stop believing in it. Then it has got
one, and you have not seen anything happen.

I thought: I have never in my life waited for something without making it everybody's business.`,
  },
  {
    on: 116,
    mood: 4,
    tags: ['family'],
    feelings: ['connected', 'content'],
    title: "My mother's ears",
    text: `
My mother has new hearing aids and has found out that the fridge hums, the clock ticks and I mumble. "Have you always?" she
said. I said I thought so. "And I've been agreeing with you all these years."

She asked about the tablets, straight out, for the first time. I explained. She wrote the name down in the margin of the
crossword, to look up the spelling, and I saw her count the squares.`,
  },
  {
    on: 127,
    mood: 3,
    tags: [],
    feelings: ['calm'],
    title: 'Nine days',
    text: `
Nine days without a word in here. Nothing happened. I kept meaning to, and then I was asleep. I thought I would have to
explain it, but it seems the page just opens and it is today.

For the record, then, since nobody has asked: went to work, had a cold, gave it to Wendell. Two meetings. Saw Maya. Ate
badly on three days and well on the others.

Lamp lit.`,
  },
  {
    on: 131,
    mood: 5,
    tags: ['cooking', 'home'],
    feelings: ['proud', 'content'],
    title: 'Rice',
    text: `
Mrs. Okafor has decided that I will learn jollof. She stood behind me with her arms folded. "Do not stir it. Why are you
stirring it? Is it crying?" The bottom should catch a little, she says. That part is the best part and it is for the cook.
"Nobody will tell you this in a book."

It caught rather more than a little. She scraped the pan herself, tasted, thought about it. "It is rice," she said. I have
had school reports that meant less to me.`,
  },
  {
    on: 138,
    mood: 4,
    tags: ['pool'],
    feelings: ['content', 'tired'],
    title: 'The slow lane',
    text: `
The pool lets you in for almost nothing before eight. There are three lanes with signs: fast, medium, slow. In the slow one
there is me, and two women in flowered caps who swim side by side, talking, and overtake me without getting their hair wet.

Twelve lengths. My arms have opinions. But there is a moment in the turn when you are all the way under, and it is just
blue, and nobody can ring you. And then you come up again. That is the part I like best, that you come up.`,
  },
  {
    on: 145,
    mood: 5,
    tags: ['maya', 'family'],
    feelings: ['proud', 'connected'],
    title: 'Eight',
    text: `
Maya is eight. There was a piñata in the shape of, she says, a cuttlefish; I would have said a handbag. Kit let me bring
the cake, and I made it, twice. The first one is still in its tin because it will not leave.

She hit the cuttlefish with a rolling pin, eleven times, in silence, like somebody doing a job. When it burst she stood
back and let the others get the sweets. "I just wanted to see how it was built," she told me.

I was there the whole afternoon and I remember all of it. That is the present I got.`,
  },
  {
    on: 151,
    mood: 4,
    tags: ['car', 'money'],
    feelings: ['proud'],
    title: 'The car',
    text: `
I have bought a car. Wendell's cousin was selling it; it is fourteen years old and the passenger window stays where it is.
It smells of somebody's dog. I paid for it with money that I had, out of an account that had it in, and when he asked if I
wanted to haggle I said no, I wanted a receipt.

Drove round the ring road twice with the heater on, because I could.`,
  },
  {
    on: 157,
    time: '17:20',
    mood: 3,
    tags: ['work'],
    feelings: ['sad', 'calm'],
    title: 'Marek',
    text: `
There is a new lad on the bay, Marek, nineteen, strong as a door. He goes out to his van at every break and comes back
slow. It is none of my business. I know exactly how long it takes him, and I know what his hands will do when he comes
back in.

I have not said anything. I left my flask on his pallet at the second break with the cup on top. He drank it. That is all
I have got at the moment: tea, and being in the same place every day.`,
  },
  {
    on: 163,
    mood: 4,
    tags: ['home'],
    feelings: ['proud', 'content'],
    title: 'Sums',
    text: `
I worked it out at the kitchen table. This run, eighty-three days. All of them together, a hundred and fifty-nine. Days
since I first sat down on that plastic chair, a hundred and sixty-four.

A hundred and fifty-nine of a hundred and sixty-four. If it were a school mark I would have it framed. As it is I made an
omelette.`,
  },
  {
    on: 169,
    mood: 2,
    tags: ['sister', 'family'],
    feelings: ['anxious', 'guilty'],
    title: 'Her number',
    text: `
My mother left Zoë's new number on the pad by the phone, turned towards my chair, and went to put the bins out for quite a
long time.

I copied it on to a bit of card. I have not got anything to say to it yet. It is behind the picture with the crown.`,
  },
  {
    on: 174,
    time: '23:50',
    mood: 2,
    tags: ['work', 'night'],
    feelings: ['angry', 'tired'],
    title: 'Two of them',
    text: `
I am tired of being good at things. I am tired of soup. Everyone is so pleased with me that there is nowhere to put the
rest.

Lates all week, covering for two people. Not hungry, or not cooking, one of those. I went past the kiosk and looked at my
list on its wall, and Dana saw me look, and I said I had only come about a key.`,
  },
];
