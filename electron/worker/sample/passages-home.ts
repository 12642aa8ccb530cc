/** The flat over the fish shop, the neighbours, and learning to cook, in the form that passagesOf reads. */
export const passagesHome = `
mid cooking 12-60 | Eggs
Eggs again. I can do them three ways now, if you count the way where they stick. The book says that the pan must be
neither too hot nor too cold, and I would like the person who wrote that to come here and point.

high cooking 36-100 | Lentils
Lentils cost nothing and forgive everything. I put in an onion, a carrot, the end of a jar of something red, and went away
and forgot about it, and it was better for having been left alone. I have known people like that.

low cooking 15- | Toast for supper
Toast for supper, standing up. I could have cooked. There was a whole cabbage looking at me. I was not sad, I only could
not see who would be eating it.

mid cooking 45-150 | Dumplings
The dumplings came out as one dumpling. I cut it in slices, like a cake, and had it with gravy, and would do it again on
purpose.

high cooking 60-120 | Two plates
Mrs. Okafor came down to borrow an egg and stayed for the rest of them. I own two plates and they were both on the table.
She looked into every cupboard, one by one, and said that at least it was honest.

mid cooking 131- | Heat
Put in one jalapeño, as instructed, and then another one, as not instructed, and had to sit with my mouth open by the
window like a dog in a van. Ate all of it. Eyes very clear.

low cooking 90- | Burnt pan
Burnt the pan. I was on the phone to the council, and came back to a kitchen full of brown fog and the alarm going. Nobody
came to see if I was dead, so I waved a tea towel at it and told it that I was not.

high cooking 198-206 | The loaf I gave away
Gave a loaf away, to Mr. Petrov, because there were two. He smelled it at both ends. He told me that his mother put a coin
under hers, and would not say why, and then gave me a snail in a bag of water. I have a snail.

mid cooking 207-222 | Name of the snail
The snail is in a bowl by the window. Maya says that it is called Admiral, after the urn, which she has never seen. It eats
cucumber, and it takes all day, and I have sat and watched it do so with my own supper going cold.

mid cooking 140-164 | The market at four
At four they start to shout and everything is a bowl for a coin. I came home with nine aubergines. I have never cooked an
aubergine. They are lying along the worktop like seals.

high cooking 165-177 | What to do with nine aubergines
Mrs. Okafor took three, Kit took two, and I have learnt that if you burn the outside until you are ashamed of it the inside
turns to smoke and silk. I ate it with a spoon, in my coat, because every window was open.

low cooking 170- | For one
There ought to be a book for people who cook for one, and the first page ought to say: it is allowed to be nice. I made an
effort, and laid the fork, and then found that I had read the back of the salt for the length of the meal.

mid home 0-100 | Swept
Swept under the bed. Found two spoons, a sock, a library card in a name I used to spell differently, and a great deal of
last year. It took three bags.

low home 0-34 | No curtains
There are no curtains in here because I sold them, or swapped them, I cannot remember which. When the lorries go by their
lights cross the ceiling from left to right, and I lie under it like something in a drawer.

high home 36- | Curtains
Put up curtains. They are from the charity shop and have pheasants on them. One is an inch longer than the other, and when
I draw them it is as if the room shuts its eyes.

mid home 20-150 | Blue
At night the light from the tanks comes up through the gap by the pipe and makes a moving patch on the ceiling, like being
at the bottom of something. I used to hate it. Now I put out the lamp a bit early so as to have it.

high home 65-90 | Plant
I have a plant. Ruth's big one had a baby and she gave it to me in a yoghurt pot. It has two leaves and stands very
straight. I told it the rules of the house, and neither of us could think of any.

low home 95-180 | The plant again
One of the leaves has gone yellow, and I took it a good deal more personally than the plant did. I moved it to the other
window. Then I moved it back. Then I moved the chair, so as to have done something.

high home 205- | Five leaves
Five leaves. The new one came rolled up, like a letter, and opened in a day when I was not looking. I have bought it a
proper pot. It looks rather lost in there, as I did in the flat when I got the second chair.

mid home 50- | Upstairs
Mrs. Okafor's programme came through the ceiling at nine, as it always does. There is a man in it who shouts "Never", and
she shouts it with him. It is nice to have something in the building that can be relied upon.

mid home 80-140 | Biscuit calls
The cat came in by the landing window, walked round the flat along the edges as if he were measuring for carpets, sat on my
clothes, and left. I seem to have passed. Or else it was only the sardines.

low home 110-140 | Damp
There is a patch of damp over the bed in the shape of a country. The landlord says he will send somebody. I have been lying
here giving it rivers. I expect I ought to be angrier, but I keep thinking that I was worse for this flat than the rain.

high home 150- | The man about the damp
Somebody came about the damp. He was seventy, he sang, he put the ladder up on my bed without asking, and he told me that
the roof had only ever wanted one tile. One tile. It took him four minutes, and it has been like that for three years.

mid home 90- | Fuses
The power went off all down the street and we stood about on the pavement in our slippers. Mr. Petrov had buckets of fish
and a bicycle pump and needed hands, so five of us pumped air by turns until ten at night. Nobody died. I was quite sorry
when the lights came on.

high home 190-235 | Somebody to supper
Dana came to supper. That's the chair's first visitor apart from Mrs. Okafor and the cat. She walked about looking at the
locks on things. "You want a better one on that window," she said, and had two helpings, and then got out a screwdriver.

mid home 239-262 | A second bed
Carried a bed up three flights with Marek at the other end, who does not know left from right and says "my left" as if that
settled it. It is for Maya. It is very small, now that it is up, and there is a great deal of room round it.

low home 26-120 | The door
Somebody rang the bell at midnight, and went on ringing. I know the ring. I lay flat on the floor beside the bed, as if
they could see through the wall, until it stopped, and for a good while after.

mid home 130-200 | Keys
Had the lock changed. Dana did it and would only take the price of the barrel. The old key does not do anything now. She
asked if I wanted to keep it, and I did not, so she dropped it in the bin where all the wrong ones go, and it made a very
small noise.

high home 40- | Washing on the line
Washing on the line in the yard, between Mr. Petrov's nets and Mrs. Okafor's enormous nightdresses. Mine looked like the
washing of somebody with a job.

mid home 100- | Radio
I found the radio from the old place in a box and put batteries in it, and it came on in the middle of a sentence, in the
same voice, on the same station. As if it had been telling somebody in there all this time about shipping.

low home 120-165 | Sunday afternoon
It rained, and the afternoon went on for about a week. I picked up every single thing in the flat and put it down again. I
am told that other people call this pottering.

high home 170- | Sunday afternoon, another
Slept in the chair with the book on my face and woke up with the print on my nose. There was nothing that I ought to have
been doing instead. It rained, and it was on the other side of the glass.

mid cooking 226- | Admiral's cucumber
There's a way of salting cucumber that brings all the water out of it, and I had just got it right when I saw that the
snail was watching. I gave him an unsalted piece. I do not know what they can tell.

high cooking 250- | For four
Kit, Maya, Mrs. Okafor, me. Four plates; I borrowed two of them from the people who were going to eat off them. The rice
caught at the bottom exactly as much as it ought to. Nobody talked about anything, and we did it until nine.
`;
