import type { Piece } from './passage';

/** The last two months, up to the final week. */
export const piecesLater: readonly Piece[] = [
  {
    on: 256,
    mood: 2,
    tags: ['sister', 'town'],
    feelings: ['sad', 'calm'],
    title: 'The scratch across the ten',
    text: `
I went in. I had walked past that pawnshop for two and a half years on the other side of the road. It is a different man
now. I described the watch: steel, no seconds hand, a scratch across the ten. He was kind, and looked in a book, an actual
book, with a pencil. Sold, the same month. No name.

"Was it valuable?" he asked. I said that it did not even go.

I sat in the car afterwards. I had had a naïve sort of picture of myself walking up Zoë's path with it in a box. I would
have liked to be in that picture. What I have instead is the scratch across the ten. I could draw it.`,
  },
  {
    on: 263,
    mood: 3,
    tags: ['town'],
    feelings: ['tired', 'content'],
    title: 'Dentist',
    text: `
Two years' worth. He counted aloud to the nurse, in code, and I lay there like a car at its inspection. I had told them at
the desk about the buprenorphine, and the girl just typed it in. No face. I have stopped expecting the face, mostly, and
then when it does not come I am surprised all over again.

Three fillings, one of them deep. My mouth is numb, and I have spent the evening drinking soup sideways.`,
  },
  {
    on: 268,
    weekday: 4,
    time: '20:30',
    mood: 5,
    tags: ['maya'],
    feelings: ['proud', 'connected', 'tired'],
    title: 'First Thursday',
    text: `
A school morning. Kit and I have agreed on Wednesday nights, so on Thursdays I take her. I had set three alarms and woke
before all of them.

Porridge. A lost shoe. The other shoe. A long question about whether fish know that they are for sale. We walked, since it
is only twelve minutes, and at the gate she did not look back, not once. She was telling somebody about the eels.

All the other parents were yawning. I stood among them and yawned as well.`,
  },
  {
    on: 274,
    mood: 3,
    tags: ['night', 'craving'],
    feelings: ['restless', 'calm'],
    title: 'Half past nine',
    text: `
I have been trying to see what it is about half past nine. Nothing happens at it. The shop shuts its shutter, Mrs. Okafor's
programme comes on upstairs, and something in me looks at its watch.

Tonight I wrote down what it said, word for word, like taking a message for somebody else. It said: _you could just go for
a walk._ That is all. It is very polite. It has never once mentioned where.

So I went for a walk, with Dana on the phone, the other way, as far as the lit bit of the river. By the bridge it had
nothing more to say. I told it that I would pass the message on.`,
  },
  {
    on: 279,
    mood: 4,
    tags: ['home'],
    feelings: ['hopeful', 'anxious'],
    title: 'Ninety-eight',
    text: `
Ninety-eight days. That is one more than the last run, and the most there has been since I was twenty-six. I did not do
anything about it. I bought the good coffee.

I was at the sink when it struck me. All this time I have known the number at which it ended, like a step in the dark that
you remember with your foot. I am past the step. From here there is no number.`,
  },
  {
    on: 283,
    mood: 5,
    tags: ['work', 'family'],
    feelings: ['proud', 'content'],
    title: 'Licence',
    text: `
Passed. The examiner had a moustache and a clipboard and said nothing for forty minutes, and then, "You were taught by a
churchman." I had been humming.

Rang my mother. Rang Dana. Then sat in the car with the card in my hand. There is a photograph on it, and I look like
someone you would let drive a forklift.`,
  },
  {
    on: 288,
    mood: 4,
    tags: ['clinic'],
    feelings: ['content'],
    title: 'The harbour',
    text: `
The harbour is finished. Nine months, and I should think forty pairs of hands. Whoever does sky did the sky. At the end
there was one gap left at the edge and one piece in the box, out of a different puzzle, with part of a horse on it.

Bev has trimmed it with the office scissors and put it in. "It was that or a hole," she said. You can see it if you know,
and I went and looked at it for a long time.`,
  },
  {
    on: 294,
    mood: 4,
    tags: ['maya', 'family'],
    feelings: ['connected', 'grateful'],
    title: 'Near',
    text: `
Maya had a fever at school and they could not get hold of Kit, so they rang me. I am on the form now. I was there in eleven
minutes, in my work boots. She had been sick on a story about penguins. We sat on the small chairs with a bucket between
us until Kit came, and she told me, with her eyes shut, that it had not been a very good story.

Kit, in the corridor: "Thank you for being near."

It was the best telephone call I have had in years, and somebody was ill.`,
  },
  {
    on: 300,
    time: '07:05',
    mood: 4,
    tags: ['home'],
    feelings: ['content'],
    title: 'Biscuit',
    text: `
Mrs. Okafor is at her daughter's for a week and I am in charge of Biscuit. There is a page of instructions, both sides,
with underlining. He eats at six. He does not like the hoover or the word _vet_. At ten past six this morning he was on my
chest, conducting.

A year ago nobody would have left me in charge of a plant. I am not being sad about it; it was sound judgement. I only
notice that there is a key on my hook that is not mine, and it just hangs there.`,
  },
  {
    on: 305,
    mood: 3,
    tags: ['work', 'meeting'],
    feelings: ['hopeful', 'anxious'],
    title: 'He asked',
    text: `
Marek asked me. At the second break, not looking, peeling the label off a bottle: "How did you stop?"

I said I did not so much stop as start some other things, one at a time, and was helped. I said there is a medicine and a
doctor who does not make the face. I said there is a hall with orange chairs, and I could stand outside it with him if he
liked. I am good at that part.

He said maybe. He took the flask.`,
  },
  {
    on: 310,
    mood: 3,
    tags: ['money', 'sister'],
    feelings: ['guilty', 'calm'],
    title: 'Z',
    text: `
There is an envelope in the drawer with Z on it. Every payday something goes in. It is not the price of the watch, nobody
knows that; I asked Ruth what a watch is worth that does not go, and she let the clock tick.

It is thick enough now to stand up by itself. I don't know any more what it is for. It may just be so that I can say there
is one.`,
  },
  {
    on: 313,
    mood: 4,
    kind: 'weekly-review',
    tags: ['weekly review'],
    feelings: ['content'],
    title: 'The week',
    text: `
## What held

Three meetings. The pool twice, fourteen lengths both times. Maya, and the whole of a school morning. The tablet every day,
at eight or near it.

## What slipped

Bed. Four nights after midnight, and for nothing, for a programme about canals.

## One thing for next week

Ring Zoë, or decide not to. Not both, every evening.`,
  },
];
