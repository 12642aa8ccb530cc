/** The river, the pool, the library and the streets, in the form that passagesOf reads. */
export const passagesTown = `
mid river 0- | Brown
The river is up to the second step and as brown as tea. A whole tree went past, quite slowly, with a coot on it, going
along like somebody on an escalator. We both watched it as far as the bridge, me and a man with a pram.

high river 12- | Otter
I saw it. Nobody else was there and I shall never be able to prove it. A line in the water, and then a flat head, and it
looked at me for as long as it takes to be told a name. Then there was just a ring getting wider.

low river 2- | Under the bridge
There were people under the bridge that I know. One of them put a hand up. I put mine up and went on walking. I did not go
faster and I did not go slower, and it took all the concentration I have got.

mid river 30-200 | The man and the dog
The man who throws the ball was there. He throws, the dog looks at it, he sighs and fetches it. I asked him how long they
have been doing that. "Nine years," he said. "He's nearly got me trained."

high river 65-203 | Twenty minutes
Twenty minutes outside, it says on my list. I went out only to be able to tick it. And then the sun came in under the
bridge and lit the whole of the ceiling with moving water, and I stayed until my neck hurt.

low river 60- | Not a word
Went down to the weir and it did nothing for me. Water, a wall, a plastic bag. The heron had gone somewhere better. I sat
on Harold with my collar up and disliked everything, one at a time, in the order it came past.

mid river 110- | Who Harold was
Asked the woman at the library about Harold. She knew him. He was not a nice man, she says, he wrote to the newspaper about
everyone. But he did like it there. He would take his hat off before he sat down.

high river 220- | Stepping stones
Crossed by the stones. I had not done that since school. There is one that rocks, you have to know, and my foot knew it.
Halfway over I stood with water going by on both sides and felt like something that had been left there on purpose.

mid river 226- | Gravy
Somebody has scratched a T in the arm of the bench, beside Harold's plaque. Not deep. I know whose it is meant to be and I
think that I know who did it. I went round it with my thumb. You can hear the weir from there, and it does go on a bit, like
an advert.

mid town 0-45 | Library card
I have a card. It has my name on it spelt right, and lets me take home twelve at once. Twelve. I took one, as I did not
want them to think that I was greedy.

low town 3- | The old street
Got off a stop too soon, by mistake or not, and was at the end of the old street before I had thought about it. It's very
short. I always think of it as longer. I stood there until the next bus, with my back to it, like a child counting.

high town 45- | Somebody asked me the way
A woman stopped me to ask for the hospital. Out of all those people she picked me, to stop and ask. I told her the way and
then I ran after her and told her a better one.

mid town 50- | Lost gloves
There's a railing by the library where they put the gloves. Eleven, all left hands. Somewhere there is a whole town of
people with a cold right hand, or else it's one very careless person.

low town 80-105 | Someone I owe
Saw someone I owe, across the market. I got behind the fish van. I'm nearly forty. I stood there by the ice, among all
those eyes, until he had bought his potatoes, and then bought some potatoes too so as to have had a reason.

high town 112- | Someone I owed
Went up to him this time, by the potatoes, and gave him half of it. He had forgotten. He honestly had. He kept turning the
note over. "Well," he said, "well, there you go," and then he bought me a tea out of it.

mid town 120- | Band practice
There is a brass band in the garage behind the launderette. They have been at the same eight bars since I moved here. Today
they got to the ninth, and it was such a surprise that one of them laughed, and it went off down the trombone.

high town 160- | Voting
Voted, in the school, with a pencil on a string. It was the last-but-one cubicle and someone had drawn a small duck. I am on
the list. They looked me up by my address, and there I was, and they put a line through me with a ruler.

low town 140- | Queue
The man ahead of me was counting out coins for something that he could not afford, and his hands were going. The whole of
the queue breathed in through its nose. I could have paid the rest. I thought of it outside, as one does.

high town 232- | Reason
The Admiral, I mean the snail, has eaten part of a library book. I told them the truth. They wrote "snail" in the box where
it says reason. She showed me: above it there was "goat", and above that "grief".

mid pool 139-203 | Flowered caps
The caps are called Jean and Jeanette. They have swum here since it was the old baths, and a woman drowned in it, and came
round, and finished her length. They tell me my left arm is lazy. Nobody has said so nice a thing about the right.

high pool 140-203 | Fourteen lengths
Fourteen. I had got to twelve, and was hanging from the bar like washing, when Jean said that nobody had ever died of two
more. I looked at the lifeguard. He shrugged.

low pool 150- | Too loud
There was a school in. It was like being inside a bell. I did two lengths, got out, and sat in the changing room with a
towel on my head until someone's father asked me if I was all right. I told him that I was drying.

mid pool 221-236 | Back in the water
The ankle is allowed to swim. It went in first, all by itself, like a diplomat. I did six, in a straight line, with Jeanette
going along beside me on her back and telling me about the bishop.

high pool 240- | The medium lane
Someone had taken the sign away and I was halfway across before I saw that I was in the medium. Nobody came for me. I did
ten of them there, quite fast, with my heart in my ears, and went back to Jean and Jeanette to be told off.

mid town 200-255 | Evening class
There is a poster up for evening classes: Welsh, bees, bookkeeping, tap. I stood in front of it for as long as it takes to
miss a light. It had not crossed my mind that there was an evening to be given a class in.

high town 262-285 | Bees
It is going to be bees. The first one is free. We all had to say why we had come, and I had a meeting voice ready, but the
man next to me said that he liked honey, so I said that as well. Nobody knew a thing about me. I could have been anyone
with a notebook.

mid town 290- | Naïve
The bee man says that they will go back to the place where the hive was, for days, if you move it by only a little way. You
have to move it a few feet or else a few miles. I wrote that down under _naïve_, crossed it out, and put it under _me_.

low town 228-260 | The shelter
Took a bag of things to the shelter, for whoever. They still have his mug up on the hook. I said that I had only come in
about the bag. The girl said, "Do you want a minute?" and I did, it turned out. I wanted about ten.

high river 285- | The heron, close to
It let me come nearer than it ever has. I could see its eye, yellow, with no opinion in it. I think I have simply been here
long enough to be part of the railing. It shook itself from the bottom up, like a person putting on a coat, and stayed.

low river 183-203 | Grit
They've lowered the water to see to the weir, and there's all of it, what was at the bottom: tyres, a pram, a safe with its
door off. It does not look any worse than I had thought. It has just got the light on it.

mid town 60-150 | Twelve at once
I have gone up to four at once. Lighthouses, soup, a murder, and one about how to sleep. The murder is very restful. The
one on sleep I could not put down.

high town 14-90 | A free thing
They give away the unsold rolls at the station bakery at ten to eight, if you happen to be there, and do not look as though
you had known. I happened to be there. The girl put in a bun. I carried the bag home on the flat of my hands, like a crown.
`;
