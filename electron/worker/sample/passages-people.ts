/** The hall with the orange chairs, Dana, and Ruth's room, in the form that passagesOf reads. */
export const passagesPeople = `
mid meeting 6-100 | The Admiral
It takes the Admiral forty minutes to boil and he does it with remarks. Tonight he went off in the middle of somebody's
silence, a long wet sigh, and she said, "Exactly," and sat down.

low meeting 6-60 | By the door
Sat by the door and left before the end. I do not know what I wanted anybody to say. Whatever it was they did not, and I
was cross with them for it all the way to the bridge, eleven people who had only told the truth.

high meeting 26-75 | Spoke
Spoke tonight, more than my name. I had meant to tell them about the job, and it turned out to be about my hands, how they
shake when I am given change. Two people looked down at theirs.

mid meeting 25-150 | Stacking
I am on chairs this month. Sixty of them, in tens. There is one with a split seat that bites, and you can tell who is new
by who sits on it. I have put it at the bottom.

high meeting 60- | Ines's scarf
Ines has been knitting the same scarf since before I came. It goes twice round the chair. She says that she puts in a row
for each meeting, and takes none out, so that the bad ones are in there too; you can find them, they are tight.

low meeting 40- | Somebody's good news
Somebody had a year tonight. Cake, candle. I clapped till my hands were hot, and then I was in the car park, furious, and
had to ask myself with whom. It was only a cake.

mid meeting 90- | Two at the back
A couple came in tonight holding on to one another, and sat by the door with their coats on. Everyone was careful to look
at the ceiling. Lou took them two teas, without asking, the way somebody once took it to him.

high meeting 130- | My turn on the urn
I have been given the Admiral. There is a knack to his tap, you go past it and come back. I made forty cups and two of them
were drinkable, and Frank said it was the best turnout he remembered since the flood.

low meeting 226-262 | The empty one
There's a chair that nobody sat in tonight. Nobody had said not to. It was just that everyone who came in looked at it and
went on to the next, and so there it was for the whole hour, with us all round it.

mid meeting 232- | Whistling
Frank whistled while he was washing up, and we all stopped with our tea towels. It was only from the radio. "Sorry," he
said. And Lou said, "No, go on." It was an advert for gravy.

high meeting 270- | Halfway up
It came to me at the meeting that I do not sit near the door any more. I could not have said when I moved. I was about
halfway up, next to a pillar, and there was somebody new by the door, looking at me as if I had been born there.

mid meeting 100- | The other hall
Went to the one across the river, as ours had a wedding in it. The same biscuits, the same rain. They have a different
urn, with no name. Somebody talked about his dog for all of his five minutes and I could have listened for an hour.

low meeting 150-177 | What I left out
I told them about the good week and sat down and everyone thanked me. I had left out all of Thursday. It is not lying, I
thought. It is only leaving a gap the size of a day, and sitting there next to it with a cup of tea.

high meeting 186-224 | Put it back in
I stood up and put in the part that I had left out. It took one minute. I had been dragging it about for a fortnight like
a wardrobe, and it was one minute long.

mid dana 9- | What people bring
Dana says you can tell a lot from what a person brings to be copied. The worn ones are front doors, the shiny ones are
sheds. People who are leaving somebody want it done while they wait. She never looks up at those; she just goes slower.

high dana 20- | The wrong bus
Rang Dana to say I was fine, really fine, for no reason. There was a pause, while she looked for the catch. Then she told
me about her knee for ten minutes. It is the first time she has ever rung off second.

low dana 28- | Engaged
Dana's phone was off. I know that she is allowed to go to the cinema. I rang it four times anyway, to hear it be off.

mid dana 45- | Machine oil
Sat on the stool in the kiosk for my lunch hour. There is just room for one person to work, and one to sit, if neither has
any plans. She cut eleven keys and we said about eleven words. I came out smelling of oil, and feeling as though I had
been filed.

high dana 120- | What she is like
Somebody asked me what Dana is like and I said, like a good wall. Then I told her. "Retaining or dividing?" she wanted to
know. She has a brother in the trade.

low dana 83-110 | I would rather not
She made me ring three people while she watched. I would rather have had the tooth out. All three of them said, more or
less, "Oh good," and one of them was eating.

mid dana 190- | A rule of hers
Dana has a rule: never decide anything lying down. I pointed out that it is when I have most of my ideas. "Yes," she said.
"I've met them."

high dana 255- | Her brother's wedding
She closed the kiosk for a wedding and gave me the spare key to feed the cash-box mouse. That's what she said. There is a
mouse. I sat in there by myself with the shutter half down and nobody in the whole world could have found me, and I was not
hiding.

mid therapy 10- | The plant in the room
Ruth's plant has put out a leaf the size of a tray, right across the window, so we sit in a sort of pond. I said that I was
angry with no one in particular. She said, "Which no one?" and we were at it until ten to.

low therapy 10- | Nothing to say
Said almost nothing for fifty minutes. Ruth let me. I kept looking at the clock, and it had a good look at me. On the
stairs going down I thought of nine things, one after the other, each of them about my father.

high therapy 50- | What nobody needs
Ruth sets homework. This week it was to notice one thing each day that nobody needs. I have got: a brass band practising
behind a shut garage door; a boy teaching his grandmother to spit; the word _mangle_.

mid therapy 70- | The two chairs
She had me sit in one chair and be the part that wants to, and then in the other and be the part that does not. I felt a
fool. The trouble was that the first one had all the jokes.

low therapy 96-177 | The drawer
We talked about the drawer with everything in it that I do not post. Ruth asked how full it is. I said that it still shuts.
She wrote that down, and for some reason it was the writing down that did it; I used four of her tissues.

high therapy 200- | Slower
Ruth said that I have begun to finish my sentences. I opened my mouth to say that I had always, and saw her face, and went
on to the end of it, out of spite: that I had always finished my sentences, full stop. She wrote down the full stop.

mid therapy 226- | About Terry, with Ruth
I told Ruth that I keep counting who is left, like a teacher on a school trip. She asked me who had given me the list. I
have been thinking about it ever since. There must have been a coach, at one time, with all of us on it.

high therapy 290- | The spring version
She read me something that I said in the spring. I did not recognise the voice. It was like hearing somebody talk
fast at a shop counter, hoping that the card will go through. I wanted to reach in there and pay.

mid meeting 170- | Biscuits
There has been a vote about the biscuits. It was by show of hands, and lasted half an hour, and there were speeches. We
could not agree about whether a person may want something plain. In the end they bought both kinds. Democracy is mostly
crumbs.

low meeting 110- | Wet coats
Eleven wet coats and a heater. It was all Thursday people with Monday faces. I said "pass". I had come out in that rain and
sat on the split chair so as to say "pass", and Ines leant over and told me that it was a good clear pass.

high meeting 300- | The bins
Stood outside by the bins with somebody who was not sure. I know those bins well. We agreed that it was cold. We agreed
that one can always leave. I said that I would have a cup of something in there in about five minutes and that it would
be dreadful.
`;
