import type { Piece } from './passage';

/** The last days before today. */
export const piecesLatest: readonly Piece[] = [
  {
    on: 315,
    time: '18:05',
    mood: 4,
    tags: ['therapy'],
    feelings: ['calm', 'hopeful'],
    title: 'Clinic',
    text: `
Dr. A. asked what changed since the spring. I said: mornings. She waited, so I went on. In the spring a morning was
something that had been done to me. Now there is one at six with a forklift in it, and one a week with a lost shoe.

She wrote that down, or she wrote something down. Bloods are all right. Same prescription, monthly. We talked about whether
I want to come off it at some point, and I said not yet, and she said there is no prize for it.

Bev was wearing the foxes. There is a new jigsaw out, a steam train. It is nearly all black.`,
  },
  {
    on: 316,
    time: '20:55',
    mood: 2,
    tags: ['trigger', 'craving 7'],
    feelings: ['restless', 'anxious'],
    title: 'Payday',
    text: `
Money in the account and an hour to kill. I wrote down the plan first: rent, phone, the envelope, then straight to the
pool, card at home, coins for a sandwich. Then I sat in the depot car park with the plan on my knee and the whole of me
leaning the other way, like a dog on a lead.

Seven. It is always the same picture and it is not even a good picture. It is a door with the paint coming off.

I rang Dana, engaged. Rang again, engaged. Rang Frank, who has never once been short of something to say, and he told me
about his downpipe until it was a four. Then fourteen lengths. Two at the end of them, and starving.

**Next time: swim first, look at the balance after.**`,
  },
  {
    on: 317,
    time: '21:20',
    mood: 5,
    tags: ['family', 'hopeful'],
    feelings: ['hopeful', 'sad', 'connected'],
    title: 'Phone call with my sister',
    text: `
She picked up. I had rehearsed it for weeks and used none of it. She said, "Who is this?" and I said, "It's me," and there
was a silence with a kettle in it.

I said, "I took the watch. I told you that you must have moved it." Zoë said, "I know. I looked in the tin again. You just
stood there." I said yes.

Neither of us hung up. After a while she asked if Mum's hearing aids were really that good or if Mum was only agreeing more
cleverly. I laughed, and it came out as something else, and she waited for that too.

Nine minutes. She has not forgiven me and she said so, and she said I can ring again on Sunday.

She hums it as well.`,
  },
  {
    on: 318,
    time: '17:20',
    mood: 3,
    tags: ['tired'],
    feelings: ['tired'],
    title: 'Slow',
    text: `
Grey all day. Nothing happened, and I think that is the point of days like this: they are what the other ones stand on.
Day off. Washed the sheets. Watched Mr. Petrov net nearly a whole tank of neons for a woman who wanted "about six". Turned
what was left of the soup into a different soup.

I thought I would be flat out with joy after yesterday, and instead I am just tired, as if I had carried something up a lot
of stairs and put it down.

Meeting at seven. I do not feel like it. I am writing that down so that it is written down.`,
  },
  {
    on: 319,
    time: '21:40',
    mood: 4,
    tags: ['meeting', 'proud'],
    feelings: ['proud', 'tired'],
    title: 'Yesterday I nearly did not go',
    text: `
The meeting was the last thing I wanted. I sat in the car for ten minutes and watched people go in under the yellow light,
and every one of them looked more certain than I felt.

Then I did the thing from the plan. **Name it, rate it, wait four breaths.** It was a seven. By the time I had locked the
car it was a five.

> "You do not have to want to be here. You only have to be here."

Dana said that, and the whole row laughed. I stayed for coffee. I am writing this so that the next time I can read it in
the car.

So, for the car:

- You have sat here before. You have never once come out sorry that you went in.
- The coffee is bad and it is free.
- Nobody looks up for as long as you think they do.
- Somebody will be by the door, looking at the biscuits. Leave them the end chair.
- If it is still a seven, then it is a seven with people round it.

Marek was there. He stood outside for a bit first, by the bins, and I went and stood there as well. He took
two biscuits and did not say which one was for the car.`,
  },
];
