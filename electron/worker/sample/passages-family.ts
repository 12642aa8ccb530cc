/** Maya, Kit, the narrator's mother, and Zoë from a distance, in the form that passagesOf reads. */
export const passagesFamily = `
high maya 22-76 | Facts
Facts from Maya, by telephone: a lot of jellyfish together is a bloom; a starfish has no brain; Kit is cross about the glue. I
wrote them down while she talked, so as to have asked her about them by Saturday.

mid maya 22-76 | Crossword
We did the maze on the back of the children's menu. She does them from the end to the beginning because there is less
choice that way. I said I wished I had known that. She said, "I could have told you."

low maya 22-76 | The hour before
Got to the café an hour early so as not to be late, and then stood across the road so as not to be early. When they came
round the corner she had a new coat on. I had not been there when it was bought. It is a silly thing to be sad about, a
coat.

high maya 30-76 | Swings
She went so far up on the swing that the chain went slack at the top, and I did not say be careful. I thought it, with all
my strength. When she came down she said that from up there you can see over the wall, and there's only another wall.

mid maya 105-177 | Spelling
Tested her on her spellings across the kitchen table while Kit did the washing up. She can spell _necessary_ and I cannot.
"One collar, two socks," she told me, and I have been going about all day with one collar and two socks.

high maya 107-177 | The swap
She gave me a stone with a hole in it, and I was to give her something of equal value. I went through my pockets. She chose
the key tag with Dana's number on it, the old one. "What does it open?" I said a person.

low maya 108-177 | Home time
She has begun to ask when I am going, not sadly, only so as to know how to divide things up. An hour is two games. I have
learnt to say it straight away, and to the minute, and then to be gone by that minute.

mid maya 120-177 | Haircut
Maya has cut her own fringe. Kit opened the door with the face of somebody who has already shouted. We all three looked at
it. I said that it was very even. She said, "I used a ruler," and Kit had to go and do something in the hall.

high maya 128-177 | Bicycle
Got the chain back on her bicycle, and the brakes to bite, with a borrowed spanner and a film of a man in a shed. She rode
to the end of the road and came back and said that it used to go _tick_ and now it did not, and could I put it back.

low maya 130-177 | The school fair
At the school fair I knew who everyone was and they knew who I was. It is not that anybody said a thing. It's how the
conversation moved along a little when I came to look at the jam.

mid maya 202-236 | Drawn from life
She is drawing the whole family as sea creatures. Kit is a ray, the grandmothers are crabs, she is a squid. I am the walrus
of course, off to one side, on an ice floe. I asked if that was on purpose. She thought, and drew a rope.

high maya 205-236 | Shadow
Walked home with the sun behind us, and our shadows went in front, very long and thin, and reached the corner before we
did. Hers waved at me. Mine is always a bit late to things but it did wave back.

low maya 203-236 | What she asked
"Were you poorly again?" Yes. "Is it catching?" No. "Is it finished?" I told her that I did not know, that I was looking
after it, that there were people helping. She went on colouring in. After a while she said, "I'd like to know, if it isn't."

high maya 239- | Loose change
She has found the jar, sorted the whole of it by size, and drawn up an account. There are four coins in there from other
countries. "Somebody cheated you," she said, delighted, and has put them by for when we go.

mid maya 240- | Who is in charge
Maya keeps a list on my fridge, headed RULES. No phones at tea. Biscuit may come in. Nobody is to go to sleep cross. The
last one is in different pen and says: the walrus does the bins.

high maya 244- | The voice
I was doing the walrus through the bathroom door about the washing of teeth when Mrs. Okafor came down to ask whether I had
company. I said yes, in the voice. There was a silence, and then the walrus was asked if it had any onions.

low maya 246- | Nightmare
She had a bad dream and shouted for Kit. I went in and it was only me. I said so. She looked at me for a bit with her hair
up on end and said, "You'll do," and turned over, and I stood in the hall after that for quite some time.

mid maya 270- | The other shoe
We have solved the shoe. There is a box by the door with SHOE on it, and it is for one shoe, because the other, she says,
never gets lost. I asked how she knows which. "It's the one that's there."

high maya 269- | At the gate
A father at the gate asked me if I was the one with the walrus. I said I was. He told me that his son has been asking for
one. I have never had anything that another parent wanted before.

high maya 272- | Porridge
It was the sort of porridge you could hang paper with, and she ate it with her elbows out, reading me the back of the
packet, and the window was just getting light behind her head. I did not take a picture. I was busy looking.

mid maya 280- | Homework
A poster about the water cycle. It all comes down, it all runs off, it all goes up again. I said that it seemed like a lot
of trouble. "It's not trouble," she said, ruling an arrow. "It's just what water does."

mid family 0- | Crossword clue
My mother rang for a river in four letters. I gave her three that I thought I knew and she said no to every one, and then
sat with the phone to her ear and finished it without me. I like it when she does that. I put her on the table and cooked.

low family 0-170 | What she does not ask
My mother does not ask. She rings at six on a Sunday and tells me about the neighbours' extension. There is a small gap
before she says goodbye, about the size of a question. Then she says, well, wrap up.

high family 117-165 | Volume
Now that she can hear, my mother has gone round the whole of her house turning things down. She rang to tell me that there
is a blackbird. "Was there always a blackbird?" I said there had been at least one.

mid family 100- | Dad's shed
Went to see to my mother's gutter and ended up in Dad's shed. It still smells of him, oil and string. There are forty jam
jars of screws up there, by size, with labels, and one that just says _good ones_.

low family 40- | His birthday
It would have been Dad's birthday. My mother made the lemon thing that he liked and I did not, and I ate two pieces of it.
Neither of us said the word Zoë. There were three plates out when I came in, and she put one of them away with her back
to me.

high family 140-200 | Gutter
Learnt from Frank how to do a gutter, and did my mother's. She stood below and held the ladder with both arms, like
somebody dancing with it. "Higher," she said. I said that it was as far as it went. She told me she had meant the blackbird,
she wanted me to see the nest.

mid sister 39-168 | Photograph
In the back of the lighthouse book, for a bookmark, I found a photograph of the two of us on a beach with a bucket. She is
holding my collar. I think that I was about to go into the sea. She has got her whole weight on it.

low sister 45-300 | Her birthday
It is Zoë's birthday. I bought a card with nothing on it, wrote it in my head at work, and put it in the drawer, still in
its paper. I am getting to be quite a collector.

mid sister 175-310 | My mother's news
Zoë has had the kitchen done, my mother says. Yellow. She told it me as if it had been in the newspaper. I asked what sort
of yellow, and she was so pleased that she got it wrong twice.

mid sister 270-314 | Draft
Wrote out what I would say. Then crossed out everything that began with "I just". There was one line left. It will go on
the back of a bus ticket.

high maya 152-177 | Passenger
Maya's first go in the car. She wanted to know what every knob did, and I told her, and made up two. She wound the window
that does not wind, for a mile and a half, with great patience, in case it had only been waiting for the right person.

mid family 250- | Chess
Kit's father was there, when I went to fetch her. He has not spoken to me since the christening. He was at the board by
himself. He said, "Do you play?" and I said badly, and he turned it round so that I had the white.

high family 200- | The mender
I am the one my mother rings now about the boiler. It was always Zoë. I did not know a thing about boilers, so I read about
it for an hour in the library and went round there, and pressed the button that says RESET, and had lunch.
`;
