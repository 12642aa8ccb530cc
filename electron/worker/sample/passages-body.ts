/** Sleep, nights, cravings, the clinic, and the body that all of it happens to, in the form that passagesOf reads. */
export const passagesBody = `
low sleep 0-60 | Awake
Awake at two, at three, and at ten to four. I know the house now by its noises. The pipe, the fridge, the pump in the tanks
downstairs that coughs once in an hour, like someone in a library.

mid sleep 4- | A dream about a bus
Dreamt that I was driving a bus, and everyone I have ever borrowed money from got on, with exact change. Nobody said
anything. I woke up just before the terminus.

high sleep 20- | Eight
Eight hours. I looked at the clock, and then at the other clock. I lay there being slept, if you can say that, like
something that has been washed and left on the line.

low sleep 60- | Three in the morning
At three everything I have ever done comes and stands by the bed with its hat in its hands. I have learnt not to argue. I
tell it that the office opens at eight, and put on the programme about the sea areas.

mid sleep 70-150 | The pillow
I have bought a pillow. I had no idea that they were meant to be like that. It turns out I have been sleeping for four
years on a kind of envelope.

high sleep 130- | Before the alarm
Woke before the alarm and lay and listened to it not going off. There is about a minute there that belongs to nobody. It
was raining a little. I could hear Mr. Petrov talking to his eels.

low sleep 160- | Dreamt
One of those dreams. I used in it, and it was not even good, there was a queue. Woke up sweating, with the whole of the
guilt and none of the day it goes with. It took until the second cup to believe my own arms.

mid night 5- | Nine until eleven
Got through nine until eleven by sorting a drawer of screws that came with the flat. Big, small, and what on earth. I do
not own anything that needs a screw. It does not matter. They have been told apart.

low night 5-110 | Walls
The evening came right up to the window and leaned on it. I rang the number and hung up before it could ring. Rang it again
and did not hang up, and then had nothing to say but my name, so I said that.

high night 60- | Ten o'clock
Looked up and it was ten o'clock. It had simply gone past the way it does for other people. I had been trying to mend the
lamp. I did not mend the lamp.

mid night 140- | Fireworks
Fireworks over the allotments, for no reason that anyone in the street knew. We all stood at our windows, lit up green and
then red. Biscuit has been under my bed ever since, saying things.

low night 183-230 | Long
Every hour tonight had a spare one folded up inside it. I did the things. I did them in the order on the card. They worked
in the way that a bucket works, you do have to keep on carrying it.

high night 250- | Lamp
Sat with the lamp on and did nothing. I should like to be exact about it. I was not getting over anything, or waiting for
anything, or being good. It was just on, and I was in the chair by it.

mid craving 3- | Weather report
Rated it every hour, as Dr. A. suggested, like the lighthouse men. Nine o'clock, four. Ten, four. Eleven, seven, and
gusting. Twelve, five. One, three, and good visibility. I had thought that it was one long thing. It has edges.

low craving 3- | All day
It was there all day, not loud, like a tap that somebody has left running in another part of the house. You get up to see
to it and there is no tap.

high craving 40- | It went by itself
Six, at the bus station, out of nowhere. I looked at the clock over the ticket office and thought that I would just see how
long. It was fourteen minutes. I did not do anything clever, I held on to a pole. And then it was a two and I wanted a bun.

mid craving 60- | A smell
It was the smell of a particular kind of washing powder, on a woman in the queue. That's all. Straight through the floor,
down into a room with an orange blanket. I said to the till girl, quite loud, "Just the bread, thank you," and came back up.

low craving 90- | Rain and a car park
A man sitting in a parked car with his head down, in the rain. He was only looking at his phone. I had to walk the whole
way round the block and start the street again.

high craving 150- | Told it out loud
Said it aloud to Wendell's back, over the noise. "I've got a craving." He took his ear guards off. "A what?" "Nothing." And
it really was down to not much. I think they do not like the light.

mid craving 200- | What it wants
I have been asking it what it wants, as Ruth said to. It never says the thing. It says: quiet. Or it says: not here. Once it
said, in so many words, a sit-down. I gave it a sit-down, with a biscuit.

low craving 183-205 | Louder
They told me it would be louder again for a bit and it is. Knowing it is a help in the way that it's a help to know which
train just went through the station you are lying next to.

high craving 260- | Two
The most it got to today was a two. I keep looking round for it, like someone who has had a dog for years.

mid clinic 1-280 | The corner of the sky
Ten minutes early, so I did some of the sky. Everyone leaves it, because it is all one colour, but if you stop looking at
the colour and go by the shapes it is as easy as anything. Bev slid the lid across without a word.

low clinic 2-60 | Waiting room
There was a man shaking in the waiting room and everyone looked at the floor. I looked at it as well. I know how that floor
feels from where he was. When they called me I had to walk past his knees.

high clinic 30- | The right box
They have put me down as _attends_. I saw it on the screen, upside down. I have been called a good many things on forms.

mid clinic 62- | Blood
New nurse, first week, hands like ice. She could not find it, and was sorry, and could not find it again, and was sorrier.
I told her that it was not her, that the fault lay with the previous management. She laughed so much that she found it.

high clinic 120- | Teeth and weight
I have put on weight, and they told me so as though it were a prize. I saw myself sideways in the glass of the chemist's
door. There is more of me. Somebody might think that I had been meant.

low clinic 100-150 | At the chemist
The girl at the chemist called it out across the shop, name and all. Four people turned round. I signed for it. I know that
nobody there cared, by the time they were out of the door they would have forgotten. I had it all the way home like a stone
in a shoe.

high clinic 155-177 | At the chemist, later
Went back to the chemist's, about the girl who calls it out, and asked for the manager. I had three sentences, and I said
the first two. He took me to the side, where there's a screen for that. "There has always been a screen," he said, a
bit ashamed, and it has been used ever since.

mid clinic 210-280 | Somebody new
Someone was sitting where I sat, in the jumper you can tell they were told to bring. I wanted to say something, and could
think of nothing that would not be like being patted. So I pushed the box with the sky in it a bit to the left.

mid sleep 290- | Canals
Stayed up for a thing about canals. It was one o'clock before they had got to the top of the locks. I have an alarm for
going to bed, and I turned it off with the remote, as though it were another channel.

low sleep 215- | The other side of the bed
Woke at four, flat and quite calm, and thought of everyone who was awake. There must be a good few of us. If we each put
one light on you could see it from a boat.

high craving 95-177 | Counted
It was a seven and I was on the bridge, and so I counted the lamps across it, out loud, in the walrus. Nineteen. A woman
with a pushchair moved her pushchair over. It was a four by the time I got to the far side, and I had begun to enjoy it.
`;
