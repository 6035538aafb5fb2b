"""How the author of a text is presented under it: in callings that the news knows, too, so only at its end."""

from __future__ import annotations

from ._authors import MAIL, NAME, ROLE

# What else a guest of a paper is; common in the news, too, so the rest of the sentence must be that of a box.
CALLING = (
    r"(?:professor|lecturer|fellow|teacher|director|president|founder|chief executive|chairman|chairwoman|partner|lawyer|attorney|solicitor|consultant|economist|analyst|"
    r"nutritionist|dietitian|psychologist|physician|doctor|historian|scientist|engineer|student|postdoc\w*|strategist|adviser|advisor|ambassador|minister|pastor|broker|planner|"
    r"candidate|scholar|academic|novelist|comedian|broadcaster|presenter|developer|enthusiast|gardener|farmer|officer|secretary|manager|executive|assistant|associate|trainer|traveller|traveler)"
)
# What a report says of a person, and a box does not.
REPORT = r"(?!.*\b(?:said|says|told|saw|came|lost|added|hopes?|wants?|believes?|thinks?|was (?:hurt|killed|arrested|charged|born|found|among)|died|will|would|could|voted|sued|held|burned|arrived|people|jury|police|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|who (?!lives|is|writes|covers|works|has|enjoys|teaches|speciali|loves|runs|studies|reports)\w+)\b)"
# Behind a name.
BIOS = (
    rf"{REPORT}(?:,? [^.\"]{{2,40}},)? (?:is|are) (?:(?:an?|the|our|also|currently|now|a former|retired|president and) )*[^\"]{{0,80}}?\b{CALLING}s? (?:(?:at|of|for|with|in|emeritus|and|who|based|on|specialising|specializing|from) [^\"]{{3,260}})",
    rf"{REPORT} (?:is|are) (?:an? |the )?(?:retired|semi-retired|based in|passionate about|currently (?:studying|pursuing|writing)|studying|a graduate of|a native of|a resident of)\b[^\"]{{3,260}}",
    r"'s? (?:weekly |monthly |regular |latest |new |most recent |first |debut |next |fortnightly |personal )*(?:column|book|novel|blog|newsletter|podcast|memoir|work|essays|writing|debut) (?:is|runs|appears|comes|will|can|has|have)\b[^\"]{3,200}",
    rf"{REPORT},? (?:has|holds|brings|boasts)\b[^\"]{{0,80}}\b(?:years(?:'| of)? (?:\w+ )?experience|a passion for|a degree (?:in|from)|an? (?:ma|ba|mba|phd|master's|bachelor's|doctorate)|a background in|a keen interest|a love (?:of|for)|worked in journalism)\b[^\"]{{2,200}}",
    r" (?:does|do) not (?:work for|own)\b[^\"]{3,60}\b(?:consult|shares|funding|stock)\b[^\"]{3,200}",
    r"(?:,? an? [^\".]{3,80},) (?:lives|writes|works|teaches|blogs|is based|resides)\b[^\"]{3,160}",
)
# A name behind a label of the box, with a calling and no verb.
_LABEL = (
    r"(?:our|the|about (?:the|our)|meet (?:the|our)|today's|this week's|your|guest) (?:expert|author|writer|columnist|panellist|panelist|guest|contributor|reviewer|blogger|correspondent|reporter|host|adviser|advisor|"
    r"instructor|teacher|chef|doctor|coach|tester|critic|specialist|speaker|consultant|agony aunt|presenter|photographer|researcher|team)s?|profile|expert|biog|bio|who|reviewer|columnist|contributor|about me"
)
# A name with its post.
POSTS = (
    rf"(?:{_LABEL}) ?[:|-] ?{NAME},? (?:is |an? |the )?[^\"]{{3,200}}",
    r"(?-i:[A-Z])[^\"\[]{3,160}(?:\[(?:bio|profile|twitter|e-?mail|website|linkedin|instagram|archive|articles|all posts|posts|follow|contact|more by|facebook)(?: ?: ?\d+)?\] ?){1,6}",
    rf"{NAME}(?:,? [^.\"]{{0,30}})?,? (?-i:(?:Senior |Associate |Assistant |Emeritus |Visiting |Adjunct |Principal |Research |Postdoctoral |Distinguished |Deputy |Executive )*(?:Professor|Lecturer|Reader|Fellow|Researcher|Director|Editor|Teaching Fellow|PhD Candidate|Research Associate|Instructor|Economist|Correspondent))(?:,| of| in| at| for| and)[^.\"]{{2,100}}",
    rf"(?:email|e-mail|mail|tel|phone|twitter|x|instagram|web|website|blog|signal) ?[:|] ?(?:{MAIL}|@\w|www\.|https?:|\+?\d).{{0,80}}",
)
# A first name, or a word for whoever wrote the text.
_FIRST = r"(?-i:(?!He |She |They |It |This |That |We |The |There |Who |Nobody |Everyone |One )[A-Z]\w+)"
SHORT = (
    rf"(?:(?:guest |staff |regular |contributing |community )?(?:columnist|contributor|contributing writer|reporter|editor|writer|blogger|author)|our (?:\w+ )?(?:columnist|reporter|writer|editor|correspondent)) {_FIRST}(?: (?-i:[A-Z][\w.'-]+)){{0,3}},? {REPORT}(?:is|lives|can|writes|covers|works|teaches)\b[^\"]{{3,260}}",
    rf"(?-i:The (?:author|writer|columnist|reviewer)) {REPORT}(?:is (?:an?|the) [^\"]{{0,60}}\b(?:{ROLE}|{CALLING}|former|retired)\b|teaches|works (?:as|for|at|with)|lives in (?-i:[A-Z])|is based|is with (?-i:[A-Z])|holds an?|can be (?:reached|contacted)|tweets|blogs|has (?:written|worked|published))[^\"]{{0,200}}",
    rf"(?:more from this author|about the author|about the writer|author bio|author's bio|bio|biography|author|the author) ?[:|-] ?{_FIRST}\b[^\"]{{3,300}}",
    rf"{_FIRST}(?: (?-i:[A-Z]\w+))?,? {REPORT}(?:has been (?:writing about|covering|reporting on|blogging|a (?:\w+ )?{ROLE})|has (?:over|more than|nearly|almost)? ?\d+ years|has a (?:passion for|degree in|background in)|joined (?-i:[A-Z])\w+ in \d{{4}}|(?:regularly )?writes (?:about|for)|covers (?!his|her|the|it)|blogs (?:about|at)|(?:loves|enjoys|lives) (?=[^\"]{{3,80}}\b(?:(?:with|and) (?:his|her|their|two|three|a)\b)))\b[^\"]{{3,260}}",
    rf"{_FIRST} {REPORT}is (?:an?|the|our|also an?) (?:[\w-]+ ){{0,4}}{ROLE}\b(?: living| working| based| who| with| and| from)?[^\"]{{3,200}}",
    r"when (?:not|he's not|she's not|they're not|he is not|she is not|they are not|he isn't|she isn't|(?-i:[A-Z]\w+) (?:is not|isn't)) [a-z]+ing\b[^\"]{0,60}, (?:you(?:'ll| will| can)|(?:he|she|they|(?-i:[A-Z]\w+)) (?:can|loves|enjoys|likes|is|spends))\b[^\"]{3,200}",
    r"in (?:his|her|their) (?:spare|free) time,? (?:he |she |they )?(?:enjoys?|loves?|likes|plays|can be found|is|writes|runs|bakes|cooks|travels|volunteers)\b[^\"]{3,200}",
)
# What a writer says of himself where he presents himself.
ME = (
    r"(?:hi|hello|hey|welcome|hiya)(?:[,! ]{1,2}(?:there|everyone|friends|all|folks))?[,!. -]{1,3}(?:i'm|i am|my name is|my name's|it's|this is) (?-i:[A-Z]\w+)\b[^\"]{0,300}",
    r"(?:i'm|i am|my name is) (?-i:[A-Z]\w+)(?: (?-i:[A-Z]\w+)){0,3}(?:,| and i(?:'m| am)| -|!) ?(?=[^\"]{0,160}\b(?:blog\w*|founder|creator|author|writer|developer|mom|mum|mother|dad|father|cook|chef|baker|photographer|editor|behind|passionate|lover|recipes?|website|site|traveller|traveler|teacher|dietitian|geek|enthusiast)\b)[^\"]{3,260}",
)
# Sentences that follow it.
MINE = r"(?:(?:i|my|we|our|here|on this|this|welcome|join|come|thanks|when i|if you|feel free|you'll|nice|so glad|glad)\b)[^\"]{2,200}"
