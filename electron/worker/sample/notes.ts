import { linesOf, type Tone } from './passage';

/** What stands in the note of a check-in now and then, by how the day was. Each is used once in a year. */
export const checkInNotes: Readonly<Record<Tone, readonly string[]>> = {
  low: linesOf(`
Did not want to open this. Opened it.
Tired in the bones, not in the eyes.
Row with nobody, in my head, all morning. I lost.
Everything is loud.
Rang Dana. It helped for about an hour and I'll ring again.
Slept in my clothes.
Old street. Walked past the end of it. Only past.
Not a good day. Not a dangerous one either, I think.
Ate standing up.
Cried at an advert for insurance.
Nobody did anything wrong and I am furious.
Got up, went, came home. That is the report.
The rain has got in somewhere.
Bad dream, long shadow.
Said "fine" once. Took it back.
Flat. Like a tyre, ha.
Missing people, some of them living.
It came in waves and I counted them.
Supper was a biscuit. I know.
Keeping the lamp on tonight.`),
  mid: linesOf(`
Ordinary. I'm learning to spell it.
Early shift, early supper, early everything.
Bit restless around nine, walked it off.
Wendell has learnt a new one. It has a descant.
Could have slept more. Could have slept less.
Nothing to declare.
Dana says hello to whoever reads this.
Swept the yard. Felt like somebody's uncle.
Meeting was short. Biscuits were plain.
Long queue at the chemist. Survived it.
Rain, then not, then rain.
Half a good day, with a join in the middle.
Soup again and no complaints.
Talked to Mum about salt.
A four at lunchtime, gone by the bus.
Hungry more than sad, as it turned out.
Quiet. Properly quiet.
Forgot to be worried until about six.
Got the forms done.
Ankle aches when it rains, like an old sailor.
Two library books to the good.
The pump downstairs has a new noise.
Late shift. Moon on the tyres.
Ruth says hm. I say hm.
One thing at a time, badly, but one.
Legs tired from the pool.`),
  high: linesOf(`
Laughed so much at work that I had to sit down.
Maya rang me, not the other way round.
Slept, ate, sang. In that order.
Bread came out.
It was nice just to be one of the people on the bus.
The whole day went past without me checking it.
Sun on the step. Stayed for all of it.
Craving so small that I nearly did not put it in.
Told somebody the truth and they passed me the sugar.
Woke up before the alarm and was pleased.
Fourteen lengths.
Somebody kept me a seat.
New leaf on the plant.
Good. I do not trust it and it does not seem to mind.
Paid a bill and whistled.
Saw the heron get one.
Mum did the blackbird down the phone.
A long talk about nothing with Mrs. Okafor.
Walked home the nice way.
I was on time and so was everything else.
Kit said "see you Wednesday". Just like that.
Came home to a tidy flat and it was mine.
Hands steady.
Looked forward to something. It came.`),
};
