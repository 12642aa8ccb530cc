import type { Piece } from './passage';

/** The first month of the first run. */
export const piecesFirstWeeks: readonly Piece[] = [
  {
    on: 0,
    time: '20:15',
    mood: 2,
    tags: ['clinic'],
    feelings: ['tired', 'hopeful'],
    title: 'Day one, I suppose',
    text: `
Bev on the desk has a cardigan with foxes on it and does not look up until you have sat down, which I think is a kindness
she has worked out. Dr. A. asked her questions as if the answers were about the weather. When last, how often, anything
else, who is at home. I waited for the face. The face did not come.

Then a tablet and a plastic chair, and a jigsaw of a harbour with half the sky gone. It tastes like a coin. You are not to
talk while it melts, which suited me.

By noon I was not well and not ill. I had forgotten there was a place between.`,
  },
  {
    on: 1,
    time: '09:40',
    mood: 2,
    tags: ['clinic', 'river'],
    feelings: ['restless'],
    title: 'Legs',
    text: `
My legs would not lie down last night. The rest of me did, and they went on without it. I walked to the weir at five and
back in the dark, then did it again. There was a heron standing on the concrete like somebody waiting for a lift.

Second visit. Bev had the foxes on again, so either it is her favourite or she has five. Dr. A. asked for a number out of
ten. I said six. Yesterday I would have said it depends who is asking.`,
  },
  {
    on: 3,
    time: '08:30',
    mood: 3,
    tags: ['sleep'],
    feelings: ['calm'],
    title: 'Five hours',
    text: `
Slept. Five hours, one after the other, like beads. I woke up and did not know what was wrong, and it was that nothing
was.

Then of course I thought about it for an hour. But for the length of one kettle I stood in the kitchen in my socks and
there was nothing I had to do about myself.`,
  },
  {
    on: 5,
    mood: 3,
    tags: ['meeting'],
    feelings: ['anxious', 'connected'],
    title: 'First meeting',
    text: `
A church hall, orange chairs, an urn with a brass plate that says THE ADMIRAL. I sat at the back near the door, with four
other people who were sitting at the back near the door, so that it was in fact quite full there.

I had expected speeches. A man called Frank talked about his gutters for five minutes and then cried and then went on
about the gutters. A woman with keys on her belt said, "Thanks, Frank," and that was all, and it seemed to be enough.

I said my name. I said I was on day six. Nobody clapped, thank God. Somebody passed me a biscuit.`,
  },
  {
    on: 8,
    mood: 3,
    tags: ['meeting', 'dana'],
    feelings: ['hopeful'],
    title: 'The kiosk',
    text: `
The woman with the keys is Dana. She has the key-cutting kiosk by the bus station, the one like a cupboard with a person
in it. I had three keys cut there once, years ago, and do not want to think about for which doors.

She wrote her number on the back of a key tag. "I'm up till eleven and I'm up at five. In between, ring anyway. I'll be
cross but I'll be awake."

I said I did not want to be a nuisance. She said everyone says that, and that the nuisances are the ones who don't ring.`,
  },
  {
    on: 11,
    time: '14:10',
    mood: 3,
    tags: ['work'],
    feelings: ['proud', 'anxious'],
    title: 'Interview',
    text: `
Tyre depot, out past the ring road. Priya, who runs the shifts, had my form upside down on the desk and asked about the
gap in it. I had practised something about a sick relative. What came out was, "I was ill, I'm being treated, I can start
any time."

She turned the form the right way up. "Can you lift?" I can lift. "Can you be here at six?" I said I was usually awake at
five, walking to the weir, and she wrote that down, I saw her: _usually awake at five_.

Two weeks from now. Three months on trial, like everything else.`,
  },
  {
    on: 14,
    mood: 4,
    tags: ['meeting', 'night'],
    feelings: ['proud'],
    title: 'Two weeks',
    text: `
Frank shook my hand with both of his. Two weeks is nothing, I know that. It is also fourteen mornings, and I was there for
all of them.

**What is different:** I know what day it is. I have washed the same cup fourteen times instead of letting it grow. The
man in the corner shop has stopped watching my hands.

**What is not:** evenings. From about nine the flat gets smaller. Dana says evenings are a skill and nobody is born with
it.`,
  },
  {
    on: 18,
    mood: 3,
    tags: ['meeting'],
    feelings: ['calm'],
    title: "Lou's coat",
    text: `
There is a boy called Lou who never takes his coat off. Tonight the heating had gone wrong the other way, the hall was
like a bakery, and there he sat, zipped to the chin. Nobody said a word about it. Ines, who knits, moved her chair so that
he had the draught from the door.

I thought about that all the way home. Nobody has ever put me right by noticing me. But there have been a few people who
moved their chair.`,
  },
  {
    on: 21,
    weekday: 6,
    mood: 4,
    tags: ['maya'],
    feelings: ['grateful', 'anxious'],
    title: 'Two hours',
    text: `
Two hours in the café by the station, with Kit at the next table pretending to do the crossword. Maya looked me over like
a customs officer. Then she asked if I knew that an octopus has three hearts. I said no. "Two of them stop when it swims.
That's why it would rather walk."

I did the walrus. It came out rusty. She corrected it.

On the way out Kit said, "Next week, same?" in the voice you use for a plumber, and I have been walking about with those
three words all day, taking them out and putting them back.`,
  },
  {
    on: 25,
    time: '17:05',
    mood: 3,
    tags: ['work'],
    feelings: ['tired', 'content'],
    title: 'Tyres',
    text: `
Six o'clock. A hall the size of an airfield, full of tyres, and it smells like the inside of every car I was ever sick in.
Wendell drives the forklift and hums hymns, not well, but with conviction. He showed me how to roll two at once, one to
each hand, as if you were taking children to school.

By ten my arms were finished. By two I could not have told you one thing I had thought about since breakfast apart from
tyres. That is eight hours. I have paid a lot of money for worse.`,
  },
  {
    on: 30,
    mood: 4,
    tags: ['therapy', 'home'],
    feelings: ['proud', 'lonely'],
    title: 'A month',
    text: `
A month. I did not tell anyone at work because nobody at work knows. I told the heron.

Ruth (she is the counsellor; a room with one very large plant) asked what I did with the day. I said I bought a chair. So
now there are two, and a person could visit. Nobody has. But there is somewhere to put them.`,
  },
];
