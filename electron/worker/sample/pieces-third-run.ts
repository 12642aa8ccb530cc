import type { Piece } from './passage';

/** The second slip, and the third run up to the middle of it. */
export const piecesThirdRun: readonly Piece[] = [
  {
    on: 182,
    mood: 2,
    kind: 'slip-account',
    tags: ['dana', 'clinic'],
    feelings: ['ashamed', 'tired'],
    title: 'Again, and different',
    text: `
It was one evening and then three more days. I will not write it out like the last time, because it was the same door and
the same kind of week.

What was different: I rang Dana on the second night and not on the fifth day. It was four in the morning. She said, "I'm
cross. I'm awake. Where are you?" She stayed on the phone until I was somewhere with people in it, and after that until
the clinic opened. At one point I could hear her buttering toast.

The other thing. I had the list, and I knew it was two, and I thought that knowing would do.`,
  },
  {
    on: 184,
    mood: 2,
    tags: ['therapy'],
    feelings: ['sad', 'hopeful'],
    title: 'Squares',
    text: `
I brought Ruth the paper from the drawer and we drew the rest. A row, a small gap, a long row, a smaller gap. She did not
say anything about the gaps. She asked which of the rows had been easier to live in, and what was in it that was not in
the other one.

Swimming. Rice. Sleep. A person to be expected by. She wrote those down the side, like a shopping list.`,
  },
  {
    on: 186,
    mood: 3,
    tags: ['maya', 'family'],
    feelings: ['guilty', 'calm'],
    title: 'Less time',
    text: `
I told Kit. It took less time than the first time, and that was the worst thing about it. We are getting practised. "Same
as before, then," said Kit, and I said yes, the table, however long.

I was already on the path when Kit called after me. "You rang her, though. In the middle of it. That's not the same as
before."`,
  },
  {
    on: 190,
    mood: 3,
    kind: 'letter',
    tags: ['letter', 'therapy'],
    feelings: ['calm', 'connected'],
    title: 'To whoever is sitting where I was',
    text: `
Ruth asked me to write to somebody who is on day six. I don't know you. I will guess.

You are not sleeping and people keep telling you that it will come. It does, but not because they said so. Your nose runs.
You have found out what a bus costs. You think that everyone in that hall has known each other for years, and some have,
and the rest are looking at the biscuits, like you.

You don't have to decide anything about your whole life. You need somewhere to be at seven o'clock and something to eat
before it.

There is a chair by the door. It is not a special chair. Somebody has left it for you. It was me.`,
  },
  {
    on: 197,
    mood: 4,
    tags: ['cooking'],
    feelings: ['content', 'proud'],
    title: 'Bread',
    text: `
Third try. The first was a paving stone and the second a sort of warm soap. This one stood up by itself. I cut it too
early, as everyone says not to, and burnt my fingers, and ate the end of it at the window with the blue light coming up
from the fish shop.

You cannot hurry it. You also cannot really do anything else while it is happening. I see why people who have had trouble
take up baking. It is an alibi that feeds you.`,
  },
  {
    on: 204,
    time: '18:20',
    mood: 3,
    tags: ['clinic', 'work'],
    feelings: ['proud', 'bored'],
    title: 'Ankle',
    text: `
Went over on the kerb outside the depot, in front of everyone, carrying nothing. Not broken. Frozen peas and two weeks of
not walking, said the nurse, who then asked what I would like for the pain, and I heard myself say it, quite loud, to the
whole room: "I'm on buprenorphine. I'm in recovery. So something dull, please."

She said dull was her speciality. A woman opposite, with a boy who had a bead up his nose, gave me a small nod.

So no walks. I have paused them in here. It said _paused_, not anything worse, and I was stupidly grateful to it.`,
  },
  {
    on: 212,
    weekday: 6,
    mood: 4,
    tags: ['maya'],
    feelings: ['connected', 'calm'],
    title: 'Phosphorescence',
    text: `
Foot on a chair, Maya on the other chair. She is reading me the lighthouse book, since I cannot go anywhere, and does all
the keepers as the walrus. She stops at every hard word, looks it up, and tells me what it means as if I had asked.
_Phosphorescence_ took the whole of one biscuit.

Kit collected her at five, and only then did I see that nobody had been sitting at the next table. Nobody had said
anything about it. There had just not been a next table.`,
  },
  {
    on: 219,
    time: '18:40',
    mood: 4,
    tags: ['river'],
    feelings: ['calm', 'grateful'],
    title: 'To the weir',
    text: `
First proper walk since the ankle. They have kept everything going without me: the heron, Harold, the man who throws a ball
for a dog that will not fetch it and then goes and gets it himself.

I went slowly, like one of the flowered caps. Somebody has tied a ribbon to the bench. I thought of all the people who
must walk at this speed because it is the speed they have, and how I used to pass them, thinking I was the one going
somewhere.`,
  },
  {
    on: 225,
    mood: 1,
    tags: ['meeting'],
    feelings: ['sad', 'angry'],
    title: 'Terry',
    text: `
Terry died. I had it from Lou, outside, before the meeting, and Lou had it from the shelter. It was the weekend and he was
by himself.

We were not friends, exactly. He lent me a coat once for most of a winter and never asked for it back. He could whistle any
advert. He had been doing well, and I keep hearing it said in that voice, "he was doing so well", as if that made it
stranger. He had weeks, and then one night. Dr. A. has told us all why that is the dangerous time. She has told us, and
told us.

I did not say any of that. I said his name and sat down. Then Frank said it as well. It went along the row.`,
  },
  {
    on: 227,
    mood: 2,
    tags: ['town'],
    feelings: ['sad', 'connected'],
    title: 'Eleven people',
    text: `
Eleven people, counting the man who worked there. Terry's sister had come on two coaches. She read something off her phone
and lost her place, and nobody minded, and she found it.

Afterwards she asked which of us had known him best and we all looked at one another. I told her about the whistling. She
laughed, a real one. "He did it at Grandad's funeral," she said. "The one for stairlifts."

I still have the coat. I asked whether she would like it. She said to keep it on.`,
  },
  {
    on: 229,
    time: '01:10',
    mood: 1,
    tags: ['trigger', 'dana', 'car'],
    feelings: ['lonely', 'sad', 'tired'],
    title: 'No radio',
    text: `
Late shift. Rain on the roof so loud that Wendell gave up humming. The car would not start, and I stood in the yard with
the bonnet up like someone in an advert, and it all came at once, Terry, and the wet, and nobody at home. Nine out of ten.
The old street is on the way. Everything is on the way.

I got back in and locked the doors and rang. Dana said, "Which two?" I said all of them. She came and got me in the van. We
did not talk. She had the heater on and a bag of doughnuts in the footwell.

I am home. It is ten past one. I did not use. I am writing it small.`,
  },
  {
    on: 231,
    mood: 2,
    tags: ['work'],
    feelings: ['tired', 'grateful'],
    title: 'Still here',
    text: `
The worst week for months, and I did not use. I would like to say that I was brave. I was driven home, fed, sat with, rung
up and told to go to bed, by five different people, none of whom would let me thank them properly.

Priya had put me on earlies without being asked. When I got in there was a flask on my pallet, with the cup on top.`,
  },
  {
    on: 237,
    weekday: 5,
    time: '22:15',
    mood: 5,
    tags: ['maya', 'home'],
    feelings: ['grateful', 'anxious', 'connected'],
    title: 'Overnight',
    text: `
Maya is asleep in the next room. First time in, I did not count, and then I did: twenty-two months. She inspected the
flat, approved of the blue light ("it's like living above the sea") and asked where I keep the tablets. I showed her the
tin with the lock. She tried the lock. "Good," she said.

She sleeps on her back with her arms out, like a starfish. I am in the other chair with the door open a hand's width. I
keep thinking there is something I ought to be doing, and it is this.`,
  },
  {
    on: 244,
    mood: 4,
    tags: ['clinic'],
    feelings: ['content'],
    title: 'Once a month',
    text: `
Once a month from now on. Bev has run out of boxes to move me to. She said she would miss the company and then looked quite
annoyed with herself.

Dr. A. asked if there was anything I wanted to bring up, and for once I had to think. I said that I am sometimes happy for
no reason and it worries me. She said, "Give it a few weeks," with a straight face.`,
  },
  {
    on: 250,
    time: '17:40',
    mood: 4,
    tags: ['work'],
    feelings: ['proud'],
    title: 'Where you want it to go',
    text: `
Priya wants to put me in for the forklift licence. Two days' course, paid, and a test. "You're steady," she said. I looked
behind me.

Wendell has begun teaching me in the yard at lunch, with a crate and two cones. He has one rule: "You look where you want
it to go. Look at the wall and you'll hit the wall." He let me do it to him twice before he told me that he also preaches,
on alternate Sundays.`,
  },
];
