import { linesOf } from './passage';

/** A line of a list, and the day of the story (as Piece's `on`) from which on it can be true. */
export type SmallThing = { readonly from: number; readonly text: string };

/** Reads one thing a line, headed `from | ` where it has to wait for something. */
const thingsOf = (source: string): SmallThing[] =>
  linesOf(source).map((line) => {
    const [, from, text] = /^(\d+) \| (.+)$/.exec(line) ?? [];
    return from === undefined || text === undefined ? { from: 0, text: line } : { from: Number(from), text };
  });

/** Items for the lists that end an entry, or make one. Each is used once in a year. */
export const smallThings: readonly SmallThing[] = thingsOf(`
the first coffee, on the step, in the wrong coat
a bus that waited
30 | Wendell getting all of the words
the smell of somebody else's toast on the stairs
dry socks out of a drawer with socks in it
20 | Maya's handwriting going up at the end of a line, like a question
a blackbird on the aerial, doing a car alarm
50 | that I was asked for directions and knew them
the exact change, first time
an orange that peeled in one piece
rain that waited until I was indoors
5 | Bev's foxes
a letter with my name on it that was not a bill
6 | the pump downstairs coughing at the same moment as me
8 | Frank's laugh, from two rooms away
my mother getting seventeen across
a joke I only understood at the lights
sheets
the moment when the kettle stops and it is properly quiet
60 | somebody had warmed up the good gloves
10 | the heron, same stone
a whole page read without once looking up
that I said no and the sky stayed where it was
Mr. Petrov saluting me with a net
36 | an onion that did not make me cry
30 | the number 14 with nobody on it but me and the trombone
36 | the last of the soup being the best of the soup
a child on the bridge explaining the river to a dog
34 | having an opinion about gravy
two trains passing, all those lit-up people eating sandwiches
being called by my name in the post office
a pear, at exactly the right hour of its life
26 | that the alarm went off and I was not afraid of it
the smell of rain on the yard
new laces
40 | Priya saying "we" and meaning me as well
a dream with nothing in it but a field
70 | the plant, leaning over to look out
30 | somebody's brass band, eight bars, again and again
20 | finding that I was humming
a queue in which everyone was nice
12 | the sound of Dana's keys before you can see Dana
40 | coins in the jar making a deeper noise than they did
a bench in the sun with half a newspaper on it
22 | Maya's cold ear against mine on the telephone
120 | one collar, two socks
a nod from the woman who runs the till
remembering that there was cake
3 | that nobody needed to be rung up and lied to
walking home on the side of the street with the light on it
a man on a ladder, singing, taking his time
130 | the cat's whole weight on my feet
90 | a spanner that fitted
20 | that I was early, and sat there, being early
40 | an entire pan with nothing stuck to it
60 | the moon, over the ring road of all places
130 | a text from my mother that only said "Thrush"
two old men playing chess with three pieces gone
the lid that finally came off
20 | my own key, in my own door, in the dark, first go
a hot wash
hearing the weir before I could see it
30 | the way Ines counts under her breath
60 | someone at work asked if I was coming on Saturday
the page of stamps from a place that is not a country any more
a boy asleep on the bus with his forehead on the bell
finding the other glove
200 | a slice of bread that was still warm when it met the butter
12 | that I could not remember what I was worried about on Monday
the word _halyard_, which I had to look up
lights in all of the flats at once, like a ship
a tin of peaches for no reason
80 | the new leaf
26 | paying for something and being thanked for it
60 | my shadow having got a bit wider
10 | a sneeze that stopped a meeting
30 | the crossword left for me, with one clue undone
10 | that the craving had a beginning, so it must have been off before
30 | steam on the window, and a walrus in it
140 | the last swimmer out, the water closing flat behind her
6 | four yawns in a row, honest ones
40 | a parcel for upstairs, and her face
20 | reading to the end of a sentence in a form and then signing it
35 | knowing what is for supper
a magpie trying to carry a whole bread roll
the very old couple who share one ice cream, turn by turn
110 | putting back what I had taken out of the shed, oiled
264 | the dentist's radio
30 | that it was light when I left
a good pen
somebody swept the step, and it was not me
90 | the first page of the murder
salt
20 | not having to remember what I had said to whom
110 | Maya, on seeing the cauliflower: "Is it all right?"
30 | a laugh out of Ruth, a real one, through the nose
40 | the word _attends_
40 | the tyre that rolled all the way to the door and stopped, as though it had been called
a clear night over the allotments, and one man out there with a torch, talking to his leeks
40 | that I was sad for an afternoon and it was only sad
80 | the smell inside the new pillowcase
a bee, inspecting the bus stop
84 | hot chips, cold wall
30 | an apology that I did not spoil by going on
a lorry driver reading poems in his cab, with the light on
the girl in the bakery putting one in for luck
45 | somebody else's good news, and being glad of it by the evening
145 | one length without thinking
20 | the sea areas, read by the woman with the low voice
that I put the phone in the other room and it lived
60 | a bath with the door open
100 | the teeth on the shelf at work now have a small hat
110 | Kit laughing at something I said, and then looking surprised
the street after the gritting lorry, all glittering
153 | three green lights
60 | a bowl of plums on the landing with a note that says EAT
264 | that I have a dentist
222 | somebody has put the ribbon on Harold straight
226 | the bishop story, again, with a new ending
60 | coming home to the lamp I had left on for myself
130 | a stone with a hole in it, on the windowsill, with the light coming through
marmalade, and the bit of paper on top of the marmalade
not being first in the queue, nor last, nor in the wrong one
a whole conversation about drains
208 | the snail, all the way across the window, between breakfast and supper
the way a crowd goes round a pram
150 | being told my left arm had improved
42 | washing that dried
a film in which nothing happened to anybody
15 | that my hands were still
245 | the noise a full tank makes, which is no noise
chalk on the pavement that said HOP and so I did
a word in the crossword being my word
finding I had been waiting for the bus without waiting for anything else
50 | the smell of oil in my sleeve, from the kiosk
130 | hearing a blackbird and thinking of her, turning it down so as to hear it
4 | one clear thought, before eight
30 | that I know the man in the corner shop is called Anil
30 | an ordinary Wednesday
240 | the light under Maya's door
60 | a joke in the minutes
135 | rice, the bottom of the pan, the cook's bit
60 | a whole pound of cherries and nobody to be polite to
an umbrella left on the railing with a note: _take it_
not having a story ready
30 | my mother's voice going up the stairs before her
25 | somebody moved their chair
`);

