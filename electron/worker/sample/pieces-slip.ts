import type { Piece } from './passage';

/** The slip in the third month and the weeks after it. */
export const piecesSlip: readonly Piece[] = [
  {
    on: 77,
    time: '04:40',
    mood: 1,
    tags: ['night'],
    feelings: ['ashamed', 'numb'],
    title: 'I used',
    text: `
I used yesterday. I am writing it here because I said I would write the truth or not at all. I am all right. The naloxone
is on the table. I have told Mrs. Okafor upstairs that I am unwell, and asked her to knock, and the door is on the latch.

I do not want to write any more than that tonight.`,
  },
  {
    on: 81,
    time: '19:30',
    mood: 2,
    kind: 'slip-account',
    tags: ['clinic', 'dana'],
    feelings: ['ashamed', 'tired', 'hopeful'],
    title: 'What happened',
    text: `
Five days. It is over, I think, and I want to put it down before I begin to tidy it.

## Before

Four nights without sleep. Two meetings I did not go to. A row with Kit, and I rang nobody after it, or rather I rang
people to say that I was fine. Payday. The long way home. If it had been somebody else's week I would have seen it coming
from the bridge.

## What happened

I went to the old street and knocked on a door I knew. It was not dramatic. Somebody said my name as if I had been away
for work. I remember thinking: it is only this, it is only a room. I used that night, and then for four more days because
of the first one.

It was not worth it and it was not terrible. I keep wanting it to have been one or the other.

## After

On the fourth evening Mrs. Okafor knocked, as I had asked her to, and went on knocking, and then put a covered dish on the
mat and said through the door, "I am going to sit on this step until you open, and my knees are bad." I opened. She did
not come in. She said, "Eat." And then, "Who do you ring?"

I rang Dana. I rang the clinic when it opened. Dr. A. asked if I was safe before she asked anything else, and went through
the talk about tolerance again, slowly, though I know it. She did not sigh.

Back on the tablets this morning. The harbour jigsaw was still out. Somebody has done most of the boats.

What I would tell a friend: you were tired, and you stopped telling people things. Start with the second one. You cannot
do much about the first.`,
  },
  {
    on: 82,
    mood: 2,
    tags: ['dana'],
    feelings: ['ashamed', 'connected'],
    title: 'Back at, no time given',
    text: `
I had got ready for a lot of things that Dana might say. She shut the kiosk, put up the little clock face, BACK AT, which
has no hands, and made tea in the smell of machine oil. I told it from the start. When I had finished she said, "Right. So
what's for supper?"

We had chips on the wall. She told me about her own second time, which I am not going to write here since it is hers. She
has had eleven years since then. I had thought of it as eleven years with nothing before it, like a house with no ground
under it.`,
  },
  {
    on: 84,
    mood: 2,
    tags: ['maya', 'family'],
    feelings: ['sad', 'guilty'],
    title: 'Telling Kit',
    text: `
I told Kit myself, before anyone else could. On the step. I said the dates, like last time. I did not say sorry until the
end, because Ruth says that sorry at the beginning is asking for something.

Kit was quiet and then said, "Three weeks. Then at my table, like before. I'm not punishing you." I know. "I'm not." I
know.

Maya is to be told that I have been poorly, which is true. She sent down a drawing of an octopus with one of its hearts
coloured in. "That's the one that keeps going," Kit said. "Apparently."`,
  },
  {
    on: 87,
    mood: 3,
    tags: ['therapy'],
    feelings: ['hopeful', 'sad'],
    title: "Ruth's sum",
    text: `
I said I was back to nothing. Ruth took a sheet of paper and drew eighty-eight little squares, which took a while, and
neither of us spoke. Then she gave me the pen and had me colour in the days I had not used. It is nearly the whole sheet.
There is a gap, five squares wide, and then it goes on.

"Where has the rest gone?" she said. "Which of these mornings did you not have?"

I have it here. I was going to put it on the fridge, but it is mine, so it is in the drawer with the letter.`,
  },
  {
    on: 91,
    mood: 3,
    pinned: true,
    tags: ['clinic', 'plan'],
    feelings: ['calm'],
    title: 'For the next time',
    text: `
Dr. A. asked what I would see if I were standing on the bridge, watching myself come. So:

- I say fine, and I have said it to three people
- I take the long way home
- I stop cooking and call it not being hungry
- a second bad night, and I have told nobody
- I am right about everything

**If there are two of those I ring Dana, the same day, and say which two.** Not "how are you". The list.

I have given her a copy. She has stuck it up inside the kiosk, next to the lottery numbers.`,
  },
  {
    on: 95,
    time: '16:45',
    mood: 3,
    tags: ['work'],
    feelings: ['content'],
    title: 'Back on the bay',
    text: `
I told Priya I had been ill and had a note. She read the note, which says very little, and looked at me over it. "My
brother," she said, and did not go on. Then she said I was on earlies until I asked for something else.

Wendell said nothing about letters. He was humming the one with the sea in it. I rolled two at once all morning and only
lost one, and it went the length of the hall by itself, quite stately, and lay down at the feet of a man from head
office.`,
  },
];
