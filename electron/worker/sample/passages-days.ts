/** Whatever else a day has in it, in the form that passagesOf reads. */
export const passagesDays = `
mid books 25-120 | Wicks
The keeper in the book trimmed his wick every four hours for thirty-one years, and in all that time wrote only one opinion
in the log. It says: _Cold._ I have been trying to live up to it, but I keep adding things.

high books 90-200 | Who did it
It was the sister. I had thought that it was the vicar, right up to the last page but one, and I said "Oh" out loud on the
bus. The woman next to me said, "Don't tell me, I'm on chapter nine."

low books 60- | The same line
Read the same line for an hour. It was a perfectly good line, about a harbour. Each time I got to the end of it there was
somebody else's face at the beginning.

mid books 200- | Large print
I took out the large print by mistake and it is a revelation. Every sentence comes up to you on its own with its hat off. I
have never got on so well with anybody in a novel.

high books 240- | Two copies
Maya and I are reading the same book, each with our own, and we ring up at the ends of chapters. She will not say what she
thinks until I have. "You first," she says. "You're the one who has to practise."

mid bees 268- | In the suit
We put the suits on. You cannot tell anyone apart in them, twelve white shapes in an orchard, being careful. He took off
the lid and there was a noise like a very large machine for making one small thing.

high bees 275- | Held the frame
I held a frame with, he says, two thousand on it. I could feel them through it, like holding the end of a telephone wire.
My hands were as steady as a shelf. I looked at them as if they belonged to somebody I would like to know.

mid bees 295- | Smoke
He uses smoke to make them think about something else. It does not put them to sleep, as I had always supposed. They
believe there's a fire and go to pack. I put up my hand and asked how long before they notice. "They've never said."

low rain 0-120 | Inside of a bucket
It has rained for four days, and everything I own is on the radiator, including the paper. I sat at the window and did not
want anything. I do not mean that it was peaceful.

mid rain 20- | Umbrella
Lent my umbrella to a stranger at the bus stop, who has been to Norway, and had hers stolen, and was off to have her eyes
done. She said that she would leave it on the library railing. It was there by Thursday, rolled, with a toffee in it.

high rain 80- | Drenched
Got so wet on the way home that it stopped mattering, about at the post office, and after that I walked down the middle of
everything. A man in a doorway lifted his hat to me. I do not think it was meant as a joke.

low rain 186- | The gutter of the year
Wet all day, the lamps on by teatime, and nobody about. I can see why people believe in ghosts. You want there to be somebody
on the stairs.

mid haircut 35-110 | Short
Had my hair cut by a proper person. She asked what I did, and I told her tyres, and she asked what sort, and I found that I
had a good deal to say. She swept up about a year of it. I watched it go round the broom.

low mirror 0-75 | The mirror in the lift
There is a mirror in the lift at the housing office and no other place to look. I was in there with it for three floors. I
said sorry to it, as one does if one has got in somebody's way, and the man with the trolley thought that I meant him.

high mirror 110-150 | The photograph for the pass
Four photographs for the bus pass. I had to sit still and not smile. In the old one I look like somebody being held up by
the collar. In these it is only a person waiting for a flash.

mid food 14-100 | The food bank
Went for my bag on the Friday. The woman puts in something that you did not ask for, every time. It was a tin of lychees. I
have no idea what they are for. I have put them on the shelf, where they can be seen.

high food 101- | Took a bag back
I carried a bag of tins to the place where I used to fetch one. Same woman, same table. She did not make anything of it. She
said, "Lychees?" I said I'd finally opened them. "And?" Like eating somebody's eyes, I told her, but nice.

mid music 45- | Choir
The choir upstairs from the meeting lets its sound down through the floor. We get mostly the altos. Somebody was telling us
about his divorce and was joined, at the worst part, by _Alleluia_, twice.

high music 150- | Sang
Sang in the car, all the way round, with the window that stays down staying down. At the lights there was a boy on a bicycle
who knew the words. We did a verse each. He turned left.

low music 100- | That song
It came on in the shop. I put down the basket and went and stood outside, next to the kindling, for three minutes and
forty seconds. I know how long it is. I know each thing that happens in it.

mid phone 16-80 | Numbers
Went through the names in my phone and took out the ones who are not friends. It asks you every time whether you are sure.
Thirty-one times I was sure. There are nine left, and two of them are plumbers.

high phone 70- | Somebody rang me
The phone went and I looked at it as though it might go off. It was only Lou, who wanted to know how to get candle wax out of
a coat. Brown paper and an iron. I have waited all my life for somebody to ask me something that I know.

low phone 30-200 | Typing
Three dots came up, as if Kit was writing something, and they went away, and they came up again. I watched that for the whole
of the bus ride. Then it was "OK". I do not think I have ever heard a word so carefully put together.

mid teeth 20-250 | Tooth
The back one is at it again. I told the pharmacist that I can have nothing interesting. She gave me oil of cloves, and now
I smell like a ham. It works. I go about the place like a Sunday dinner.

high hands 50- | Change
The girl at the bakery put the change in my hand and it stayed there. Four coins, flat, not jumping about. I held them out a
bit longer than you should, to see. She asked me if it was wrong.

low hands 8-60 | Shaking
I could not get the key in the lock with both hands. Somebody was coming up behind me. I made out that I was looking for
something in my pocket until he had gone past, said good evening, and had a look in there for what it might be.

mid thoughts 30- | A theory
I used to think that other people had been given a sheet of instructions. I now think that there is a sheet, but that it
says only _bins, Tuesday_, and they have worked out all of the rest from there.

high thoughts 110- | Ordinary
Was asked what I did at the weekend and said, "Nothing much." It was true. I had to stop on the stairs. You have no idea what
I would have given for that, once, a weekend with nothing much in it.

low thoughts 45- | Who I was at nineteen
I met someone who knew me at nineteen. She said that I used to be so funny. I was funny for the rest of that conversation,
and it was like carrying a table up a flight of stairs.

mid thoughts 130- | Interest
The man on the radio said that a habit is like compound interest. I have only ever known it from the other side, as the one
who pays. So I sat there with my sandwich, and tried to think of it coming in.

high thoughts 200- | The list of dull things
I made Dana a list of all the dull things that are mine now. A dentist. A bin day. A favourite mug. An opinion about which
checkout. She read it twice and said that I should have it printed.

low thoughts 187-235 | What if it is this
What if this is all it is. I asked Ruth and she did not say that it was not. She said, "And what is this?" So I told her: a
room, a job, a cough, a child on Saturdays. It went on for some time. I ran out of fingers.

mid street 40- | The man with the ladder
The man who does the street lamps was up outside my window at breakfast, at eye level, with a bulb in his mouth. We had to do
something about it, so I held up the pot. He has two sugars.

high street 85- | Chalk
Somebody has drawn hopscotch the whole length of our street, past all of the numbers, up to a hundred and twelve. I saw a man
with a briefcase look both ways and do it as far as thirty.

low street 26- | Police
Two of them came along the pavement towards me, laughing at something, and my whole back went cold. I had a loaf and a pint
of milk on me. They said excuse me. I stood there until my bus had come and gone with my milk getting warm.

high street 175- | Police, again
One of them asked me if I had seen a dog. A brown one, answers to Colin. I helped look for half an hour, up and down the
backs, shouting "Colin" with the law. He was in the chip shop.

mid mending 55-160 | Zip
Took the zip of my coat to bits at the table to see why it would not. It is only two rows of little hands. One of them had let
go, a good way down, and all of the others had gone on shutting over nothing. I squeezed it. It goes.

high mending 120- | The chair leg
Glued the leg of the first chair, the one that was always going to tip up whoever had it. It has been clamped for a day with
two belts and a wooden spoon. I sat down on it with my whole weight and said so to the plant.

low mending 90-177 | Broke it
Dropped the blue mug. It is only a mug. It was the one that I had the first week, when there was one, and I knelt there in the
kitchen picking up every bit as if someone were going to come and count them.

mid mending 190- | The blue mug
I kept the bits in a bag, and today I sat down and stuck them. It has a hole in it the shape of Ireland. It cannot hold tea.
It is perfectly all right with pencils.

mid stars 140- | The man with the telescope
There was a man on the allotments with a telescope, letting anyone look who asked. I saw the rings. They are really there,
tilted, like something a child would draw. "It's further off than it was when you came," he said, "if that is any help."

high stars 250- | Saturn, with Maya
Took Maya to the man with the telescope, in her pyjamas and my coat. She looked for a good long time with her mouth open and
then wanted to know which bit of it was now. Nobody could tell her. He gave her his stool.

low sunday 20- | Four o'clock on a Sunday
There is something that they do to the light at four o'clock on a Sunday. Every house with its lamp on and a television, and
somebody just going out of the room. I walked round and round in it with my hood up, like a person delivering something.

high sunday 95- | Paper
Bought a Sunday paper and read all of it, even the boats. I had jam on my sleeve by the end, and views about the harbour dues.
Nobody could have told me from a person with a garden.

mid market 35- | Buttons
There is a stall that only has buttons. I needed one. She would not be hurried, she laid out eleven browns on a cloth, and we
went over to the daylight with them, one at a time, and it cost less than the bus.
`;
