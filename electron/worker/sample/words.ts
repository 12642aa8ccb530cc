const words = (source: string): readonly string[] => source.trim().split(/\s*\|\s*|\n+/);

/** What stands in the gaps of the sentences of sentences.ts. Long lists, so that a large journal has common and rare words. */
export const slots = {
  person: words(`
Dana | Frank | Ines | Lou | Wendell | Priya | Marek | Ruth | Bev | Kit | my mother | Mrs. Okafor | Mr. Petrov | Anil |
Renée from the library | José | André | Chloë | Søren | Anaïs | Siân | Jürgen | Łukasz | Begoña | Iñaki | Noémie |
Zoë | the bee man | the lifeguard | the man from the council | my neighbour | the bus driver | a colleague |
somebody from the meeting | the girl at the bakery | the chemist | the postman | an old teacher of mine | Jean | Jeanette |
the landlord | a man with a trombone | the new nurse | my cousin | the youngest driver | the woman in 3B | Harriet |
Tobias | Yusuf | Magda | Oluwaseun | Fionnuala | Bartholomew | Cressida | Ignatius | Philippa | Zbigniew`),
  place: words(`
at the market | by the weir | in the kitchen | at the bus station | in the waiting room | behind the depot | on the landing |
under the bridge | in the library | at the pool | on the ring road | by the allotments | in the churchyard | at the bakery |
on the number 14 | in the launderette | at the garden centre | on the ferry steps | in the stairwell | by the lock gates |
at the naïve little gallery by the museum | in the café by the station | on the common | at the recycling centre |
in the queue at the post office | by the boating lake | at the football ground | in the crypt | beside the aqueduct |
on the viaduct | in the arboretum | at the planetarium | behind the observatory | in the vestry`),
  thing: words(`
an umbrella | a sextant | a jar of screws | a hymn book | a lampshade | a rhubarb crown | a tide table | a spirit level |
a bicycle pump | a harmonica | a thimble | a tin of varnish | a gasket | a quilt | a kaleidoscope | a mangle | a trivet |
a barometer | a fretsaw | a colander | a metronome | a lobster pot | a theodolite | a samovar | a zither | a bassoon |
an astrolabe | a velocipede | a chamber pot | a weathervane | a gramophone | a bellows | an abacus | a mandolin | a plumb line |
a decanter | a periscope | a marionette | a birdcage | a hurdy-gurdy | a snow globe | a walking stick | an atlas |
a pincushion | an oilcan | a hatstand | a rocking horse | a croquet mallet | a stuffed pike | a chessboard | an hourglass |
a crucible | a doorknob | a footstool | a typewriter | a corkscrew | a candlestick | a sledge | a wheelbarrow | a whisk`),
  food: words(`
lentil soup | porridge | a pear | rice | jollof | bread and butter | a bowl of phở | crème caramel | jalapeño cornbread |
cheese on toast | an omelette | mushy peas | dumplings | a plum tart | gözleme | smørrebrød | pierogi | chips | beans |
barley broth | a baked potato | fish pie | couscous | tabbouleh | borscht | ratatouille | marmalade | an aubergine |
quince jelly | samphire | kohlrabi | celeriac | a pomegranate | damson jam | kedgeree | bubble and squeak | paella |
piccalilli | salsify | semolina | tapioca | gooseberry fool | a persimmon | goulash | polenta | halloumi | kimchi | rösti`),
  weather: words(`
It rained until four | The sun came out at noon | Fog on the river | Wind all night | A grey, level sort of day |
It was too warm for a coat | Frost on the windscreen | Hail, for about a minute | A double rainbow over the depot |
Drizzle | It could not decide | Thunder a long way off | The sky was the colour of slate | A dry cold | Low cloud |
Everything dripped | Bright and sharp | Mizzle, as my mother calls it | A hot wind with grit in it | Stars, for once`),
  quality: words(`
quiet | stubborn | kind | threadbare | luminous | ordinary | awkward | patient | salty | rickety | honest | crooked | gentle |
unlikely | tremendous | lopsided | weightless | peculiar | sensible | solemn | frugal | ramshackle | mild | boisterous |
phosphorescent | melancholy | ornate | porous | brittle | immaculate | unhurried | cantankerous | lukewarm | spotless`),
  state: words(`
tired | calm | restless | hopeful | hungry | lonely | steady | cross | content | uneasy | proud | flat | curious | homesick |
bored | shy | grateful | clumsy | awake | slow | jittery | wistful | even | sore | glad`),
  habit: words(`
walked to the weir | rang Dana | made soup | swam twelve lengths | went to the meeting | wrote the number down |
counted the lamps on the bridge | sat on the step | did the breathing | tidied the drawer | cycled round the lake |
read about lighthouses | watered the plant | fed the snail | baked a loaf | took the long bus | mended a shelf |
learnt a verse | ironed everything | listened to the sea areas | looked for the heron | polished the kettle |
sorted the buttons | pruned the quince | sharpened the knives | darned a sock | whittled a spoon | practised the scales`),
  trigger: words(`
payday | an argument | a smell on the stairs | a bad night | the old street | being praised | an empty evening |
a tune | somebody's laugh | waiting | the dentist's chair | a wet bus shelter | boredom | good news | a name in my phone`),
  time: words(`
before breakfast | at six | at noon | after work | around nine | towards midnight | on the way home | at the second break |
in the small hours | at dusk | between two buses | during the news | as the shops shut | straight after lunch | at first light`),
  number: words(`
two | three | four | five | six | seven | eight | nine | eleven | twelve | thirteen | seventeen | nineteen | twenty-two |
twenty-nine | thirty-one | forty | forty-four | fifty-three | sixty | seventy-eight | ninety | a hundred and six`),
  degree: words(`two | three | four | five | six | seven | eight`),
  topic: words(`
drains | the tides | forgiveness | bees | lighthouses | the price of cheese | fathers | sleep | astronomy | gutters | Latin |
glaciers | patience | the offside rule | counterpoint | sourdough | eels | the monarchy | grief | parking | fossils |
volcanoes | penmanship | the Byzantines | allotments | teeth | thermodynamics | shipping | knots | heraldry | lichens | opera`),
  creature: words(`
heron | otter | blackbird | snail | coot | moth | cat | greyhound | bat | hedgehog | kingfisher | crane fly | eel | wagtail |
cormorant | dragonfly | pipistrelle | stoat | lapwing | grasshopper | bumblebee | salamander | magpie | thrush | newt`),
} as const;

/** Beginnings and endings of the names of places and people; together some thousands of rare words. */
export const nameParts = {
  beginnings: words(`
Harrow | Thorn | Ash | Quill | Wend | Marl | Dun | Fern | Gar | Hesk | Inch | Kel | Lang | Mel | Nor | Oak | Pen | Rook | Sel |
Tam | Ul | Vex | Whit | Yar | Brack | Cald | Dray | El | Frith | Glen | Hol | Ivel | Jar | Knap | Loft | Mos | Nether | Over |
Pike | Quar | Ram | Stan | Tarn | Under | Vale | Wil | Yel | Bram | Crag | Dow`),
  endings: words(`
mere | by | ton | wick | ford | ham | ley | stead | thwaite | combe | den | field | gate | holm | hurst | low | minster | nor |
over | pool | ridge | shaw | stoke | tarn | thorpe | vale | water | well | wold | worth | burn | cliff | dale | fold | garth |
head | keld | moor | rigg | side`),
} as const;
