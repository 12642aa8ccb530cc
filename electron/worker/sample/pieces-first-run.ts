import type { Piece } from './passage';

/** The first run up to the slip in its third month. */
export const piecesFirstRun: readonly Piece[] = [
  {
    on: 34,
    mood: 4,
    tags: ['cooking', 'family'],
    feelings: ['content'],
    title: 'Soup',
    text: `
Onions, carrots, the end of a cabbage, a tin of beans. The book says to sweat the onions and I stood over them as if they
might run. It took an hour and a half and it tasted like soup.

I had two bowls and then rang my mother to tell her, and she asked how much salt, and we talked about salt for ten minutes,
which is longer than we have talked about anything for years.

There is a pot of it in the fridge with a plate on top. Tomorrow there will be soup and I will be the reason.`,
  },
  {
    on: 38,
    mood: 2,
    kind: 'letter',
    tags: ['letter', 'sister'],
    feelings: ['guilty', 'sad'],
    title: 'Letter to Zoë, not sent',
    text: `
Zoë,

I am not going to ask you for anything. Ruth says to write it and then see whether it wants to be posted.

I took Dad's watch. I did not lose it, it was not stolen, I did not lend it. I took it out of the blue tin and sold it the
same afternoon to a man who did not look at it. You asked me to my face and I said you must have moved it. You looked in
the tin again while I stood there. I think about that more than I think about the watch.

I am working. I am on a medicine that holds. I am not telling you so that you will be pleased.

I still hum that thing he hummed when he shaved. I do not know if you do.

I am going to put this in the drawer.`,
  },
  {
    on: 42,
    time: '23:35',
    mood: 3,
    tags: ['work', 'night', 'dana'],
    feelings: ['restless', 'tired'],
    title: 'Lates',
    text: `
First week of lates. Home at half past ten, wide awake, in a town that is shutting. The bad hour used to be nine, and now
I am at work for it, so it has moved to eleven and followed me home like a dog.

What I did:

1. Shower.
2. Toast.
3. Dana at ten to eleven. ("You have ten minutes. Go.")
4. Four pages about lighthouses.

In bed by midnight, which on this shift I am counting.`,
  },
  {
    on: 46,
    weekday: 6,
    mood: 5,
    tags: ['maya', 'river'],
    feelings: ['connected', 'proud'],
    title: 'The tooth',
    text: `
Maya's tooth came out in my pocket. I mean that she pulled it out herself, on the bench by the weir, looked at it with
interest and gave it to me to mind, and I minded it for an hour and ten minutes with my hand round it.

I know what it is to walk along with a hand in a pocket, round something that is not mine. This was the opposite of that.

At the corner I gave it to Kit, wrapped in a bus ticket, and Kit counted: one tooth, one child.`,
  },
  {
    on: 50,
    mood: 2,
    tags: ['trigger', 'dana'],
    feelings: ['anxious', 'restless'],
    title: 'Col',
    text: `
A message from Col. Just: _u about?_ Two words and my mouth watered. I want that written down, because people ask what it
is like, and that is what it is like. It is like smelling chips.

I was on the bus. I held the phone face down on my knee for nine stops. Then I got off, went to Dana's kiosk, and waited
while she finished a key, and said it out loud over the machine. She said, "Do you want him to have this number?" I had not
thought of it as a thing I could want or not want.

New number from tomorrow. Craving eight at the library stop. Three by the bridge.`,
  },
  {
    on: 55,
    mood: 3,
    tags: ['dana'],
    feelings: ['bored'],
    title: 'Boring',
    text: `
Work, bus, soup, meeting, bed. Work, bus, egg, bath, bed. Nobody warns you about this part.

I told Dana I was bored and she got quite stern. "You're not bored. You're quiet. You've just never heard it before."

I think I may also be bored.`,
  },
  {
    on: 61,
    mood: 4,
    tags: ['clinic', 'work'],
    feelings: ['proud', 'content'],
    title: 'Two months',
    text: `
Dr. A. says we can go to every two weeks. Bev moved my card from one box to another box and squared the edges. I said it
was only a box. She said, "I have been here nineteen years. It is never only a box."

Priya has put me on the good bay, the one by the doors, where you can see weather.`,
  },
  {
    on: 66,
    time: '04:10',
    mood: 2,
    tags: ['sleep'],
    feelings: ['tired', 'angry'],
    title: 'Four nights',
    text: `
Fourth bad night. I do the sums: if I fall asleep now, five hours; now, four. It is the sums that keep me up. Wendell told
me I looked like a letter that had been posted twice. I nearly bit him.

I did not go to the meeting. I said I was tired, which was true, and that I would go tomorrow, which I have now said
twice.`,
  },
  {
    on: 70,
    mood: 1,
    tags: ['maya', 'family'],
    feelings: ['angry', 'ashamed'],
    title: 'On the step',
    text: `
Late to fetch Maya. Forty minutes; the bus, then the wrong bus. I rang, I did ring. Kit was on the step with the face from
before. Not angry. Checking. Looking at my eyes.

I shouted. In the street, with Maya behind the glass. I shouted that I am on _time_ for everything now and nobody ever
looks at me when I am on time.

It was true. It was also loud. She had drawn a walrus on the window in breath, and she rubbed it out with her sleeve.`,
  },
  {
    on: 73,
    mood: 2,
    tags: ['night'],
    feelings: ['numb', 'lonely'],
    title: 'Fine',
    text: `
Everyone asked and I said fine. Ruth: fine. Dana, twice: fine, just tired. My mother: fine. I said it to the man in the
corner shop, who had not asked.

Evenings I have been walking the long way home, by the old street. I tell myself it is shorter. I have lived here thirty
years and I know that it is not.`,
  },
];
