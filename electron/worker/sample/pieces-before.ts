import type { Piece } from './passage';

/** The weeks before the first run. */
export const piecesBefore: readonly Piece[] = [
  {
    on: -45,
    time: '16:10',
    mood: 2,
    tags: ['family'],
    feelings: ['tired', 'ashamed'],
    title: 'First page',
    text: `
The nurse at the walk-in asked whether I ever write things down. I said shopping lists. She said that would do for a
start.

So. Bread. Washing powder. A new life, if they have one in my size.

I am typing this at my mother's kitchen table because my own has no chair. She thinks I am looking for work. In a way I
am. She put a plate of toast next to the keyboard without asking and went out again, and I sat there and could not
remember the last time I had eaten something while it was still warm.`,
  },
  {
    on: -38,
    time: '13:25',
    mood: 2,
    tags: ['clinic'],
    feelings: ['numb'],
    title: 'The list',
    text: `
Put on the waiting list today. The woman on the phone gave me a number and said to ring if anything changed. I wanted to
ask her what she thought might change by itself. I said thank you.

Four to six weeks. People talk about waiting as if it were doing nothing. I have never been so busy in my life, or had
less to show for it.`,
  },
  {
    on: -31,
    time: '03:20',
    mood: 1,
    tags: ['night', 'maya'],
    feelings: ['ashamed', 'lonely'],
    title: 'Honest',
    text: `
It is twenty past three. I said I would write the truth in here or not at all, so: I used today, and yesterday, and I
will tomorrow, and I am tired of it the way you are tired of a song next door. It is not even about wanting. It is about
not being ill.

Kit sent a picture of Maya in a cardboard crown. She has lost a tooth since I saw her. I looked at it until the screen
went dark, and then I tapped it so that it would not.`,
  },
  {
    on: -24,
    time: '15:40',
    mood: 3,
    tags: ['town'],
    feelings: ['calm'],
    title: 'The library',
    text: `
Warm, free, nobody asks. I had the chair by the radiator. Across from me a man was asleep under a newspaper with his
shoes lined up beside him, very neat.

I read forty pages of a book about lighthouses. Keepers had to write the weather in a log every few hours, whatever else
happened. Wind, visibility, state of the lamp. Some nights that is the whole entry.

> Fog. Lamp lit.

I could do that much. Rain. Lamp, more or less.`,
  },
  {
    on: -17,
    time: '22:05',
    mood: 1,
    tags: ['family', 'sister'],
    feelings: ['guilty', 'sad'],
    title: 'The watch',
    text: `
My sister Zoë has not spoken to me for two years and she is right. It was Dad's watch. It did not even keep time. I knew
where she had put it because I was the one who told her it would be safe there.

I have told this story a few ways. In one I was ill. In one I was going to buy it back. In the plainest one I walked down
her stairs with my hand in my pocket, holding it so that it would not tick.

It had not ticked since he died. I held it anyway.`,
  },
  {
    on: -11,
    time: '17:30',
    mood: 3,
    tags: ['clinic'],
    feelings: ['hopeful', 'anxious'],
    title: 'They rang',
    text: `
A cancellation. The week after next, nine in the morning, bring something with your name on it. I said yes so fast that
she laughed, not unkindly.

Then I sat on the step of the fish shop (I live above it) and watched the blue light from the tanks move on the pavement.
Mr. Petrov came out with a bucket and asked was I all right. I said I had an appointment. He nodded as if that were the
best possible answer, and went back in to his eels.`,
  },
  {
    on: -6,
    time: '20:50',
    mood: 2,
    tags: ['maya', 'family'],
    feelings: ['anxious', 'ashamed'],
    title: 'What I told Kit',
    text: `
I told Kit about the clinic. I had a speech. Kit said, before I could start, "I don't need the speech, I need the dates."
So I gave the dates, and how they would test, and who to ring if I did not turn up somewhere.

Kit wrote it all on the back of the electricity bill. Then: "Maya asks for the voice you do. The walrus." I said the
walrus was resting. I got as far as the bus stop.`,
  },
  {
    on: -2,
    time: '19:15',
    mood: 2,
    tags: ['clinic'],
    feelings: ['anxious', 'restless'],
    title: 'Two days',
    text: `
Things I have been told to bring:

- something with my name on it
- a jumper, because the waiting room is cold
- something to read
- nothing else

Things I am bringing anyway: the picture with the crown, a sandwich I will not eat, and what the man on the desk said when
I went to find the door, which is to ask for Bev if I feel like turning round in front of it.`,
  },
];
