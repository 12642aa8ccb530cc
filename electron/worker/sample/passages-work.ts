/** The depot, money, the way there and back, in the form that passagesOf reads. */
export const passagesWork = `
mid work 26- | Counting
Counted tyres until the numbers came loose. You say four hundred and six, and somebody asks you the time, and it has gone,
and you walk back to the start of the row like someone who has dropped a glove.

low work 26-160 | Wrong labels
Put the wrong labels on a whole row of pallets and did not notice until Priya did. She was decent about it. I was not
decent about it, inside, for the rest of the day.

mid work 26- | Hymns and sofas
Wendell did all the verses of the one about the sea and then all the verses of an advert for sofas, and I do not think he
knows there is a difference. A man from the office put his fingers in his ears. Wendell took it for a salute.

high work 40- | The length of bay four
Rolled two at once the whole length of bay four without looking at my hands. Nobody saw. I looked round for somebody to
have seen it, and there was only the fire extinguisher.

low work 30- | Break
Spent my break in the toilets because it is the only door that locks. Nothing wrong. I just did not have a face ready. Ten
minutes with my forehead on the tiles and then out again, and Priya handed me a clipboard as if I had been there all along.

mid work 42-230 | The quiet hour
On lates there is an hour around nine when the hall is so still that you can hear the tyres settle. Somebody had left a
radio on in the office, low, a play with rain in it. I swept the same bay twice so as to hear who did it.

high work 60- | Weather
The doors stood open all morning and the weather came in and had a look at us. You could smell cut grass over the rubber.
Even the drivers got down from their cabs and stood about with their coffee, like cows.

low work 60- | Short-handed
Two people off, one of them for good. We did the work of five and got the thanks of one and a half. By the end I was
swearing at tyres, by name.

mid work 26-150 | Number 14
The 14 was late, so the four of us who get it every morning nodded at one another, which is further than we had got before.
The woman with the trombone case has a sandwich in it. I saw her take it out.

high work 116-140 | Kept on
The trial is over and I am kept on. Priya said it between two other sentences, on her way to somewhere else, and I had to
go back and check that I had heard it. There is a form. I am to put down a person to ring, and I have one.

mid work 120- | Fire drill
Fire drill. Forty people in a car park pretending not to enjoy it. I was given a yellow waistcoat and a list, because I am
reliable, it seems, and I ticked off every name, and then stood there with the pen, a bit moved, about fire.

low work 160-215 | Heat in the hall
The hall was an oven and everyone in it was somebody's older brother. Marek and Wendell are not speaking, over a fan. I
ate my lunch in the stairwell and was very nearly nice to everyone, and it took all I had.

high work 175- | Flask
Marek has started bringing his own tea and it is terrible. He watches you drink it. I told him it was the best I had ever
had out of that particular flask, and he was so pleased that he did both our labels until three.

mid work 284- | The view
You sit up there and everyone is a hat. I had not known that Priya has a grey parting, straight as a ruled line, or that
Wendell's cap has a second hymn sheet folded in it. I drove as if the pallets were asleep.

high work 284- | Nobody watched
First full shift on the forklift with nobody standing by to see if I hit anything. At the end of it Wendell walked the
length of the racking with his torch, looking for a scratch, and could not find one, and was a little put out.

low work 200- | Head office
Men from head office again with a tape measure. They measure, they look sorry, they go. Nobody knows what for. By the
second break we had all been sacked, in rumours, twice, and I had planned an entire life without Wendell in it.

mid work 90- | Lost property
Found in tyres this month, and kept on the shelf above the kettle: a doll's shoe, nine keys, a set of teeth, a letter that
begins "Dear Occupier". Dana would like the keys. We are all a bit afraid of the teeth.

mid money 28- | The jar
I have put what I did not spend this week in a jar, in coins, so that I can see it. It does not look like much. It looks
like a jar of what it is.

low money 31- | Brown envelopes
Opened the brown envelopes, all of them, in one go, standing up. It is exactly as bad as I thought and no worse, which I
suppose is a kind of news. There are eleven people I owe money to, and four of them are the same company.

high money 100- | Paid one off
Paid one off. They sent a message to say that the account was closed and thanked me for my custom. I read it out to the
fish. There are ten on the list now, and I ruled the line through it with an actual ruler.

mid money 60- | The woman on the phone
Rang the gas people. I had been putting it off since before I can remember. The woman said, "And how can I make your day
easier?" and I told her, and she did, it took six minutes. I have been afraid of that telephone call for two years.

low money 70-180 | The day before payday
The day before payday everything in the shop window knows my name. I went round by the canal, with an exact amount of
money for a loaf, and bought the loaf.

high money 190- | A receipt
Bought a coat. A whole new one, that nobody had died in or left on a train. I kept the receipt in my hand all the way home
in case somebody asked me, and nobody asked me, and it is hanging up.

mid money 230- | Standing order
Set up a standing order. That is a sentence I would have laughed at once. On the same day every month some money will leave
by itself and go where I said, like a grown-up child.

mid car 152- | The window
The passenger window has gone down. It has never gone down. It went down by itself at the lights, as if to look at
something, and now it will not come up, and I drove home along the ring road with one wet sleeve.

high car 153- | Heater
The heater works on one side. If you are the driver you arrive with a warm left leg and news of the cold. I have offered to
swap with passengers, but they are all either eight or Dana.

low car 155- | The light on the dash
A light came on, the shape of a little teapot. I cannot afford a teapot. I sat outside the flat with the engine off for
twenty minutes, and it was not about the car, and I do know that.

mid car 170- | Ring road
Drove round the ring road after work, once, for no reason, with the window down where it lives. It takes eleven minutes. I
used to think that going in circles was what was wrong with me. It is only a road, and it has a nice bit by the allotments.

high car 240- | Full tank
Filled it right up, to the click. I do not think I have ever owned a full tank of anything. Drove home carefully, with all
that road in the back.

mid work 45- | Split shift
Swapped with Priya's cousin and did the middle of the day for once. Everybody you see then is either very old or has a
pram. We nodded to each other like people on a different planet, a good one, with benches.

low work 100-128 | Somebody's joke
One of the drivers told a joke about the people who sit by the bus station. I know most of the people who sit by the bus
station. I laughed. It was a small laugh. I have been carrying it about all day, looking for somewhere to put it down.

high work 131-200 | What I said this time
The driver with the joke told another. I said, "I used to sit there," and went on rolling. Nobody said anything for about
a bay and a half, and then Wendell asked him very pleasantly how his diet was going.

mid work 262- | Rota
The rota is up, and there are Wednesdays and Thursdays on it with a line through and my initials, in Priya's writing. I did
not ask how she squared it. There is a packet of the ginger ones in her drawer now, and
she has not asked me how that got there.

high work 95- | Good with my hands
A delivery came in with the straps cut and three hundred of them loose, rolling about like calves. We just went in after
them, laughing, all of us, Wendell with his arms out. It took until two. I have not run about like that since school.

low work 183-192 | Nobody said anything
Back after four days. Nobody said anything, and they said it so carefully that I would sooner have had the joke. Then
Wendell gave me the good gloves, the ones with the grip, and said he had been looking after them.
`;