/** Things meant for tomorrow, some of them ticked. Each is used once in a year. */
export const smallTasks: readonly SmallThing[] = thingsOf(`
ring the gas people back
post the form, with a stamp this time
190 | bread flour, the strong kind
262 | ask Priya about the Thursday
95 | return the murder
269 | find the other shoe
128 | oil for the bicycle
ring my mother before she rings me
light bulb for the stairs
84 | give Mrs. Okafor her dish back, with something in it
140 | swimming things by the door tonight
look up what a gasket is
descale the kettle
take the bottles down
210 | cucumber
100 | ask Frank about ladders
write to the council about the drain
240 | pay the library for the snail
new batteries for the alarm
20 | tell Ruth about the dream or do not
20 | get the spare key cut
mend the pocket
read the letter from the landlord sitting down
240 | sandwiches for both of us
chase the deposit
60 | a card for Ines, for her hip
96 | cut the plant's dead bit off
40 | put the money in the jar before I can think
40 | hang the other curtain an inch lower
milk, the blue one
60 | answer Lou
269 | sign Maya's reading book, in the right place
153 | air in the tyres, for once my own
60 | learn the third verse
200 | book the dentist and then go to the dentist
100 | ask what Bev would like instead of chocolates
110 | tell Kit about the Saturday myself
60 | wash the good gloves
110 | look for Dad's tide tables
an early night, on purpose
`);

/** Headings under which a list of small things stands. */
export const listHeadings: readonly string[] = [
  'Small things',
  'From today',
  'Worth keeping',
  'In no order',
  'Seen and heard',
  'Log',
];

/** Titles of entries that are nothing but a list. */
export const listTitles: readonly string[] = linesOf(`
Things nobody needs
What there was
Inventory
For Ruth
A list, because I am tired
Today, in bits
Seven or so
Left over from the week
Bits of a Sunday
Good, small
What I would have walked past
Kept
Odds and ends
Before I forget them
Ends of things
State of the lamp
Not nothing
Pocket contents
`);
