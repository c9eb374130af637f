"""Words of English that tests of the search ask for: the forms of each word, and words apart."""

FAMILIES = """
bridge bridges bridged
city cities
policy policies
proposal proposals
journey journeys
box boxes
tax taxes taxed
veto vetoes vetoed
process processes processed
wish wishes wished
branch branches branched
case cases
house houses housed
area areas
quota quotas
photo photos
woman women
spokeswoman spokeswomen
fisherman fishermen
man men
child children
foot feet
life lives
wolf wolves
gas gases
bus buses
virus viruses
status statuses
lens lenses
analysis analyses
crisis crises
criterion criteria
index indices
taxi taxis
menu menus
topic topics
republic republics
movie movies
shoe shoes
toe toes
tie ties tied
approve approves approved
announce announces announced
organize organizes organized
continue continues continued
propose proposes proposed
enable enables enabled
update updates updated
create creates created
contribute contributes contributed
vote votes voted
provide provides provided
trade trades traded
ensure ensures ensured
require requires required
prepare prepares prepared
combine combines combined
consume consumes consumed
compile compiles compiled
schedule schedules scheduled
change changes changed
manage manages managed
escape escapes escaped
adopt adopts adopted
repeat repeats repeated
exploit exploits exploited
limit limits limited
amend amends amended
need needs needed
avoid avoids avoided
check checks checked
ask asks asked
develop develops developed
express expresses expressed
reach reaches reached
confirm confirms confirmed
claim claims claimed
explain explains explained
mention mentions mentioned
sign signs signed
open opens opened
deliver delivers delivered
repair repairs repaired
appear appears appeared
allow allows allowed
employ employs employed
fill fills filled
fail fails failed
belong belongs belonged
apply applies applied
plan plans planned
submit submits submitted
control controls controlled
travel travels travelled
agree agrees agreed
add adds added
take takes took taken
write writes wrote written
spend spends spent
""".strip().splitlines()

# Two words that look as if they were one; the last ones are of other languages.
APART = """
news new
goods good
customs custom
arms arm
economics economic
does doe
does do
its it
this thi
united unite
series serial
species special
thing the
meeting meet
building build
hundred hunt
speed spee
embed embe
need nee
process proceed
crisis cry
base basis
people person
Texas tax
Brussels brush
Netherlands never
Lucas Luca
Roberts Robert
Elias Elia
sans san
dans dan
pays pay
cours cour
fonds fond
bereits bereit
etwas etwa
Preis Prei
Haus Hau
mais mai
""".strip().splitlines()
